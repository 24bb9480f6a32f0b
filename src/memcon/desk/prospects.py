"""Prospects: what lies or lay ahead, each with its history of statuses and their sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from heapq import nsmallest
from typing import Any, NamedTuple

from memcon.codes.gatherings import longest_silence
from memcon.desk.accounts import Passage, listed, witnesses
from memcon.desk.conditions import Condition, all_of, of_party
from memcon.desk.days import day_of, period_of
from memcon.desk.parties import party_of
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.record.terms import ProspectStatus
from memcon.story.answers import Party
from memcon.story.histories import History, Horizon, Mark, Prospects, stages
from memcon.story.identities import Identity
from memcon.story.outlook import SETTLED, Glance, Outlook, State, is_undated, state_of
from memcon.story.spots import Spot

_GLANCES = """
SELECT o.id, o.what, o.status, o.first, o.last, o.mentioned, o.sources FROM outlooks o WHERE
"""
_OUTLOOKS = """
SELECT id, what, kind, status, first, last, place, place_country, opened, mentioned, sources
FROM outlooks WHERE id IN (SELECT value FROM json_each(?))
"""
_COUNT = "SELECT count(*) FROM outlooks o WHERE"
# The last day up to today on which it was spoken of comes first.
_LATEST = """
ORDER BY CASE WHEN o.mentioned <= ? THEN o.mentioned
              ELSE (SELECT max(s.day) FROM steps s WHERE s.outlook = o.id AND s.day <= ?) END DESC,
         o.id DESC
LIMIT ?
"""
_OF_CODE = "o.id IN (SELECT outlook FROM outlook_parties WHERE code = ?)"
_OF_ACTORS = """
o.id IN (SELECT outlook FROM outlook_parties WHERE actor IN (SELECT value FROM json_each(?)))
"""
# What was settled later was not settled today.
_UNSETTLED = "(o.mentioned > ? OR o.status NOT IN (SELECT value FROM json_each(?)))"
_SETTLED = "(o.mentioned > ? OR o.status IN (SELECT value FROM json_each(?)))"
_PAST = "o.last < ?"
_LATELY = "(o.mentioned = '' OR o.mentioned >= ? OR o.last >= ?)"
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
_ADDED = """
SELECT s.outlook, max(a.added) FROM steps s JOIN articles a ON a.id = s.article
WHERE s.outlook IN (SELECT value FROM json_each(?)) GROUP BY s.outlook
"""
_ALL = -1
# So many of which was spoken last are looked through before all are.
_LATELY_SPOKEN_OF = 500
_DAY = len("2021-06-16")
# In this order they are told.
STATES: tuple[State, ...] = ("overdue", "open", "dormant", "settled")


class _Standing(NamedTuple):
    """A prospect at a glance, and how it stands."""

    number: int
    glance: Glance
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

    Without states, those of which was spoken last; else what is overdue comes first, then what is
    open, the next first. What articles of later days say is left out.
    """
    whom = tuple(party_of(store, words) for words in parties)
    day = today or date.today()
    asked = tuple[State, ...](state for state in STATES if not states or state in states)
    with store.read():
        find = find_histories if states else _find_latest
        histories, found = find(store, whom, asked, day, limit)
    return Prospects(parties=whom, states=asked, today=day, histories=histories, found=found)


def horizon(store: Store, today: date | None = None, limit: int = 3) -> Horizon:
    """What is overdue, open and dormant today, of each the first so many."""
    day = today or date.today()
    with store.read():
        ahead, _ = find_histories(store, (), ("open",), day, limit)
        late, silent = _lately(store, ("overdue", "dormant"), day, limit)
        return Horizon(
            today=day,
            overdue=_histories(store, late, day),
            open=ahead,
            dormant=_histories(store, silent, day),
        )


def prospect(store: Store, number: int, today: date | None = None) -> History:
    """A prospect with its history up to today; DeskError if nobody has told of it by then."""
    day = today or date.today()
    meant = all_of(Condition("o.id = ?", (number,)), _opened_by(day, ()))
    with store.read():
        rows = store.query(_GLANCES + meant.where, meant.parameters)
        if not rows:
            raise DeskError(f"there is no prospect {number} on the desk")
        return _histories(store, _standings(store, rows, day), day)[0]


def find_histories(
    store: Store,
    parties: Sequence[Party],
    states: Sequence[State],
    today: date,
    limit: int | None,
) -> tuple[tuple[History, ...], int]:
    """The first of the prospects that stand so, and how many there are."""
    meant = all_of(_opened_by(today, parties), *_that_may_be(states, today))
    rows = store.query(_GLANCES + meant.where, meant.parameters)
    kept = [one for one in _standings(store, rows, today) if one.state in states]
    first = sorted(kept, key=_rank) if limit is None else nsmallest(limit, kept, key=_rank)
    return _histories(store, first, today), len(kept)


