"""Discrepancies: where sources differ, each version with its words, the latest happening first."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from memcon.brief.disputes import KINDS
from memcon.desk.desk import Desk
from memcon.story.discrepancies import Kind
from memcon.story.disputes import Disputes
from memcon.web.answering import address
from memcon.web.completions import names
from memcon.web.query import Within
from memcon.web.view import View

_MOST, _WIDER = 200, 4


class DiscrepanciesQuery(Within, frozen=True, kw_only=True):
    """Where sources differ, in this, on happenings in which all these parties have a part."""

    party: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 25


def _ask(desk: Desk, query: DiscrepanciesQuery) -> Disputes:
    return desk.discrepancies(query.party, query.kind, query.limit, **query.days)


def _frame(_answer: Disputes, query: DiscrepanciesQuery) -> Mapping[str, Any]:
    return {"kinds": KINDS, "wider": _wider(query)}


def _wider(query: DiscrepanciesQuery) -> str | None:
    """Where more are shown; None where no more can be."""
    if query.limit == _MOST:
        return None
    limit = min(query.limit * _WIDER, _MOST)
    return address("/discrepancies", party=query.party, kind=query.kind, **query.days, limit=limit)


DISCREPANCIES = View(
    path="/discrepancies",
    about="Where sources differ",
    query=DiscrepanciesQuery,
    ask=_ask,
    template="discrepancies.html",
    frame=_frame,
    aside=names,
)
