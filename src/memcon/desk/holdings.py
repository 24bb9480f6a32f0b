"""Holding: a position as an article tells it, with its words."""

from collections.abc import Sequence
from typing import Any

from memcon.desk.accounts import Passage, witnesses
from memcon.desk.days import day_of
from memcon.desk.store import Store
from memcon.story.identities import Identity
from memcon.story.matrix import Holding

COLUMNS = """
SELECT p.article, 'pos' || p.number, p.start, p."end", p.issue, i.name, p.stance, p.day,
       p.confidence, a.key, a.name, a.kind, a.country, a.sector, a.code
"""
_POSITIONS = f"""
{COLUMNS}
FROM ({{}}) q JOIN positions p ON p.article = q.article AND p.number = q.number
JOIN issues i ON i.id = p.issue JOIN actors a ON a.id = p.actor
ORDER BY p.day DESC, p.article DESC, p.number
"""


def holdings(store: Store, which: str, parameters: Sequence[Any]) -> tuple[Holding, ...]:
    """The positions whose `article` and `number` a query gives, the latest first."""
    return opened(store, store.query(_POSITIONS.format(which), parameters))


def opened(store: Store, rows: Sequence[tuple[Any, ...]]) -> tuple[Holding, ...]:
    """The positions of rows that have these columns, each with its words."""
    passages = [Passage(*row[:4]) for row in rows]
    known = witnesses(store, passages)
    return tuple(
        Holding(
            actor=Identity(*row[9:]),
            topic=row[4],
            issue=row[5],
            stance=row[6],
            day=day_of(row[7]),
            confidence=row[8],
            witness=known[passage],
        )
        for passage, row in zip(passages, rows, strict=True)
    )
