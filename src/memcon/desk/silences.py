"""Silence: what somebody would not say or left out, with the words of the article that says so."""

from typing import Any

from memcon.desk.accounts import Passage, witnesses
from memcon.desk.conditions import Condition
from memcon.desk.days import day_of
from memcon.desk.store import Store
from memcon.story.identities import Identity
from memcon.story.silences import Hush

_SILENCES = """
SELECT s.article, 'sil' || s.number, s.start, s."end", i.name, s.kind, s.day,
       a.key, a.name, a.kind, a.country, a.sector, a.code, c.family
FROM silences s JOIN actors a ON a.id = s.actor JOIN articles c ON c.id = s.article
LEFT JOIN issues i ON i.id = s.issue
WHERE {where} ORDER BY s.day DESC, s.article, s.number
"""


def silences(store: Store, meant: Condition, limit: int | None) -> tuple[tuple[Hush, ...], int]:
    """The latest of the silences `s` of actors `a` that are meant, and how many there are.

    What copies of one text tell is one silence.
    """
    kept: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for row in store.query(_SILENCES.format(where=meant.where), meant.parameters):
        issue, kind, actor, family = row[4], row[5], row[7], row[13]
        kept.setdefault((actor, family, kind, issue), row)
    shown = list(kept.values())[:limit]
    known = witnesses(store, [Passage(*row[:4]) for row in shown])
    return tuple(_hush(row, known) for row in shown), len(kept)


def _hush(row: tuple[Any, ...], known: dict[Passage, Any]) -> Hush:
    return Hush(
        actor=Identity(*row[7:13]),
        issue=row[4],
        kind=row[5],
        day=day_of(row[6]),
        witness=known[Passage(*row[:4])],
    )
