"""Candidate: a happening of the desk that an event may tell, found through indexes alone.

It shares a pair of codes or a party with the event, its type is akin and its day is near. However
large the desk is, only so many are looked at, the nearest first.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from memcon.desk.accounts import listed, sides_of
from memcon.desk.days import days_apart, kept_day, period_of
from memcon.desk.happenings import pairs
from memcon.desk.store import Store
from memcon.record.span import Span
from memcon.story.datings import compare_days
from memcon.story.matches import akin, match
from memcon.story.sightings import Sighting, Spot

_MOST_PAIRS = 6
_MOST_PARTIES = 4
# Of each pair or party so many are gone through on either side of the day, and so many kept.
_MOST_SCANNED = 100
_MOST_NEAR = 8
# So many are weighed by what they sum up to, and so many by what their articles say.
_MOST_WEIGHED = 10
_MOST = 3
# Below this words, numbers and issues that their articles share hardly ever make them one.
_LEAST = 0.02
# Days that weigh no more than this, in log-odds, are those of something else.
_TOO_FAR = -4.0
# Of what copies tell, so many are weighed, and so many candidates.
_MOST_KIN = 40
_MOST_COPIED = 2
_BY_PAIR = """
SELECT happening, day, type FROM (
    SELECT happening, day, type FROM dyads WHERE a = :a AND b = :b AND day {side} :day
    ORDER BY day {order} LIMIT :scanned
) WHERE type IN (SELECT value FROM json_each(:types)) LIMIT :near
"""
_BY_PARTY = """
SELECT h.id, p.day, h.type FROM (
    SELECT happening, day FROM parties WHERE actor = :actor AND day {side} :day
    ORDER BY day {order} LIMIT :scanned
) p JOIN happenings h ON h.id = p.happening
WHERE h.type IN (SELECT value FROM json_each(:types)) LIMIT :near
"""
_SIDES = ({"side": ">=", "order": "ASC"}, {"side": "<", "order": "DESC"})
_PAIR_QUERIES = tuple(_BY_PAIR.format(**side) for side in _SIDES)
_PARTY_QUERIES = tuple(_BY_PARTY.format(**side) for side in _SIDES)
_SUMS = """
SELECT id, type, mode, status, quad, goldstein, mutual, first, last, is_dated, place,
       place_country, lat, lon, confidence
FROM happenings WHERE id IN (SELECT value FROM json_each(?))
"""
_KIN = """
SELECT DISTINCT t.happening FROM articles a
JOIN articles o ON o.family = a.family AND o.id <> a.id JOIN tellings t ON t.article = o.id
WHERE a.id = ? LIMIT ?
"""
_NOWHERE = Span(start=0, end=0)


def find_candidates(
    store: Store, sighting: Sighting, kin: Collection[int], barred: Collection[int | None]
) -> tuple[int, ...]:
    """The happenings that an event may tell, the likest first; none of those that are barred.

    `kin` are those that copies of its article tell: of these the likest are candidates even if
    little speaks for them but the words.
    """
    near = [number for number in _near(store, sighting) if number not in barred]
    some = dict.fromkeys((*near[:_MOST_WEIGHED], *(n for n in kin if n not in barred)))
    weighed = [
        (match(sighting, summed).score, number) for number, summed in _sums(store, sighting, some)
    ]
    weighed.sort(key=lambda one: (-one[0], one[1]))
    likely = [number for score, number in weighed if score >= _LEAST and number in near]
    copied = [number for _, number in weighed if number in kin]
    return tuple(dict.fromkeys((*likely[:_MOST], *copied[:_MOST_COPIED])))


def told_by_copies(store: Store, article: int) -> tuple[int, ...]:
    """The happenings that other articles of an article's family tell."""
    rows = store.query(_KIN, (article, _MOST_KIN))
    return tuple(number for (number,) in rows)


def _near(store: Store, sighting: Sighting) -> list[int]:
    """The happenings that share a pair or a party with an event.

    First those that share most and are of the same type, of these the nearest in time.
    """
    day = sighting.period.first if sighting.period else sighting.published
    shared: Counter[int] = Counter()
    ranks: dict[int, tuple[int, int]] = {}
    for number, when, kind in _sharing(store, sighting, day):
        shared[number] += 1
        shared[number] += kind == sighting.type and number not in ranks
        ranks[number] = (days_apart(day, when), number)
    return sorted(shared, key=lambda number: (-shared[number], *ranks[number]))


def _sharing(store: Store, sighting: Sighting, day: date | None) -> Iterator[tuple[int, str, str]]:
    """(happening, day, type) of those that share a pair of codes or a party with an event."""
    asked: dict[str, Any] = {
        "day": kept_day(day),
        "types": listed(sorted(akin(sighting.type))),
        "scanned": _MOST_SCANNED,
        "near": _MOST_NEAR,
    }
    for a, b, _ in pairs(sighting)[:_MOST_PAIRS]:
        for query in _PAIR_QUERIES:
            yield from store.query(query, {**asked, "a": a, "b": b})
    for party in (*sighting.source, *sighting.target)[:_MOST_PARTIES]:
        row = store.first("SELECT id FROM actors WHERE key = ?", (party.key,))
        for query in _PARTY_QUERIES if row else ():
            yield from store.query(query, {**asked, "actor": row[0] if row else 0})


def _sums(
    store: Store, sighting: Sighting, numbers: Iterable[int]
) -> Iterator[tuple[int, Sighting]]:
    """Happenings with what they sum up to, as if one article told them so.

    Those whose days are too far off are left out before their parties are asked for.
    """
    rows = store.query(_SUMS, (listed(numbers),))
    dated = {row[0]: summed for row in rows if _is_near(sighting, summed := _summed(row))}
    sides = sides_of(store, dated)
    for number, summed in dated.items():
        of = sides.get(number, {})
        source, target = tuple(of.get("source", ())), tuple(of.get("target", ()))
        yield number, replace(summed, source=source, target=target)


def _is_near(sighting: Sighting, other: Sighting) -> bool:
    """Whether the days of two events do not exclude that they are one."""
    return compare_days(sighting, other).weight > _TOO_FAR


def _summed(row: tuple[Any, ...]) -> Sighting:
    """A happening as if one article told it, from its row, without its parties."""
    _, kind, mode, status, quad, goldstein, mutual, first, last, is_dated, *rest = row
    place, country, lat, lon, confidence = rest
    period = period_of(first, last)
    return Sighting(
        article="",
        event="",
        published=period.first if period else None,
        type=kind,
        mode=mode,
        status=status,
        background=False,
        mutual=bool(mutual),
        quad=quad,
        goldstein=goldstein,
        source=(),
        target=(),
        intermediaries=(),
        said_by=(),
        period=period if is_dated else None,
        spot=Spot(place, country, lat, lon) if place else None,
        quantities=(),
        issues=(),
        trigger=_NOWHERE,
        evidence=(),
        confidence=confidence,
    )
