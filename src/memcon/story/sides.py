"""Side: what one of two parties did and holds, or what both did: its signals, its differences."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.record.terms import Stance
from memcon.story.answers import Account, Party, Witness
from memcon.story.identities import Identity
from memcon.story.matrix import Stand
from memcon.story.relations import (
    Deed,
    Relation,
    differences,
    is_differing,
    is_welcoming,
    meetings,
    signals,
    toward,
)


@dataclass(frozen=True, slots=True)
class Tenet:
    """What some of a side hold alike on an issue.

    `day` is the last on which it was told; the latest words come first; `sources` counts families.
    """

    issue: str
    stance: Stance
    actors: tuple[Identity, ...]
    day: date | None
    sources: int
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What a party did and holds, or, where `party` is None, what both did: the latest first.

    `left` counts what was not opened.
    """

    party: Party | None
    told: tuple[Account | Tenet, ...]
    left: int


def signalled(relation: Relation, limit: int | None = None) -> tuple[Side, ...]:
    """What each welcomed, offered and agreed to, but their meetings; at most so many of each."""
    met = frozenset(meetings(relation.deeds))
    apart = [deed for deed in relation.deeds if deed not in met]
    return tuple(_sides(relation, signals(apart), is_welcoming, limit))


def differed(relation: Relation, limit: int | None = None) -> tuple[Side, ...]:
    """What each criticised, demanded, threatened and did against the other."""
    return tuple(_sides(relation, differences(relation.deeds), is_differing, limit))


def latest_once(deeds: Iterable[Deed]) -> tuple[Deed, ...]:
    """Each happening once, the latest first."""
    return tuple(reversed({deed.happening: deed for deed in deeds}.values()))


def _sides(
    relation: Relation,
    deeds: Sequence[Deed],
    is_meant: Callable[[Stance], bool],
    limit: int | None,
) -> Iterable[Side]:
    """Either party, then both."""
    for party, direction in ((relation.a, 1), (relation.b, -1), (None, 0)):
        done = latest_once(toward(deeds, direction))
        held = _held(relation, party, is_meant) if party else ()
        dated: list[tuple[date | None, Account | Tenet]] = [
            *((deed.day, account) for deed, account in relation.opened(done)),
            *((tenet.day, tenet) for tenet in held),
        ]
        dated.sort(key=lambda one: one[0] or date.min, reverse=True)
        told = tuple(one for _, one in dated[:limit])
        yield Side(party, told, left=len(done) + len(held) - len(told))


def _held(
    relation: Relation, party: Party, is_meant: Callable[[Stance], bool]
) -> tuple[Tenet, ...]:
    """What a side holds that is meant: who of it hold the same on an issue stand together."""
    alike: dict[tuple[str, Stance], list[tuple[Identity, Stand]]] = {}
    for cell in relation.matrix.cells:
        if cell.actor.code == party.code:
            for stand in cell.stands:
                if is_meant(stand.stance):
                    alike.setdefault((cell.issue, stand.stance), []).append((cell.actor, stand))
    return tuple(_tenet(issue, stance, ones) for (issue, stance), ones in alike.items())


def _tenet(issue: str, stance: Stance, ones: Sequence[tuple[Identity, Stand]]) -> Tenet:
    witnesses = [witness for _, stand in ones for witness in stand.witnesses]
    return Tenet(
        issue=issue,
        stance=stance,
        actors=tuple({actor.key: actor for actor, _ in ones}.values()),
        day=max((stand.until for _, stand in ones if stand.until), default=None),
        sources=len({witness.family for witness in witnesses}),
        witnesses=tuple(reversed(witnesses)),
    )
