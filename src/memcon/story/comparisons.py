"""Comparison: a happening with what each of its sources says of it, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from memcon.story.amendments import Amendment, Judgement
from memcon.story.amounts import amount
from memcon.story.answers import Account, Answer, Witness, names_of
from memcon.story.disputes import Dispute
from memcon.story.matches import Reason
from memcon.story.periods import spelled
from memcon.story.sightings import Sighting


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one article says of a happening.

    `score` is how likely it is, from 0 to 1, that this is the happening, and `reasons` say why;
    None where it was the first to tell it, or where a user ruled that it does.
    """

    witness: Witness
    title: str | None
    told: Sighting
    score: float | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Deposition:
    """A row of the comparison: one telling."""

    happening: int
    article: str
    event: str
    publisher: str | None
    published: date | None
    family: int
    type: str
    mode: str | None
    status: str
    source: str
    target: str
    said_by: str
    time: str | None
    place: str | None
    quantities: str
    score: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Comparison(Answer[Deposition]):
    """The testimonies in the order of their publication, and where they differ.

    `near` are other happenings of the same parties about then. `amendments` and `judgements` are
    what readers set right in these articles, and ruled of what they tell.
    """

    row = Deposition

    account: Account
    testimonies: tuple[Testimony, ...]
    disputes: tuple[Dispute, ...]
    near: tuple[Account, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def rows(self) -> tuple[Deposition, ...]:
        """A row for each telling."""
        return tuple(_deposition(self.account.number, one) for one in self.testimonies)


def figures(told: Sighting) -> Sequence[str]:
    """The numbers that belong to an event: "10 diplomats"."""
    return tuple(amount(one.value, one.unit) for one in told.quantities)


def _deposition(number: int, one: Testimony) -> Deposition:
    told, witness = one.told, one.witness
    return Deposition(
        happening=number,
        article=witness.article,
        event=witness.finding,
        publisher=witness.publisher,
        published=witness.published,
        family=witness.family,
        type=told.type,
        mode=told.mode,
        status=told.status,
        source=names_of(told.source),
        target=names_of(told.target),
        said_by=names_of(told.said_by),
        time=spelled(told.period) if told.period else None,
        place=told.spot.name if told.spot else None,
        quantities="; ".join(figures(told)),
        score=one.score,
        words=witness.words,
    )
