"""Overview: what is new since the last look, and how the desk stands: the first page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from msgspec import Meta

from memcon.desk.census import Census, census
from memcon.desk.desk import Desk
from memcon.story.activity import Activity
from memcon.story.arrivals import Arrivals, Look
from memcon.story.disputes import Disputes
from memcon.story.histories import Horizon
from memcon.story.news import Watches
from memcon.web.query import Query
from memcon.web.sparklines import sparklines
from memcon.web.view import Deed, View
from memcon.web.watches import question_words

_RELATIONS = 12


class OverviewQuery(Query, frozen=True, kw_only=True):
    """The desk as it stands today, of each kind of finding so much."""

    limit: Annotated[int, Meta(ge=1, le=100)] = 4


class _Seen(Query, frozen=True, kw_only=True):
    """That what is new was looked at, up to an article's number."""

    reached: int


@dataclass(frozen=True, slots=True)
class Overview:
    """How large the desk is, what is new on it since it was last `looked` at, and what stands."""

    size: Census
    looked: Look | None
    arrivals: Arrivals
    activity: Activity
    horizon: Horizon
    discrepancies: Disputes
    watches: Watches


def _ask(desk: Desk, query: OverviewQuery) -> Overview:
    today = date.today()
    return Overview(
        size=census(desk.store),
        looked=desk.looked(),
        arrivals=desk.recent(limit=query.limit),
        activity=desk.activity(_RELATIONS, today),
        horizon=desk.horizon(today, query.limit),
        discrepancies=desk.discrepancies((), (), query.limit, until=today),
        watches=desk.watches(),
    )


def _frame(answer: Overview, _query: OverviewQuery) -> Mapping[str, Any]:
    ties = answer.activity.ties
    return {
        "ties": tuple(zip(ties, sparklines(ties), strict=True)),
        "question": question_words,
        "first": _day(answer.size.first_published),
        "last": _day(answer.size.last_published),
    }


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None


def _mark_seen(desk: Desk, told: _Seen) -> str:
    desk.look(told.reached)
    return "/overview"


OVERVIEW = View(
    path="/overview",
    about="What is new, and how the desk stands",
    query=OverviewQuery,
    ask=_ask,
    template="overview.html",
    frame=_frame,
    is_table=False,
)
LOOKING = (
    Deed(path="/overview/seen", about="Take note of what is new", query=_Seen, do=_mark_seen),
)
