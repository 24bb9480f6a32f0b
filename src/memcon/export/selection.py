"""Selection: what of a record goes into an export."""

from collections.abc import Set
from dataclasses import dataclass
from itertools import permutations, product

from msgspec.structs import replace

from memcon.record.contract import Record
from memcon.record.findings import Event
from memcon.story.identities import identify


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for: findings of at least `floor`, and of the two sides of `pair`.

    A side is known by codes and keys of identities; without `pair` all are meant.
    """

    pair: tuple[Set[str], Set[str]] | None = None
    floor: float = 0.0

    def has(self, confidence: float) -> bool:
        """Whether something is sure enough."""
        return confidence >= self.floor


def selected(record: Record, asked: Selection) -> Record:
    """The record with the findings that are asked for.

    Of a pair these are the events between the two, the prospects of both, and what one of them
    said, holds or left unsaid.
    """
    scene = _Scene.of(record, asked)
    events = tuple(e for e in record.events if asked.has(e.confidence) and scene.is_between(e))
    statements = tuple(
        s for s in record.statements if asked.has(s.confidence) and scene.has_one(s.speakers)
    )
    kept = {finding.id for finding in (*events, *statements)}
    return replace(
        record,
        events=tuple(replace(e, said_by=_within(kept, e.said_by)) for e in events),
        statements=statements,
        positions=tuple(
            replace(p, statement=_within(kept, p.statement), event=_within(kept, p.event))
            for p in record.positions
            if asked.has(p.confidence) and scene.has_one((p.actor,))
        ),
        silences=tuple(
            s for s in record.silences if asked.has(s.confidence) and scene.has_one((s.actor,))
        ),
        prospects=tuple(
            p
            for p in record.prospects
            if asked.has(p.confidence) and scene.has_both(p.participants)
        ),
    )


def pared(record: Record, asked: Selection) -> Record:
    """The record with the events that are asked for, and of their parties only the two sides."""
    scene, chosen = _Scene.of(record, asked), selected(record, asked)
    events = tuple(
        replace(e, source=scene.those(e.source), target=scene.those(e.target))
        for e in chosen.events
    )
    return replace(chosen, events=events)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The actors of a record on each side, by their ids; None where everybody is meant."""

    sides: tuple[Set[str], Set[str]] | None

    @classmethod
    def of(cls, record: Record, asked: Selection) -> "_Scene":
        """Who is on which side."""
        if asked.pair is None:
            return cls(None)
        known = {actor.id: identify(actor) for actor in record.actors}
        one, other = (
            frozenset(ident for ident, who in known.items() if {who.code, who.key} & side)
            for side in asked.pair
        )
        return cls((one, other))

    def is_between(self, event: Event) -> bool:
        """Whether one side acts on the other, or both on each other."""
        if self.sides is None:
            return True
        one, other = self.sides
        pairs = (
            permutations(event.source, 2) if event.mutual else product(event.source, event.target)
        )
        return any(
            (a in one and b in other) or (a in other and b in one) for a, b in pairs if a != b
        )

    def has_one(self, idents: tuple[str, ...]) -> bool:
        """Whether somebody is of either side."""
        return self.sides is None or any(ident in side for side in self.sides for ident in idents)

    def has_both(self, idents: tuple[str, ...]) -> bool:
        """Whether both sides are there."""
        return self.sides is None or all(
            any(ident in side for ident in idents) for side in self.sides
        )

    def those(self, idents: tuple[str, ...]) -> tuple[str, ...]:
        """Those of either side."""
        return tuple(ident for ident in idents if self.has_one((ident,)))


def _within(kept: Set[str], ident: str | None) -> str | None:
    """A finding's id, if it is kept."""
    return ident if ident in kept else None
