"""Actors: who is on the desk, those first of whom most articles speak."""

from collections.abc import Mapping
from typing import Annotated, Any, get_args

from msgspec import Meta

from memcon.brief.words import KINDS
from memcon.desk.desk import Desk
from memcon.record.terms import ActorKind
from memcon.story.directories import Actors
from memcon.web.answering import address
from memcon.web.query import Query
from memcon.web.view import View

_KINDS: Mapping[ActorKind, str] = {kind: KINDS[kind] or "person" for kind in get_args(ActorKind)}
_MOST, _WIDER = 1000, 4


class ActorsQuery(Query, frozen=True, kw_only=True):
    """Actors of a kind whose names have these words, or words that begin so."""

    words: str | None = None
    kind: ActorKind | None = None
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 100


def _ask(desk: Desk, query: ActorsQuery) -> Actors:
    return desk.actors(query.words, query.kind, query.limit)


def _frame(_answer: Actors, query: ActorsQuery) -> Mapping[str, Any]:
    wider = min(query.limit * _WIDER, _MOST)
    way = address("/actors", words=query.words, kind=query.kind, limit=wider)
    return {"kinds": _KINDS, "wider": way if wider > query.limit else None}


ACTORS = View(
    path="/actors",
    about="Actors, by how many articles speak of them",
    query=ActorsQuery,
    ask=_ask,
    template="actors.html",
    frame=_frame,
)
