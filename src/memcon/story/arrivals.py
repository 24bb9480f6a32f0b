"""Arrivals: what came to the desk since it was last looked at, whatever it is about."""

from dataclasses import dataclass
from datetime import date, datetime

from memcon.story.answers import Answer, names_of
from memcon.story.disputes import Dispute
from memcon.story.news import Development, Turn


@dataclass(frozen=True, slots=True)
class Look:
    """When the desk was looked at last, and the number of the last article it had then."""

    at: datetime
    until: int


@dataclass(frozen=True, slots=True)
class Headline:
    """An article by its title; `copies` counts the others of its family that are
    new as well."""

    article: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    family: int
    copies: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A row of the arrivals: `kind` is article, happening, status or discrepancy; `number` is the
    happening's or the prospect's."""

    kind: str
    number: int | None
    day: date | None
    what: str
    article: str
    publisher: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Arrivals(Answer[Arrival]):
    """What is new since article number `since`: the latest articles, the happenings of which
    nobody told before, where prospects turned, and where sources came to differ.

    `until` is the number of the last article. `articles` counts the new ones; where they are very
    many, only the last of them are looked through for the rest, those after number `looked_from`.
    The `…_found` count what is new in these, shown or not.
    """

    row = Arrival

    since: int
    until: int
    looked_from: int
    articles: int
    headlines: tuple[Headline, ...]
    developments: tuple[Development, ...]
    developments_found: int
    turns: tuple[Turn, ...]
    turns_found: int
    disputes: tuple[Dispute, ...]
    disputes_found: int

    @property
    def left(self) -> int:
        """How much more is new."""
        copies = sum(headline.copies for headline in self.headlines)
        return (
            max(0, self.articles - len(self.headlines) - copies)
            + self.developments_found
            - len(self.developments)
            + self.turns_found
            - len(self.turns)
            + self.disputes_found
            - len(self.disputes)
        )

    @property
    def rows(self) -> tuple[Arrival, ...]:
        """A row for each thing that is new."""
        return (
            *(_headline(headline) for headline in self.headlines),
            *(_development(one) for one in self.developments),
            *(_turn(turn) for turn in self.turns),
            *(_dispute(dispute) for dispute in self.disputes),
        )


def _headline(told: Headline) -> Arrival:
    """An article."""
    return Arrival(
        kind="article",
        number=None,
        day=told.published,
        what=told.title or "",
        article=told.article,
        publisher=told.publisher,
        published=told.published,
    )


def _development(development: Development) -> Arrival:
    """A happening of which nobody told before."""
    account = development.account
    told, first = account.happening, account.witnesses[0]
    return Arrival(
        kind="happening",
        number=account.number,
        day=told.first,
        what=f"{names_of(told.source)} {told.type} {names_of(told.target)}".strip(),
        article=first.article,
        publisher=first.publisher,
        published=first.published,
    )


def _turn(turn: Turn) -> Arrival:
    """A prospect that stands otherwise than before."""
    return Arrival(
        kind="status",
        number=turn.prospect,
        day=turn.day,
        what=f"{turn.what}: {turn.status}",
        article=turn.witness.article,
        publisher=turn.witness.publisher,
        published=turn.witness.published,
    )


def _dispute(dispute: Dispute) -> Arrival:
    """A discrepancy, by the version that has fewest sources."""
    last = dispute.versions[-1].witnesses[0]
    return Arrival(
        kind="discrepancy",
        number=dispute.account.number,
        day=dispute.account.happening.first,
        what=f"{dispute.kind}: {' / '.join(version.value for version in dispute.versions)}",
        article=last.article,
        publisher=last.publisher,
        published=last.published,
    )
