"""What lies ahead, and what came of it."""

from datetime import date

import pytest

from bulletins import Plan, bulletin

JUNE = date(2021, 6, 30)


def test_a_summit_from_the_offer_to_the_meeting_is_one_history(summit):
    (history,) = summit.prospects(["USA", "RUS"], today=JUNE).histories
    assert (history.state, history.outlook.status) == ("settled", "held")
    assert [(str(stage.day), stage.status, stage.sources) for stage in history.stages] == [
        ("2021-04-14", "floated", 1),
        ("2021-05-25", "scheduled", 1),
        ("2021-06-16", "held", 1),
    ]
    assert history.stages[0].witnesses[0].publisher == "Potomac Ledger"
    assert {actor.name for actor in history.outlook.participants} == {"Joe Biden", "Vladimir Putin"}


@pytest.mark.parametrize(
    ("today", "state", "status", "stages", "sources"),
    [
        (date(2021, 4, 20), "open", "floated", 1, 1),
        (date(2021, 6, 1), "open", "scheduled", 2, 2),
        (JUNE, "settled", "held", 3, 3),
    ],
)
def test_a_prospect_stands_as_it_stood_on_that_day(summit, today, state, status, stages, sources):
    for asked in ([], [state]):
        (history,) = summit.prospects(["Putin"], asked, today).histories
        assert (history.state, history.outlook.status) == (state, status)
        assert (len(history.stages), history.outlook.sources) == (stages, sources)


def test_a_prospect_of_which_nobody_had_spoken_is_none(summit):
    assert summit.prospects(today=date(2021, 4, 13)).histories == ()


@pytest.fixture
def ahead(desk):
    """A desk with a prospect of each state as of 30 June 2021."""
    for day, words, what, status, when in (
        ("2021-06-01", "Biden will visit Berlin on June 10.", "visit", "scheduled", "2021-06-10"),
        (
            "2021-06-20",
            "Biden and NATO will hold talks in August.",
            "talks",
            "scheduled",
            "2021-08",
        ),
        ("2020-01-05", "Biden may hold a conference.", "conference", "floated", None),
        ("2021-05-05", "The vote that Biden had wanted was cancelled.", "vote", "cancelled", None),
    ):
        desk.add(bulletin(day, Plan(words, what, ("Joe Biden",), status, when)))
    return desk


@pytest.mark.parametrize(
    ("state", "what"),
    [("overdue", "visit"), ("open", "talks"), ("dormant", "conference"), ("settled", "vote")],
)
def test_each_state_can_be_asked_for(ahead, state, what):
    answer = ahead.prospects([], [state], JUNE)
    assert [history.outlook.what for history in answer.histories] == [what]
    assert answer.found == 1


def test_without_states_the_last_spoken_of_are_told_by_state(ahead):
    answer = ahead.prospects(today=JUNE, limit=2)
    assert [(h.state, h.outlook.what) for h in answer.histories] == [
        ("overdue", "visit"),
        ("open", "talks"),
    ]
    assert (answer.found, answer.left) == (4, 2)


def test_states_are_told_in_order_whatever_the_order_asked(ahead):
    answer = ahead.prospects([], ["settled", "open", "overdue"], JUNE)
    assert [history.state for history in answer.histories] == ["overdue", "open", "settled"]


@pytest.mark.parametrize("states", [[], ["settled", "open", "overdue", "dormant"]])
def test_what_has_no_day_comes_last(ahead, states):
    words = "Biden would like a treaty with NATO."
    ahead.add(bulletin(None, Plan(words, "treaty", ("NATO",), "intended")))
    told = ahead.prospects([], states, JUNE).histories
    assert [history.outlook.what for history in told][-2:] == ["vote", "treaty"]
    assert told[-1].state == "open"
    assert [stage.day for stage in told[-1].stages] == [None]


def test_what_has_no_day_grows_old_since_its_article_was_added(desk):
    words = "Biden would like a treaty with NATO."
    desk.add(bulletin(None, Plan(words, "treaty", ("NATO",), "intended")))
    with desk.store.transaction():
        desk.store.run("UPDATE articles SET added = '2021-05-01T10:00:00Z'")
    for today, state in ((date(2021, 5, 20), "open"), (date(2021, 9, 20), "dormant")):
        (history,) = desk.prospects([], [state], today).histories
        assert (history.state, history.stages[0].day) == (state, None)


def test_what_is_open_without_a_day_is_told_the_last_spoken_of_first(desk):
    for day, what in (("2021-06-10", "visit"), ("2021-06-20", "vote"), ("2021-06-15", "talks")):
        plan = Plan(f"Biden may agree to a {what}.", what, ("Joe Biden",), "floated")
        desk.add(bulletin(day, plan))
    told = desk.prospects([], ["open"], JUNE).histories
    assert [history.outlook.what for history in told] == ["vote", "talks", "visit"]


def test_the_horizon_has_the_first_of_each_state(ahead):
    horizon = ahead.horizon(JUNE)
    assert [
        [history.outlook.what for history in histories]
        for histories in (horizon.overdue, horizon.open, horizon.dormant)
    ] == [["visit"], ["talks"], ["conference"]]


def test_the_horizon_tells_few_of_each(desk):
    for day in ("2021-06-03", "2021-06-02"):
        plan = Plan("Biden will visit Berlin.", f"visit of {day}", ("Joe Biden",), "scheduled", day)
        desk.add(bulletin(day, plan))
    (history,) = desk.horizon(JUNE, limit=1).overdue
    assert history.outlook.what == "visit of 2021-06-03"
