"""Full dates as pages write them."""

from datetime import date

import pytest

from memcon.page.days import day_in, iso_day

DAY = date(2021, 5, 20)


@pytest.mark.parametrize(
    "line",
    [
        "2021-05-20",
        "Published: May 20, 2021 10:04 GMT",
        "Thursday 20 May 2021, 5.30am",
        "20 May, 2021",
        "20th May 2021",
        "MAY 20, 2021",
        "20.05.2021",
        "20/05/2021",
        "05/20/2021",
        "2021/5/20",
        "Thu, 20 May 2021 23:10:00 -0400",
        "Source: Agency| 2021-05-20 10:04:05|Editor: desk",
    ],
)
def test_a_full_date_is_read(line):
    assert day_in(line) == DAY


@pytest.mark.parametrize(
    "line",
    ["May 20", "2021", "05/06/2021", "31 February 2021", "1.2.3", "99/99/2021", "", "May 2021"],
)
def test_half_a_date_is_none(line):
    assert day_in(line) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-05-20T23:30:00-04:00", DAY),
        ("20210520", DAY),
        (" 2021-05-20 10:00", DAY),
        ("2021-05-201", None),
        ("2021-13-20", None),
        ("0000-00-00", None),
        ("20 May 2021", None),
    ],
)
def test_iso_days_are_read_as_their_own_clock_has_them(value, day):
    assert iso_day(value) == day
