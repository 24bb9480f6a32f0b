"""What articles tell is recalled one finding at a time, and is the same as in the whole record."""

from datetime import date

import pytest

from bulletins import SUMMIT
from memcon.desk.recall import Recall
from memcon.story.forecasts import forecasts
from memcon.story.sightings import sightings

PAGES = (
    "Russian Foreign Minister Sergei Lavrov met U.S. Secretary of State Antony Blinken in Reykjavik "
    "on Wednesday, the first talks of the two.\n\nLavrov told reporters that Moscow had expelled ten "
    "American diplomats in April and would lift the ban on hiring if Washington did so first. "
    "President Joe Biden imposed sanctions on Russia last month, the White House said.\n\n"
    "German Chancellor Angela Merkel, speaking in Berlin, urged both to agree on a summit in June.",
    "Chile expelled 10 Peruvian diplomats on 17 May 2021, Foreign Minister Antonia Urrejola said.\n\n"
    "Peru's president condemned the step and recalled his ambassador from Santiago on Tuesday. "
    "The Chilean ambassador, Peru's foreign ministry said, had been told to leave Lima.",
)


@pytest.fixture
def told(desk, read):
    """A desk with pages that were read, and their records by number."""
    records = [read(page, published=date(2021, 5, 20)) for page in PAGES]
    return desk, {desk.add(record).number: record for record in (*records, *SUMMIT)}


def test_an_event_alone_says_the_same_as_among_the_others(told):
    desk, records = told
    compared = 0
    for number, record in records.items():
        for sighting in sightings(record):
            assert Recall().sighting(desk.store, number, sighting.event) == sighting
            compared += bool(sighting.words)
    assert compared > 5


def test_a_forecast_alone_says_the_same_as_among_the_others(told):
    desk, records = told
    for number, record in records.items():
        for forecast in forecasts(record):
            assert Recall().forecast(desk.store, number, forecast.finding) == forecast


def test_a_finding_that_is_not_there_is_none(summit):
    recall = Recall()
    for _ in range(2):
        assert recall.sighting(summit.store, 1, "e99") is None
        assert recall.forecast(summit.store, 1, "n99") is None


def test_what_is_at_hand_is_not_asked_for_again(summit):
    recall = Recall()
    first = recall.sighting(summit.store, 2, "e1")
    with summit.store.transaction():
        summit.store.run("DELETE FROM records")
        assert recall.sighting(summit.store, 2, "e1") is first


def test_what_was_asked_for_longest_ago_is_let_go(summit, monkeypatch):
    monkeypatch.setattr("memcon.desk.recall._MOST", 1)
    recall = Recall()
    first = recall.sighting(summit.store, 2, "e1")
    recall.sighting(summit.store, 3, "e1")
    again = recall.sighting(summit.store, 2, "e1")
    assert again == first
    assert again is not first
