"""Watches: questions saved, and what is new for each since it was last looked at."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from msgspec import Meta

from memcon.brief.hits import marked
from memcon.desk.desk import Desk
from memcon.story.news import News, Subject
from memcon.web.answering import address
from memcon.web.completions import names
from memcon.web.query import Query
from memcon.web.sheets import segment
from memcon.web.view import Deed, View

_HERE = "/watches"
# What a question of a subject is called, and what its words are.
SUBJECTS: Mapping[Subject, str] = {
    "relation": "Relation of two parties",
    "timeline": "Happenings of all these parties",
    "actor": "Actor",
    "positions": "Positions on an issue",
    "prospects": "Prospects of all these parties",
    "discrepancies": "Discrepancies of all these parties",
    "search": "Search for words",
}
_MOST, _WIDER = 200, 4


class WatchesQuery(Query, frozen=True, kw_only=True):
    """What is new for each saved question, so much of each kind."""

    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 5


class _Added(Query, frozen=True, kw_only=True):
    """A question, and what to call it: by its words where no name is given."""

    subject: Subject
    words: tuple[str, ...] = ()
    name: str = ""


class _Removed(Query, frozen=True, kw_only=True):
    """A watch by name."""

    name: str


class _Seen(Query, frozen=True, kw_only=True):
    """What is new for a watch up to an article's number."""

    name: str
    reached: int


def _ask(desk: Desk, query: WatchesQuery) -> News:
    return desk.news((), query.limit)


def _frame(answer: News, query: WatchesQuery) -> Mapping[str, Any]:
    wider = min(query.limit * _WIDER, _MOST)
    return {
        "subjects": SUBJECTS,
        "marked": marked,
        "way": way,
        "question": question_words,
        "wider": address(_HERE, limit=wider) if wider > query.limit else None,
    }


def way(question: tuple[str, ...]) -> str:
    """Where the whole answer to a saved question stands: ("relation", "USA", "RUS")."""
    subject, *words = question
    if subject in ("relation", "actor"):
        return "/".join((f"/{subject}", *map(segment, words)))
    if subject == "positions":
        return f"/issue/{segment(' '.join(words))}"
    if subject == "search":
        return address("/search", words=" ".join(words))
    return address(f"/{subject}", party=tuple(words))


def question_words(question: tuple[str, ...]) -> str:
    """ "relation: USA, RUS"; of all parties "timeline"."""
    subject, *words = question
    return f"{subject}: {', '.join(words)}" if words else subject


def _add(desk: Desk, told: _Added) -> str:
    question = (told.subject, *told.words)
    saved = desk.watch(told.name or question_words(question), question)
    return f"{_HERE}#{segment(saved.name)}"


def _remove(desk: Desk, told: _Removed) -> str:
    desk.unwatch(told.name)
    return _HERE


def _mark_seen(desk: Desk, told: _Seen) -> str:
    """What came after the page was made stays new."""
    news = desk.news((told.name,))
    seen = tuple(replace(one, until=min(one.until, told.reached)) for one in news.updates)
    desk.mark_seen(News(updates=seen))
    return f"{_HERE}#{segment(told.name)}"


WATCHES = View(
    path=_HERE,
    about="Saved questions, and what is new for each",
    query=WatchesQuery,
    ask=_ask,
    template="watches.html",
    frame=_frame,
    aside=names,
)
WATCHING = (
    Deed(path="/watches/add", about="Save a question", query=_Added, do=_add),
    Deed(path="/watches/remove", about="Forget a saved question", query=_Removed, do=_remove),
    Deed(path="/watches/seen", about="Take note of what is new", query=_Seen, do=_mark_seen),
)
