"""Said: who said what: what was quoted and what was paraphrased told apart, and through whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from msgspec import Meta

from memcon.brief.words import calendar
from memcon.desk.desk import Desk
from memcon.story.quotes import Quote, Quotes
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


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of quotes, and where the earlier ones are; of the day that is `cut` there are more."""

    quotes: tuple[Quote, ...]
    earlier: str | None
    cut: date | None


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
    return {"parts": parts, "calendar": calendar, "leaf": leaf(answer, query)}


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


def leaf(answer: Quotes, query: SaidQuery) -> Leaf:
    """The answer as a page; where more is left, its last day begins the next page as a whole.

    A day that no page holds is cut, and the next page begins with the day before.
    """
    day, quotes = answer.reached, answer.quotes
    if not answer.left:
        return Leaf(quotes, None, None)
    whole = tuple(one for one in quotes if one.published != day)
    is_full = len(quotes) >= query.limit
    if day and (whole or not (is_full or day == query.until)):
        return Leaf(whole or quotes, _way(query, day, query.limit), None)
    if is_full and query.limit < _MOST:
        more = min(query.limit * _WIDER, _MOST)
        return Leaf(quotes, _way(query, query.until, more), None)
    before = day - timedelta(1) if day and day > date.min else None
    return Leaf(quotes, _way(query, before, query.limit) if before else None, day)


def _way(query: SaidQuery, until: date | None, limit: int) -> str:
    """The same question up to another day."""
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
