"""Record: an article as it was read, put on the desk and given back byte for byte."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

import msgspec

from memcon.desk.blobs import pack_record, pack_text, unpack_record, unpack_text
from memcon.desk.days import kept_day
from memcon.desk.layouts import lay_out, put_together
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.record.article import Article
from memcon.record.contract import MadeBy, Record
from memcon.story.outlets import outlet_of
from memcon.tables.days import first_day

_MAKER = "made by "
# The note of the last article that was looked at.
LOOKED_UNTIL = "looked until"
_SHORTEST_PREFIX = 4
_WHOLE = """
SELECT a.article, a.made_by, t.text, r.record
FROM articles a JOIN texts t ON t.article = a.id JOIN records r ON r.article = a.id
WHERE a.id = ?
"""
_AS_READ = """
SELECT a.article, a.made_by, t.text, coalesce(o.record, r.record)
FROM articles a JOIN texts t ON t.article = a.id JOIN records r ON r.article = a.id
LEFT JOIN readings o ON o.article = a.id WHERE a.id = ?
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that is on the desk: its number there, its id, who made it, and its family."""

    number: int
    article: str
    made_by: str
    family: int


def put_record(store: Store, record: Record) -> int:
    """Put a new article on the desk; its number. It is a family of its own at first."""
    article = record.article
    ((number,),) = store.query("SELECT coalesce(max(id), 0) + 1 FROM articles")
    store.run(
        "INSERT INTO articles (id, article, given_id, url, publisher, language, published, title,"
        " added, made_by, family, length, revision)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, random())",
        (
            number,
            article.id,
            article.given_id,
            article.url,
            outlet_of(article),
            article.language,
            day_of(record) or None,
            article.title,
            now(),
            _maker(store, record.made_by),
            number,
            len(article.text),
        ),
    )
    packed = pack_text(article.text)
    store.run("INSERT INTO texts (article, text) VALUES (?, ?)", (number, packed))
    store.run("INSERT INTO records (article, record) VALUES (?, ?)", (number, _rest(record)))
    _put_words(store, number, article)
    return number


def renew_record(store: Store, number: int, record: Record) -> None:
    """Put another record of the same text in the place of what is there."""
    article = record.article
    store.run(
        "UPDATE articles SET given_id = ?, url = ?, publisher = ?, language = ?, published = ?,"
        " title = ?, made_by = ?, revision = random() WHERE id = ?",
        (
            article.given_id,
            article.url,
            outlet_of(article),
            article.language,
            day_of(record) or None,
            article.title,
            _maker(store, record.made_by),
            number,
        ),
    )
    store.run("UPDATE records SET record = ? WHERE article = ?", (_rest(record), number))
    store.run("DELETE FROM words WHERE rowid = ?", (number,))
    _put_words(store, number, article)


def remove_record(store: Store, number: int) -> None:
    """Take an article and its words off the desk."""
    store.run("DELETE FROM words WHERE rowid = ?", (number,))
    store.run("DELETE FROM articles WHERE id = ?", (number,))
    # The next article may get the number of the last, and must be news all the same.
    store.run("UPDATE watches SET seen = min(seen, (SELECT coalesce(max(id), 0) FROM articles))")
    store.run(
        "UPDATE notes SET value = min(CAST(value AS INTEGER),"
        " (SELECT coalesce(max(id), 0) FROM articles)) WHERE key = ?",
        (LOOKED_UNTIL,),
    )


def record_of(store: Store, number: int) -> Record:
    """The record of an article by its number on the desk, with what was set right in it."""
    return _opened(store, number, _WHOLE)


def reading_of(store: Store, number: int) -> Record:
    """The record of an article as it was read, before anybody set something right."""
    return _opened(store, number, _AS_READ)


def keep_reading(store: Store, number: int, record: Record | None) -> None:
    """Keep how an article was read beside its record; None: it is as the record has it."""
    store.run("DELETE FROM readings WHERE article = ?", (number,))
    if record:
        store.run("INSERT INTO readings (article, record) VALUES (?, ?)", (number, _rest(record)))


def _opened(store: Store, number: int, sql: str) -> Record:
    """A record that is kept beside its text."""
    row = store.first(sql, (number,))
    if row is None:
        raise DeskError(f"there is no article {number} on the desk")
    article, maker, packed, rest = row
    text = unpack_text(packed)
    stripped = findings_in(rest, text)
    return msgspec.structs.replace(
        stripped,
        made_by=_made_by(store, maker),
        article=msgspec.structs.replace(stripped.article, id=article, text=text),
    )


def findings_in(blob: bytes, text: str) -> Record:
    """The record that a blob holds beside its text: without the text, its id and who made it."""
    try:
        return put_together(unpack_record(blob, text))
    except msgspec.DecodeError as error:
        raise DeskError("a record on the desk is damaged; run `memcon desk check`") from error


def kept(store: Store, article: str) -> Kept | None:
    """The article of this id, if it is on the desk."""
    row = store.first(
        "SELECT id, article, made_by, family FROM articles WHERE article = ?", (article,)
    )
    return Kept(*row) if row else None


def named(store: Store, name: str) -> Kept:
    """The article whose id begins so; DeskError if none or more than one does."""
    if len(name) < _SHORTEST_PREFIX:
        raise DeskError(f"{name}: give at least {_SHORTEST_PREFIX} characters of an article's id")
    found = store.query(
        "SELECT id, article, made_by, family FROM articles WHERE article >= ? AND article < ?"
        " LIMIT 2",
        (name, name + "\U0010ffff"),
    )
    if not found:
        raise DeskError(f"{name}: no article on the desk has an id that begins so")
    if len(found) > 1:
        raise DeskError(f"{name}: more than one article's id begins so; give more of it")
    return Kept(*found[0])


def outdated(store: Store, made_by: MadeBy) -> tuple[str, ...]:
    """The ids of the articles that were read by another version or with other models."""
    rows = store.query(
        "SELECT article FROM articles WHERE made_by <> ? ORDER BY id", (_label(made_by),)
    )
    return tuple(article for (article,) in rows)


def day_of(record: Record) -> str:
    """The day on which an article was published; empty where unknown."""
    published = record.article.published
    day = first_day(published.value) if published else None
    return kept_day(day)


def now() -> str:
    """The time in UTC, as the desk notes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _put_words(store: Store, number: int, article: Article) -> None:
    store.run(
        "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
        (number, article.title or "", article.text),
    )


def _rest(record: Record) -> bytes:
    """The blob of a record without what stands in columns, or is the same for many."""
    bare = msgspec.structs.replace(
        record,
        made_by=MadeBy(memcon="", models={}),
        article=msgspec.structs.replace(record.article, id="", text=""),
    )
    return pack_record(lay_out(bare), record.article.text)


def _label(made_by: MadeBy) -> str:
    """A version and its models in short; the desk's notes hold them at length."""
    models = msgspec.json.encode(made_by.models)
    return f"{made_by.memcon} {sha256(models).hexdigest()[:12]}"


def _maker(store: Store, made_by: MadeBy) -> str:
    """The label of a version and its models, which are noted."""
    label = _label(made_by)
    store.run(
        "INSERT OR IGNORE INTO notes (key, value) VALUES (?, ?)",
        (_MAKER + label, msgspec.json.encode(made_by).decode()),
    )
    return label


def _made_by(store: Store, label: str) -> MadeBy:
    row = store.first("SELECT value FROM notes WHERE key = ?", (_MAKER + label,))
    if row is None:
        raise DeskError(f"the desk does not say what {label!r} was; run `memcon desk check`")
    return msgspec.json.decode(row[0], type=MadeBy)
