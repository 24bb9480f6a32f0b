"""Party: how like the parties of two events are, from one person to none in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from memcon.story.identities import Identity
from memcon.story.sightings import Sighting

# How surely two identities are one party. A state acts through its leaders and officials, two of
# its officials are seldom one, and who is only described may be many.
SAME: Final = 1.0
STATE_AND_GOVERNMENT: Final = 0.9
SAME_WORDS: Final = 0.8
STATE_AND_SPEAKER: Final = 0.7
FELLOWS: Final = 0.6
DESCRIBED: Final = 0.5
COMPATRIOTS: Final = 0.2
_PAIR: Final = 2
_STATES: Final = frozenset({"state", "government"})
_DESCRIBED: Final = frozenset({"unnamed", "group"})
# Of no country these, too, are only described: "police", "companies".
_BODIES: Final = frozenset({"agency", "government", "company", "armed-group"})


# How much it tells that a party is the same: a state has a hand in much, diplomats are many.
_NAMED: Final = 1.0
_STATE: Final = 0.9
_ANYBODY: Final = 0.7


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two sides are, 0 to 1, how much that tells, 0 to 1, and whom they have in common."""

    degree: float
    telling: float
    names: tuple[str, ...]


def alike(one: Identity, other: Identity) -> float:
    """How surely two identities are one party, from 0 to 1.

    Half and half is unknown: "diplomats" may be Russian diplomats, an "envoy" any named one.
    """
    described = is_described(one) or is_described(other)
    if one.key == other.key:
        return SAME_WORDS if described else SAME
    if _is_shortened(one, other):
        return SAME
    if one.code == other.code:
        return _compatriots(one, other)
    if not described or (one.country and other.country and one.country != other.country):
        return 0.0
    if _noun(one) == _noun(other):
        return SAME_WORDS
    is_home = one.country is not None and one.country == other.country
    if _is_power(one) or _is_power(other):
        return DESCRIBED if is_home else 0.0
    return FELLOWS if is_home else DESCRIBED


def is_described(identity: Identity) -> bool:
    """Whether it has no name of its own."""
    is_anywhere = identity.kind in _BODIES and identity.country is None
    return identity.kind in _DESCRIBED or is_anywhere


def _compatriots(one: Identity, other: Identity) -> float:
    """How surely two who stand for one state are one party."""
    kinds = {one.kind, other.kind}
    if kinds <= _STATES:
        return STATE_AND_GOVERNMENT
    if kinds & _STATES:
        return STATE_AND_SPEAKER
    if kinds & _DESCRIBED:
        return SAME_WORDS if _noun(one) == _noun(other) else STATE_AND_SPEAKER
    return COMPATRIOTS if "igo" not in kinds else STATE_AND_SPEAKER


def _telling(identity: Identity) -> float:
    """How much it tells that this one took part."""
    if is_described(identity):
        return _ANYBODY
    return _STATE if identity.kind in _STATES else _NAMED


def _is_power(identity: Identity) -> bool:
    """Whether it is a state or an organisation of states, which nobody calls by a description."""
    return identity.kind in _STATES or identity.kind == "igo"


def _noun(identity: Identity) -> str:
    """The last word of a name or description."""
    return identity.key.rpartition(":")[2].rpartition(" ")[2]


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
    telling = sum(min(map(_telling, pair)) for pair in zip(few, best, strict=True)) / len(few)
    return Likeness(degree, telling, shared)


def parties(sighting: Sighting) -> tuple[Identity, ...]:
    """All who act on one another or are acted upon."""
    return (*sighting.source, *sighting.target)


def _is_shortened(one: Identity, other: Identity) -> bool:
    """Whether one name is the other's without a part: "Lavrov", "the SVR intelligence service"."""
    if one.kind != other.kind or one.country != other.country:
        return False
    short, long = sorted((_names(one), _names(other)), key=len)
    if short[-1] != long[-1] or len(short) == len(long):
        return False
    if one.kind == "person":
        return len(short) == 1 or short[0] == long[0]
    return one.kind == "agency" and len(short) > 1 and set(short) < set(long)


def _names(identity: Identity) -> list[str]:
    """The parts of a name, as in the key."""
    return identity.key.rpartition(":")[2].partition("@")[0].split(" ")
