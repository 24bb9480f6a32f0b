"""Relation: what two parties do to each other over time; signals and differences."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from memcon.record.terms import EventStatus, EventType, Stance
from memcon.story.answers import Account, Answer, Party
from memcon.story.disputes import Dispute
from memcon.story.histories import History
from memcon.story.matrix import Matrix
from memcon.story.silences import Hush

Grain = Literal["day", "week", "month"]

# What weighs in a series: a threat or a promise that was made is a fact, an act that is planned,
# alleged or denied is none.
FACTS: tuple[EventStatus, ...] = ("actual", "ongoing")
# An offer is a signal before it is taken up; what somebody denies, or is merely accused of, is not.
_SIGNALLED: tuple[EventStatus, ...] = (*FACTS, "planned", "proposed", "conditional")
_SIGNALS: tuple[EventType, ...] = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
)
_WELCOMING: tuple[Stance, ...] = ("supports", "offers", "welcomes", "open")
_DIFFERING: tuple[Stance, ...] = ("opposes", "demands", "concerned", "criticizes", "denies")


@dataclass(frozen=True, slots=True)
class Deed:
    """A happening between two parties; `toward` is 1 where the first acts on the second, -1 the
    other way, 0 where both act; `goldstein` from -10 to 10."""

    happening: int
    day: date | None
    toward: int
    type: EventType
    status: EventStatus
    goldstein: float


@dataclass(frozen=True, slots=True)
class Point:
    """A day, week or month: the sums of Goldstein values above and below zero, each happening
    once, and which happenings they are."""

    first: date
    cooperation: float
    conflict: float
    happenings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """A row of a relation: one happening between the two.

    Mode, number of sources and the words of the first are those of happenings that were opened.
    """

    happening: int
    day: date | None
    source: str
    target: str
    type: str
    mode: str | None
    status: str
    goldstein: float
    sources: int | None
    publisher: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Relation(Answer[Encounter]):
    """What is between two parties: `deeds` are all of it, by day; `accounts` hold those that were
    opened, by number: a desk that has thousands opens the latest of each kind.

    `a` and `b` are as they were asked for, and so is a deed's direction. `articles` tell of the
    deeds, `sources` counts their families. Of disputes, silences and prospects there may be more
    than are here; `…_found` counts them all.
    """

    row = Encounter

    a: Party
    b: Party
    since: date | None
    until: date | None
    today: date
    grain: Grain
    points: tuple[Point, ...]
    deeds: tuple[Deed, ...]
    articles: int
    sources: int
    accounts: Mapping[int, Account]
    matrix: Matrix
    disputes: tuple[Dispute, ...]
    disputes_found: int
    silences: tuple[Hush, ...]
    silences_found: int
    prospects: tuple[History, ...]
    prospects_found: int

    @property
    def rows(self) -> tuple[Encounter, ...]:
        """A row for each deed."""
        return tuple(self._encounter(deed) for deed in self.deeds)

    def opened(self, deeds: Iterable[Deed]) -> tuple[tuple[Deed, Account], ...]:
        """Those of the deeds whose words are at hand, each with them; in the order given."""
        return tuple((d, self.accounts[d.happening]) for d in deeds if d.happening in self.accounts)

    def _encounter(self, deed: Deed) -> Encounter:
        """The row of a deed; of a mutual one the party asked for first stands as the source."""
        account = self.accounts.get(deed.happening)
        first = account.witnesses[0] if account and account.witnesses else None
        source, target = (self.b, self.a) if deed.toward < 0 else (self.a, self.b)
        return Encounter(
            happening=deed.happening,
            day=deed.day,
            source=source.name,
            target=target.name,
            type=deed.type,
            mode=account.happening.mode if account else None,
            status=deed.status,
            goldstein=deed.goldstein,
            sources=account.happening.sources if account else None,
            publisher=first.publisher if first else None,
            words=first.words if first else None,
        )


def series(deeds: Iterable[Deed], grain: Grain) -> tuple[Point, ...]:
    """The points from the first deed to the last, in order; spans without a deed are left out.

    Only what happened counts, and only where its day is known.
    """
    spans: dict[date, dict[int, float]] = {}
    for deed in deeds:
        if deed.day is not None and deed.status in FACTS:
            spans.setdefault(opening(deed.day, grain), {})[deed.happening] = deed.goldstein
    return tuple(
        Point(
            first=first,
            cooperation=round(sum(value for value in values.values() if value > 0), 2),
            conflict=round(sum(value for value in values.values() if value < 0), 2),
            happenings=tuple(values),
        )
        for first, values in sorted(spans.items())
    )


def opening(day: date, grain: Grain) -> date:
    """The first day of the week (a Monday) or month in which a day lies."""
    if grain == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if grain == "week" else day


def closing(first: date, grain: Grain) -> date:
    """The last day of the week or month that begins on a day."""
    if grain == "month":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first + timedelta(days=6) if grain == "week" else first


def signals(deeds: Sequence[Deed]) -> tuple[Deed, ...]:
    """What was welcomed, offered and agreed."""
    return tuple(d for d in deeds if d.type in _SIGNALS and d.status in _SIGNALLED)


def differences(deeds: Sequence[Deed]) -> tuple[Deed, ...]:
    """What was criticised, demanded and rejected, threatened and done against each other.

    What is only planned or alleged differs all the same; what did not happen does not.
    """
    return tuple(
        d for d in deeds if d.type not in _SIGNALS and d.status not in ("denied", "not-happened")
    )


def meetings(deeds: Sequence[Deed]) -> tuple[Deed, ...]:
    """Who met and spoke with whom: consultations that took place or are under way."""
    return tuple(d for d in deeds if d.type == "CONSULT" and d.status in FACTS)


def toward(deeds: Iterable[Deed], *directions: int) -> tuple[Deed, ...]:
    """Those of the deeds that go in one of these directions: 1, -1, or 0 for what both do."""
    return tuple(deed for deed in deeds if deed.toward in directions)


def is_welcoming(stance: Stance) -> bool:
    """Whether a stance is a signal: a welcome, an offer, support."""
    return stance in _WELCOMING


def is_differing(stance: Stance) -> bool:
    """Whether a stance is a difference: a demand, criticism, concern."""
    return stance in _DIFFERING
