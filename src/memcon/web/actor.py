"""Actor: what the desk knows of one: offices, dealings, positions, words, silences, prospects."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Annotated, Any

from msgspec import Meta

from memcon.brief.matrix import by_issue
from memcon.brief.profile import office_told, profile_lead, saying_told
from memcon.brief.words import KINDS
from memcon.desk.desk import Desk
from memcon.story.known import countries
from memcon.story.profiles import Profile
from memcon.web.answering import address
from memcon.web.query import Within
from memcon.web.sheets import segment
from memcon.web.view import View

_MOST, _WIDER = 100, 4


class ActorQuery(Within, frozen=True, kw_only=True):
    """An actor by name or key, or a country and all who stand for it; of each kind of finding the
    latest so many."""

    name: str
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 8


def _ask(desk: Desk, query: ActorQuery) -> Profile:
    return desk.actor(query.name, query.limit, **query.days)


def _frame(answer: Profile, query: ActorQuery) -> Mapping[str, Any]:
    return {
        "lead": tuple(profile_lead(answer, countries())),
        "office": partial(office_told, countries=countries()),
        "saying": partial(saying_told, profile=answer),
        "positions": tuple(by_issue(answer.matrix)),
        "kinds": KINDS,
        "me": answer.identity.key if answer.party.actors is not None else answer.party.code,
        "wider": _wider(query),
    }


def _aside(desk: Desk, query: ActorQuery) -> Mapping[str, Any]:
    return {"ahead": desk.prospects((query.name,), (), date.today(), query.limit)}


def _wider(query: ActorQuery) -> str | None:
    """Where more of each kind is shown; None where no more can be."""
    if query.limit == _MOST:
        return None
    limit = min(query.limit * _WIDER, _MOST)
    return address(f"/actor/{segment(query.name)}", **query.days, limit=limit)


ACTOR = View(
    path="/actor/{name}",
    about="What is known of an actor",
    query=ActorQuery,
    ask=_ask,
    template="actor.html",
    frame=_frame,
    aside=_aside,
)
