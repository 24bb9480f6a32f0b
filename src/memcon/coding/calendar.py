"""Point: a stretch of the calendar (a day, week, quarter, decade …) that TIMEX3 can name."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Unit = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"
]
MONTHS: Final = {"month": 1, "quarter": 3, "season": 3, "half": 6}
YEARS: Final = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
DAYS: Final = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
# The month a season begins in; winter has the year of its December.
SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_OF: Final = {month: season for season, month in SEASONS.items()}
VALUES: Final = {
    "day": "{year:04}-{day:%m-%d}",
    "week": "{iso.year:04}-W{iso.week:02}",
    "weekend": "{iso.year:04}-W{iso.week:02}-WE",
    "month": "{year:04}-{day:%m}",
    "quarter": "{year:04}-Q{quarter}",
    "half": "{year:04}-H{half}",
    "season": "{year:04}-{season}",
    "year": "{year:04}",
    "decade": "{decade:03}",
    "century": "{century:02}",
}
UNKNOWN: Final = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
HOLIDAY: Final = re.compile(
    r"(?P<month>\d+):(?P<nth>-?\d):(?P<weekday>\d)(?P<later>\+\d+)?"
    r"|easter(?P<from_easter>[+-]\d+)?|(?P<fixed>\d\d-\d\d)"
)


@dataclass(frozen=True, slots=True)
class Point:
    """The stretch of length `unit` that starts on `start`."""

    unit: Unit
    start: date

    @property
    def value(self) -> str:
        """Its TIMEX3 value: "2021-05-19", "2021-W20", "2021-Q2", "198"."""
        iso = self.start.isocalendar()
        month = self.start.month
        return VALUES[self.unit].format(
            day=self.start,
            year=self.start.year,
            iso=iso,
            quarter=(month + 2) // 3,
            half=(month + 5) // 6,
            season=SEASON_OF.get(month, "XX"),
            decade=self.start.year // 10,
            century=self.start.year // 100,
        )

    def shifted(self, steps: float, unit: str) -> "Point | None":
        """The same stretch so many units later; None beyond the calendar."""
        try:
            if unit in DAYS:
                moved = self.start + timedelta(days=round(steps * DAYS[unit]))
            else:
                moved = _months_later(self.start, round(steps * _months_in(unit)))
        except (ValueError, OverflowError):
            return None
        return Point(self.unit, moved)

    def within(self, unit: Unit) -> "Point":
        """The stretch of another length that its first day lies in."""
        return point_at(unit, self.start)


def point_at(unit: Unit, day: date) -> Point:
    """The stretch of a length that a day lies in."""
    match unit:
        case "day":
            return Point(unit, day)
        case "week" | "weekend":
            return Point(unit, day - timedelta(days=min(day.weekday(), day.toordinal() - 1)))
        case "month" | "quarter" | "half":
            months = MONTHS[unit]
            return Point(unit, date(day.year, (day.month - 1) // months * months + 1, 1))
        case "season":
            month = day.month // 3 * 3
            return Point(unit, date(day.year, month, 1) if month else _winter(day.year))
        case _:
            length = YEARS[unit]
            return Point(unit, date(max(day.year // length * length, 1), 1, 1))


def day_of(year: int, month: int, day: int) -> date | None:
    """A date, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def holiday(spec: str, year: int) -> date | None:
    """A holiday's date in a year, from its entry in the lexicon."""
    found = HOLIDAY.match(spec)
    if found is None:
        return None
    if found["fixed"]:
        return day_of(year, int(found["fixed"][:2]), int(found["fixed"][3:]))
    if found["month"]:
        day = _nth_weekday(year, int(found["month"]), int(found["nth"]), int(found["weekday"]))
        return day + timedelta(days=int(found["later"] or 0))
    return easter(year) + timedelta(days=int(found["from_easter"] or 0))


def easter(year: int) -> date:
    """Western Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    leap, odd = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leap - moon + 15) % 30
    quarter, left = divmod(rest, 4)
    weekday = (32 + 2 * odd + 2 * quarter - epact - left) % 7
    full = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * full + 114, 31)
    return date(year, month, day + 1)


def _months_in(unit: str) -> int:
    """How many months a unit is."""
    return MONTHS[unit] if unit in MONTHS else 12 * YEARS[unit]


def _months_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days))


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth Monday (1) to Sunday (7) of a month; -1 is the last."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    if nth > 0:
        return day + timedelta(weeks=nth - 1)
    last = day + timedelta(weeks=4)
    return last if last.month == month else last - timedelta(weeks=1)


def _winter(year: int) -> date:
    """The winter that began the December before."""
    return date(max(year - 1, 1), 12, 1)
