"""Search: the articles in which words stand, wire copies folded into one hit."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Unpack

from memcon.desk.accounts import listed
from memcon.desk.blobs import unpack_text
from memcon.desk.days import day_of
from memcon.desk.orders import latest
from memcon.desk.scopes import Scope, within
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.story.hits import Hit, Hits, Term, passage_of, terms_of

_MATCHING = "SELECT rowid FROM words WHERE words MATCH ? AND rowid > ?"
# A word of the title weighs as much as five of the text.
_RANKED = f"{_MATCHING} ORDER BY bm25(words, 5.0, 1.0)"
_FAMILIES = "SELECT id, family FROM articles WHERE id IN (SELECT value FROM json_each(?))"
_ALIKE = "SELECT id, family FROM articles WHERE family IN (SELECT value FROM json_each(?))"
_HEADS = """
SELECT a.id, a.article, title, publisher, published, url, family, t.text
FROM articles a JOIN texts t ON t.article = a.id
WHERE a.id IN (SELECT value FROM json_each(?))
"""
# So many are looked at a time.
_STEP = 200
_MOST_RANKED = 30_000


def search(
    store: Store,
    words: str,
    limit: int | None = 20,
    is_ranked: bool = False,
    after: int = 0,
    **scope: Unpack[Scope],
) -> Hits:
    """The articles that have all the words, "phrases" and beginnings*.

    The latest come first, or, where `is_ranked`, those in which the words weigh most; words that
    stand in very many articles weigh nothing. Only articles whose number is above `after`.
    DeskError if there is nothing to look for.
    """
    terms = terms_of(words)
    if not terms:
        raise DeskError(f"{words!r}: there is no word in it to look for")
    with store.read():
        found = articles_with(store, terms, after)
        is_ranked = is_ranked and len(found) <= _MOST_RANKED
        if is_ranked:
            found = [row[0] for row in store.query(_RANKED, (_match(terms), after))]
        kept = within(store, found, scope)
        ordered = (
            (one for one in found if one in kept) if is_ranked else latest(store, "articles", kept)
        )
        hits = _hits(store, dict(islice(_folded(store, ordered), limit)), kept, terms)
    return Hits(words=words, hits=hits, articles=len(kept))


def articles_with(store: Store, terms: Sequence[Term], after: int = 0) -> list[int]:
    """The articles that have all the terms, of those with a number above `after`."""
    return [row[0] for row in store.query(_MATCHING, (_match(terms), after))]


def _match(terms: Iterable[Term]) -> str:
    """The terms in FTS5's language: each one quoted, so that nothing in it is an operator."""
    return " ".join(f'"{" ".join(term.words)}"{"*" * term.is_prefix}' for term in terms)


def _folded(store: Store, ordered: Iterator[int]) -> Iterator[tuple[int, int]]:
    """(article, family) of the first article of each family, in order."""
    known: set[int] = set()
    while step := list(islice(ordered, _STEP)):
        families = dict(store.query(_FAMILIES, (listed(step),)))
        for article in step:
            if families[article] not in known:
                known.add(families[article])
                yield article, families[article]


def _hits(
    store: Store, firsts: dict[int, int], matching: Collection[int], terms: Sequence[Term]
) -> tuple[Hit, ...]:
    """The hits of these articles, each with the number of the others of its family that match."""
    alike = store.query(_ALIKE, (listed(set(firsts.values())),))
    copies = Counter(family for article, family in alike if article in matching)
    heads = {row[0]: row[1:] for row in store.query(_HEADS, (listed(firsts),))}
    return tuple(
        _hit(heads[article], copies[family] - 1, terms) for article, family in firsts.items()
    )


def _hit(head: tuple[Any, ...], copies: int, terms: Sequence[Term]) -> Hit:
    """A hit from the row of its article."""
    article, title, publisher, published, url, family, blob = head
    return Hit(
        article=article,
        title=title,
        publisher=publisher,
        published=day_of(published),
        url=url,
        family=family,
        copies=copies,
        passage=passage_of(unpack_text(blob), terms),
    )
