"""Days: how the desk keeps them, and the first and the last that a question is about."""

from datetime import date
from functools import lru_cache
from typing import TypedDict

from memcon.story.periods import Period

# Behind every day of the calendar.
_END = "9999-12-31"


class Days(TypedDict, total=False):
    """Only from `since` on, only up to `until`, both inclusive.

    Without either, what has no day counts too.
    """

    since: date | None
    until: date | None


def bounds(days: Days) -> tuple[str, str]:
    """Two parameters for BETWEEN; a day that is kept as '' lies within if there is no `since`."""
    since, until = days.get("since"), days.get("until")
    return kept_day(since), until.isoformat() if until else _END


def kept_day(day: date | None) -> str:
    """A day as it is kept; '' where it is not known."""
    return day.isoformat() if day else ""


@lru_cache(maxsize=1 << 14)
def day_of(kept: str | None) -> date | None:
    """A day as it is kept; None for NULL, for '', and for what is no day."""
    try:
        return date.fromisoformat(kept) if kept else None
    except ValueError:
        return None


def period_of(first: str | None, last: str | None) -> Period | None:
    """The days from the first to the last; None where they are not known."""
    begins, ends = day_of(first), day_of(last)
    return Period(begins, ends or begins) if begins else None


def days_apart(day: date | None, kept: str) -> int:
    """How many days a day is from one that is kept; where one is unknown, further than any."""
    return abs((date.fromisoformat(kept) - day).days) if day and kept else date.max.toordinal()
