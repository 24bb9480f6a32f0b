"""Turn: what new articles say of a prospect, beside the status that stood till then."""

from collections.abc import Sequence
from typing import Any

from memcon.desk.accounts import Passage, day_of, listed, witnesses
from memcon.desk.store import Store
from memcon.record.terms import ProspectStatus
from memcon.story.answers import Party
from memcon.story.news import Turn

_IN = "IN (SELECT value FROM json_each(?))"
_NEW = """
SELECT s.outlook, o.what, s.day, s.status, s.article, s.finding, s.start, s."end"
FROM steps s JOIN outlooks o ON o.id = s.outlook WHERE s.article > ?
"""
_OF_CODE = "SELECT outlook FROM outlook_parties WHERE code = ?"
_OF_ACTORS = f"{_OF_CODE} AND actor {_IN}"
_ORDER = "ORDER BY s.day DESC, s.article DESC, s.finding"
_BEFORE = f"""
SELECT outlook, status FROM steps WHERE outlook {_IN} AND article <= ? ORDER BY day, article
"""
_PARTICIPANTS = f"""
SELECT p.outlook, a.name FROM outlook_parties p JOIN actors a ON a.id = p.actor
WHERE p.outlook {_IN} ORDER BY p.outlook, p.code, a.name
"""


def turns_since(store: Store, parties: Sequence[Party], seen: int) -> tuple[Turn, ...]:
    """What articles with a number above `seen` say of the prospects of all these parties.

    The latest comes first. A status that was known before is no turn.
    """
    rows = _steps(store, parties, seen)
    asked = listed({row[0] for row in rows})
    before: dict[int, ProspectStatus] = dict(store.query(_BEFORE, (asked, seen)))
    named: dict[int, list[str]] = {}
    for outlook, name in store.query(_PARTICIPANTS, (asked,)):
        named.setdefault(outlook, []).append(name)
    turned = [row for row in rows if row[3] != before.get(row[0])]
    passages = [Passage(*row[4:]) for row in turned]
    known = witnesses(store, passages)
    return tuple(
        Turn(
            prospect=outlook,
            what=what,
            participants=tuple(named.get(outlook, ())),
            day=day_of(day),
            status=status,
            before=before.get(outlook),
            witness=known[passage],
        )
        for (outlook, what, day, status, *_), passage in zip(turned, passages, strict=True)
    )


def _steps(store: Store, parties: Sequence[Party], seen: int) -> list[tuple[Any, ...]]:
    """What the new articles say of the prospects in which all the parties have a part."""
    sql, parameters = _NEW, list[Any]((seen,))
    for party in parties:
        whole = party.actors is None
        sql += f" AND s.outlook IN ({_OF_CODE if whole else _OF_ACTORS})"
        parameters += [party.code, *([] if whole else [listed(party.actors or ())])]
    return store.query(f"{sql} {_ORDER}", parameters)
