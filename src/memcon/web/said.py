"""Said: who said what: what was quoted and what was paraphrased told apart, and through whom."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from msgspec import Meta

from memcon.brief.words import calendar
from memcon.desk.desk import Desk
from memcon.story.quotes import Quotes
from memcon.tables.quotations import Quotation
from memcon.web.answering import address
from memcon.web.completions import names_and_outlets
from memcon.web.query import Within
from memcon.web.view import View

_MOST, _WIDER = 200, 4


class SaidQuery(Within, frozen=True, kw_only=True):
    """What a party said in words that have all of these, in articles of these days and a publisher
    whose name has these words."""

    speaker: str | None = None
    about: str | None = None
    publisher: str | None = None
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 25


def _ask(desk: Desk, query: SaidQuery) -> Quotes:
    return desk.said(
        query.about,
        query.limit,
        speaker=query.speaker,
        publisher=query.publisher,
        since=query.since,
        until=query.until,
    )


def _frame(answer: Quotes, query: SaidQuery) -> Mapping[str, Any]:
    return {"parts": parts, "calendar": calendar, "earlier": _earlier(answer, query)}


def parts(told: Quotation) -> Iterator[tuple[str, str]]:
    """What was said, in order: passages that are "quoted" or "paraphrased", and a "gap" where the
    article has words between them."""
    reached = 0
    for passage in told.passages:
        at = told.content.find(passage.words, reached)
        if "…" in told.content[reached:at]:
            yield "gap", "…"
        yield passage.kind, passage.words
        reached = at + len(passage.words)


def _earlier(answer: Quotes, query: SaidQuery) -> str | None:
    """Where earlier articles are gone through; None where all were."""
    if not answer.left:
        return None
    until, limit = answer.reached, query.limit
    if until is None or until == query.until:
        until, limit = query.until, min(query.limit * _WIDER, _MOST)
        if limit == query.limit:
            return None
    return address(
        "/said",
        speaker=query.speaker,
        about=query.about,
        publisher=query.publisher,
        since=query.since,
        until=until,
        limit=None if limit == SaidQuery().limit else limit,
    )


SAID = View(
    path="/said",
    about="Who said what",
    query=SaidQuery,
    ask=_ask,
    template="said.html",
    frame=_frame,
    aside=names_and_outlets,
)
