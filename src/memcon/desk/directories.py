"""Directory: the issues, actors and outlets of the desk, by how much is told of them."""

from typing import Any

from memcon.desk.accounts import listed
from memcon.desk.days import day_of
from memcon.desk.parties import match_of
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.record.terms import ActorKind
from memcon.story.directories import Actors, Entry, Issues, Outlet, Outlets, Topic
from memcon.story.identities import Identity
from memcon.story.issues import issue_key

_HELD = """
SELECT issue, count(*) AS positions, count(DISTINCT actor), max(day) AS last, count(*) OVER ()
FROM positions {} GROUP BY issue ORDER BY positions DESC, last DESC, issue LIMIT ?
"""
_ON_TOPIC = "WHERE issue IN (SELECT rowid FROM topics WHERE topics MATCH ?)"
_NAMES = "SELECT id, name, context FROM issues WHERE id IN (SELECT value FROM json_each(?))"
_MOST = """
SELECT a.key, a.name, a.kind, a.country, a.sector, a.code
FROM (SELECT actor, count(*) AS positions FROM positions WHERE issue = ?
      GROUP BY actor ORDER BY positions DESC, actor LIMIT ?) p
JOIN actors a ON a.id = p.actor ORDER BY p.positions DESC, a.id
"""
_SPOKEN_OF = "SELECT actor, count(*) AS articles FROM appearances {} GROUP BY actor"
_ACTORS = f"""
SELECT a.key, a.name, a.kind, a.country, a.sector, a.code, p.articles, count(*) OVER ()
FROM ({_SPOKEN_OF}) p CROSS JOIN actors a ON a.id = p.actor WHERE ? IN ('', a.kind)
ORDER BY p.articles DESC, a.id LIMIT ?
"""
_CALLED = "WHERE actor IN (SELECT rowid FROM names WHERE names MATCH ?)"
_OUTLETS = """
SELECT publisher, count(*) AS articles, min(published), max(published) FROM articles
GROUP BY publisher ORDER BY articles DESC, publisher
"""
# So many actors are named for an issue.
_NAMED = 5
_ALL = -1


def issues(store: Store, words: str | None = None, limit: int | None = None) -> Issues:
    """The issues on which most positions are told, of those whose names have the words, or words
    that begin so; DeskError if there is no word to look for."""
    query = _query(issue_key(words), words) if words else None
    with store.read():
        rows = store.query(
            _HELD.format(_ON_TOPIC if query else ""), (*_asked(query), limit or _ALL)
        )
        names = {row[0]: row[1:] for row in store.query(_NAMES, (listed(r[0] for r in rows),))}
        topics = tuple(
            Topic(
                name=names[issue][0],
                context=names[issue][1],
                positions=positions,
                actors=actors,
                last=day_of(last),
                most=tuple(Identity(*row) for row in store.query(_MOST, (issue, _NAMED))),
            )
            for issue, positions, actors, last, _ in rows
        )
    return Issues(words=words, topics=topics, found=_found(rows))


def actors(
    store: Store,
    words: str | None = None,
    kind: ActorKind | None = None,
    limit: int | None = None,
) -> Actors:
    """The actors of whom most articles speak, of those of a kind whose names have the words, or
    words that begin so; DeskError if there is no word to look for."""
    query = _query(words, words) if words else None
    sql = _ACTORS.format(_CALLED if query else "")
    rows = store.query(sql, (*_asked(query), kind or "", limit or _ALL))
    return Actors(
        words=words,
        kind=kind,
        entries=tuple(Entry(Identity(*row[:6]), row[6]) for row in rows),
        found=_found(rows),
    )


def outlets(store: Store) -> Outlets:
    """The publishers of the desk's articles, those with most articles first."""
    rows = store.query(_OUTLETS)
    return Outlets(
        outlets=tuple(
            Outlet(name, articles, day_of(first), day_of(last))
            for name, articles, first, last in rows
            if name is not None
        ),
        unnamed=sum(articles for name, articles, *_ in rows if name is None),
    )


def _query(sought: str, words: str) -> str:
    """Words as names are looked for; DeskError if there is none among them."""
    query = match_of(sought, is_open=True)
    if not query:
        raise DeskError(f"{words!r}: there is no word in it to look for")
    return query


def _asked(query: str | None) -> tuple[str, ...]:
    """The parameter of a query, if there is one."""
    return (query,) if query else ()


def _found(rows: list[tuple[Any, ...]]) -> int:
    """How many there are, shown or not, as each row tells last."""
    return rows[0][-1] if rows else 0
