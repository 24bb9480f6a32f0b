"""Turn: what new articles say of a prospect, beside the status that stood till then."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from memcon.desk.accounts import Passage, listed, witnesses
from memcon.desk.days import day_of
from memcon.desk.store import Store
from memcon.record.terms import ProspectStatus
from memcon.story.answers import Party
from memcon.story.news import Turn

_IN = "IN (SELECT value FROM json_each(?))"
_TOUCHED = "SELECT DISTINCT s.outlook FROM steps s WHERE s.article > ?"
_OF_CODE = "SELECT outlook FROM outlook_parties WHERE code = ?"
_OF_ACTORS = f"{_OF_CODE} AND actor {_IN}"
_STEPS = f"""
SELECT s.outlook, o.what, s.day, s.status, s.article, s.finding, s.start, s."end"
FROM steps s JOIN outlooks o ON o.id = s.outlook WHERE s.outlook {_IN}
ORDER BY s.outlook, s.day, s.article, s.finding
"""
_PARTICIPANTS = f"""
SELECT p.outlook, a.name FROM outlook_parties p JOIN actors a ON a.id = p.actor
WHERE p.outlook {_IN} ORDER BY p.outlook, p.code, a.name
"""


class _Step(NamedTuple):
    """What an article says of a prospect; `before` is the status that stood till then."""

    outlook: int
    what: str
    day: str
    status: ProspectStatus
    passage: Passage
    before: ProspectStatus | None


def turns_since(store: Store, parties: Sequence[Party], seen: int) -> tuple[Turn, ...]:
    """Where articles with a number above `seen` change how prospects of all these parties stood.

    The latest comes first. What is told anew, or of a day on which it stood so already, is no turn.
    """
    touched = _touched(store, parties, seen)
    turned = [step for step in _steps(store, touched) if _is_turn(step, seen)]
    turned.sort(key=lambda step: step.day, reverse=True)
    named: dict[int, list[str]] = {}
    for outlook, name in store.query(_PARTICIPANTS, (listed(touched),)):
        named.setdefault(outlook, []).append(name)
    known = witnesses(store, [step.passage for step in turned])
    return tuple(
        Turn(
            prospect=step.outlook,
            what=step.what,
            participants=tuple(named.get(step.outlook, ())),
            day=day_of(step.day),
            status=step.status,
            before=step.before,
            witness=known[step.passage],
        )
        for step in turned
    )


def _touched(store: Store, parties: Sequence[Party], seen: int) -> list[int]:
    """The prospects of all the parties of which new articles speak."""
    sql, parameters = _TOUCHED, list[Any]((seen,))
    for party in parties:
        whole = party.actors is None
        sql += f" AND s.outlook IN ({_OF_CODE if whole else _OF_ACTORS})"
        parameters += [party.code, *([] if whole else [listed(party.actors or ())])]
    return [outlook for (outlook,) in store.query(sql, parameters)]


def _steps(store: Store, outlooks: Sequence[int]) -> list[_Step]:
    """All that is said of these prospects, by prospect and day."""
    steps: list[_Step] = []
    stood: dict[int, ProspectStatus] = {}
    for outlook, what, day, status, *passage in store.query(_STEPS, (listed(outlooks),)):
        before = stood.get(outlook)
        steps.append(_Step(outlook, what, day, status, Passage(*passage), before))
        stood[outlook] = status
    return steps


def _is_turn(step: _Step, seen: int) -> bool:
    """Whether a new article changes how the prospect stood."""
    return step.passage.article > seen and step.status != step.before
