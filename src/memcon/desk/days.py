"""Days: the first and the last that a question is about, both inclusive."""

from datetime import date
from typing import TypedDict

# Behind every day of the calendar.
_END = "9999-12-31"


class Days(TypedDict, total=False):
    """Only from `since` on, only up to `until`; without either, what has no day counts too."""

    since: date | None
    until: date | None


def bounds(days: Days) -> tuple[str, str]:
    """Two parameters for BETWEEN; a day that is kept as '' lies within if there is no `since`."""
    since, until = days.get("since"), days.get("until")
    return since.isoformat() if since else "", until.isoformat() if until else _END
