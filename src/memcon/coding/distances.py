"""Distances: times that count from an anchor: "last week", "two years ago", "the next morning".

The anchor is the day of publication, or the time that the text told last.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from memcon.coding.calendar import UNKNOWN, Point, Unit, point_at
from memcon.coding.clues import Clues
from memcon.coding.durations import read_duration
from memcon.coding.setting import Lean, Reading, Setting, last_told, nearest, reading_of
from memcon.lexicon.times import Wording

# What an offset counted in a unit leads to: "a decade ago" is a year, "two hours ago" a day.
GRAIN: Final[Mapping[str, Unit]] = {
    "second": "day",
    "minute": "day",
    "hour": "day",
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "year",
    "century": "year",
    "millennium": "year",
}
# What "last", "this" and "next" may go with.
STRETCHES: Final[Mapping[str, Unit]] = {
    **{unit: unit for unit in ("day", "week", "weekend", "month", "quarter", "year")},
    "decade": "decade",
    "century": "century",
}
SHORT: Final = ("second", "minute", "hour")
SATURDAY: Final = 6


def read_unit(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A stretch from the one of publication: "last week", "this year", "the end of the month"."""
    unit = STRETCHES.get(clues.unit or "year")
    if unit is None or (unit == "day" and clues.which):
        return None
    if setting.published is None:
        return reading_of(None, UNKNOWN[unit])
    steps = (wording.by or 0) if clues.which is None else clues.which
    is_over = unit == "weekend" and clues.which is None and setting.lean != "future"
    if is_over and setting.published.isoweekday() < SATURDAY:
        steps -= 1
    return reading_of(point_at(unit, setting.published).shifted(steps, unit), UNKNOWN[unit])


def read_told(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A stretch from the one told last: "the following year", "that Friday", "the next morning"."""
    steps = (wording.by or 0) if clues.told is None else clues.told
    if clues.part is not None or clues.weekday is not None or clues.unit == "day":
        return _day_told(steps, clues, setting)
    unit: Unit | None = STRETCHES.get(clues.unit or "")
    if clues.month is not None:
        unit = "month"
    anchor = None if unit is None else last_told(setting.told, unit)
    if unit is None or anchor is None:
        return None
    if clues.month is None:
        return reading_of(anchor.within(unit).shifted(steps, unit), UNKNOWN[unit])
    return reading_of(_month_told(steps, clues.month, anchor.within("month")), "XXXX-XX")


def read_offset(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """So many units away: "two years ago", "five days later"; or how long, without an anchor."""
    if clues.unit is None:
        return None
    steps, unit, grain = _steps(wording, clues)
    if wording.at == "told":
        anchor = None if clues.unit in SHORT or clues.is_vague else last_told(setting.told, grain)
        if anchor is None:
            return read_duration(wording, clues, setting)
        return reading_of(anchor.within(grain).shifted(steps, unit), UNKNOWN[grain])
    if clues.is_vague:
        return Reading("DATE", "PAST_REF" if steps < 0 else "FUTURE_REF")
    if setting.published is None:
        return reading_of(None, UNKNOWN[grain])
    anchor = point_at(grain, setting.published)
    return reading_of(anchor if unit in SHORT else anchor.shifted(steps, unit), UNKNOWN[grain])


def read_period(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """The quarter told last, or its like: "the quarter", "a year earlier", "the 1988 period"."""
    now = setting.published
    quarters = (p for p in reversed(setting.told) if p.unit in ("quarter", "half"))
    quarter = next((p for p in quarters if now is None or _is_over(p, now)), None)
    years = wording.by or 0
    if clues.year is not None and quarter is not None:
        years = clues.year - quarter.start.year
    if quarter is not None:
        reading = reading_of(quarter.shifted(years, "year"), UNKNOWN["quarter"])
        return replace(reading, point=None) if years else reading
    if clues.year is not None:
        return Reading("DATE", f"{clues.year:04}")
    unit: Unit = "year" if wording.by else "quarter"
    if setting.published is None:
        return reading_of(None, UNKNOWN[unit])
    return reading_of(point_at(unit, setting.published).shifted(-1, unit), UNKNOWN[unit])


def read_part(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A part of the day told last, or of the day of publication: "the morning", "5 p.m."."""
    day = last_told(setting.told, "day")
    if day is None and setting.published is not None:
        day = Point("day", setting.published)
    return reading_of(day, UNKNOWN["day"], clues)


def _is_over(point: Point, now: date) -> bool:
    """Whether a stretch has ended."""
    following = point.shifted(1, point.unit)
    return following is not None and following.start <= now


def _steps(wording: Wording, clues: Clues) -> tuple[float, str, Unit]:
    """How far an offset leads, in what unit, and to what; half a year is counted in months."""
    unit = clues.unit or ""
    count, grain = clues.count or 1.0, GRAIN[unit]
    if unit == "year" and count % 1:
        count, unit, grain = 12 * count, "month", "month"
    return (wording.by or 0) * count, unit, grain


def _day_told(steps: int, clues: Clues, setting: Setting) -> Reading | None:
    """A day, its morning or a day of the week, from the day told last."""
    day = last_told(setting.told, "day")
    if day is None:
        return None
    if clues.weekday is None:
        return reading_of(day.shifted(steps, "day"), UNKNOWN["day"], clues)
    ahead = (clues.weekday - day.start.isoweekday()) % 7
    if steps > 0:
        ahead = ahead or 7
    elif steps < 0 or ahead > 3:
        ahead -= 7
    return reading_of(day.shifted(ahead, "day"), UNKNOWN["day"], clues)


def _month_told(steps: int, month: int, anchor: Point) -> Point | None:
    """A month by its name, from the month told last."""
    lean: Lean = "past" if steps < 0 else "future" if steps > 0 else "near"
    first = anchor.shifted(month - anchor.start.month, "month")
    months = [first and first.shifted(12 * years, "month") for years in (-1, 0, 1)]
    others = [m for m in months if m is not None and (m != anchor or not steps)]
    return nearest(others, anchor, lean)
