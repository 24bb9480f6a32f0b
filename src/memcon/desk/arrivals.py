"""Arrivals: what is new on the desk since it was last looked at."""

from memcon.desk.accounts import listed
from memcon.desk.days import day_of
from memcon.desk.disputes import open_disputes
from memcon.desk.looks import looked
from memcon.desk.news import developments, discords_since
from memcon.desk.orders import latest
from memcon.desk.store import Store
from memcon.desk.turns import turns_since
from memcon.story.arrivals import Arrivals, Headline

# The sign keeps SQLite from the articles themselves: any index has their numbers.
_NEW = "SELECT count(*), coalesce(max(id), 0) FROM articles WHERE +id > ?"
_TOLD = "SELECT DISTINCT happening FROM tellings WHERE article > ?"
_KNOWN = """
SELECT DISTINCT happening FROM tellings
WHERE happening IN (SELECT value FROM json_each(?)) AND article <= ?
"""
_FAMILIES = """
SELECT family, max(id) AS head, count(*) FROM articles WHERE id > ?
GROUP BY family ORDER BY head DESC LIMIT ?
"""
_HEADS = """
SELECT id, article, title, publisher, published, url, family FROM articles
WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC
"""
# Where more articles are new, so many of the last are looked through.
_MOST = 500
_ALL = -1


def recent(store: Store, since_article: int | None = None, limit: int | None = None) -> Arrivals:
    """What is new since the article of this number, else since the last look; all if there is none.

    With a limit, so much of each kind. It stays new until `look` takes note of it.
    """
    with store.read():
        before = looked(store)
        since = since_article if since_article is not None else before.until if before else 0
        ((articles, top),) = store.query(_NEW, (since,))
        start = max(since, top - _MOST)
        told = {number for (number,) in store.query(_TOLD, (start,))}
        known = {number for (number,) in store.query(_KNOWN, (listed(told), since))}
        fresh = list(latest(store, "happenings", told - known))
        turns = turns_since(store, (), start)
        discords = discords_since(store, list(latest(store, "happenings", told)), since)
        return Arrivals(
            since=since,
            until=max(top, since),
            looked_from=start,
            articles=articles,
            headlines=_headlines(store, start, limit),
            developments=developments(store, fresh[:limit], start, limit),
            developments_found=len(fresh),
            turns=turns[:limit],
            turns_found=len(turns),
            disputes=open_disputes(store, discords[:limit]),
            disputes_found=len(discords),
        )


def _headlines(store: Store, start: int, limit: int | None) -> tuple[Headline, ...]:
    """The last that came, one article a family."""
    rows = store.query(_FAMILIES, (start, limit or _ALL))
    counts = {head: count for _, head, count in rows}
    return tuple(
        Headline(
            article=article,
            title=title,
            publisher=publisher,
            published=day_of(published),
            url=url,
            family=family,
            copies=counts[number] - 1,
        )
        for number, article, title, publisher, published, url, family in store.query(
            _HEADS, (listed(counts),)
        )
    )
