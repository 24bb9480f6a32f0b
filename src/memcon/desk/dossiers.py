"""Dossier: what the desk hands out to be exported: records and happenings, one after another.

What goes out is as the desk was when it began, whoever writes meanwhile, and little of it is held
at a time.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from memcon.desk.accounts import accounts, listed
from memcon.desk.days import Days, bounds, day_of
from memcon.desk.disputes import discords_of
from memcon.desk.parties import party_of
from memcon.desk.records import record_of
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.record.contract import Record
from memcon.story.answers import Account, Party, Witness
from memcon.story.dossiers import Contrast, Dossier, Source, best_of, event_of

# So many happenings are opened at once, and so many records kept for the next ones.
_AT_ONCE = 200
_KEPT = 256
# Of what the whole press tells, so many tellings are looked at for the best.
_LOOKED_AT = 20

_HAPPENINGS = """
SELECT h.id FROM happenings h
WHERE h.confidence >= ? AND coalesce(h.last, '') >= ? AND coalesce(h.first, '') <= ?
"""
_ARTICLES = """
SELECT id FROM articles a WHERE coalesce(a.published, '') BETWEEN ? AND ?
"""
_BETWEEN = "SELECT happening FROM dyads WHERE a = ? AND b = ?"
_WITH = """
AND happening IN (SELECT happening FROM parties WHERE actor IN (SELECT value FROM json_each(?)))
"""
_SOURCES = """
SELECT t.happening, a.id, a.article, a.url, a.title, a.publisher, a.published, a.family
FROM (SELECT DISTINCT happening, article FROM tellings
      WHERE happening IN (SELECT value FROM json_each(?))) t
JOIN articles a ON a.id = t.article ORDER BY t.happening, a.id
"""
_KEYS = "SELECT key FROM actors WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to go out: `since` and `until` are days of happenings, or of publication of articles.

    `pair` are the two between whom something was; `floor` is a confidence; of `limit` happenings
    the newest on the desk come first.
    """

    since: date | None = None
    until: date | None = None
    pair: tuple[Party, Party] | None = None
    floor: float = 0.0
    limit: int | None = None

    @property
    def bounds(self) -> tuple[str, str]:
        """The first and last day, as they are kept."""
        return bounds(Days(since=self.since, until=self.until))


def pair_of(store: Store, one: str, other: str) -> tuple[Party, Party]:
    """The two whom these words mean; DeskError if they mean nobody, or one party."""
    pair = (party_of(store, one), party_of(store, other))
    if pair[0].code == pair[1].code:
        raise DeskError(f"{one} and {other}: both stand for {pair[0].code}; name two that differ")
    return pair


def keys_of(store: Store, party: Party) -> frozenset[str]:
    """By what the identities of a party are known: its code, or the keys of the actors meant."""
    if party.actors is None:
        return frozenset({party.code})
    return frozenset(key for (key,) in store.query(_KEYS, (listed(party.actors),)))


def happenings_wanted(store: Store, wanted: Wanted) -> tuple[int, ...]:
    """The numbers of the happenings that are to go out, in the order in which they do."""
    sql, parameters = _HAPPENINGS, [wanted.floor, *wanted.bounds]
    if wanted.pair:
        between, names = _between(wanted.pair)
        sql, parameters = f"{sql} AND h.id IN ({between})", [*parameters, *names]
    order = "DESC LIMIT ?" if wanted.limit else ""
    limit = [wanted.limit] if wanted.limit else []
    rows = store.query(f"{sql} ORDER BY h.id {order}", [*parameters, *limit])
    return tuple(number for (number,) in rows)


def articles_wanted(store: Store, wanted: Wanted) -> tuple[int, ...]:
    """The numbers of the articles that are to go out, in the order in which they came."""
    sql, parameters = _ARTICLES, list(wanted.bounds)
    if wanted.pair:
        between, names = _between(wanted.pair)
        told = f"SELECT article FROM tellings WHERE happening IN ({between})"
        sql, parameters = f"{sql} AND a.id IN ({told})", [*parameters, *names]
    rows = store.query(f"{sql} ORDER BY a.id", parameters)
    return tuple(number for (number,) in rows)


def dossiers(store: Store, numbers: Sequence[int]) -> Iterator[Dossier]:
    """The happenings with these numbers, in their order."""

    @lru_cache(maxsize=_KEPT)
    def opened(number: int) -> Record:
        return record_of(store, number)

    for start in range(0, len(numbers), _AT_ONCE):
        yield from _opened(store, numbers[start : start + _AT_ONCE], opened)


def records(store: Store, numbers: Sequence[int]) -> Iterator[Record]:
    """The records of the articles with these numbers, in their order."""
    return (record_of(store, number) for number in numbers)


def _between(pair: tuple[Party, Party]) -> tuple[str, list[str]]:
    """A query for the happenings between two, and its parameters."""
    sql, parameters = _BETWEEN, sorted(party.code for party in pair)
    for party in pair:
        if party.actors is not None:
            sql, parameters = sql + _WITH, [*parameters, listed(party.actors)]
    return sql, parameters


def _opened(
    store: Store, numbers: Sequence[int], opened: Callable[[int], Record]
) -> Iterator[Dossier]:
    """Some happenings with all that belongs to them."""
    known = accounts(store, numbers)
    sources: dict[int, dict[int, Source]] = {}
    for happening, number, article, url, title, publisher, published, family in store.query(
        _SOURCES, (listed(numbers),)
    ):
        source = Source(article, url, title, publisher, day_of(published), family)
        sources.setdefault(happening, {})[number] = source
    contrasts: dict[int, list[Contrast]] = {}
    for discord in discords_of(store, numbers):
        contrast = Contrast(discord.kind, tuple(value for value, _ in discord.sides))
        contrasts.setdefault(discord.happening, []).append(contrast)
    for number, account in known.items():
        told = sources[number]
        best, record = _best(account, {s.article: n for n, s in told.items()}, opened)
        yield Dossier(
            account=account,
            sources={source.article: source for source in told.values()},
            contrasts=tuple(contrasts.get(number, ())),
            best=best,
            record=record,
        )


def _best(
    account: Account, numbers: Mapping[str, int], opened: Callable[[int], Record]
) -> tuple[Witness, Record]:
    """The witness that tells it best, and the record of its article."""
    heard = account.witnesses[:_LOOKED_AT]
    read = {witness.article: opened(numbers[witness.article]) for witness in heard}
    told = [(witness, event_of(read[witness.article], witness.finding)) for witness in heard]
    best = best_of(account.happening, told)
    return best, read[best.article]
