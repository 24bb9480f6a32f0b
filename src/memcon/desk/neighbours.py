"""Neighbour: another happening of the same parties about then, with which one may be joined."""

from datetime import date

from memcon.desk.accounts import accounts, listed
from memcon.desk.days import kept_day
from memcon.desk.store import Store
from memcon.story.answers import Account
from memcon.story.periods import Period

# So far apart two reports of one deed may put it, and so many neighbours are looked at.
_DAYS = 4
_MOST = 12
_NEAR = """
SELECT h.id FROM happenings h
JOIN parties p ON p.happening = h.id JOIN actors a ON a.id = p.actor
WHERE h.first BETWEEN ? AND ? AND h.id <> ?
AND a.code IN (SELECT value FROM json_each(?))
GROUP BY h.id
ORDER BY h.type <> ?, count(DISTINCT a.code) DESC, abs(julianday(h.first) - julianday(?)), h.id
LIMIT ?
"""


def neighbours(store: Store, account: Account) -> tuple[Account, ...]:
    """The happenings that are likest at first sight: of its type, its parties and its days."""
    happening = account.happening
    codes = {actor.code for actor in (*happening.source, *happening.target)}
    if happening.period is None or not codes:
        return ()
    around = _around(happening.period)
    rows = store.query(
        _NEAR,
        (
            kept_day(around.first),
            kept_day(around.last),
            account.number,
            listed(sorted(codes)),
            happening.type,
            kept_day(happening.first),
            _MOST,
        ),
    )
    return tuple(accounts(store, [number for (number,) in rows]).values())


def _around(period: Period) -> Period:
    """Some days more at either end, as far as the calendar goes."""
    first = max(period.first.toordinal() - _DAYS, date.min.toordinal())
    last = min(period.last.toordinal() + _DAYS, date.max.toordinal())
    return Period(date.fromordinal(first), date.fromordinal(last))
