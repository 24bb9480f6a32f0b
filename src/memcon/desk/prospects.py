"""Prospects: what lies or lay ahead, each with its history of statuses and their sources."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from memcon.desk.accounts import Passage, day_of, listed, period_of, witnesses
from memcon.desk.parties import party_of
from memcon.desk.store import Store
from memcon.record.terms import ProspectStatus
from memcon.story.answers import Party
from memcon.story.histories import History, Mark, Prospects, stages
from memcon.story.identities import Identity
from memcon.story.outlook import Outlook, State, state_of
from memcon.story.sightings import Spot

_COLUMNS = """
o.id, o.what, o.kind, o.status, o.first, o.last, o.place, o.place_country, o.opened, o.mentioned,
o.sources
"""
_ALL = f"SELECT {_COLUMNS} FROM outlooks o WHERE o.opened <= ?"
_OF_CODE = "SELECT outlook FROM outlook_parties WHERE code = ?"
_OF_ACTORS = f"{_OF_CODE} AND actor IN (SELECT value FROM json_each(?))"
_PARTICIPANTS = """
SELECT p.outlook, a.key, a.name, a.kind, a.country, a.sector, a.code
FROM outlook_parties p JOIN actors a ON a.id = p.actor
WHERE p.outlook IN (SELECT value FROM json_each(?)) ORDER BY p.outlook, p.code, a.name
"""
_TOLD = """
SELECT s.outlook, s.day, s.status, a.family FROM steps s JOIN articles a ON a.id = s.article
WHERE s.outlook IN (SELECT value FROM json_each(?)) AND s.day <= ? ORDER BY s.day, s.article
"""
_STEPS = """
SELECT outlook, day, status, article, finding, start, "end" FROM steps
WHERE outlook IN (SELECT value FROM json_each(?)) AND day <= ?
ORDER BY outlook, day, article, finding
"""
# In this order they are told.
STATES: tuple[State, ...] = ("overdue", "open", "dormant", "settled")


class _Standing(NamedTuple):
    """A prospect, not yet with its history, and how it stands."""

    number: int
    outlook: Outlook
    state: State


class _Step(NamedTuple):
    """What an article says of a prospect."""

    day: date | None
    status: ProspectStatus
    passage: Passage


def prospects(
    store: Store,
    parties: Sequence[str] = (),
    states: Sequence[State] = (),
    today: date | None = None,
    limit: int | None = None,
) -> Prospects:
    """The prospects in which all these parties have a part and that stand so today.

    What is overdue comes first, then what is open, the next first. Without states, all of them.
    What articles of later days say is left out.
    """
    whom = tuple(party_of(store, words) for words in parties)
    day = today or date.today()
    asked = tuple[State, ...](state for state in STATES if not states or state in states)
    with store.read():
        histories, found = find_histories(store, whom, asked, day, limit)
    return Prospects(parties=whom, states=asked, today=day, histories=histories, found=found)


def find_histories(
    store: Store,
    parties: Sequence[Party],
    states: Sequence[State],
    today: date,
    limit: int | None,
) -> tuple[tuple[History, ...], int]:
    """The first of the prospects that were asked for, and how many there are."""
    kept = [
        _Standing(number, outlook, state)
        for number, outlook in _as_of(store, today, _outlooks(store, parties, today))
        if (state := state_of(outlook, today)) in states
    ]
    kept.sort(key=_rank)
    numbers = [one.number for one in kept[:limit]]
    participants, marks = _participants(store, numbers), _marks(store, numbers, today)
    histories = tuple(
        History(
            number=one.number,
            outlook=replace(one.outlook, participants=participants.get(one.number, ())),
            state=one.state,
            stages=stages(marks.get(one.number, ())),
        )
        for one in kept[:limit]
    )
    return histories, len(kept)


def _outlooks(store: Store, parties: Sequence[Party], today: date) -> Iterable[tuple[int, Outlook]]:
    """The prospects in which all the parties have a part, without their participants."""
    sql, parameters = _ALL, [today.isoformat()]
    for party in parties:
        sql += f" AND o.id IN ({_OF_CODE if party.actors is None else _OF_ACTORS})"
        parameters += [party.code, *([] if party.actors is None else [listed(party.actors)])]
    return ((row[0], _outlook(row[1:])) for row in store.query(sql, parameters))


def _as_of(
    store: Store, today: date, outlooks: Iterable[tuple[int, Outlook]]
) -> Iterable[tuple[int, Outlook]]:
    """The same, each with the status, last mention and number of sources that it had today."""
    known = dict(outlooks)
    later = [n for n, outlook in known.items() if outlook.mentioned and outlook.mentioned > today]
    families: dict[int, set[int]] = {}
    for number, day, status, family in store.query(_TOLD, (listed(later), today.isoformat())):
        families.setdefault(number, set()).add(family)
        known[number] = replace(
            known[number],
            status=status,
            mentioned=day_of(day),
            sources=len(families[number]),
        )
    return known.items()


def _rank(one: _Standing) -> tuple[int, int, int]:
    """By state; what is open by the day for which it is expected, the rest the latest first."""
    state = STATES.index(one.state)
    period, mentioned = one.outlook.period, one.outlook.mentioned or date.min
    if one.state == "open":
        return state, (period.first if period else date.max).toordinal(), one.number
    return state, -mentioned.toordinal(), one.number


def _outlook(row: Sequence[Any]) -> Outlook:
    """A prospect from its row."""
    what, kind, status, first, last, place, country, opened, mentioned, sources = row
    return Outlook(
        what=what,
        kind=kind,
        status=status,
        participants=(),
        period=period_of(first, last),
        spot=Spot(place, country, None, None) if place else None,
        opened=day_of(opened),
        mentioned=day_of(mentioned),
        sources=sources,
    )


def _participants(store: Store, numbers: Sequence[int]) -> dict[int, tuple[Identity, ...]]:
    """Who has a part in each of the prospects."""
    found: dict[int, tuple[Identity, ...]] = {}
    for number, *actor in store.query(_PARTICIPANTS, (listed(numbers),)):
        found[number] = (*found.get(number, ()), Identity(*actor))
    return found


def _marks(store: Store, numbers: Sequence[int], today: date) -> dict[int, tuple[Mark, ...]]:
    """What articles up to today say of each of the prospects."""
    steps: dict[int, list[_Step]] = {}
    for number, day, status, *passage in store.query(_STEPS, (listed(numbers), today.isoformat())):
        steps.setdefault(number, []).append(_Step(day_of(day), status, Passage(*passage)))
    known = witnesses(store, [step.passage for told in steps.values() for step in told])
    return {
        number: tuple(Mark(step.day, step.status, known[step.passage]) for step in told)
        for number, told in steps.items()
    }
