"""Family: which articles of the desk are copies of one text; its number is its first article's."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from memcon.desk.accounts import listed
from memcon.desk.records import day_of, record_of
from memcon.desk.store import Store
from memcon.record.article import Article
from memcon.record.contract import Record
from memcon.story.families import DAYS, find_origin, sign

# So many bits of a band are kept, as a signed number of three bytes.
_BITS = 24
# Boilerplate that a thousand articles share makes no copies; the likest so many are looked at.
_MOST_FOUND = 600
_MOST_READ = 12
# Bands are kept by so many days together.
_TOGETHER = 4
# CROSS JOIN keeps the order: a row is looked for, and no days gone through.
_NEAR = """
SELECT b.article FROM json_each(:days) d CROSS JOIN json_each(:bands) j
CROSS JOIN bands b ON b.days = d.value AND b.band = j.value
WHERE b.article <> :number LIMIT :most
"""
_ALL_DAYS = """
WITH RECURSIVE known(days) AS (
    SELECT min(days) FROM bands
    UNION ALL
    SELECT (SELECT min(days) FROM bands b WHERE b.days > known.days) FROM known
    WHERE known.days IS NOT NULL
)
SELECT days FROM known WHERE days IS NOT NULL
"""


def join_family(store: Store, number: int, record: Record) -> set[int]:
    """Put an article that is on the desk into its family; the numbers of all whose family changed.

    Where it is a copy of articles of several families, these are one from now on.
    """
    bands, days = _bands(record.article), _days(record)
    near = _near(store, number, bands, days)
    store.run_each(
        "INSERT OR IGNORE INTO bands (days, band, article) VALUES (?, ?, ?)",
        [(days, band, number) for band in sorted(bands)],
    )
    families = _families(store, record.article, near)
    if not families:
        return set()
    known = store.query(
        "SELECT id, family FROM articles WHERE family IN (SELECT value FROM json_each(?))",
        (listed(families),),
    )
    return _number(store, [(number, number), *known])


def leave_family(store: Store, number: int, record: Record) -> set[int]:
    """Take an article out of its family; the numbers of all whose family changed."""
    days = _days(record)
    store.run_each(
        "DELETE FROM bands WHERE days = ? AND band = ? AND article = ?",
        [(days, band, number) for band in _bands(record.article)],
    )
    rows = store.query(
        "SELECT id, family FROM articles WHERE id <> ? AND family ="
        " (SELECT family FROM articles WHERE id = ?)",
        (number, number),
    )
    store.run("UPDATE articles SET family = id WHERE id = ?", (number,))
    return _number(store, rows)


def _number(store: Store, rows: Iterable[tuple[int, int]]) -> set[int]:
    """Number a family after the first of its articles, given as (number, family)."""
    known = dict(rows)
    if not known:
        return set()
    family = min(known)
    changed = {number for number, before in known.items() if before != family}
    store.run_each(
        "UPDATE articles SET family = ? WHERE id = ?", [(family, number) for number in changed]
    )
    return changed


def _families(store: Store, article: Article, near: Iterable[int]) -> set[int]:
    """The families of which an article is a copy, among the articles that are near."""
    by_id: dict[str, tuple[Article, int]] = {}
    for number in near:
        row = store.first("SELECT family FROM articles WHERE id = ?", (number,))
        if row:
            other = record_of(store, number).article
            by_id[other.id] = (other, row[0])
    found: set[int] = set()
    while by_id and (origin := find_origin(article, [other for other, _ in by_id.values()])):
        family = by_id[origin.id][1]
        found.add(family)
        by_id = {key: kept for key, kept in by_id.items() if kept[1] != family}
    return found


def _near(store: Store, number: int, bands: tuple[int, ...], days: int) -> list[int]:
    """The articles that share bands with one, and may be of the same days; the likest first."""
    if days:
        reach = -(-DAYS // _TOGETHER)
        spans = [0, *range(days - reach, days + reach + 1)]
    else:
        spans = [span for (span,) in store.query(_ALL_DAYS)]
    asked = {"days": listed(spans), "bands": listed(bands), "number": number}
    shared = Counter(article for (article,) in store.query(_NEAR, {**asked, "most": _MOST_FOUND}))
    return [article for article, _ in shared.most_common(_MOST_READ)]


def _bands(article: Article) -> tuple[int, ...]:
    """The bands of an article's signature, as they are kept."""
    half = 1 << (_BITS - 1)
    return tuple(band % (2 * half) - half for band in sign(article).bands)


def _days(record: Record) -> int:
    """In which of the spans of some days an article was published; 0 where unknown."""
    try:
        return date.fromisoformat(day_of(record)).toordinal() // _TOGETHER
    except ValueError:
        return 0
