"""Ballot: what the tellings of a happening say, where each family of articles has one voice."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from memcon.story.identities import Identity
from memcon.story.parties import DESCRIBED, alike, is_described
from memcon.story.sightings import Sighting

Value = TypeVar("Value", bound=Hashable)

# From the one whose name says most to the one who says least: of the same state, as often told.
_TELLING: Final = ("person", "agency", "government", "state")


def votes_of(said: Iterable[tuple[Value | None, Hashable]]) -> Counter[Value]:
    """How many voices each value has, given with whose each is; None says nothing."""
    return Counter(value for value, _ in dict.fromkeys(said) if value is not None)


@dataclass(frozen=True, slots=True)
class Ballot:
    """The tellings of a happening, in order, and the family of each."""

    told: tuple[Sighting, ...]
    families: tuple[int, ...]

    @classmethod
    def of(cls, told: Sequence[Sighting], families: Mapping[str, int]) -> "Ballot":
        """The families by article id; KeyError if an article has none."""
        return cls(tuple(told), tuple(families[telling.article] for telling in told))

    def votes(self, values: Iterable[Value | None]) -> Counter[Value]:
        """How many families say each value; `values` has one for each telling, None is none."""
        return votes_of(zip(values, self.families, strict=True))

    def most(self, values: Iterable[Value | None]) -> Value | None:
        """What most families say, of several the one first told; None if none says anything."""
        votes = self.votes(values)
        return max(votes, key=lambda value: votes[value], default=None)

    def elect(self, sides: Sequence[Sequence[Identity]]) -> tuple[Identity, ...]:
        """Who stands on a side, in the order told; `sides` has those whom each telling names.

        Of those who stand for one state a person is named whom at least half of the families that
        name any of them name; else the one whom most name. "Diplomats" are left out where others
        name Russian diplomats.
        """
        votes: Counter[Identity] = Counter()
        behind: dict[str, set[int]] = {}
        for identity, family in self._named(sides):
            votes[identity] += 1
            behind.setdefault(identity.code, set()).add(family)
        elected: list[Identity] = []
        for code, families in behind.items():
            elected.extend(_best([i for i in votes if i.code == code], votes, len(families)))
        together = [{identity.key for identity in side} for side in sides]
        return tuple(
            one
            for one in elected
            if not any(
                _is_vaguer(one, other, votes)
                and not any({one.key, other.key} <= named for named in together)
                for other in elected
            )
        )

    def _named(self, sides: Sequence[Sequence[Identity]]) -> Iterable[tuple[Identity, int]]:
        """Each identity that a family names, once, in the words of the first that names it."""
        first: dict[str, Identity] = {}
        seen: set[tuple[str, int]] = set()
        for side, family in zip(sides, self.families, strict=True):
            for identity in side:
                if (identity.key, family) not in seen:
                    seen.add((identity.key, family))
                    yield first.setdefault(identity.key, identity), family


def _best(
    compatriots: Sequence[Identity], votes: Mapping[Identity, int], families: int
) -> Sequence[Identity]:
    """Who of those of one code is named: the persons whom enough name, or else one."""
    people = [i for i in compatriots if i.kind == "person" and 2 * votes[i] >= families]
    return people or [max(compatriots, key=lambda i: (votes[i], -_rank(i)))]


def _is_vaguer(one: Identity, other: Identity, votes: Mapping[Identity, int]) -> bool:
    """Whether one of a side only describes whom another names, or describes less often."""
    if one is other or not is_described(one) or alike(one, other) < DESCRIBED:
        return False
    if not is_described(other):
        return True
    return (one.country is None, -votes[one]) > (other.country is None, -votes[other])


def _rank(identity: Identity) -> int:
    """How little a name says."""
    return _TELLING.index(identity.kind) if identity.kind in _TELLING else len(_TELLING)
