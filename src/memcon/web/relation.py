"""Relation: two parties: what was between them over time, and what lies ahead of them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, get_args

from msgspec import Meta

from memcon.brief.matrix import by_issue
from memcon.brief.relation import relation_lead
from memcon.desk.desk import Desk
from memcon.story.matrix import Cell
from memcon.story.relations import Grain, Relation, meetings
from memcon.story.sides import differed, latest_once, signalled
from memcon.web.answering import address
from memcon.web.query import Within
from memcon.web.series import Span, series_chart, series_strip, spans
from memcon.web.sheets import segment
from memcon.web.view import Chart, View

_GRAINS: tuple[Grain, ...] = get_args(Grain)
_MOST = 100
# The table under the chart has so many rows at the most; each "more" shows so many times more.
_ROWS, _WIDER = 120, 4
# So many of a side are told with what they hold on an issue; the issue's own page has all.
_SPEAKERS = 8


class RelationQuery(Within, frozen=True, kw_only=True):
    """Two parties as they stood on a day, summed up by day, week or month; of each kind of finding
    the latest so many."""

    a: str
    b: str
    by: Grain = "month"
    as_of: date | None = None
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 6


def _ask(desk: Desk, query: RelationQuery) -> Relation:
    today = query.as_of or date.today()
    return desk.relation(query.a, query.b, query.by, today, query.limit, **query.days)


def _chart(answer: Relation, query: RelationQuery) -> Chart:
    return series_chart(_spans(answer, query))


def _frame(answer: Relation, query: RelationQuery) -> Mapping[str, Any]:
    over, met = _spans(answer, query), latest_once(meetings(answer.deeds))
    return {
        "lead": relation_lead(answer),
        "timeline": address("/timeline", party=(query.a, query.b), **query.days),
        "grains": _GRAINS,
        "strip": series_strip(over),
        "spans": over[: -_ROWS - 1 : -1],
        "spans_left": max(len(over) - _ROWS, 0),
        "kinds": {
            "Signals": signalled(answer, query.limit),
            "Differences": differed(answer, query.limit),
        },
        "positions": tuple(_facing(answer)),
        "met": tuple(account for _, account in answer.opened(met[: query.limit])),
        "met_found": len(met),
        "wider": _wider(query),
    }


def _spans(answer: Relation, query: RelationQuery) -> tuple[Span, ...]:
    return spans(answer.points, answer.grain, (query.a, query.b), query.days)


def _facing(answer: Relation) -> Iterator[tuple[str, list[tuple[list[Cell], int]]]]:
    """Each issue with what those of either party hold on it, and how many more of them do."""
    for issue, cells in by_issue(answer.matrix):
        held = ([c for c in cells if c.actor.code == p.code] for p in (answer.a, answer.b))
        yield issue, [(ones[:_SPEAKERS], len(ones[_SPEAKERS:])) for ones in held]


def _wider(query: RelationQuery) -> str | None:
    """Where more of each kind is shown; None where no more can be."""
    if query.limit == _MOST:
        return None
    return address(
        f"/relation/{segment(query.a)}/{segment(query.b)}",
        **query.days,
        by=query.by,
        as_of=query.as_of,
        limit=min(query.limit * _WIDER, _MOST),
    )


RELATION = View(
    path="/relation/{a}/{b}",
    about="Two parties: what was between them, and what lies ahead",
    query=RelationQuery,
    ask=_ask,
    template="relation.html",
    frame=_frame,
    chart=_chart,
)
