"""Scope: in which of the desk's articles words are looked for."""

from collections.abc import Iterable, Iterator, Sequence

from memcon.desk.accounts import listed
from memcon.desk.days import Days, bounds
from memcon.desk.parties import folded, party_of
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.record.terms import EventType
from memcon.story.answers import Party

_PUBLISHED_WITHIN = """
SELECT id FROM articles WHERE published BETWEEN ?1 AND ?2
UNION ALL SELECT id FROM articles WHERE published IS NULL AND ?1 = ''
"""
_PUBLISHERS = "SELECT DISTINCT publisher FROM articles WHERE publisher IS NOT NULL"
_PUBLISHED_BY = "SELECT id FROM articles WHERE publisher IN (SELECT value FROM json_each(?))"
# The join is told in which order to go: the statistics that SQLite lacks would speak for the other.
_COUNTRY = """
SELECT p.article FROM actors a CROSS JOIN appearances p ON p.actor = a.id
WHERE ?1 IN (a.country, a.code)
"""
_ACTORS = "SELECT id FROM actors WHERE code = ?"
_SPEAKERS = """
SELECT DISTINCT article FROM statements WHERE actor IN (SELECT value FROM json_each(?))
"""
_TYPE = """
SELECT t.article FROM happenings h CROSS JOIN tellings t ON t.happening = h.id WHERE h.type = ?
"""


class Scope(Days, total=False):
    """Articles of these days, of a publisher whose name has these words, in which a country's
    actors occur, in which a party speaks, that tell an event of a type."""

    publisher: str | None
    country: str | None
    speaker: str | None
    type: EventType | None


def within(store: Store, articles: Iterable[int], scope: Scope) -> set[int]:
    """Those of the articles that lie in a scope; DeskError for a publisher, country or speaker
    that the desk does not know."""
    kept = set(articles)
    for others in _limits(store, scope):
        kept &= others
    return kept


def members(store: Store, party: Party) -> tuple[int, ...]:
    """The numbers of the actors that a party stands for."""
    if party.actors is not None:
        return party.actors
    return tuple(number for (number,) in store.query(_ACTORS, (party.code,)))


def _limits(store: Store, scope: Scope) -> Iterator[set[int]]:
    """The articles that each narrowing leaves."""
    if scope.get("since") or scope.get("until"):
        yield _articles(store, _PUBLISHED_WITHIN, bounds(scope))
    if publisher := scope.get("publisher"):
        yield _articles(store, _PUBLISHED_BY, (_publishers(store, publisher),))
    if country := scope.get("country"):
        yield _articles(store, _COUNTRY, (party_of(store, country).code,))
    if speaker := scope.get("speaker"):
        yield _articles(store, _SPEAKERS, (listed(members(store, party_of(store, speaker))),))
    if kind := scope.get("type"):
        yield _articles(store, _TYPE, (kind,))


def _articles(store: Store, sql: str, parameters: Sequence[str]) -> set[int]:
    """The articles that a query gives."""
    return {article for (article,) in store.query(sql, parameters)}


def _publishers(store: Store, words: str) -> str:
    """The publishers whose name has these words, as a parameter; DeskError if none has."""
    asked = folded(words)
    known = [publisher for (publisher,) in store.query(_PUBLISHERS)]
    meant = [publisher for publisher in known if f" {asked} " in f" {folded(publisher)} "]
    if not meant:
        raise DeskError(f"{words}: the desk has no article of a publisher that is called so")
    return listed(meant)