def _that_may_be(states: Sequence[State], today: date) -> Iterator[Condition]:
    """That a row may stand so today, as far as it tells; one state alone is narrowed.

    Settled is what its status says; overdue what has a day behind it, open what was lately spoken
    of or has one to come.
    """
    day = today.isoformat()
    if "settled" not in states:
        yield Condition(_UNSETTLED, (day, listed(SETTLED)))
    if [*states] == ["settled"]:
        yield Condition(_SETTLED, (day, listed(SETTLED)))
    if [*states] == ["overdue"]:
        yield Condition(_PAST, (day,))
    if [*states] == ["open"]:
        heard = date.fromordinal(max(1, today.toordinal() - longest_silence()))
        yield Condition(_LATELY, (heard.isoformat(), day))


def _find_latest(
    store: Store,
    parties: Sequence[Party],
    states: Sequence[State],
    today: date,
    limit: int | None,
) -> tuple[tuple[History, ...], int]:
    """The prospects, however they stand, of which was spoken last, and how many there are."""
    day = today.isoformat()
    meant = _opened_by(today, parties)
    (found,) = store.query(f"{_COUNT} {meant.where}", meant.parameters)[0]
    rows = store.query(
        _GLANCES + meant.where + _LATEST, (*meant.parameters, day, day, limit or _ALL)
    )
    found_so = _standings(store, rows, today)
    kept = sorted(
        found_so, key=lambda one: (is_undated(one.glance, one.state), states.index(one.state))
    )
    return _histories(store, kept, today), found


def _lately(
    store: Store, states: Sequence[State], today: date, limit: int
) -> list[list[_Standing]]:
    """Of each state so many prospects, those of which was spoken last."""
    day = today.isoformat()
    meant = all_of(_opened_by(today, ()), *_that_may_be(states, today))
    kept: list[list[_Standing]] = []
    for most in (_LATELY_SPOKEN_OF, _ALL):
        rows = store.query(_GLANCES + meant.where + _LATEST, (*meant.parameters, day, day, most))
        known = _standings(store, rows, today)
        kept = [[one for one in known if one.state == state][:limit] for state in states]
        if len(rows) < most or all(len(some) == limit for some in kept):
            break
    return kept


def _opened_by(today: date, parties: Sequence[Party]) -> Condition:
    """That it was told of by today, and that all the parties have a part."""
    told = Condition("o.opened <= ?", (today.isoformat(),))
    return all_of(told, *(of_party(party, _OF_CODE, _OF_ACTORS) for party in parties))


def _standings(store: Store, rows: Sequence[tuple[Any, ...]], today: date) -> tuple[_Standing, ...]:
    """The prospects of these rows and how they stand."""
    glances = _as_of(store, today, {number: _glance(*row) for number, *row in rows})
    added = _added(store, [n for n, glance in glances.items() if glance.mentioned is None])
    return tuple(
        _Standing(number, glance, state_of(glance, today, added.get(number)))
        for number, glance in glances.items()
    )


def _added(store: Store, numbers: Sequence[int]) -> dict[int, date | None]:
    """On which day the last article was added that tells of each of the prospects."""
    rows = store.query(_ADDED, (listed(numbers),)) if numbers else ()
    return {number: day_of(added[:_DAY]) for number, added in rows}


def _histories(store: Store, standings: Sequence[_Standing], today: date) -> tuple[History, ...]:
    """The same with all that is known of each up to today."""
    numbers = [one.number for one in standings]
    rows = {row[0]: row[1:] for row in store.query(_OUTLOOKS, (listed(numbers),))}
    participants, marks = _participants(store, numbers), _marks(store, numbers, today)
    return tuple(
        History(
            number=one.number,
            outlook=replace(
                _outlook(rows[one.number]),
                status=one.glance.status,
                participants=participants.get(one.number, ()),
                mentioned=one.glance.mentioned,
                sources=one.glance.sources,
            ),
            state=one.state,
            stages=stages(marks.get(one.number, ())),
        )
        for one in standings
    )


def _as_of(store: Store, today: date, glances: Mapping[int, Glance]) -> dict[int, Glance]:
    """The same, each with the status, last mention and number of sources that it had today."""
    known = dict(glances)
    later = [n for n, glance in known.items() if glance.mentioned and glance.mentioned > today]
    families: dict[int, set[int]] = {}
    for number, day, status, family in store.query(_TOLD, (listed(later), today.isoformat())):
        families.setdefault(number, set()).add(family)
        known[number] = known[number]._replace(
            status=status,
            mentioned=day_of(day),
            sources=len(families[number]),
        )
    return known


def _rank(one: _Standing) -> tuple[bool, int, int, int, int]:
    """By state; what is open by the day for which it is expected, the rest the latest first.

    What no day places comes last.
    """
    number, glance, state = one
    due = glance.first if glance.first and state == "open" else date.max
    latest = -(glance.mentioned or date.min).toordinal()
    return is_undated(glance, state), STATES.index(state), due.toordinal(), latest, number


def _glance(
    what: str, status: ProspectStatus, first: str, last: str, mentioned: str, sources: int
) -> Glance:
    """A prospect at a glance, from its row."""
    begins = day_of(first)
    ends = day_of(last) or begins if begins else None
    return Glance(what, status, begins, ends, day_of(mentioned), sources)


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
