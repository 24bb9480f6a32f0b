"""Timeline: happenings by date, of certain parties, types or statuses."""

from collections.abc import Sequence
from typing import Any, Unpack

from memcon.desk.accounts import accounts, listed
from memcon.desk.days import Days, bounds
from memcon.desk.parties import party_of
from memcon.desk.store import Store
from memcon.record.terms import EventStatus, EventType
from memcon.story.answers import Party
from memcon.story.timelines import Timeline

_OF_CODE = """
SELECT p.happening FROM actors a JOIN parties p ON p.actor = a.id WHERE a.code = ?
"""
_OF_ACTORS = "SELECT happening FROM parties WHERE actor IN (SELECT value FROM json_each(?))"
# The order in which they are read; what has no day comes before all.
_LATEST = "ORDER BY h.first DESC, h.id DESC LIMIT ?"


def timeline(
    store: Store,
    parties: Sequence[str] = (),
    types: Sequence[EventType] = (),
    statuses: Sequence[EventStatus] = (),
    limit: int | None = None,
    **days: Unpack[Days],
) -> Timeline:
    """The happenings in which all of these parties have a part, by date.

    With a limit, the latest so many. Without types or statuses, all of them.
    """
    whom = tuple(party_of(store, words) for words in parties)
    where, parameters = _condition(whom, types, statuses, days)
    with store.read():
        (found,) = store.query(f"SELECT count(*) FROM happenings h WHERE {where}", parameters)[0]
        rows = store.query(
            f"SELECT h.id FROM happenings h WHERE {where} {_LATEST}", (*parameters, limit or -1)
        )
        opened = accounts(store, [number for (number,) in reversed(rows)])
    return Timeline(
        parties=whom,
        since=days.get("since"),
        until=days.get("until"),
        accounts=tuple(opened.values()),
        found=found,
    )


def _condition(
    parties: Sequence[Party],
    types: Sequence[EventType],
    statuses: Sequence[EventStatus],
    days: Days,
) -> tuple[str, list[Any]]:
    """What a happening must be, in SQL, and its parameters."""
    terms, parameters = ["1"], list[Any]()
    if days.get("since") or days.get("until"):
        terms.append("h.first BETWEEN ? AND ?")
        parameters += bounds(days)
    for column, asked in (("type", types), ("status", statuses)):
        if asked:
            terms.append(f"h.{column} IN (SELECT value FROM json_each(?))")
            parameters.append(listed(asked))
    for party in parties:
        if party.actors is None:
            terms.append(f"h.id IN ({_OF_CODE})")
            parameters.append(party.code)
        else:
            terms.append(f"h.id IN ({_OF_ACTORS})")
            parameters.append(listed(party.actors))
    return " AND ".join(terms), parameters
