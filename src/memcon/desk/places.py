"""Places: where happenings were, asked of the desk."""

from collections.abc import Sequence
from typing import Any, Unpack

from memcon.desk.conditions import Condition, all_of, of_kind, took_part
from memcon.desk.days import Days, day_of
from memcon.desk.parties import party_of
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.record.terms import EventType
from memcon.story.places import Places, Scene

_FACT = "h.status IN ('actual', 'ongoing')"
_PLACED = "h.lat IS NOT NULL AND h.lon IS NOT NULL"
_SPOTS = f"""
SELECT h.lat, h.lon, h.place, h.place_country, count(*) AS happenings,
       sum(CASE WHEN {_FACT} THEN max(h.goldstein, 0.0) ELSE 0.0 END),
       sum(CASE WHEN {_FACT} THEN min(h.goldstein, 0.0) ELSE 0.0 END), max(h.first)
FROM happenings h WHERE {_PLACED} AND {{}}
GROUP BY h.lat, h.lon, h.place, h.place_country ORDER BY happenings DESC, h.place
"""
_COUNT = "SELECT count(*) FROM happenings h WHERE {}"
_LATEST = f"""
SELECT lat, lon, id FROM (
    SELECT h.lat, h.lon, h.id,
           row_number() OVER (PARTITION BY h.lat, h.lon ORDER BY h.first DESC, h.id) AS place
    FROM happenings h WHERE {_PLACED} AND {{}}
) WHERE place <= ? ORDER BY lat, lon, place
"""
_CALLED = "SELECT lat, lon FROM happenings WHERE place = ? COLLATE NOCASE"
_AT = f"""
(h.place = ? COLLATE NOCASE
 OR (h.lat, h.lon) IN ({_CALLED} AND lat IS NOT NULL AND lon IS NOT NULL))
"""
# So many happenings of a spot are named.
_NAMED = 5

Point = tuple[float, float]


def places(
    store: Store,
    types: Sequence[EventType] = (),
    parties: Sequence[str] = (),
    limit: int | None = None,
    **days: Unpack[Days],
) -> Places:
    """Where the happenings were in which all of these parties have a part, the busiest spot first.

    All happenings count; the sums are of what took place. DeskError for a name that the desk does
    not know.
    """
    whom = tuple(party_of(store, words) for words in parties)
    meant = all_of(of_kind(types, (), days), *map(took_part, whom))
    with store.read():
        spots = _by_point(store.query(_SPOTS.format(meant.where), meant.parameters))
        ((happenings,),) = store.query(_COUNT.format(meant.where), meant.parameters)
        latest: dict[Point, list[int]] = {}
        for lat, lon, number in store.query(
            _LATEST.format(meant.where), (*meant.parameters, _NAMED)
        ):
            latest.setdefault((lat, lon), []).append(number)
    busiest = sorted(spots.items(), key=lambda spot: -_happenings(spot[1]))[:limit]
    placed = sum(map(_happenings, spots.values()))
    return Places(
        parties=whom,
        types=tuple(types),
        since=days.get("since"),
        until=days.get("until"),
        scenes=tuple(_scene(point, rows, latest[point]) for point, rows in busiest),
        found=len(spots),
        placed=placed,
        unplaced=happenings - placed,
    )


def was_at(store: Store, place: str) -> Condition:
    """That a happening `h` was at a place of this name, or at its spot under another.

    DeskError if nothing was at a place of this name.
    """
    if store.first(_CALLED, (place,)) is None:
        raise DeskError(f"{place}: nothing on the desk was at a place that is called so")
    return Condition(_AT, (place, place))


def _by_point(rows: Sequence[tuple[Any, ...]]) -> dict[Point, list[tuple[Any, ...]]]:
    """The rows of each point, which may have several names, the usual one first."""
    spots: dict[Point, list[tuple[Any, ...]]] = {}
    for lat, lon, *rest in rows:
        spots.setdefault((lat, lon), []).append(tuple(rest))
    return spots


def _happenings(rows: Sequence[tuple[Any, ...]]) -> int:
    """How much happened at a point."""
    return sum(row[2] for row in rows)


def _scene(point: Point, rows: Sequence[tuple[Any, ...]], latest: Sequence[int]) -> Scene:
    """A spot from its rows."""
    name, country, *_ = rows[0]
    return Scene(
        name=name,
        country=country,
        lat=point[0],
        lon=point[1],
        happenings=_happenings(rows),
        cooperation=round(sum(row[3] for row in rows), 2),
        conflict=round(sum(row[4] for row in rows), 2),
        last=day_of(max(row[5] or "" for row in rows)),
        latest=tuple(latest),
    )
