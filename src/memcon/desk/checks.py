"""Check: whether a desk is whole: its file, its tables, and each record in it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import DecodeError

from memcon.desk.amendments import corrections_on
from memcon.desk.records import reading_of, record_of
from memcon.errors import MemconError
from memcon.record.contract import check
from memcon.story.corrections import corrected
from memcon.story.sightings import sightings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.desk.store import Store
    from memcon.record.contract import Record

_MOST_PAGES = 100
# What must hold across tables: what is wrong, with the place of a number, and how to find it.
_RULES = (
    (
        "article {}: its family is no article",
        "SELECT id FROM articles WHERE family NOT IN (SELECT id FROM articles)",
    ),
    (
        "article {}: its words cannot be searched for",
        "SELECT id FROM articles WHERE id NOT IN (SELECT id FROM words_docsize)",
    ),
    (
        "actor {}: articles speak of it more often, or less, than it is written",
        "SELECT a.id FROM actors a LEFT JOIN appearances p ON p.actor = a.id"
        " GROUP BY a.id HAVING count(p.article) <> a.spoken_of",
    ),
    (
        "article {}: its words can be searched for, but it is not there",
        "SELECT id FROM words_docsize WHERE id NOT IN (SELECT id FROM articles)",
    ),
    (
        "article {}: is compared with others, but it is not there",
        "SELECT DISTINCT article FROM bands WHERE article NOT IN (SELECT id FROM articles)",
    ),
    (
        "actor {}: its name cannot be searched for",
        "SELECT id FROM actors WHERE id NOT IN (SELECT id FROM names_docsize)",
    ),
    (
        "issue {}: its name cannot be searched for",
        "SELECT id FROM issues WHERE id NOT IN (SELECT id FROM topics_docsize)",
    ),
    (
        "happening {}: has {} tellings, and {} are there",
        "SELECT h.id, h.tellings, count(t.article) FROM happenings h"
        " LEFT JOIN tellings t ON t.happening = h.id"
        " GROUP BY h.id HAVING h.tellings <> count(t.article) OR h.tellings = 0",
    ),
    (
        "happening {}: has {} sources, and {} tell it",
        "SELECT h.id, h.sources, count(DISTINCT a.family) FROM happenings h"
        " JOIN tellings t ON t.happening = h.id JOIN articles a ON a.id = t.article"
        " GROUP BY h.id HAVING h.sources <> count(DISTINCT a.family)",
    ),
    (
        "happening {}: the day of its pairs is not its own",
        "SELECT DISTINCT h.id FROM happenings h JOIN dyads d ON d.happening = h.id"
        " WHERE d.day <> coalesce(h.first, '')",
    ),
    (
        "happening {}: the day of its parties is not its own",
        "SELECT DISTINCT h.id FROM happenings h JOIN parties p ON p.happening = h.id"
        " WHERE p.day <> coalesce(h.first, '')",
    ),
    (
        "prospect {}: the day of its parties is not its own",
        "SELECT DISTINCT o.id FROM outlooks o JOIN outlook_parties p ON p.outlook = o.id"
        " WHERE p.mentioned <> o.mentioned",
    ),
    (
        "prospect {}: no article tells of it",
        "SELECT id FROM outlooks WHERE id NOT IN (SELECT outlook FROM steps)",
    ),
)


def problems(store: Store) -> Iterator[str]:
    """What is wrong with a desk, a line each; nothing if it is whole."""
    with store.read():
        for found in (_file, _references, _rules, _records, _corrections):
            try:
                yield from found(store)
            except MemconError as error:
                # A damaged page ends this part of the check, not the next.
                yield str(error)


def _file(store: Store) -> Iterator[str]:
    """Pages that SQLCipher or SQLite finds damaged, indexes and search tables among them."""
    if store.key is not None:
        for (line,) in store.each("PRAGMA cipher_integrity_check"):
            yield f"file: {line}"
    for (found,) in store.each(f"PRAGMA integrity_check({_MOST_PAGES})"):
        for line in found.splitlines():
            if line != "ok" and not line.startswith("***"):
                yield f"file: {line}"


def _references(store: Store) -> Iterator[str]:
    """Rows that name a row that is not there."""
    for table, row, other, _ in store.each("PRAGMA foreign_key_check"):
        where = table if row is None else f"{table} {row}"
        yield f"{where}: names a row of {other} that is not there"


def _rules(store: Store) -> Iterator[str]:
    """What is kept in two places and does not agree."""
    for told, sql in _RULES:
        for row in store.each(sql):
            yield told.format(*row)


def _records(store: Store) -> Iterator[str]:
    """Articles whose record cannot be given back, or does not agree with its rows."""
    tellings: dict[int, set[str]] = {}
    for article, number in store.each("SELECT article, number FROM tellings"):
        tellings.setdefault(article, set()).add(f"e{number}")
    for number, ident, length in store.query("SELECT id, article, length FROM articles"):
        try:
            record = record_of(store, number)
            check(record)
        except (MemconError, DecodeError, UnicodeDecodeError) as error:
            yield f"article {number}: {error}"
            continue
        for reason in _disagreements(record, ident, length, tellings.get(number, set())):
            yield f"article {number}: {reason}"


def _corrections(store: Store) -> Iterator[str]:
    """Articles whose record is not what was read of them, with what was set right in it."""
    rows = store.query("SELECT article FROM corrections UNION SELECT article FROM readings")
    for (number,) in rows:
        made = corrected(reading_of(store, number), corrections_on(store, number))
        if made != record_of(store, number):
            yield f"article {number}: its record has not what was set right in it"


def _disagreements(record: Record, ident: str, length: int, told: set[str]) -> Iterator[str]:
    """Where a record does not agree with the rows that were made of it."""
    text = record.article.text
    if len(text) != length:
        yield f"its text has {len(text)} characters, and should have {length}"
    elif sha256(text.encode()).hexdigest() != ident:
        yield "its text is not the one that was added"
    if told != {sighting.event for sighting in sightings(record)}:
        yield "its events are not those that tell its happenings"
