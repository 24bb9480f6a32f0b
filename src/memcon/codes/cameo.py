"""CAMEO: the older code of an event, and the Goldstein value of its root category.

The codes, the values and their source are in `data/cameo.tsv`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from memcon.codes.tables import rows
from memcon.record.terms import EventType


@dataclass(frozen=True, slots=True)
class _Cameo:
    """The CAMEO codes of each (type, mode), the Goldstein value of each root, each code's name."""

    codes: Mapping[tuple[str, str], tuple[str, ...]]
    values: Mapping[str, float]
    names: Mapping[str, str]


def cameo_of(event_type: EventType, mode: str | None) -> str | None:
    """The CAMEO code; of the type alone where the mode has none of its own.

    None for REQUEST, which joins CAMEO's appeals (02) and demands (10).
    """
    codes = _codes(event_type, mode)
    return codes[0] if len(codes) == 1 else None


def root_values(event_type: EventType, mode: str | None) -> tuple[float, ...]:
    """The Goldstein value, -10 to 10, of each CAMEO root category that is meant."""
    return tuple(_table().values[code[:2]] for code in _codes(event_type, mode))


def name_of(code: str) -> str | None:
    """The codebook's name of a code: "042" is "Make a visit".

    A code of four digits that the table lacks has the name of the one above it.
    """
    names = _table().names
    return names.get(code) or names.get(code[:3])


def _codes(event_type: EventType, mode: str | None) -> tuple[str, ...]:
    """The codes of type and mode, or else of the type."""
    codes = _table().codes
    return codes.get((event_type, mode or "")) or codes[event_type, ""]


@cache
def _table() -> _Cameo:
    """The packaged table, read once."""
    table = tuple(rows("cameo"))
    return _Cameo(
        codes={
            (row["type"], row["mode"]): tuple(row["codes"].split())
            for row in table
            if row["list"] == "map"
        },
        values={row["codes"]: float(row["goldstein"]) for row in table if row["list"] == "root"},
        names={row["codes"]: row["name"] for row in table if row["list"] == "code"},
    )
