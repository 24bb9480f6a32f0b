"""Dating: whether two events can have been on the same days, as far as their articles tell."""

from datetime import date, timedelta
from typing import Final

from memcon.story.periods import Period, spelled
from memcon.story.reasons import NEVER, Reason
from memcon.story.sightings import HAPPENED, Sighting

# The day itself, a stretch that holds it, one as long as a year, the same of long ago; nothing.
_DAY: Final = 2.5
_STRETCH: Final = 1.2
_LONG: Final = 0.3
_PAST: Final = 1.2
_LONG_AGO: Final = timedelta(days=200)
_UNDATED: Final = -1.5
_MONTHS: Final = 62
# What days that exclude each other weigh, by how many lie between: dates of one deed seldom differ
# by more than a day or two, unless one is taken from beside it.
_GAPS: Final = ((2, -0.7), (10, -3.0), (45, -5.0))
# As many as lie between a day and an undated report: news is told at once, and later in passing.
_VAGUE_GAPS: Final = ((3, -0.3), (10, -0.8), (60, -1.8), (400, -3.5))
_FRESH: Final = timedelta(days=4)
_AHEAD: Final = timedelta(days=30)
# Days around which the calendar has as many before or after.
_FIRST: Final = date.min + _FRESH
_LAST: Final = date.max - _AHEAD
# The day of publication is that of another time zone.
_DATELINE: Final = timedelta(days=1)


def compare_days(one: Sighting, other: Sighting) -> Reason:
    """Whether the days agree: those told, or else those about the report."""
    if _was_told_before(one, other) or _was_told_before(other, one):
        return Reason("time", NEVER, "told before it was")
    days, others = one.period or _about(one), other.period or _about(other)
    if days is None or others is None:
        return Reason("time", _UNDATED, "")
    told = ", ".join(dict.fromkeys((spelled(days), spelled(others))))
    both = one.period is not None and other.period is not None
    gap = days.gap(others)
    if gap:
        weights = _GAPS if both else _VAGUE_GAPS
        return Reason("time", next((w for most, w in weights if gap <= most), NEVER), told)
    longest = max(days.length, others.length)
    if both and longest == 1:
        return Reason("time", _DAY, told)
    if longest <= _MONTHS:
        return Reason("time", _STRETCH, told)
    return Reason("time", _PAST if _is_past(one) and _is_past(other) else _LONG, told)


def _is_past(sighting: Sighting) -> bool:
    """Whether it lies so far back that its year says much."""
    if not sighting.period or not sighting.published:
        return False
    return sighting.published - sighting.period.last > _LONG_AGO


def _about(sighting: Sighting) -> Period | None:
    """The days on which an undated event may have been: told beside it, or those of its report."""
    if sighting.beside:
        return sighting.beside
    if sighting.background or sighting.published is None:
        return None
    if sighting.status in HAPPENED:
        return Period(max(sighting.published, _FIRST) - _FRESH, sighting.published)
    return Period(sighting.published, min(sighting.published, _LAST) + _AHEAD)


def _was_told_before(one: Sighting, other: Sighting) -> bool:
    """Whether an article told as done, without a date, what the other says was done later."""
    happened = one.status in HAPPENED and other.status in HAPPENED
    if not happened or one.period or not one.published or not other.period:
        return False
    return other.period.first - one.published > _DATELINE
