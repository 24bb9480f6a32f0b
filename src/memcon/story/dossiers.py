"""Dossier: a happening with all that an export tells of it: articles, best telling, contrasts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.record.contract import Record
from memcon.record.findings import Event
from memcon.story.answers import Account, Witness
from memcon.story.happenings import Happening


@dataclass(frozen=True, slots=True)
class Source:
    """An article that tells a happening; `family` is the same for copies of one text."""

    article: str
    url: str | None
    title: str | None
    publisher: str | None
    published: date | None
    family: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """What sources say differently: "number", and "10 diplomats" beside "8 diplomats"."""

    kind: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """`sources` are the articles that tell it, by id, in the order in which the desk had them.

    `best` is the witness whose event says most nearly what the happening is, and `record` the
    record of its article.
    """

    account: Account
    sources: Mapping[str, Source]
    contrasts: tuple[Contrast, ...]
    best: Witness
    record: Record

    @property
    def happening(self) -> Happening:
        """What happened."""
        return self.account.happening

    @property
    def origin(self) -> Witness:
        """The telling that the desk had first; it stays the same as others join it."""
        first = next(iter(self.sources))
        tellings = (w for w in self.account.witnesses if w.article == first)
        return min(tellings, key=lambda witness: (witness.start, witness.end, witness.finding))

    @property
    def event(self) -> Event:
        """The event that tells it best."""
        return event_of(self.record, self.best.finding)

    @property
    def reported(self) -> tuple[date, ...]:
        """The days on which it was told, in order; () where no article has a date."""
        return tuple(sorted({s.published for s in self.sources.values() if s.published}))


def event_of(record: Record, ident: str) -> Event:
    """The event of a record by its id; KeyError if there is none."""
    for event in record.events:
        if event.id == ident:
            return event
    raise KeyError(ident)


def best_of(happening: Happening, told: Sequence[tuple[Witness, Event]]) -> Witness:
    """Which telling says most nearly what the happening is.

    It has the happening's status and type, is news and no history, names a time, a place, and is
    sure of it; among equals it is the first.
    """

    def merit(witness_and_event: tuple[Witness, Event]) -> tuple[bool | float, ...]:
        _, event = witness_and_event
        return (
            event.status == happening.status,
            event.type == happening.type,
            not event.background,
            event.mode == happening.mode,
            event.time is not None,
            event.place is not None,
            event.confidence,
        )

    return max(told, key=merit)[0]
