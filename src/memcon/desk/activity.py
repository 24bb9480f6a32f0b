"""Activity: the busiest relations of the last weeks, asked of the desk."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Unpack

from memcon.desk.conditions import is_power
from memcon.desk.days import Days, bounds, day_of
from memcon.desk.parties import names_of_codes
from memcon.desk.store import Store
from memcon.story.activity import Activity, Tie, Week
from memcon.story.answers import Party
from memcon.story.relations import opening

# What was between two parties, once a happening, whoever acted.
_DEALINGS = """
SELECT DISTINCT a, b, day, happening, status, goldstein FROM dyads
WHERE b <> '' AND day BETWEEN ? AND ?
"""
_FACT = "status IN ('actual', 'ongoing')"
_SUMS = f"""
count(*) AS happenings,
sum(CASE WHEN {_FACT} THEN max(goldstein, 0.0) ELSE 0.0 END),
sum(CASE WHEN {_FACT} THEN min(goldstein, 0.0) ELSE 0.0 END)
"""
_TIES = f"""
SELECT a, b, {_SUMS}, max(day) AS last, count(*) OVER ()
FROM ({_DEALINGS} AND {is_power("a")} AND {is_power("b")})
GROUP BY a, b ORDER BY happenings DESC, last DESC, a, b LIMIT ?
"""
_DAYS = f"SELECT day, {_SUMS} FROM ({_DEALINGS} AND a = ? AND b = ?) GROUP BY day"
_LATEST = "SELECT max(published) FROM articles WHERE published <= ?"
_WEEK = timedelta(7)
_WEEKS = 26
_ALL = -1


def activity(
    store: Store, limit: int | None = None, today: date | None = None, **days: Unpack[Days]
) -> Activity:
    """The relations of states and organisations by the number of happenings in these days.

    Without `since`, they are the 26 weeks up to the last day; that is today, or the day of the
    latest article where the desk has none of today: old news are no empty desk. All happenings
    count; sums are of what took place.
    """
    with store.read():
        last = min(_last_day(store, today or date.today()), days.get("until") or date.max)
        first = days.get("since") or _weeks_before(last, _WEEKS - 1)
        asked = bounds({"since": first, "until": last})
        rows = store.query(_TIES, (*asked, limit or _ALL))
        weeks = _weeks(first, last)
        names = names_of_codes(store, (code for row in rows for code in row[:2]))
        ties = tuple(_tie(row, names, _by_week(store, asked, row, weeks)) for row in rows)
    return Activity(
        since=first,
        until=last,
        weeks=weeks,
        ties=ties,
        found=rows[0][-1] if rows else 0,
    )


def _last_day(store: Store, today: date) -> date:
    """The day of publication of the latest article up to today; today if there is none."""
    ((published,),) = store.query(_LATEST, (today.isoformat(),))
    return day_of(published) or today


def _weeks_before(day: date, weeks: int) -> date:
    """The Monday so many weeks before that of a day."""
    return opening(day, "week") - min(weeks * _WEEK, opening(day, "week") - date.min)


def _weeks(first: date, last: date) -> tuple[date, ...]:
    """The Mondays of the weeks from one day to another."""
    monday = opening(first, "week")
    count = (last - monday).days // _WEEK.days + 1
    return tuple(monday + number * _WEEK for number in range(count))


def _by_week(
    store: Store, asked: tuple[str, str], row: tuple[Any, ...], weeks: Iterable[date]
) -> tuple[Week, ...]:
    """What was between two parties in each week."""
    summed = {week: Week(0, 0.0, 0.0) for week in weeks}
    for kept, happenings, cooperation, conflict in store.query(_DAYS, (*asked, *row[:2])):
        if day := day_of(kept):
            week = opening(day, "week")
            before = summed[week]
            summed[week] = Week(
                happenings=before.happenings + happenings,
                cooperation=round(before.cooperation + cooperation, 2),
                conflict=round(before.conflict + conflict, 2),
            )
    return tuple(summed.values())


def _tie(row: tuple[Any, ...], names: dict[str, str], weeks: tuple[Week, ...]) -> Tie:
    """A relation from its row."""
    a, b, happenings, cooperation, conflict, last, _ = row
    return Tie(
        a=Party(a, names[a]),
        b=Party(b, names[b]),
        happenings=happenings,
        cooperation=round(cooperation, 2),
        conflict=round(conflict, 2),
        last=date.fromisoformat(last),
        weeks=weeks,
    )
