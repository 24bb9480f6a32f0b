"""Happenings by date."""

from datetime import date

import pytest

from bulletins import placed
from memcon.errors import DeskError


def days(timeline):
    return [str(account.happening.period.first) for account in timeline.accounts]


def test_happenings_stand_by_day(summit):
    timeline = summit.timeline()
    assert days(timeline) == sorted(days(timeline))
    assert (timeline.found, timeline.left) == (6, 0)


@pytest.mark.parametrize(
    ("parties", "found"),
    [
        (["USA"], ["2021-04-14", "2021-05-19", "2021-06-16", "2021-06-16"]),
        (["USA", "Lavrov"], ["2021-04-14", "2021-05-19"]),
        (["Lavrov", "Blinken"], ["2021-05-19"]),
        (["NATO"], ["2021-06-21"]),
        (["NATO", "Germany"], []),
        (["Fiji"], []),
    ],
)
def test_all_parties_have_a_part(summit, parties, found):
    assert days(summit.timeline(parties)) == found


def test_a_party_is_found_the_same_way_if_it_is_in_much(summit, monkeypatch):
    rare = summit.timeline(["USA", "Lavrov"])
    monkeypatch.setattr("memcon.desk.timelines._FEW", 0)
    assert summit.timeline(["USA", "Lavrov"]) == rare


def test_types_statuses_and_days_narrow_it(summit):
    assert days(summit.timeline(types=["AGREE"])) == ["2021-06-16"]
    assert days(summit.timeline(statuses=["planned"])) == ["2021-07-01"]
    assert days(summit.timeline(until=date(2021, 5, 1))) == ["2021-04-14"]
    assert days(summit.timeline(["NATO"], since=date(2021, 6, 22))) == []


def test_a_limit_keeps_the_latest_and_says_how_many_are_left(summit):
    timeline = summit.timeline(["USA"], limit=2)
    assert days(timeline) == ["2021-06-16", "2021-06-16"]
    assert (timeline.found, timeline.left) == (4, 2)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("geneva", ["2021-06-16", "2021-08-01"]),
        ("Genève", ["2021-06-16", "2021-08-01"]),
        ("Somewhere", ["2021-05-01"]),
    ],
)
def test_a_place_is_a_spot_under_each_of_its_names(desk, place, found):
    desk.add(placed("2021-06-16", "The two met at the lake.", ("Geneva", "CHE", 46.2, 6.15)))
    desk.add(placed("2021-08-01", "They met in the city again.", ("Genève", "CHE", 46.2, 6.15)))
    desk.add(placed("2021-05-01", "It was not on any map.", ("Somewhere", None, None, None)))
    assert days(desk.timeline(place=place)) == found
    assert days(desk.timeline(place=place, until=date(2021, 7, 1))) == found[:1]


def test_a_place_must_be_known(summit):
    with pytest.raises(DeskError, match="nothing on the desk was at a place"):
        summit.timeline(place="Atlantis")
