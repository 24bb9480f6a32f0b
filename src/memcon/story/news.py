"""News: what is new on the desk since a saved question was last looked at."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from memcon.record.terms import ProspectStatus
from memcon.story.answers import Account, Answer, Witness, names_of
from memcon.story.disputes import Dispute
from memcon.story.hits import Hit
from memcon.story.matrix import Holding

Subject = Literal[
    "relation", "timeline", "actor", "positions", "prospects", "discrepancies", "search"
]


@dataclass(frozen=True, slots=True)
class Development:
    """A happening of which new articles tell; `is_new` where none told of it before, and
    `account` has the words of the new ones alone."""

    account: Account
    is_new: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """What a new article says of a prospect; `before` is the status that stood till then, None
    where nobody had told of it."""

    prospect: int
    what: str
    participants: tuple[str, ...]
    day: date | None
    status: ProspectStatus
    before: ProspectStatus | None
    witness: Witness


@dataclass(frozen=True, slots=True)
class Update:
    """What is new for one watch: `question` is its words as asked for, `articles` how many came to
    the desk since, whatever they tell; `found` counts what is new, shown or not.

    `until` is the number of the last article that was looked at. `problem` says why the question
    can no longer be asked: a name may have come to mean two actors.
    """

    watch: str
    question: tuple[str, ...]
    articles: int
    until: int
    problem: str | None
    developments: tuple[Development, ...]
    turns: tuple[Turn, ...]
    disputes: tuple[Dispute, ...]
    holdings: tuple[Holding, ...]
    hits: tuple[Hit, ...]
    found: int

    @property
    def shown(self) -> int:
        """How much of what is new it holds."""
        parts = (self.developments, self.turns, self.disputes, self.holdings, self.hits)
        return sum(map(len, parts))


@dataclass(frozen=True, slots=True)
class Notice:
    """A row of the news: `kind` is happening, telling, status, discrepancy, position or article;
    `number` is the happening's or the prospect's."""

    watch: str
    kind: str
    number: int | None
    day: date | None
    what: str
    article: str
    publisher: str | None
    published: date | None
    words: str


@dataclass(frozen=True, slots=True)
class News(Answer[Notice]):
    """What is new for each watch, in the order of the watches."""

    row = Notice

    updates: tuple[Update, ...]

    @property
    def left(self) -> int:
        """How much more is new."""
        return sum(update.found - update.shown for update in self.updates)

    @property
    def rows(self) -> tuple[Notice, ...]:
        """A row for each thing that is new."""
        return tuple(notice for update in self.updates for notice in _notices(update))


@dataclass(frozen=True, slots=True)
class Watch:
    """A saved question; `seen` is the number of the last article when it was last looked at,
    `waiting` counts those that came since."""

    name: str
    question: tuple[str, ...]
    seen: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of the watches."""

    name: str
    question: str
    waiting: int


@dataclass(frozen=True, slots=True)
class Watches(Answer[Asked]):
    """The saved questions, in the order in which they were saved."""

    row = Asked

    watches: tuple[Watch, ...]

    @property
    def rows(self) -> tuple[Asked, ...]:
        """A row for each."""
        return tuple(
            Asked(name=w.name, question=" ".join(w.question), waiting=w.waiting)
            for w in self.watches
        )


def _notices(update: Update) -> list[Notice]:
    """The rows of one watch."""
    name = update.watch
    return [
        *(_told(name, one) for one in update.developments),
        *(
            _notice(name, "status", t.prospect, t.day, f"{t.what}: {t.status}", t.witness)
            for t in update.turns
        ),
        *(_differ(name, dispute) for dispute in update.disputes),
        *(_notice(name, "position", None, h.day, _held(h), h.witness) for h in update.holdings),
        *(_hit(name, hit) for hit in update.hits),
    ]


def _told(name: str, development: Development) -> Notice:
    """A happening, or more words of one that was known."""
    account = development.account
    told = account.happening
    what = f"{names_of(told.source)} {told.type} {names_of(told.target)}".strip()
    kind = "happening" if development.is_new else "telling"
    return _notice(name, kind, account.number, told.first, what, account.witnesses[0])


def _differ(name: str, dispute: Dispute) -> Notice:
    """A discrepancy, with the words of the version that has fewest sources."""
    what = f"{dispute.kind}: {' / '.join(version.value for version in dispute.versions)}"
    witness = dispute.versions[-1].witnesses[0]
    account = dispute.account
    day = account.happening.first
    return _notice(name, "discrepancy", account.number, day, what, witness)


def _held(holding: Holding) -> str:
    """ "Russia opposes NATO enlargement"."""
    return f"{holding.actor.name} {holding.stance} {holding.issue}"


def _hit(name: str, hit: Hit) -> Notice:
    """An article that a search finds."""
    return Notice(
        watch=name,
        kind="article",
        number=None,
        day=hit.published,
        what=hit.title or "",
        article=hit.article,
        publisher=hit.publisher,
        published=hit.published,
        words=hit.passage.words,
    )


def _notice(
    name: str, kind: str, number: int | None, day: date | None, what: str, witness: Witness
) -> Notice:
    """A row that rests on the words of one article."""
    return Notice(
        watch=name,
        kind=kind,
        number=number,
        day=day,
        what=what,
        article=witness.article,
        publisher=witness.publisher,
        published=witness.published,
        words=witness.words,
    )
