"""Condition: what a row must be, in SQL, with the parameters of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from memcon.desk.accounts import listed
from memcon.desk.days import bounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.desk.days import Days
    from memcon.record.terms import EventStatus, EventType
    from memcon.story.answers import Party

_OF_CODE = "FROM actors a JOIN parties p ON p.actor = a.id WHERE a.code = ?"
_OF_ACTORS = "FROM parties p WHERE p.actor IN (SELECT value FROM json_each(?))"


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


def parts_of(party: Party) -> Condition:
    """From where the parts come that a party has in happenings, as `p`."""
    return of_party(party, _OF_CODE, _OF_ACTORS)


def took_part(party: Party) -> Condition:
    """That a happening `h` is one in which a party has a part."""
    parts = parts_of(party)
    return Condition(f"h.id IN (SELECT p.happening {parts.where})", parts.parameters)


def of_kind(types: Sequence[EventType], statuses: Sequence[EventStatus], days: Days) -> Condition:
    """That a happening `h` is of these types and statuses, where any are given, and days."""
    terms = [Condition("1", ())]
    if days.get("since") or days.get("until"):
        terms.append(Condition("h.first BETWEEN ? AND ?", bounds(days)))
    for column, asked in (("type", types), ("status", statuses)):
        if asked:
            sql = f"h.{column} IN (SELECT value FROM json_each(?))"
            terms.append(Condition(sql, (listed(asked),)))
    return all_of(*terms)


def is_power(code: str) -> str:
    """That the code in a column is a state's, or that of an organisation that stands for itself.

    A code that is no state's is the key of an actor, and tells of which kind it is.
    """
    kind = f"substr({code}, 1, instr({code}, ':') - 1)"
    return f"{kind} IN ('', 'igo', 'armed-group', 'company', 'media')"
