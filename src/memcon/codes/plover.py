"""PLOVER: the event types with their modes and quad class, contexts of events, sectors of actors.

The lists and where they come from are in `data/plover.tsv`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from typing import Literal, cast

from memcon.codes import cameo
from memcon.codes.tables import rows
from memcon.record.terms import EventType, Quad

FoldedType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "YIELD",
    "COOPERATE",
    "AID",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
List = Literal["type", "mode", "context", "sector"]


@dataclass(frozen=True, slots=True)
class Term:
    """One name of a list, with what it means; `of` is the event type that a mode belongs to."""

    name: str
    of: str
    meaning: str


@dataclass(frozen=True, slots=True)
class _Plover:
    """The lists, and the quad class of each type."""

    terms: Mapping[List, tuple[Term, ...]]
    quads: Mapping[str, Quad]


def terms(of: List) -> tuple[Term, ...]:
    """A list of the codebook, in its order."""
    return _table().terms[of]


def modes_of(event_type: EventType) -> tuple[str, ...]:
    """The modes of an event type; () if it has none."""
    return tuple(mode.name for mode in terms("mode") if mode.of == event_type)


def quad_of(event_type: EventType) -> Quad:
    """The quad class of an event type."""
    return _table().quads[event_type]


def goldstein_of(event_type: EventType, mode: str | None) -> float:
    """The Goldstein value of the event's CAMEO root category, -10 to 10.

    Of REQUEST, which joins the roots "appeal" and "demand", the mean of both.
    """
    return fmean(cameo.root_values(event_type, mode))


def folded(event_type: EventType) -> FoldedType:
    """The type in test sets that fold CONCEDE and RETREAT into YIELD."""
    return "YIELD" if event_type in ("CONCEDE", "RETREAT") else event_type


@cache
def _table() -> _Plover:
    """The packaged table, read once."""
    lists: dict[List, list[Term]] = {"type": [], "mode": [], "context": [], "sector": []}
    quads: dict[str, Quad] = {}
    for row in rows("plover"):
        lists[cast(List, row["list"])].append(Term(row["name"], row["of"], row["meaning"]))
        if row["list"] == "type":
            quads[row["name"]] = cast(Quad, row["quad"])
    return _Plover(terms={of: tuple(found) for of, found in lists.items()}, quads=quads)
