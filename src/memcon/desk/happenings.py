"""Happening: its row, its parties and pairs, and where its sources differ, from its tellings."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Any

from memcon.desk.appearances import enter_actor, number_of
from memcon.desk.days import kept_day
from memcon.desk.recall import Recall
from memcon.desk.store import Store
from memcon.story.discrepancies import Discrepancy, find_discrepancies
from memcon.story.happenings import Happening, merge
from memcon.story.identities import Identity
from memcon.story.sightings import Sighting

# What the first so many say is what it is; later ones only count, so that adding stays fast.
_MOST_MERGED = 60
_COLUMNS = (
    "type",
    "mode",
    "status",
    "quad",
    "goldstein",
    "mutual",
    "first",
    "last",
    "is_dated",
    "place",
    "place_country",
    "lat",
    "lon",
    "sources",
    "tellings",
    "confidence",
)
_INSERT = (
    f"INSERT INTO happenings ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' for _ in _COLUMNS)})"
)
_UPDATE = f"UPDATE happenings SET {', '.join(f'{name} = ?' for name in _COLUMNS)} WHERE id = ?"
_TOLD = """
SELECT t.article, t.number, a.family, a.article, a.revision
FROM tellings t JOIN articles a ON a.id = t.article
WHERE t.happening = ? ORDER BY t.article, t.number LIMIT ?
"""
_COUNTS = """
SELECT count(*), count(DISTINCT a.family)
FROM tellings t JOIN articles a ON a.id = t.article WHERE t.happening = ?
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A telling: the desk's number of the article, its family, and the event as it tells it."""

    article: int
    family: int
    sighting: Sighting


def open_happening(store: Store, sighting: Sighting) -> int:
    """A new happening that one event tells; its number."""
    happening = merge((sighting,), {sighting.article: 0})
    number = store.insert(_INSERT, _values(happening))
    _put_parties(store, number, happening)
    return number


def tellings_of(
    store: Store, recall: Recall, happening: int, most: int = _MOST_MERGED
) -> tuple[Told, ...]:
    """The first tellings of a happening, in the order in which their articles were added."""
    return tuple(
        Told(article, family, sighting)
        for article, number, family, *key in store.query(_TOLD, (happening, most))
        if (sighting := recall.sighting(store, article, f"e{number}", (key[0], key[1])))
    )


def sum_up_happening(store: Store, recall: Recall, number: int) -> None:
    """Sum a happening up anew from its tellings; one that nothing tells any more is removed."""
    told = tellings_of(store, recall, number)
    if not told:
        store.run("DELETE FROM happenings WHERE id = ?", (number,))
        return
    sightings = tuple(one.sighting for one in told)
    families = {one.sighting.article: one.family for one in told}
    happening = merge(sightings, families)
    if len(told) == _MOST_MERGED:
        tellings, sources = store.query(_COUNTS, (number,))[0]
        happening = replace(happening, tellings=tellings, sources=sources)
    store.run(_UPDATE, (*_values(happening), number))
    for table in ("parties", "dyads", "discrepancies"):
        store.run(f"DELETE FROM {table} WHERE happening = ?", (number,))
    _put_parties(store, number, happening)
    if len(set(families.values())) > 1:
        articles = {one.sighting.article: one.article for one in told}
        _put_discrepancies(store, number, find_discrepancies(sightings, families), articles)


def _values(happening: Happening) -> tuple[Any, ...]:
    """The row of a happening, in the order of its columns."""
    period, spot = happening.period, happening.spot
    return (
        happening.type,
        happening.mode,
        happening.status,
        happening.quad,
        happening.goldstein,
        happening.mutual,
        period.first.isoformat() if period else None,
        period.last.isoformat() if period else None,
        happening.is_dated,
        spot.name if spot else None,
        spot.country if spot else None,
        spot.lat if spot else None,
        spot.lon if spot else None,
        happening.sources,
        happening.tellings,
        happening.confidence,
    )


def _put_parties(store: Store, number: int, happening: Happening) -> None:
    """Put down who took part in a happening, and each pair of them."""
    day = kept_day(happening.period.first if happening.period else None)
    sides = (
        ("source", happening.source),
        ("target", happening.target),
        ("intermediary", happening.intermediaries),
    )
    store.run_each(
        "INSERT INTO parties (happening, side, place, actor, day) VALUES (?, ?, ?, ?, ?)",
        [
            (number, side, place, enter_actor(store, party), day)
            for side, parties in sides
            for place, party in enumerate(parties)
        ],
    )
    store.run_each(
        "INSERT INTO dyads (a, b, day, happening, toward, type, status, goldstein)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (a, b, day, number, toward, happening.type, happening.status, happening.goldstein)
            for a, b, toward in pairs(happening)
        ],
    )


def pairs(event: Happening | Sighting) -> tuple[tuple[str, str, int], ...]:
    """The pairs of codes of an event: (a, b, toward), a before b.

    `toward` is 1 where a acts on b, -1 where b acts on a, 0 where both do. Where one code has no
    other across from it, b is empty.
    """
    sources, targets = _codes(event.source), _codes(event.target)
    if event.mutual:
        both = sorted({*sources, *targets})
        found = [(a, b, 0) for a, b in combinations(both, 2)] or [(a, "", 0) for a in both]
    else:
        found = list(_directed(sources, targets)) or [
            *((code, "", 1) for code in sources),
            *((code, "", -1) for code in targets if code not in sources),
        ]
    return tuple(dict.fromkeys(found))


def _directed(sources: Sequence[str], targets: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Each source beside each target that is another."""
    for source, target in product(sources, targets):
        if source != target:
            yield (source, target, 1) if source < target else (target, source, -1)


def _codes(parties: Sequence[Identity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.code for party in parties))


def _put_discrepancies(
    store: Store,
    number: int,
    discrepancies: Sequence[Discrepancy],
    articles: Mapping[str, int],
) -> None:
    """Put down where the sources of a happening differ; each side names its tellings."""
    rows = {
        (
            number,
            discrepancy.kind,
            json.dumps(
                [
                    [
                        side.value,
                        [[articles[one.article], number_of(one.event)] for one in side.told],
                    ]
                    for side in discrepancy.sides
                ],
                ensure_ascii=False,
            ),
        )
        for discrepancy in discrepancies
    }
    store.run_each("INSERT INTO discrepancies (happening, kind, sides) VALUES (?, ?, ?)", rows)
