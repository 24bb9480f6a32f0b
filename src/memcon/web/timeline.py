"""Timeline: the happenings of parties, types and days, the latest first, a page of whole days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated, Any, get_args

from msgspec import Meta

from memcon.brief.accounts import in_words
from memcon.brief.words import MONTHS
from memcon.desk.desk import Desk
from memcon.record.terms import EventStatus, EventType
from memcon.story.answers import Account
from memcon.story.timelines import Timeline
from memcon.web.answering import address
from memcon.web.completions import names
from memcon.web.query import Within
from memcon.web.view import View

_TYPES: tuple[EventType, ...] = get_args(EventType)
_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)
_MOST = 500
# Where a page reaches over no more days than this, each has a heading; else each month.
_BY_DAY = 45
# A day with more happenings than a page has is shown on one that has so many times more.
_WIDER = 4


class TimelineQuery(Within, frozen=True, kw_only=True):
    """Happenings in which all these parties have a part, of these types and statuses, at a place
    of this name."""

    party: tuple[str, ...] = ()
    type: tuple[EventType, ...] = ()
    status: tuple[EventStatus, ...] = ()
    place: str | None = None
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 60


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the timeline: happenings, the latest first, and where the earlier ones are; of the
    day that is `cut` there are more."""

    accounts: tuple[Account, ...]
    earlier: str | None
    cut: date | None

    @property
    def groups(self) -> Iterator[tuple[str, list[Account]]]:
        """Under each day, or each month, its happenings."""
        days = [day for one in self.accounts if (day := one.happening.first)]
        reach = (days[0] - days[-1]).days if days else 0
        heading = in_words if reach <= _BY_DAY else _month
        for words, some in groupby(self.accounts, key=lambda one: heading(one.happening.first)):
            yield words, list(some)


def _ask(desk: Desk, query: TimelineQuery) -> Timeline:
    return desk.timeline(
        query.party, query.type, query.status, query.limit, query.place, **query.days
    )


def _frame(answer: Timeline, query: TimelineQuery) -> Mapping[str, Any]:
    return {"types": _TYPES, "statuses": _STATUSES, "leaf": leaf(answer, query)}


def leaf(answer: Timeline, query: TimelineQuery) -> Leaf:
    """The answer as a page; where more is left, its last day begins the next page as a whole.

    A day that no page holds is cut, and the next page begins with the day before.
    """
    accounts = answer.accounts[::-1]
    if not answer.left:
        return Leaf(accounts, None, None)
    day = accounts[-1].happening.first
    whole = tuple(one for one in accounts if one.happening.first != day)
    if day and whole:
        return Leaf(whole, _way(query, day, query.limit), None)
    if query.limit < _MOST:
        more = min(query.limit * _WIDER, _MOST)
        return Leaf(accounts, _way(query, query.until, more), None)
    before = day - timedelta(1) if day and day > date.min else None
    return Leaf(accounts, _way(query, before, query.limit) if before else None, day)


def _way(query: TimelineQuery, until: date | None, limit: int) -> str:
    """The same question up to another day."""
    return address(
        "/timeline",
        party=query.party,
        type=query.type,
        status=query.status,
        place=query.place,
        since=query.since,
        until=until,
        limit=None if limit == TimelineQuery().limit else limit,
    )


def _month(day: date | None) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}" if day else in_words(None)


TIMELINE = View(
    path="/timeline",
    about="Happenings by date",
    query=TimelineQuery,
    ask=_ask,
    template="timeline.html",
    frame=_frame,
    aside=names,
)
