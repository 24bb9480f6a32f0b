"""Quotes: who said what, asked of the desk.

The desk keeps who spoke and when; what exactly was said stands in the records, which are opened one
after another, the latest first.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import NamedTuple, Unpack

from memcon.desk.accounts import listed
from memcon.desk.days import day_of
from memcon.desk.orders import latest
from memcon.desk.parties import party_of
from memcon.desk.records import record_of
from memcon.desk.scopes import Scope, members, within
from memcon.desk.search import articles_with
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.record.contract import Record
from memcon.record.findings import Statement
from memcon.story.hits import Term, terms_of
from memcon.story.identities import Identity
from memcon.story.quotes import Quote, Quotes, is_about
from memcon.tables.quotations import quotations

_EVERY = "SELECT id FROM articles"
_HEADS = """
SELECT id, family, publisher, published FROM articles WHERE id IN (SELECT value FROM json_each(?))
"""
_ALIKE = "SELECT id, family FROM articles WHERE family IN (SELECT value FROM json_each(?))"
_CAST = """
SELECT p.number, p.actor, a.key, a.name, a.kind, a.country, a.sector, a.code
FROM appearances p JOIN actors a ON a.id = p.actor WHERE p.article = ?
"""
# So many articles are opened where there is a limit, and so many looked up at a time.
_MOST_OPENED = 100
_STEP = 50


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a statement must have: one of these speakers, all these terms."""

    speakers: Set[int] | None
    terms: Sequence[Term]


class _Head(NamedTuple):
    """An article without its words."""

    number: int
    family: int
    publisher: str | None
    published: str | None


def said(
    store: Store, about: str | None = None, limit: int | None = None, **scope: Unpack[Scope]
) -> Quotes:
    """What was said in the articles of a scope, the latest first.

    By `speaker`, in words that have all of `about`: words, "phrases" and beginnings*. Copies count
    once. With a limit only so many articles are opened; `Quotes.reached` tells how far. DeskError
    for a name that the desk does not know, and where there is no word to look for.
    """
    terms = terms_of(about) if about else ()
    if about and not terms:
        raise DeskError(f"{about!r}: there is no word in it to look for")
    with store.read():
        name = scope.get("speaker")
        speaker = party_of(store, name) if name else None
        found = articles_with(store, terms) if terms else [n for (n,) in store.query(_EVERY)]
        kept = within(store, found, scope)
        asked = _Asked(frozenset(members(store, speaker)) if speaker else None, terms)
        quotes, gone, last = _gathered(store, kept, asked, limit)
        copies = _copies(store, quotes, kept)
    return Quotes(
        speaker=speaker,
        about=about,
        since=scope.get("since"),
        until=scope.get("until"),
        quotes=tuple(replace(one, copies=copies[one.family] - 1) for one in quotes),
        articles=len(kept),
        opened=gone,
        reached=last,
    )


def _gathered(
    store: Store, kept: Set[int], asked: _Asked, limit: int | None
) -> tuple[list[Quote], int, date | None]:
    """The quotes of the latest articles, how many of these were gone through, and the last's day.

    An article is passed over if a copy of it had some already.
    """
    quotes: list[Quote] = []
    heard: set[int] = set()
    gone = opened = 0
    last: date | None = None
    for head in _heads(store, latest(store, "articles", kept)):
        if limit and (opened == _MOST_OPENED or len(quotes) >= limit):
            break
        gone += 1
        last = day_of(head.published)
        if head.family not in heard:
            opened += 1
            quotes += (of_article := _quotes(store, head, asked))
            heard.update(quote.family for quote in of_article)
    is_cut = limit is not None and len(quotes) > limit
    return quotes[:limit], gone - is_cut, last


def _heads(store: Store, ordered: Iterator[int]) -> Iterator[_Head]:
    """The articles in their order."""
    while step := list(islice(ordered, _STEP)):
        heads = {row[0]: _Head(*row) for row in store.query(_HEADS, (listed(step),))}
        yield from (heads[number] for number in step)


def _quotes(store: Store, head: _Head, asked: _Asked) -> list[Quote]:
    """The statements of an article that were asked for."""
    cast = {
        f"a{row[0]}": (row[1], Identity(*row[2:])) for row in store.query(_CAST, (head.number,))
    }
    by = asked.speakers
    wanted = {ident for ident, (actor, _) in cast.items() if by is None or actor in by}
    record = record_of(store, head.number)
    meant = {
        statement.id: _identities(statement, cast)
        for statement in record.statements
        if statement.content
        and (by is None or not wanted.isdisjoint(statement.speakers))
        and _has(record, statement, asked.terms)
    }
    return [
        Quote(
            quotation=quotation,
            speakers=meant[quotation.statement],
            publisher=head.publisher,
            published=day_of(head.published),
            family=head.family,
            copies=0,
        )
        for quotation in (quotations(record) if meant else ())
        if quotation.statement in meant
    ]


def _has(record: Record, statement: Statement, terms: Sequence[Term]) -> bool:
    """Whether what was said has all the terms."""
    text = record.article.text
    return not terms or is_about([span.words(text) for span in statement.content], terms)


def _identities(
    statement: Statement, cast: Mapping[str, tuple[int, Identity]]
) -> tuple[Identity, ...]:
    """Who the speakers are on the desk, each once."""
    known = dict(cast[ident] for ident in statement.speakers if ident in cast)
    return tuple(known.values())


def _copies(store: Store, quotes: Sequence[Quote], kept: Set[int]) -> Counter[int]:
    """How many of the articles are in the family of each quote."""
    families = listed({quote.family for quote in quotes})
    rows = store.query(_ALIKE, (families,)) if quotes else []
    return Counter(family for article, family in rows if article in kept)
