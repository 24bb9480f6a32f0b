"""Issue: who holds what on it over time, who turned, and who would not speak of it."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from msgspec import Meta

from memcon.brief.lines import plain
from memcon.brief.matrix import stand_words
from memcon.desk.desk import Desk
from memcon.story.answers import Witness
from memcon.story.debates import Debate
from memcon.story.matrix import Cell, side_of
from memcon.web.answering import address
from memcon.web.charts import CONFLICT, COOPERATION, chart, colour, days
from memcon.web.query import Within
from memcon.web.sheets import segment
from memcon.web.view import Chart, View

_MOST = 400
# "More" shows so many times more.
_WIDER = 4
_SIDES: Mapping[int, str] = {1: "For", -1: "Against", 0: "Neither"}
_SCALE: Mapping[str, Any] = {
    "domain": [*_SIDES.values()],
    "range": [COOPERATION, CONFLICT, colour("edge")],
}
# A line of the chart is so high.
_STEP = 22


class IssueQuery(Within, frozen=True, kw_only=True):
    """An issue by its name, with the actors of whom most is told."""

    name: str
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 25


def _ask(desk: Desk, query: IssueQuery) -> Debate:
    return desk.issue(query.name, query.limit, **query.days)


def _chart(answer: Debate, _query: IssueQuery) -> Chart:
    """Actors downwards, time to the right: each stance from its first telling to its last."""
    told = list(_told(answer))
    encoding = {
        "x": days("since", padding=8),
        "y": {
            "field": "actor",
            "type": "nominal",
            "sort": None,
            "title": None,
            "axis": {"labelLimit": 140, "grid": True, "ticks": False, "domain": False},
        },
        "color": {"field": "side", "type": "nominal", "scale": _SCALE},
        "tooltip": [{"field": name, "title": name.capitalize()} for name in ("actor", "stance")],
    }
    lasting = {"x2": {"field": "until"}}
    return chart(
        told,
        width="container",
        height=_STEP * len({one["actor"] for one in told}),
        encoding=encoding,
        layer=[
            {"mark": {"type": "rule", "strokeWidth": 4, "cursor": "pointer"}, "encoding": lasting},
            {"mark": {"type": "circle", "size": 90, "opacity": 1, "cursor": "pointer"}},
        ],
    )


def _told(answer: Debate) -> Iterator[dict[str, Any]]:
    """What has a day: each stance, and the way to the words that tell it first."""
    for cell in answer.matrix.cells:
        for stand in cell.stands:
            if stand.day and stand.until:
                yield {
                    "actor": _called(cell),
                    "stance": stand_words(stand),
                    "side": _SIDES[side_of(stand.stance)],
                    "since": stand.day,
                    "until": stand.until,
                    "address": _at(stand.witnesses[0]),
                }


def _called(cell: Cell) -> str:
    """ "Sergei Lavrov (RUS)"."""
    side = f" ({cell.actor.country})" if cell.actor.country else ""
    return f"{plain(cell.actor.name)}{side}"


def _at(witness: Witness) -> str:
    """Where the words stand in their article."""
    finding = segment(witness.finding)
    return f"/article/{witness.article[:16]}?finding={finding}#{finding}"


def _frame(answer: Debate, query: IssueQuery) -> Mapping[str, Any]:
    return {
        "called": _called,
        "is_placed": any(stand.day for cell in answer.matrix.cells for stand in cell.stands),
        "wider": _wider(query),
    }


def _wider(query: IssueQuery) -> str | None:
    """Where more actors are shown; None where no more can be."""
    if query.limit == _MOST:
        return None
    limit = min(query.limit * _WIDER, _MOST)
    return address(f"/issue/{segment(query.name)}", **query.days, limit=limit)


ISSUE = View(
    path="/issue/{name}",
    about="An issue: who holds what on it over time",
    query=IssueQuery,
    ask=_ask,
    template="issue.html",
    frame=_frame,
    chart=_chart,
)
