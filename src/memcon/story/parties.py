"""Party: how like the parties of two events are, from one person to none in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from memcon.story.identities import Identity
from memcon.story.sightings import Sighting

# How surely two identities are one party. A state acts through its leaders and officials; two of
# its officials are seldom one.
SAME: Final = 1.0
STATE_AND_GOVERNMENT: Final = 0.9
STATE_AND_SPEAKER: Final = 0.7
COMPATRIOTS: Final = 0.2
_PAIR: Final = 2
_STATES: Final = frozenset({"state", "government"})
_NAMED: Final = frozenset({"person", "agency", "igo", "armed-group", "company", "media", "party"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two sides are, 0 to 1, and whom they have in common."""

    degree: float
    names: tuple[str, ...]


def alike(one: Identity, other: Identity) -> float:
    """How surely two identities are one party, from 0 to 1."""
    if one.key == other.key or _is_shortened(one, other):
        return SAME
    if one.code != other.code:
        return 0.0
    kinds = {one.kind, other.kind}
    if kinds <= _STATES:
        return STATE_AND_GOVERNMENT
    if kinds & _STATES or not kinds <= _NAMED:
        return STATE_AND_SPEAKER
    return STATE_AND_SPEAKER if "igo" in kinds else COMPATRIOTS


def compare(one: Sequence[Identity], other: Sequence[Identity]) -> Likeness | None:
    """How like two sides are; None where either names nobody.

    One may name fewer than the other, but whom it names the other should name, too: of one or two
    each must be found, of a longer list most.
    """
    if not one or not other:
        return None
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    best = [max(many, key=lambda identity: alike(party, identity)) for party in few]
    degrees = [alike(party, identity) for party, identity in zip(few, best, strict=True)]
    shared = tuple(
        party.name for party, degree in zip(few, degrees, strict=True) if degree > COMPATRIOTS
    )
    degree = min(degrees) if len(few) <= _PAIR else sum(degrees) / len(degrees)
    return Likeness(degree, shared)


def parties(sighting: Sighting) -> tuple[Identity, ...]:
    """All who act on one another or are acted upon."""
    return (*sighting.source, *sighting.target)


def _is_shortened(one: Identity, other: Identity) -> bool:
    """Whether one person's name is the other's without a part: "Lavrov", "Sergei Lavrov"."""
    if one.kind != "person" or other.kind != "person" or one.country != other.country:
        return False
    short, long = sorted((_names(one), _names(other)), key=len)
    if short[-1] != long[-1] or len(short) == len(long):
        return False
    return len(short) == 1 or short[0] == long[0]


def _names(person: Identity) -> list[str]:
    """The parts of a person's name, as in the key."""
    return person.key.partition(":")[2].partition("@")[0].split(" ")
