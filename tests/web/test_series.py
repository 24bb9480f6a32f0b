"""The series: its spans, where they lead, and on which days its chart opens."""

from datetime import UTC, date, datetime

import pytest

from memcon.story.relations import Point
from memcon.web.series import series_chart, series_strip, spans

DAYS = {"since": None, "until": None}


def point(first, happenings=1):
    return Point(date.fromisoformat(first), 1.0, -2.0, tuple(range(happenings)))


def over(*points, grain="month", **days):
    return spans(points, grain, ("USA", "RUS"), DAYS | days)


@pytest.mark.parametrize(
    ("grain", "first", "words", "since", "until"),
    [
        ("month", "2021-02-01", "February 2021", "2021-02-01", "2021-02-28"),
        ("week", "2021-05-17", "Week of 17 May 2021", "2021-05-17", "2021-05-23"),
        ("day", "2021-05-19", "19 May 2021", "2021-05-19", "2021-05-19"),
    ],
)
def test_a_span_leads_to_the_happenings_of_its_days(grain, first, words, since, until):
    (span,) = over(point(first), grain=grain)
    assert span.span == words
    assert span.address == f"/timeline?party=USA&party=RUS&since={since}&until={until}"


def test_a_span_leads_to_no_day_that_was_not_asked_for():
    asked = {"since": date(2021, 5, 10), "until": date(2021, 5, 20)}
    (span,) = over(point("2021-05-01"), **asked)
    assert span.address.endswith("since=2021-05-10&until=2021-05-20")


def test_the_calendar_has_an_end():
    (span,) = over(point("9999-12-01"))
    assert span.end == date.max


def instant(*day):
    return int(datetime(*day, tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("counts", "since"),
    [((1, 5, 5), (2021, 4, 1)), ((2, 5, 5), (2009, 1, 1)), ((0, 0, 1), (2021, 5, 1))],
)
def test_it_opens_on_the_last_days_with_nearly_all_that_happened(counts, since):
    firsts = ("2009-01-01", "2021-04-01", "2021-05-01")
    shown = over(*map(point, firsts, counts))
    for specification in (series_chart(shown), series_strip(shown)):
        (parameter,) = specification["layer"][0]["params"]
        assert parameter["value"]["x"] == [instant(*since), instant(2021, 6, 1)]
