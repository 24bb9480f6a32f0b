"""Prospects: what lies ahead, and what came of it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, get_args

from msgspec import Meta

from memcon.brief.outlooks import grouped, grouped_words
from memcon.desk.desk import Desk
from memcon.story.histories import Prospects
from memcon.story.outlook import State
from memcon.web.answering import address
from memcon.web.query import Query
from memcon.web.view import View

_STATES: tuple[State, ...] = get_args(State)
_MOST = 400
# "More" shows so many times more.
_WIDER = 4


class ProspectsQuery(Query, frozen=True, kw_only=True):
    """Prospects in which all these parties have a part, and that stand so on a day."""

    party: tuple[str, ...] = ()
    state: tuple[State, ...] = ()
    as_of: date | None = None
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 25


def _ask(desk: Desk, query: ProspectsQuery) -> Prospects:
    today = query.as_of or date.today()
    return desk.prospects(query.party, query.state, today, query.limit)


def _frame(answer: Prospects, query: ProspectsQuery) -> Mapping[str, Any]:
    return {
        "groups": tuple(grouped(answer)),
        "grouped_words": grouped_words,
        "states": _STATES,
        "wider": _wider(query),
    }


def _wider(query: ProspectsQuery) -> str | None:
    """Where more are shown; None where no more can be."""
    if query.limit == _MOST:
        return None
    return address(
        "/prospects",
        party=query.party,
        state=query.state,
        as_of=query.as_of,
        limit=min(query.limit * _WIDER, _MOST),
    )


PROSPECTS = View(
    path="/prospects",
    about="What lies ahead, and what came of it",
    query=ProspectsQuery,
    ask=_ask,
    template="prospects.html",
    frame=_frame,
)
