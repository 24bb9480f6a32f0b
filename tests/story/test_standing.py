"""Standing: what forecasts of one prospect say together."""

import pytest

from announced import ALLIES, BIDEN, GENEVA, PUTIN, RUSSIA, USA, VIENNA, VILLA, forecast, period
from memcon.story.standing import expected_of, participants_of, spot_of, status_of, what_of


def told(*words: tuple[str, str]):
    """Forecasts of (day, status), each of an article of its own."""
    return [
        forecast(status, day, article=f"{number}", finding="e1" if status == "held" else "n1")
        for number, (day, status) in enumerate(words)
    ]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ([("04-14", "floated"), ("04-20", "considered"), ("05-25", "scheduled")], "scheduled"),
        # The order in which they were read is of no account.
        ([("05-25", "scheduled"), ("04-14", "floated")], "scheduled"),
        # One voice that is vaguer undoes nothing; two do.
        ([("05-25", "scheduled"), ("05-28", "considered")], "scheduled"),
        ([("05-25", "agreed"), ("05-28", "considered"), ("05-28", "considered")], "considered"),
        # On one day most voices, then the firmer word.
        ([("05-25", "floated"), ("05-25", "floated"), ("05-25", "agreed")], "floated"),
        ([("05-25", "floated"), ("05-25", "agreed")], "agreed"),
        ([("05-25", "scheduled"), ("05-28", "postponed")], "postponed"),
        ([("05-25", "scheduled"), ("05-28", "cancelled"), ("06-01", "scheduled")], "scheduled"),
        ([("06-12", "ongoing"), ("06-13", "scheduled")], "scheduled"),
        # What was held stays so, even if the morning's papers still wait for it.
        ([("06-16", "scheduled"), ("06-16", "scheduled"), ("06-16", "held")], "held"),
        ([("06-16", "held"), ("06-18", "scheduled"), ("06-18", "scheduled")], "held"),
        ([("06-16", "held"), ("06-17", "cancelled")], "held"),
        ([("06-16", "held"), ("06-17", "cancelled"), ("06-17", "cancelled")], "cancelled"),
        ([("06-16", "held"), ("06-16", "cancelled"), ("06-16", "cancelled")], "cancelled"),
    ],
)
def test_the_status_is_what_the_latest_day_says(words, status):
    assert status_of(told(*((f"2021-{day}", word) for day, word in words)), {}) == status


def test_copies_of_one_text_are_one_voice():
    words = told(
        ("2021-05-25", "agreed"), ("2021-05-28", "considered"), ("2021-05-28", "considered")
    )
    assert status_of(words, {"0": 1, "1": 2, "2": 2}) == "agreed"
    assert status_of(words, {"0": 1, "1": 2, "2": 3}) == "considered"


def test_a_word_of_an_unknown_day_is_the_oldest():
    assert status_of([forecast("scheduled"), forecast("floated", None)], {}) == "scheduled"


@pytest.mark.parametrize(
    ("whats", "what"),
    [
        (("meeting", "meeting", "summit"), "summit"),
        (("talks", "meeting", "meeting"), "meeting"),
        (("state visit", "visit", "visit"), "visit"),
    ],
)
def test_it_is_called_by_the_word_that_tells_most(whats, what):
    words = [forecast(what=word, article=f"{n}") for n, word in enumerate(whats)]
    assert what_of(words, {}) == what


def test_a_report_names_a_prospect_only_where_nothing_else_does():
    report = forecast("held", what="meeting", finding="e1", who=(BIDEN, USA))
    assert what_of([report, forecast(what="talks")], {}) == "talks"
    assert participants_of([report, forecast(who=(PUTIN, BIDEN))], {}) == (PUTIN, BIDEN)
    assert participants_of([report], {}) == (BIDEN, USA)


def test_those_take_part_whom_most_name_and_the_fuller_list_of_two():
    lists = [(BIDEN, ALLIES), (BIDEN, PUTIN), (PUTIN, BIDEN), (PUTIN,)]
    words = [forecast(who=who, article=f"{n}") for n, who in enumerate(lists)]
    assert participants_of(words, {}) == (BIDEN, PUTIN)
    assert participants_of([words[3], words[1]], {}) == (BIDEN, PUTIN)
    assert participants_of([forecast(who=())], {}) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            [("05-01", "scheduled", "2021-06-15"), ("05-02", "scheduled", "2021-06-16")],
            "2021-06-16",
        ),
        ([("05-01", "scheduled", "2021-06-16"), ("05-02", "scheduled", None)], "2021-06-16"),
        # "In June" does not undo "on 16 June"; "in July" does.
        (
            [
                ("05-01", "scheduled", "2021-06-16"),
                ("05-02", "considered", "2021-06-01/2021-06-30"),
            ],
            "2021-06-16",
        ),
        (
            [("05-01", "scheduled", "2021-06-16"), ("05-02", "scheduled", "2021-07-01/2021-07-31")],
            "2021-07-01/2021-07-31",
        ),
        # What was put off has no day until it gets one, and its old one is no part of the new.
        ([("05-01", "scheduled", "2021-06-16"), ("05-02", "postponed", "2021-06-16")], None),
        (
            [
                ("05-01", "scheduled", "2021-06-16"),
                ("05-02", "postponed", None),
                ("05-03", "scheduled", "2021-06-01/2021-06-30"),
            ],
            "2021-06-01/2021-06-30",
        ),
        ([("05-01", "scheduled", "2021-06-15"), ("06-16", "held", "2021-06-16")], "2021-06-16"),
        ([("05-01", "floated", None)], None),
        # The day on which it was called off is not that for which it was set.
        (
            [("05-01", "scheduled", "2021-06-16"), ("05-02", "cancelled", "2021-05-02")],
            "2021-06-16",
        ),
    ],
)
def test_it_is_expected_when_the_latest_word_says(words, expected):
    words = [forecast(status, f"2021-{day}", when) for day, status, when in words]
    assert expected_of(words, {}) == period(expected)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ([("05-01", VIENNA), ("05-02", GENEVA)], "Geneva"),
        ([("05-01", VIENNA), ("05-02", None)], "Vienna"),
        # Of the names of one place the most usual one.
        ([("05-01", GENEVA), ("05-02", GENEVA), ("06-16", VILLA)], "Geneva"),
        ([("05-02", None)], None),
    ],
)
def test_it_is_to_be_where_the_latest_word_says(words, name):
    words = [forecast("scheduled", f"2021-{day}", spot=spot) for day, spot in words]
    found = spot_of(words, {})
    assert (found and found.name) == name


def test_where_it_was_beats_where_it_was_to_be():
    words = [
        forecast("scheduled", "2021-05-01", spot=VIENNA),
        forecast("held", "2021-06-16", finding="e1", spot=GENEVA),
        forecast("scheduled", "2021-06-17", spot=VIENNA, who=(USA, RUSSIA)),
    ]
    assert spot_of(words, {}) == GENEVA
