"""The busiest relations of late, week by week."""

from datetime import date

import pytest

from bulletins import EIGHT, TEN, expelled


def pairs(activity):
    return [(tie.a.code, tie.b.code, tie.happenings) for tie in activity.ties]


def test_the_busiest_relation_comes_first(summit):
    activity = summit.activity(today=date(2021, 6, 30))
    assert pairs(activity) == [("RUS", "USA", 4), ("RUS", "igo:nato", 1)]
    assert [tie.a.name for tie in activity.ties] == ["Russia", "Russia"]
    assert activity.ties[1].b.name == "NATO"
    assert activity.ties[0].last == date(2021, 6, 16)


def test_old_news_are_no_empty_desk(summit):
    """The weeks end with the latest article, however long ago it was published."""
    assert summit.activity(today=date(2026, 1, 1)) == summit.activity(today=date(2021, 6, 21))


def test_weeks_add_up_to_the_happenings(summit):
    activity = summit.activity(today=date(2021, 6, 30))
    assert len(activity.weeks) == 26
    assert activity.weeks[-1] == date(2021, 6, 21)
    assert activity.since == activity.weeks[0]
    for tie in activity.ties:
        assert sum(week.happenings for week in tie.weeks) == tie.happenings
        assert sum(week.cooperation for week in tie.weeks) == pytest.approx(tie.cooperation)
        assert sum(week.conflict for week in tie.weeks) == pytest.approx(tie.conflict)
        assert len(tie.weeks) == len(activity.weeks)
    weeks = dict(zip(activity.weeks, activity.ties[0].weeks, strict=True))
    assert weeks[date(2021, 6, 14)].happenings == 2


def test_what_is_later_than_today_is_left_out(summit):
    activity = summit.activity(today=date(2021, 4, 20))
    assert pairs(activity) == [("RUS", "USA", 1)]
    assert activity.until == date(2021, 4, 14)


def test_only_what_took_place_is_weighed(desk):
    desk.add(expelled("2021-04-16", TEN, 10, "Ledger"))
    (tie,) = desk.activity().ties
    assert tie.conflict < 0 == tie.cooperation


def test_a_happening_counts_once_whoever_tells_it(desk):
    desk.add(expelled("2021-04-16", TEN, 10, "Ledger"))
    desk.add(expelled("2021-04-17", EIGHT, 8, "Beacon"))
    assert pairs(desk.activity()) == [("RUS", "USA", 1)]


def test_days_that_are_asked_for_are_the_span(summit):
    activity = summit.activity(since=date(2021, 5, 1), until=date(2021, 5, 31))
    assert pairs(activity) == [("RUS", "USA", 1)]
    assert (activity.weeks[0], activity.weeks[-1]) == (date(2021, 4, 26), date(2021, 5, 31))


@pytest.mark.parametrize(
    ("days", "weeks"),
    [
        ({"until": date.min}, 1),
        ({"since": date(2022, 1, 1), "until": date(2021, 1, 1)}, 0),
        ({"since": date.max}, 0),
    ],
)
def test_odd_days_find_nothing(summit, days, weeks):
    activity = summit.activity(**days)
    assert (activity.ties, activity.found, len(activity.weeks)) == ((), 0, weeks)


def test_a_limit_tells_how_many_are_left(summit):
    activity = summit.activity(limit=1)
    assert (len(activity.rows), activity.found, activity.left) == (1, 2, 1)
    assert activity.rows[0].a_name == "Russia"


def test_an_empty_desk_has_no_activity(desk):
    assert desk.activity().rows == ()
