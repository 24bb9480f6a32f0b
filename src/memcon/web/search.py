"""Search: words in, the articles in which they stand out, each with the passage."""

from collections.abc import Mapping
from typing import Annotated, Any, get_args

from msgspec import Meta

from memcon.brief.hits import marked
from memcon.desk.desk import Desk
from memcon.record.terms import EventType
from memcon.story.hits import Hits
from memcon.web.answering import address
from memcon.web.completions import names_and_outlets
from memcon.web.query import Within
from memcon.web.view import View

_TYPES: tuple[EventType, ...] = get_args(EventType)
_MOST, _WIDER = 200, 4


class SearchQuery(Within, frozen=True, kw_only=True):
    """Articles that have all the words, "phrases" and beginnings*, of these days, of a publisher,
    in which a country's actors occur, a party speaks, an event of a type is told.

    The latest come first, or, where ranked, those in which the words weigh most.
    """

    words: str = ""
    publisher: str | None = None
    country: str | None = None
    speaker: str | None = None
    type: EventType | None = None
    ranked: bool = False
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 25


def _ask(desk: Desk, query: SearchQuery) -> Hits:
    if not query.words:
        return Hits(words="", hits=(), articles=0)
    return desk.search(
        query.words,
        query.limit,
        query.ranked,
        publisher=query.publisher,
        country=query.country,
        speaker=query.speaker,
        type=query.type,
        **query.days,
    )


def _frame(_answer: Hits, query: SearchQuery) -> Mapping[str, Any]:
    return {"types": _TYPES, "marked": marked, "wider": _wider(query)}


def _wider(query: SearchQuery) -> str | None:
    """Where more hits are shown; None where no more can be."""
    if query.limit == _MOST:
        return None
    return address(
        "/search",
        words=query.words,
        publisher=query.publisher,
        country=query.country,
        speaker=query.speaker,
        type=query.type,
        ranked="true" if query.ranked else None,
        **query.days,
        limit=min(query.limit * _WIDER, _MOST),
    )


SEARCH = View(
    path="/search",
    about="The articles in which words stand",
    query=SearchQuery,
    ask=_ask,
    template="search.html",
    frame=_frame,
    aside=names_and_outlets,
)
