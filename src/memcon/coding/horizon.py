"""Horizon: which times lie ahead of an article, and which belong to a word."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from memcon.coding.scene import Scene
from memcon.language.clauses import Clause
from memcon.record.article import Published
from memcon.record.findings import Time

BETWEEN = frozenset({"ADP", "PROPN", "DET", "SCONJ"})
YEARS = frozenset("0123456789X")
PARTS = frozenset({"compound", "nummod", "amod", "poss", "nmod"})
ASIDE = frozenset({"after", "since", "ahead", "following", "until"})
REACH = 7


@dataclass(frozen=True, slots=True)
class Horizon:
    """The day on which an article appeared, and its calendar times.

    Without a day nothing is known to be past or ahead. `spots`: each time with its head and the
    number of its clause.
    """

    today: date | None
    scene: Scene
    spots: tuple[tuple[Time, Token, int], ...]

    @classmethod
    def of(cls, scene: Scene) -> "Horizon":
        """The horizon of an article."""
        spots = []
        for time in scene.times:
            tokens = scene.parse.tokens_in(time)
            is_dated = time.value[:1] in YEARS and time.value[5:7] != "XX"
            if time.type in ("DATE", "TIME") and is_dated and tokens:
                inside = {token.i for token in tokens}
                top = next((t for t in tokens if t.head.i not in inside), tokens[0])
                if top.dep_ in PARTS and tokens[0].i and tokens[0].nbor(-1).pos_ == "ADP":
                    top = tokens[0].nbor(-1)  # "meet allies on 14 June and leaders the next day"
                spots.append((time, top, scene.parse.clause_of[top.i]))
        return cls(_day(scene.parse.article.published), scene, tuple(spots))

    def is_ahead(self, time: Time) -> bool:
        """Whether a time begins after the day of the article."""
        span = days(time.value)
        return self.today is not None and span is not None and span[0] > self.today

    def is_past(self, time: Time) -> bool:
        """Whether a day, week, month or year ended before the day of the article."""
        span = None if time.value[5:7].isalpha() else days(time.value)
        return self.today is not None and span is not None and span[1] < self.today

    def is_long_past(self, time: Time) -> bool:
        """Whether it ended more than about two months before."""
        span = days(time.value)
        if self.today is None or span is None or not self.is_past(time):
            return False
        return (self.today - span[1]).days > 62

    def beside(self, token: Token) -> Iterator[Time]:
        """The times of a noun: they hang on it, or follow it with only places between."""
        clause = self.scene.parse.clause_of[token.i]
        for time, top, where in self.spots:
            if where == clause and (_hangs_on(top, token) or _follows(token, top)):
                yield time

    def within(self, clauses: Iterable[Clause | None]) -> Iterator[Time]:
        """The times told in clauses themselves, not in those below them."""
        for clause in clauses:
            if clause is not None:
                for time, top, where in self.spots:
                    if where == clause.index and _hangs_on(top, clause.verb):
                        yield time


def _hangs_on(top: Token, head: Token) -> bool:
    """Whether a time tells when: not "ahead of the December talks", "before Friday"."""
    if top.dep_ in PARTS and top.head.i != head.i:
        return False
    while top.head.i not in (top.i, head.i):
        top = top.head
        if top.lower_ in ASIDE:
            return False
    return top.head.i == head.i and top.lower_ not in ASIDE


def _follows(token: Token, top: Token) -> bool:
    """Whether only places stand between: "the summit in Brussels on June 14"."""
    if not token.i < top.i <= token.i + REACH:
        return False
    return all(
        token.doc[i].pos_ in BETWEEN or token.doc[i].pos_ == "NUM"
        for i in range(token.i + 1, top.i)
    )


def _day(published: Published | None) -> date | None:
    span = None if published is None else days(published.value)
    return span[0] if span else None


def days(value: str) -> tuple[date, date] | None:
    """The first and the last day of a TIMEX3 value; None when it names none.

    Seasons and quarters count as their year.
    """
    year, _, rest = value.partition("-")
    if len(year) != 4 or not year.isdecimal() or year == "0000":
        return None
    month, _, day = rest.partition("-")
    try:
        if month[:1] == "W" and month[1:].isdecimal():
            return _week(int(year), int(month[1:]))
        if month.isdecimal():
            return _month(int(year), int(month), day[:2])
    except ValueError:
        return None
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _week(year: int, week: int) -> tuple[date, date]:
    return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)


def _month(year: int, month: int, day: str) -> tuple[date, date]:
    if day.isdecimal():
        return date(year, month, int(day)), date(year, month, int(day))
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
