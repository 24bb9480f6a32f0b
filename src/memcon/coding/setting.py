"""Setting: what is known where an expression of time stands, and the choices that hang on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, Literal

from memcon.coding.calendar import Point, Unit, point_at
from memcon.coding.clues import Clues
from memcon.record.terms import TimeType

Lean = Literal["past", "future", "near"]

FINENESS: Final[tuple[Unit, ...]] = (
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)
NO_TIME, ALL_TIME = timedelta(0), timedelta.max
MONTH, TWO_MONTHS, QUARTER = timedelta(days=31), timedelta(days=62), timedelta(days=92)
# By where the clause looks: how far ahead of publication, and how far behind, a stretch without a
# year may start and still be the one meant ("they delayed the vote to June 3" looks back).
CLOSE: Final[Mapping[Lean, tuple[Mapping[Unit, timedelta], Mapping[Unit, timedelta]]]] = {
    "past": ({"day": TWO_MONTHS, "month": MONTH}, dict.fromkeys(FINENESS, ALL_TIME)),
    "near": (dict.fromkeys(FINENESS, QUARTER), dict.fromkeys(FINENESS, ALL_TIME)),
    "future": (
        dict.fromkeys(FINENESS, ALL_TIME),
        {"day": TWO_MONTHS, "month": MONTH, "quarter": QUARTER, "season": QUARTER},
    ),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """The anchors of an expression.

    `lean`: whether its clause tells of the past or of what is to come; `told`: the stretches of the
    calendar that the text named before, the latest last.
    """

    published: date | None
    lean: Lean
    told: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """When an expression is; `point` is what a later "the next day" counts from."""

    type: TimeType
    value: str
    point: Point | None = None


def reading_of(point: Point | None, unknown: str, clues: Clues | None = None) -> Reading:
    """The reading of a stretch (else the X of `unknown`) with the part or time of day, if said."""
    value = unknown if point is None else point.value
    if clues is not None and (clues.clock or clues.part):
        return Reading("TIME", f"{value}T{clues.clock or clues.part}", point)
    return Reading("DATE", value, point)


def years_of(clues: Clues, setting: Setting) -> range:
    """The years that may be meant: the one said, or those about the publication."""
    if clues.year is not None:
        return range(clues.year, clues.year + 1)
    if setting.published is None:
        return range(0)
    year = setting.published.year
    if clues.which_year is not None:
        return range(year + clues.which_year, year + clues.which_year + 1)
    return range(max(year - 1, MINYEAR), min(year + 1, MAXYEAR) + 1)


def chosen(points: Iterable[Point | None], clues: Clues, setting: Setting) -> Point | None:
    """The stretch that is meant: the only one, last, this or next, or as the clause leans."""
    known = sorted((p for p in points if p is not None), key=lambda p: p.start)
    if setting.published is None or len(known) < 2:
        return known[0] if known else None
    now = point_at(known[0].unit, setting.published)
    if clues.which is None:
        return nearest(known, now, setting.lean)
    if clues.which < 0:
        return nearest([p for p in known if p.start < now.start], now, "past")
    if clues.which > 0:
        return nearest([p for p in known if p.start > now.start], now, "future")
    return next((p for p in known if p.start.year == now.start.year), None)


def nearest(points: Iterable[Point], now: Point, lean: Lean) -> Point | None:
    """The nearest stretch that lies where the clause looks, or is close in spite of it."""
    known = sorted(points, key=lambda p: abs(p.start - now.start))
    if not known:
        return None
    away = known[0].start - now.start
    ahead, behind = CLOSE[lean]
    if away > ahead.get(now.unit, NO_TIME):
        return next((p for p in known if p.start <= now.start), known[0])
    if -away > behind.get(now.unit, NO_TIME):
        return next((p for p in known if p.start >= now.start), known[0])
    return known[0]


def last_told(told: tuple[Point, ...], unit: Unit) -> Point | None:
    """The stretch that was told last, of those no coarser than a unit."""
    fine = FINENESS[: FINENESS.index(unit) + 1]
    return next((point for point in reversed(told) if point.unit in fine), None)
