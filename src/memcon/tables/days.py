"""Days: the calendar days that a TIMEX3 value may mean."""

import re
from datetime import date, timedelta

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?|Q(?P<quarter>\d)|H(?P<half>\d)"
    r"|(?P<season>SP|SU|FA|WI)))?(?:-X+)*(?:T.*)?"
)
# "202" or "202X" is a decade, "20" or "20XX" a century.
_AGE = re.compile(r"(?P<head>\d{2,3})X{0,2}")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def first_day(value: str) -> date | None:
    """The first day that a value may mean: of "2021-W20" it is 17 May 2021.

    None for what is no point of the calendar, such as "P2D" or "PRESENT_REF".
    """
    stretch = days_within(value)
    return stretch[0] if stretch else None


def days_within(value: str) -> tuple[date, date] | None:
    """The first and the last day that a value may mean: of "2021-05" 1 and 31 May 2021.

    A winter has the year of its December. None for what is no point of the calendar.
    """
    try:
        told = _POINT.fullmatch(value)
        return _stretch(told) if told else _age(value)
    except (ValueError, OverflowError):
        return None


def _stretch(told: re.Match[str]) -> tuple[date, date]:
    """The days of a year or a part of it; ValueError if there is no such part."""
    year = int(told["year"])
    if told["week"]:
        return _week(year, int(told["week"]), told["weekday"])
    if told["day"]:
        day = date(year, int(told["month"]), int(told["day"]))
        return day, day
    month, length = _months(told)
    first = date(year, month, 1)
    years, following = divmod(year * 12 + month - 1 + length, 12)
    return first, date(years, following + 1, 1) - timedelta(days=1)


def _week(year: int, week: int, part: str | None) -> tuple[date, date]:
    """The days of an ISO week, of its weekend ("WE") or the one with a number from 1."""
    first, last = {None: (1, 7), "WE": (6, 7)}.get(part) or (int(part or 1),) * 2
    return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)


def _months(told: re.Match[str]) -> tuple[int, int]:
    """The first month, and how many there are."""
    if told["month"]:
        return int(told["month"]), 1
    if told["season"]:
        return _SEASONS[told["season"]], 3
    if told["quarter"]:
        return 3 * int(told["quarter"]) - 2, 3
    return (6 * int(told["half"]) - 5, 6) if told["half"] else (1, 12)


def _age(value: str) -> tuple[date, date] | None:
    """The days of a decade or a century."""
    told = _AGE.fullmatch(value)
    if told is None or len(value) not in (len(told["head"]), 4):
        return None
    length = 10 ** (4 - len(told["head"]))
    year = int(told["head"]) * length
    return date(max(year, 1), 1, 1), date(year + length - 1, 12, 31)
