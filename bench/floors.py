"""Floors: the figures below which a change must not fall, pinned to the gold they were measured on.

`floors.json` holds for each measurement the digest of its gold, and the least and the most that a
figure may be.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from measurement import Measurement

FILE = Path(__file__).with_name("floors.json")


class Floor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The bounds of one measurement's figures."""

    gold: str
    least: dict[str, float]
    most: dict[str, float]


def load() -> Mapping[str, Floor]:
    """The bounds of each measurement, by its name."""
    return msgspec.json.decode(FILE.read_bytes(), type=dict[str, Floor])


def failures(found: Measurement, floor: Floor) -> Iterator[str]:
    """A line for each figure out of its bounds, and for gold that is not what was pinned."""
    if floor.gold != found.digest():
        yield f"{found.name}: the gold has changed; it is now {found.digest()}"
    for name, least in floor.least.items():
        if found.figures[name] < least:
            yield f"{found.name}: {name} is {found.figures[name]:g}, below its floor of {least:g}"
    for name, most in floor.most.items():
        if found.figures[name] > most:
            yield f"{found.name}: {name} is {found.figures[name]:g}, above its limit of {most:g}"
