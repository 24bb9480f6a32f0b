"""Clipping: an article with what each of its findings became on the desk."""

from memcon.desk.corrections import set_right
from memcon.desk.days import day_of
from memcon.desk.records import named, record_of
from memcon.desk.store import Store
from memcon.story.clippings import Clipping, Copy

_HEAD = "SELECT publisher, published, added FROM articles WHERE id = ?"
_COPIES = """
SELECT article, title, publisher, published, url FROM articles
WHERE family = ? AND id <> ? ORDER BY published, id
"""
_HAPPENINGS = """
SELECT 'e' || number, happening FROM tellings WHERE article = ? ORDER BY number
"""
_PROSPECTS = "SELECT finding, outlook FROM steps WHERE article = ? ORDER BY finding, outlook DESC"
_ACTORS = """
SELECT 'a' || p.number, a.key FROM appearances p JOIN actors a ON a.id = p.actor
WHERE p.article = ? ORDER BY p.number
"""


def article(store: Store, name: str) -> Clipping:
    """The article whose id begins so; DeskError if none or more than one does."""
    with store.read():
        kept = named(store, name)
        asked = (kept.number,)
        ((publisher, published, added),) = store.query(_HEAD, asked)
        return Clipping(
            record=record_of(store, kept.number),
            number=kept.number,
            publisher=publisher,
            published=day_of(published),
            added=added,
            family=kept.family,
            copies=tuple(
                Copy(copy, title, outlet, day_of(day), url)
                for copy, title, outlet, day, url in store.query(
                    _COPIES, (kept.family, kept.number)
                )
            ),
            happenings=dict(store.query(_HAPPENINGS, asked)),
            prospects=dict(store.query(_PROSPECTS, asked)),
            actors=dict(store.query(_ACTORS, asked)),
            amendments=tuple(one for _, made in set_right(store, asked) for one in made),
        )
