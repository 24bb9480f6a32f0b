"""Timeline: the happenings of parties, types and days, one after another."""

from collections.abc import Mapping
from typing import Annotated, Any, get_args

from msgspec import Meta

from memcon.desk.desk import Desk
from memcon.record.terms import EventStatus, EventType
from memcon.story.timelines import Timeline
from memcon.web.query import Within
from memcon.web.view import View

_TYPES: tuple[EventType, ...] = get_args(EventType)
_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)


class TimelineQuery(Within, frozen=True, kw_only=True):
    """Happenings in which all these parties have a part, of these types and statuses."""

    party: tuple[str, ...] = ()
    type: tuple[EventType, ...] = ()
    status: tuple[EventStatus, ...] = ()
    limit: Annotated[int, Meta(ge=1, le=1000)] = 100


def _ask(desk: Desk, query: TimelineQuery) -> Timeline:
    return desk.timeline(query.party, query.type, query.status, query.limit, **query.days)


def _frame(_answer: Timeline, _query: TimelineQuery) -> Mapping[str, Any]:
    return {"types": _TYPES, "statuses": _STATUSES}


TIMELINE = View(
    path="/timeline",
    about="Happenings by date",
    query=TimelineQuery,
    ask=_ask,
    template="timeline.html",
    frame=_frame,
)
