"""Prospect: what lies or lay ahead, with its history from the first word of it to the last."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from msgspec import Meta

from memcon.desk.desk import Desk
from memcon.story.histories import History
from memcon.web.query import Query
from memcon.web.view import View


class ProspectQuery(Query, frozen=True, kw_only=True):
    """One prospect by its number, as it stood on a day."""

    number: Annotated[int, Meta(ge=1, le=2**62)]
    as_of: date | None = None


def _ask(desk: Desk, query: ProspectQuery) -> History:
    return desk.prospect(query.number, query.as_of or date.today())


def _frame(_answer: History, query: ProspectQuery) -> Mapping[str, Any]:
    return {"today": query.as_of or date.today()}


PROSPECT = View(
    path="/prospect/{number}",
    about="One prospect with its history",
    query=ProspectQuery,
    ask=_ask,
    template="prospect.html",
    frame=_frame,
    is_table=False,
)
