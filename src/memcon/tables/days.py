"""Days: the calendar day that a TIMEX3 value begins on."""

import re
from datetime import date

_POINT = re.compile(
    r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q(\d)|H(\d)|(SP|SU|FA|WI)))?(?:T.*)?"
)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def first_day(value: str) -> date | None:
    """The first day that a value may mean: of "2021-W20" it is 17 May 2021.

    None for what is no point of the calendar, such as "P2D" or "PRESENT_REF".
    """
    told = _POINT.fullmatch(value)
    if told is None:
        return None
    year, month, day, week, quarter, half, season = told.groups()
    try:
        if week:
            return date.fromisocalendar(int(year), int(week), 1)
        return date(int(year), int(month or _opening(quarter, half, season)), int(day or 1))
    except ValueError:
        return None


def _opening(quarter: str | None, half: str | None, season: str | None) -> int:
    """The first month of a share of the year; of the whole year January."""
    if season:
        return _SEASONS[season]
    return 3 * int(quarter) - 2 if quarter else 6 * int(half or 1) - 5
