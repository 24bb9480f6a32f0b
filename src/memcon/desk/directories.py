"""Directory: the issues, actors and outlets of the desk, by how much is told of them."""

from memcon.desk.accounts import listed
from memcon.desk.conditions import Condition, all_of
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
FROM positions WHERE {} GROUP BY issue ORDER BY positions DESC, last DESC, issue LIMIT ?
"""
_ON_TOPIC = "issue IN (SELECT rowid FROM topics WHERE topics MATCH ?)"
_NAMES = "SELECT id, name, context FROM issues WHERE id IN (SELECT value FROM json_each(?))"
_MOST = """
SELECT a.key, a.name, a.kind, a.country, a.sector, a.code
FROM (SELECT actor, count(*) AS positions FROM positions WHERE issue = ?
      GROUP BY actor ORDER BY positions DESC, actor LIMIT ?) p
JOIN actors a ON a.id = p.actor ORDER BY p.positions DESC, a.id
"""
_CALLED = "id IN (SELECT rowid FROM names WHERE names MATCH ?)"
# The numbers are found first: the index has them in order.
_ACTORS = """
SELECT key, name, kind, country, sector, code, spoken_of FROM actors
WHERE id IN (SELECT id FROM actors WHERE {} ORDER BY spoken_of DESC, id LIMIT ?)
ORDER BY spoken_of DESC, id
"""
_COUNT = "SELECT count(*) FROM actors WHERE {}"
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
    meant = Condition("1", ())
    if words:
        meant = Condition(_ON_TOPIC, (_query(issue_key(words), words),))
    with store.read():
        rows = store.query(_HELD.format(meant.where), (*meant.parameters, limit or _ALL))
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
    return Issues(words=words, topics=topics, found=rows[0][-1] if rows else 0)


def actors(
    store: Store,
    words: str | None = None,
    kind: ActorKind | None = None,
    limit: int | None = None,
) -> Actors:
    """The actors of whom most articles speak, of those of a kind whose names have the words, or
    words that begin so; DeskError if there is no word to look for."""
    terms = [Condition("spoken_of > 0", ())]
    if kind:
        terms.append(Condition("kind = ?", (kind,)))
    if words:
        terms.append(Condition(_CALLED, (_query(words, words),)))
    meant = all_of(*terms)
    with store.read():
        rows = store.query(_ACTORS.format(meant.where), (*meant.parameters, limit or _ALL))
        ((found,),) = store.query(_COUNT.format(meant.where), meant.parameters)
    return Actors(
        words=words,
        kind=kind,
        entries=tuple(Entry(Identity(*row[:6]), row[6]) for row in rows),
        found=found,
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
