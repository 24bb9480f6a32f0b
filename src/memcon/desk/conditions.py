"""Condition: what a row must be, in SQL, with the parameters of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from memcon.desk.accounts import listed

if TYPE_CHECKING:
    from memcon.story.answers import Party


class Condition(NamedTuple):
    """A term of a WHERE with its parameters, in order."""

    where: str
    parameters: tuple[Any, ...]


def of_party(party: Party, by_code: str, by_actors: str) -> Condition:
    """That it is a party's: by its code, or by the numbers of the actors that are meant."""
    if party.actors is None:
        return Condition(by_code, (party.code,))
    return Condition(by_actors, (listed(party.actors),))


def all_of(*terms: Condition) -> Condition:
    """That all of them hold."""
    where = " AND ".join(term.where for term in terms)
    return Condition(where, tuple(p for term in terms for p in term.parameters))
