"""Dates that have a name in the calendar: "May 19", "last Friday", "the third quarter", "Easter".

Values are TIMEX3's (TimeML 1.2.1, Saurí et al. 2006); what the anchor should give is X without one.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from memcon.coding.calendar import SEASONS, UNKNOWN, Point, Unit, day_of, holiday
from memcon.coding.clues import Clues
from memcon.coding.setting import Reading, Setting, chosen, last_told, reading_of, years_of
from memcon.lexicon.times import Wording

LEAP_YEAR: Final = 2000
CENTURY: Final = 100


def read_numbers(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """ISO 8601 as it stands; of "4/6/2021" the reading that is nearer publication."""
    if clues.iso is not None:
        day = _from_digits(clues.iso[:10].split("-"))
        if day is None:
            return None
        value = clues.iso.upper().replace(" ", "T")
        return Reading("TIME" if "T" in value else "DATE", value, Point("day", day))
    first, second, last = (clues.slashed or "0/0/0").replace(".", "/").split("/")
    year = last if len(last) > 2 else f"20{last}" if int(last) < CENTURY / 2 else f"19{last}"
    days = (_from_digits((year, second, first)), _from_digits((year, first, second)))
    known = [day for day in days if day is not None]
    if not known:
        return None
    anchor = setting.published or known[0]
    return reading_of(Point("day", min(known, key=lambda day: abs(day - anchor))), "")


def read_day(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A day: "May 19", "last Friday night", "yesterday"."""
    if wording.part is not None:
        clues = replace(clues, part=wording.part)
    if clues.month is not None and clues.day is not None:
        reading = _date(clues.month, clues.day, clues, setting)
    elif clues.weekday is not None:
        reading = _weekday(clues.weekday, clues, setting)
    else:
        today = None if setting.published is None else Point("day", setting.published)
        day = today and today.shifted(clues.deictic or 0, "day")
        reading = reading_of(day, UNKNOWN["day"], clues)
    if reading is None or reading.point is None:
        return reading
    if clues.unit is not None:
        return reading_of(reading.point.within("week"), "")
    day = reading.point.shifted(wording.by or 0, "day")
    return reading_of(day, UNKNOWN["day"], clues)


def read_day_again(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """The second day of "April 24 and 25"."""
    first = last_told(setting.told, "day")
    if clues.day is None or first is None:
        return None
    day = day_of(first.start.year, first.start.month, clues.day)
    return None if day is None else reading_of(Point("day", day), "")


def read_month(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A month: "January", "last May", "June last year"."""
    if clues.month is None:
        return None
    points = _in_years("month", clues.month, years_of(clues, setting))
    return reading_of(chosen(points, clues, setting), f"XXXX-{clues.month:02}")


def read_quarter(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A quarter: "the third quarter", "next year's first quarter"; `by` years from it."""
    if clues.quarter not in (1, 2, 3, 4):
        return None
    points = _in_years("quarter", 3 * clues.quarter - 2, years_of(clues, setting))
    point = chosen(points, clues, setting)
    return reading_of(point and point.shifted(wording.by or 0, "year"), f"XXXX-Q{clues.quarter}")


def read_half(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """Half a year: "the first half of 1990"; `by` is which, where no word says it."""
    half = wording.by if clues.half is None else clues.half
    if half not in (1, 2):
        return None
    points = _in_years("half", 6 * half - 5, years_of(clues, setting))
    return reading_of(chosen(points, clues, setting), f"XXXX-H{half}")


def read_season(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A season: "last fall", "the summer of 1989"."""
    if clues.season is None:
        return None
    points = _in_years("season", SEASONS[clues.season], years_of(clues, setting))
    return reading_of(chosen(points, clues, setting), f"XXXX-{clues.season}")


def read_holiday(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A holiday or its week: "Thanksgiving Day", "last Easter"."""
    if clues.holiday is None:
        return None
    days = [holiday(clues.holiday, year) for year in years_of(clues, setting)]
    point = chosen((Point("day", day) for day in days if day is not None), clues, setting)
    if clues.unit is not None:
        return reading_of(point and point.within("week"), UNKNOWN["week"])
    fixed = holiday(clues.holiday, LEAP_YEAR)
    is_fixed = fixed is not None and clues.holiday == f"{fixed:%m-%d}"
    return reading_of(point, f"XXXX-{clues.holiday}" if is_fixed else "XXXX-XX-XX")


def read_year(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A year: "1989"; the "89" of "1988-89"."""
    year = clues.year
    if clues.two is not None and setting.told:
        year = setting.told[-1].start.year // CENTURY * CENTURY + clues.two
    return None if year is None else _first_of("year", year)


def read_decade(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A decade: "the late 1970s"."""
    return None if clues.decade is None else _first_of("decade", clues.decade)


def read_century(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """A century: "the 20th century", whose years begin with 19."""
    if clues.century is None:
        return None
    year = CENTURY * (clues.century - 1)
    return _first_of("century", year) if year else None


def _date(month: int, number: int, clues: Clues, setting: Setting) -> Reading | None:
    """A day of a month; None if there is no such day."""
    years = years_of(clues, setting)
    days = [day_of(year, month, number) for year in years]
    point = chosen((Point("day", day) for day in days if day is not None), clues, setting)
    if point is None and (years or day_of(LEAP_YEAR, month, number) is None):
        return None
    return reading_of(point, f"XXXX-{month:02}-{number:02}", clues)


def _weekday(weekday: int, clues: Clues, setting: Setting) -> Reading:
    """A day of the week: the last one, the day of publication included, unless it lies ahead."""
    if setting.published is None:
        return reading_of(None, f"XXXX-WXX-{weekday}", clues)
    now = Point("day", setting.published)
    today = setting.published.isoweekday()
    ahead = (weekday - today) % 7
    if clues.which is not None:
        steps = (ahead - 7, ahead, weekday - today + 7)[clues.which + 1]
    elif setting.lean == "near" and (told := _same_weekday(weekday, now, setting)):
        return reading_of(told, "", clues)
    else:
        steps = ahead if setting.lean == "future" else -((today - weekday) % 7)
    return reading_of(now.shifted(steps, "day"), UNKNOWN["day"], clues)


def _same_weekday(weekday: int, now: Point, setting: Setting) -> Point | None:
    """The day of that name which the text told before, within a week of publication."""
    days = (p for p in reversed(setting.told) if p.unit == "day")
    near = (p for p in days if abs(p.start - now.start) < timedelta(weeks=1))
    return next((p for p in near if p.start.isoweekday() == weekday), None)


def _in_years(unit: Unit, month: int, years: Iterable[int]) -> tuple[Point, ...]:
    """The stretches that start with a month of each year."""
    days = (day_of(year, month, 1) for year in years)
    return tuple(Point(unit, day) for day in days if day is not None)


def _first_of(unit: Unit, year: int) -> Reading | None:
    """The stretch that begins with a year."""
    day = day_of(year, 1, 1)
    return None if day is None else reading_of(Point(unit, day), "")


def _from_digits(parts: Iterable[str]) -> date | None:
    """A date from year, month and day."""
    year, month, day = (int(part) for part in parts)
    return day_of(year, month, day)
