"""Positions: who holds what on an issue, and since when."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Unpack

from memcon.desk.accounts import listed
from memcon.desk.conditions import Condition, of_party
from memcon.desk.days import Days, bounds
from memcon.desk.holdings import COLUMNS, opened
from memcon.desk.parties import match_of
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.story.answers import Party
from memcon.story.issues import issue_key
from memcon.story.matrix import Matrix, Positions, arrange

_POSITIONS = f"""
{COLUMNS}
FROM positions p JOIN issues i ON i.id = p.issue JOIN actors a ON a.id = p.actor
"""
# The issues of which most is told: by most actors, in most articles, last.
_RANKED = """
SELECT p.issue FROM positions p JOIN actors a ON a.id = p.actor WHERE {where}
GROUP BY p.issue
ORDER BY count(DISTINCT p.actor) DESC, count(DISTINCT p.article) DESC, max(p.day) DESC, p.issue
"""
_ON_TOPIC = "p.issue IN (SELECT rowid FROM topics WHERE topics MATCH ?) AND p.day BETWEEN ? AND ?"
# A plus keeps SQLite from an index that leads to far more rows: all that an actor holds, or that is
# held on an issue.
_BY_CODE, _BY_ACTORS = "+a.code = ?", "+p.actor IN (SELECT value FROM json_each(?))"
_IN_ARTICLES = "p.article IN (SELECT value FROM json_each(?)) AND p.day BETWEEN ? AND ?"


def positions(
    store: Store, words: str, limit: int | None = None, **days: Unpack[Days]
) -> Positions:
    """What is held on the issues whose names have these words, or words that begin so.

    With a limit, only the issues of which most is told. DeskError if there is no word to look for.
    """
    query = match_of(issue_key(words), is_open=True)
    if not query:
        raise DeskError(f"{words!r}: there is no word in it to look for")
    meant = Condition(_ON_TOPIC, (query, *bounds(days)))
    with store.read():
        return Positions(
            words=words,
            since=days.get("since"),
            until=days.get("until"),
            matrix=_matrix(store, meant, limit),
        )


def positions_between(
    store: Store,
    parties: Sequence[Party],
    articles: Sequence[int],
    limit: int | None,
    **days: Unpack[Days],
) -> Matrix:
    """What these parties hold in these articles; with a limit, on so many issues."""
    of_parties = [of_party(party, _BY_CODE, _BY_ACTORS) for party in parties]
    either = " OR ".join(held.where for held in of_parties)
    meant = Condition(
        f"{_IN_ARTICLES} AND ({either})",
        (listed(articles), *bounds(days), *(p for held in of_parties for p in held.parameters)),
    )
    return _matrix(store, meant, limit)


def _matrix(store: Store, meant: Condition, limit: int | None) -> Matrix:
    """The positions by issue; with a limit, only those on the issues of which most is told."""
    ranked = store.query(_RANKED.format(where=meant.where), meant.parameters)
    topics = [topic for (topic,) in ranked[:limit]]
    where = f"{meant.where} AND +p.issue IN (SELECT value FROM json_each(?))"
    rows = store.query(f"{_POSITIONS} WHERE {where}", (*meant.parameters, listed(topics)))
    return replace(arrange(opened(store, rows)), found=len(ranked))
