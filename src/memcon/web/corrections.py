"""Corrections: all that readers set right, with who, when, and what stood before."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from memcon.brief.corrections import signed_by
from memcon.desk.desk import Desk
from memcon.story.amendments import Corrections
from memcon.web.answering import wider
from memcon.web.errata import erratum
from memcon.web.query import Query
from memcon.web.view import View

_MOST = 1000


class CorrectionsQuery(Query, frozen=True, kw_only=True):
    """Those in one article, or all; the latest so many are shown."""

    article: str | None = None
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 100


def _ask(desk: Desk, query: CorrectionsQuery) -> Corrections:
    return desk.corrections(query.article)


def _frame(answer: Corrections, query: CorrectionsQuery) -> Mapping[str, Any]:
    return {
        "errata": [erratum(one) for one in answer.amendments[: -query.limit - 1 : -1]],
        "judgements": [
            (one, signed_by(one.who, one.when))
            for one in answer.judgements[: -query.limit - 1 : -1]
        ],
        "wider": wider("/corrections", query.limit, _MOST, article=query.article),
    }


CORRECTIONS = View(
    path="/corrections",
    about="What readers set right",
    query=CorrectionsQuery,
    ask=_ask,
    template="corrections.html",
    frame=_frame,
)
