"""Positions: who holds what on an issue, and since when."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple, Unpack

from memcon.desk.accounts import Passage, day_of, listed, witnesses
from memcon.desk.days import Days, bounds
from memcon.desk.parties import match_of
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.record.terms import Stance
from memcon.story.answers import Party
from memcon.story.identities import Identity
from memcon.story.issues import issue_key
from memcon.story.matrix import Holding, Matrix, Positions, arrange

_COLUMNS = """
SELECT p.issue, i.name, p.stance, p.day, p.confidence, c.family,
       p.article, 'pos' || p.number, p.start, p."end",
       a.key, a.name, a.kind, a.country, a.sector, a.code, p.actor
FROM positions p JOIN issues i ON i.id = p.issue JOIN actors a ON a.id = p.actor
JOIN articles c ON c.id = p.article
"""
_ON_TOPIC = f"""
{_COLUMNS} WHERE p.issue IN (SELECT rowid FROM topics WHERE topics MATCH ?)
AND p.day BETWEEN ? AND ?
"""
_IN_ARTICLES = f"""
{_COLUMNS} WHERE p.article IN (SELECT value FROM json_each(?))
AND a.code IN (SELECT value FROM json_each(?)) AND p.day BETWEEN ? AND ?
"""


class _Row(NamedTuple):
    """A position as it is kept, without its words; `number` is the desk's number of its actor."""

    topic: int
    issue: str
    stance: Stance
    day: str
    confidence: float
    family: int
    passage: Passage
    actor: Identity
    number: int


def positions(
    store: Store, words: str, limit: int | None = None, **days: Unpack[Days]
) -> Positions:
    """What is held on the issues whose names have these words, or words that begin so.

    With a limit, only the issues of which most is told. DeskError if there is no word to look for.
    """
    query = match_of(issue_key(words), is_open=True)
    if not query:
        raise DeskError(f"{words!r}: there is no word in it to look for")
    with store.read():
        rows = _rows(store, _ON_TOPIC, (query, *bounds(days)))
        return Positions(
            words=words,
            since=days.get("since"),
            until=days.get("until"),
            matrix=_matrix(store, rows, limit),
        )


def positions_between(
    store: Store,
    parties: Sequence[Party],
    articles: Sequence[int],
    limit: int | None,
    **days: Unpack[Days],
) -> Matrix:
    """What these parties hold in these articles; with a limit, on so many issues."""
    codes = listed(party.code for party in parties)
    rows = _rows(store, _IN_ARTICLES, (listed(articles), codes, *bounds(days)))
    kept = [
        row for row in rows if any(speaks_for(party, row.actor, row.number) for party in parties)
    ]
    return _matrix(store, kept, limit)


def speaks_for(party: Party, actor: Identity, number: int) -> bool:
    """Whether an actor, by its identity and its number on the desk, is of a party."""
    if party.actors is not None:
        return number in party.actors
    return actor.code == party.code


def _rows(store: Store, sql: str, parameters: Sequence[Any]) -> list[_Row]:
    """The positions that a query finds."""
    return [_row(*row) for row in store.query(sql, parameters)]


def _row(*cells: Any) -> _Row:
    """A position from its row."""
    topic, issue, stance, day, confidence, family, *rest = cells
    passage, actor, number = Passage(*rest[:4]), Identity(*rest[4:10]), rest[10]
    return _Row(topic, issue, stance, day, confidence, family, passage, actor, number)


def _matrix(store: Store, rows: Sequence[_Row], limit: int | None) -> Matrix:
    """The positions by issue, those on the first so many issues with their words."""
    topics: dict[int, list[_Row]] = {}
    for row in rows:
        topics.setdefault(row.topic, []).append(row)
    chosen = sorted(topics.values(), key=_weight, reverse=True)[:limit]
    kept = [row for topic in chosen for row in topic]
    known = witnesses(store, [row.passage for row in kept])
    matrix = arrange(
        Holding(
            actor=row.actor,
            topic=row.topic,
            issue=row.issue,
            stance=row.stance,
            day=day_of(row.day),
            confidence=row.confidence,
            witness=known[row.passage],
        )
        for row in kept
    )
    return replace(matrix, found=len(topics))


def _weight(rows: Sequence[_Row]) -> tuple[int, int, str]:
    """How much is told of an issue, as `arrange` has it: actors, families, last day."""
    actors, families = {row.actor.key for row in rows}, {row.family for row in rows}
    return len(actors), len(families), max(row.day for row in rows)
