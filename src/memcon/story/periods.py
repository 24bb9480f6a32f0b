"""Period: the days within which something was or is to be, as far as the words tell."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from memcon.tables.days import days_within

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both inclusive: "in May 2021" is 1 to 31 May."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def gap(self, other: "Period") -> int:
        """How many days lie from the end of one to the beginning of the other; 0 if they meet."""
        later, earlier = max(self.first, other.first), min(self.last, other.last)
        return max((later - earlier).days, 0)

    def within(self, other: "Period") -> "Period | None":
        """The days that both have."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None


@lru_cache(maxsize=4096)
def period_of(timex_value: str) -> Period | None:
    """The days that a TIMEX3 value may mean: of "2021-W20" it is 17 to 23 May 2021.

    "2021-06-15/2021-06-16" is from the first to the last. None for durations, sets and what is no
    point of the calendar, such as "PRESENT_REF".
    """
    stretches = [days_within(part) for part in timex_value.split("/")]
    known = [stretch for stretch in stretches if stretch]
    if not known or len(known) < len(stretches) or known[0][0] > known[-1][1]:
        return None
    return Period(known[0][0], known[-1][1])


@lru_cache(maxsize=1 << 14)
def spelled(period: Period) -> str:
    """A day in ISO 8601, or the first and the last: "2021-05-19", "2021-05-17/2021-05-23"."""
    return "/".join(dict.fromkeys((period.first.isoformat(), period.last.isoformat())))


def bound(words: str, *, is_last: bool) -> date:
    """The day that a user means by "2021-05-20"; of a month or year the first of it, or the last.

    ValueError if it is no day.
    """
    told = _DAY.fullmatch(words.strip())
    try:
        if told is None:
            raise ValueError(words)
        year, month, day = told.groups()
        number = int(month) if month else (12 if is_last else 1)
        first = date(int(year), number, int(day or 1))
    except ValueError:
        raise ValueError(f"{words!r} is no day; write it as 2021-05-20, 2021-05 or 2021.") from None
    if day or not is_last:
        return first
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
