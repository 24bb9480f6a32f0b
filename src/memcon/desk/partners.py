"""Partner: with whom an actor dealt, and how much of it was cooperation or conflict."""

from collections.abc import Sequence
from typing import Any

from memcon.desk.accounts import listed
from memcon.desk.days import Days, bounds, day_of
from memcon.desk.parties import names_of_codes
from memcon.desk.store import Store
from memcon.story.answers import Party
from memcon.story.profiles import Partner

_FACT = "IN ('actual', 'ongoing')"
# The other of a pair of codes; where both act on each other, the happening counts once.
_ONCE = """
(d.toward >= 0 OR NOT EXISTS (
    SELECT 1 FROM dyads e
    WHERE e.a = d.a AND e.b = d.b AND e.day = d.day AND e.happening = d.happening AND e.toward > 0
))
"""
_CODES = f"""
SELECT other, count(*) AS happenings,
       sum(CASE WHEN status {_FACT} THEN max(goldstein, 0) ELSE 0 END),
       sum(CASE WHEN status {_FACT} THEN min(goldstein, 0) ELSE 0 END), max(day)
FROM (
    SELECT b AS other, status, goldstein, day FROM dyads d
    WHERE a = ?1 AND b <> '' AND day BETWEEN ?2 AND ?3 AND {_ONCE}
    UNION ALL
    SELECT a, status, goldstein, day FROM dyads d
    WHERE b = ?1 AND day BETWEEN ?2 AND ?3 AND {_ONCE}
)
GROUP BY other ORDER BY happenings DESC, other LIMIT ?4
"""
# Who stood on the other side, or acted together with the actor in what both did to each other.
_ACTORS = f"""
SELECT a.key, a.code, a.name, count(*) AS happenings,
       sum(CASE WHEN status {_FACT} THEN max(goldstein, 0) ELSE 0 END),
       sum(CASE WHEN status {_FACT} THEN min(goldstein, 0) ELSE 0 END), max(first)
FROM (
    SELECT DISTINCT h.id, h.status, h.goldstein, h.first, q.actor
    FROM parties p JOIN happenings h ON h.id = p.happening
    JOIN parties q ON q.happening = p.happening
    WHERE p.actor IN (SELECT value FROM json_each(?1))
      AND coalesce(h.first, '') BETWEEN ?2 AND ?3
      AND q.actor NOT IN (SELECT value FROM json_each(?1)) AND (q.side <> p.side OR h.mutual)
) JOIN actors a ON a.id = actor
GROUP BY actor ORDER BY happenings DESC, actor LIMIT ?4
"""
_ALL = -1


def partners_of(
    store: Store, party: Party, actors: Sequence[int], days: Days, limit: int | None
) -> tuple[Partner, ...]:
    """With whom a party dealt, those first with whom it dealt most.

    A country's partners are countries and bodies; a person's are those whom it met or acted on,
    each by name.
    """
    most = limit or _ALL
    if party.actors is None:
        rows = store.query(_CODES, (party.code, *bounds(days), most))
        names = names_of_codes(store, (code for code, *_ in rows))
        return tuple(_partner((code, code, names[code]), row) for code, *row in rows)
    rows = store.query(_ACTORS, (listed(actors), *bounds(days), most))
    return tuple(_partner((key, code, name), row) for key, code, name, *row in rows)


def _partner(who: tuple[str, str, str], row: Sequence[Any]) -> Partner:
    """A partner from its key, code and name, and its sums."""
    key, code, name = who
    happenings, cooperation, conflict, last = row
    return Partner(
        key=key,
        name=name,
        code=code,
        happenings=happenings,
        cooperation=round(cooperation, 2),
        conflict=round(conflict, 2),
        last=day_of(last),
    )
