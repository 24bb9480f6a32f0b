"""Timeline: happenings by date, of certain parties, types or statuses."""

from collections.abc import Sequence
from typing import Unpack

from memcon.desk.accounts import accounts
from memcon.desk.conditions import Condition, all_of, of_kind, of_party, parts_of, took_part
from memcon.desk.days import Days
from memcon.desk.parties import party_of
from memcon.desk.places import was_at
from memcon.desk.store import Store
from memcon.record.terms import EventStatus, EventType
from memcon.story.answers import Party
from memcon.story.timelines import Timeline

_HAS_CODE = """
EXISTS (SELECT 1 FROM parties p JOIN actors a ON a.id = p.actor
        WHERE p.happening = h.id AND a.code = ?)
"""
_HAS_ACTORS = """
EXISTS (SELECT 1 FROM parties p
        WHERE p.happening = h.id AND p.actor IN (SELECT value FROM json_each(?)))
"""
# What has no day comes before all.
_LATEST = "ORDER BY h.first DESC, h.id DESC LIMIT ?"
# A party with fewer parts than this is looked up by its parts; with more, the days are gone through
# until enough happenings are found in which it has one.
_FEW = 20_000
_ALL = -1


def timeline(
    store: Store,
    parties: Sequence[str] = (),
    types: Sequence[EventType] = (),
    statuses: Sequence[EventStatus] = (),
    limit: int | None = None,
    place: str | None = None,
    **days: Unpack[Days],
) -> Timeline:
    """The happenings in which all of these parties have a part, by date.

    With a limit, the latest so many. Without types, statuses or a place, all of them.
    """
    whom = tuple(party_of(store, words) for words in parties)
    with store.read():
        meant = of_kind(types, statuses, days)
        if place:
            meant = all_of(meant, was_at(store, place))
        found, latest = _find(store, whom, meant, limit)
        opened = accounts(store, latest[::-1])
    return Timeline(
        parties=whom,
        since=days.get("since"),
        until=days.get("until"),
        accounts=tuple(opened.values()),
        found=found,
        place=place,
    )


def _find(
    store: Store, parties: Sequence[Party], meant: Condition, limit: int | None
) -> tuple[int, list[int]]:
    """How many happenings are meant, and the numbers of the latest."""
    counted = sorted((_parts(store, party), party.name, party) for party in parties)
    rarest, has = counted[:1], [_has(party) for _, _, party in counted]
    looked_up = all_of(meant, *(took_part(party) for _, _, party in rarest), *has[1:])
    is_rare = any(parts < _FEW for parts, _, _ in rarest)
    walked = looked_up if is_rare else all_of(meant, *has)
    (found,) = store.query(
        f"SELECT count(*) FROM happenings h WHERE {looked_up.where}", looked_up.parameters
    )[0]
    rows = store.query(
        f"SELECT h.id FROM happenings h WHERE {walked.where} {_LATEST}",
        (*walked.parameters, limit or _ALL),
    )
    return found, [number for (number,) in rows]


def _parts(store: Store, party: Party) -> int:
    """In how many happenings a party has a part; one may count more than once."""
    parts = parts_of(party)
    return store.query(f"SELECT count(*) {parts.where}", parts.parameters)[0][0]


def _has(party: Party) -> Condition:
    """The same, asked of one happening after another."""
    return of_party(party, _HAS_CODE, _HAS_ACTORS)
