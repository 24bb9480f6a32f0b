"""The days that a time may mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.story.periods import Period, period_of, spelled
from memcon.tables.days import first_day


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2021-05-19", "2021-05-19"),
        ("2021-05-20TEV", "2021-05-20"),
        ("2021-05-20T14:30", "2021-05-20"),
        ("2021-W20", "2021-05-17/2021-05-23"),
        ("2021-W20-WE", "2021-05-22/2021-05-23"),
        ("2021-W20-3", "2021-05-19"),
        ("2021-05", "2021-05-01/2021-05-31"),
        ("2021-05-XX", "2021-05-01/2021-05-31"),
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2021-12", "2021-12-01/2021-12-31"),
        ("2021-SU", "2021-06-01/2021-08-31"),
        ("2021-WI", "2021-12-01/2022-02-28"),
        ("2021-Q2", "2021-04-01/2021-06-30"),
        ("2021-H2", "2021-07-01/2021-12-31"),
        ("2021", "2021-01-01/2021-12-31"),
        ("202", "2020-01-01/2029-12-31"),
        ("202X", "2020-01-01/2029-12-31"),
        ("19", "1900-01-01/1999-12-31"),
        ("2021-06-15/2021-06-16", "2021-06-15/2021-06-16"),
    ],
)
def test_the_days_of_a_time(value, days):
    period = period_of(value)
    assert period is not None
    assert spelled(period) == days
    assert first_day(value.partition("/")[0]) == period.first


@pytest.mark.parametrize(
    "value",
    [
        "P2D",
        "PT90M",
        "PRESENT_REF",
        "FUTURE_REF",
        "XXXX-05-19",
        "XXX",
        "2021-02-30",
        "2021-W60",
        "2021-13",
        "2021-Q7",
        "199XX",
        "0000",
        "2021-06-16/2021-06-15",
        "2021-06/P2D",
    ],
)
def test_what_is_no_point_of_the_calendar_has_no_days(value):
    assert period_of(value) is None


@given(st.text("0123456789-WQHXTSPUFAE/", max_size=12))
def test_no_value_is_too_odd(value):
    period = period_of(value)
    assert period is None or period.first <= period.last


@pytest.mark.parametrize(
    ("one", "other", "gap", "common"),
    [
        ("2021-05-19", "2021-05", 0, "2021-05-19"),
        ("2021-05-19", "2021-05-21", 2, None),
        ("2021-04", "2021-05-03", 3, None),
        ("2021-W20", "2021-05-23/2021-05-30", 0, "2021-05-23"),
    ],
)
def test_how_far_two_periods_are_apart(one, other, gap, common):
    days, others = period_of(one), period_of(other)
    assert (days.gap(others), others.gap(days)) == (gap, gap)
    within = days.within(others)
    assert within == others.within(days)
    assert (spelled(within) if within else None) == common


def test_a_day_is_one_day_long():
    assert Period(date(2021, 5, 19), date(2021, 5, 19)).length == 1
