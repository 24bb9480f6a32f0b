"""Choosing: whom a name may mean, and where what was asked stands for each of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlencode

from starlette.requests import Request

from memcon.brief.words import KINDS
from memcon.desk.desk import Desk
from memcon.errors import DeskError
from memcon.story.directories import Entry
from memcon.web.sheets import segment

_MOST = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """An actor whose name has the words, and the address that asks for it by its key."""

    name: str
    kind: str
    country: str | None
    articles: int
    address: str


def candidates(desk: Desk, words: str) -> tuple[Entry, ...]:
    """The actors whose names have these words, those first of whom most articles speak."""
    try:
        return desk.actors(words, limit=_MOST).entries
    except DeskError:
        return ()


def choices(request: Request, words: str, entries: Iterable[Entry]) -> Iterator[Choice]:
    """What was asked, with each of the actors in the place of the words."""
    for entry in entries:
        who = entry.identity
        yield Choice(
            name=who.name,
            kind=KINDS[who.kind],
            country=who.country,
            articles=entry.articles,
            address=_with_key(request, words, who.key),
        )


def _with_key(request: Request, words: str, key: str) -> str:
    """The address of a request, with a key wherever these words are the name in it."""
    parts = request.scope["raw_path"].decode("ascii").split("/")
    path = "/".join(segment(key) if _is(unquote(part), words) else part for part in parts)
    told = [
        (name, key if _is(value, words) else value)
        for name, value in request.query_params.multi_items()
    ]
    return f"{path}?{urlencode(told)}" if told else path


def _is(told: str, words: str) -> bool:
    return " ".join(told.split()) == words
