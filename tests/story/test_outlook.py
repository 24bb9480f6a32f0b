"""Outlooks: which prospect an article means, and how it stands on a day."""

from datetime import date

import pytest

from announced import (
    ALLIES,
    BIDEN,
    BLINKEN,
    GENEVA,
    LAVROV,
    NATO,
    PUTIN,
    RUSSIA,
    USA,
    VIENNA,
    VILLA,
    ZELENSKY,
    forecast,
    period,
)
from memcon.story.outlook import choose_outlook, is_undated, state_of, sum_up

SUMMIT = (
    forecast("floated", "2021-04-14"),
    forecast("considered", "2021-04-26", what="meeting", rank="leaders"),
    forecast("scheduled", "2021-05-25", "2021-06-16", spot=GENEVA),
)
HELD = (*SUMMIT, forecast("held", "2021-06-16", "2021-06-16", finding="e2", what="meeting"))
JUNE = "2021-06-01/2021-06-30"


def report(day: str, when: str | None = None, **fields: object):
    """An event of a meeting that was held."""
    fields = {"status": "held", "what": "meeting", "finding": "e1", "rank": "leaders", **fields}
    return forecast(day=day, when=when, **fields)


SAME = {
    "the summit by another word": forecast("scheduled", "2021-05-28", "2021-06-16", what="talks"),
    "without a date": forecast("considered", "2021-05-20"),
    "a day off": forecast("scheduled", "2021-05-28", "2021-06-15"),
    "in the month": forecast("considered", "2021-05-02", JUNE),
    "in the month after": forecast("considered", "2021-05-02", "2021-07-01/2021-07-31"),
    "among more people": forecast("scheduled", "2021-05-28", who=(BIDEN, PUTIN, LAVROV)),
    "one of them, at the place": forecast("scheduled", "2021-05-28", who=(BIDEN,), spot=VILLA),
    "one of them, on the day": forecast("scheduled", "2021-05-28", "2021-06-16", (PUTIN,)),
    "the states": forecast("scheduled", "2021-05-28", who=(USA, RUSSIA)),
    "one and the other's state": forecast("intended", "2021-05-28", who=(BIDEN, RUSSIA)),
    "nobody, on the day at the place": forecast(
        "scheduled", "2021-05-28", "2021-06-16", who=(), spot=GENEVA
    ),
    "leaders, on the day at the place": forecast(
        "scheduled", "2021-05-28", "2021-06-16", who=(ALLIES,), spot=GENEVA
    ),
    "elsewhere": forecast("considered", "2021-05-28", spot=VIENNA),
    "put off": forecast("postponed", "2021-06-10", "2021-10-04"),
    "of an unknown day": forecast("scheduled", None),
    "a report": report("2021-06-16", "2021-06-16"),
    "a report that is a day off": report("2021-06-18", "2021-06-17"),
    "a report of the day after": report("2021-06-17"),
    "a report of the week": report("2021-06-20"),
    "a report of their states": report("2021-06-17", "2021-06-16", who=(USA, PUTIN)),
    "a meeting under way": report("2021-06-16", status="ongoing"),
}
OTHER = {
    "another kind": forecast("scheduled", "2021-05-28", what="visit", rank=None),
    "others": forecast("scheduled", "2021-05-28", "2021-06-16", (BIDEN, ZELENSKY)),
    "one of them with others": forecast("scheduled", "2021-05-28", "2021-06-14", (BIDEN, ALLIES)),
    "one of them, sometime": forecast("scheduled", "2021-05-28", who=(BIDEN,)),
    "nobody, on the day": forecast("scheduled", "2021-05-28", "2021-06-16", who=()),
    "their ministers": forecast(
        "scheduled", "2021-05-10", "2021-05-19", (BLINKEN, LAVROV), what="meeting", rank="ministers"
    ),
    "talks of their states": forecast("scheduled", "2021-05-28", who=(USA, RUSSIA), what="talks"),
    "months later": forecast("scheduled", "2021-05-28", "2021-09-16"),
    "a year later": forecast("floated", "2022-05-28"),
    "a report of ministers": report(
        "2021-06-16", "2021-06-16", who=(BLINKEN, LAVROV), rank="ministers"
    ),
    "a report of their states' talks": report(
        "2021-06-16", "2021-06-16", who=(USA, RUSSIA), rank=None
    ),
    "a report of one of them": report("2021-06-16", "2021-06-16", who=(BIDEN,)),
    "a report that is days off": report("2021-06-18", "2021-06-18"),
    "ministers of their states": forecast(
        "scheduled",
        "2021-05-28",
        "2021-06-16",
        (USA, RUSSIA),
        what="meeting",
        rank="ministers",
        spot=GENEVA,
    ),
    "a report before the day": report("2021-05-28"),
    "a report of another year": report("2021-05-28", "2018-07-01/2018-07-31"),
    "a report weeks after": report("2021-07-20"),
    "a report of nobody": report("2021-06-16", "2021-06-16", who=(), spot=GENEVA),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_the_summit_is_known_again(other):
    assert choose_outlook(other, {1: SUMMIT}) == 1


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_another_meeting_is_not_the_summit(other):
    assert choose_outlook(other, {1: SUMMIT}) is None


def test_nothing_is_chosen_from_nothing():
    assert choose_outlook(SUMMIT[0], {}) is None
    assert choose_outlook(SUMMIT[0], {1: ()}) is None


@pytest.mark.parametrize(
    ("when", "number"), [("2021-06-16", 1), ("2021-07-06", 2), (JUNE, 1), ("2021-08-30", None)]
)
def test_of_two_meetings_of_the_same_parties_the_date_tells(when, number):
    july = (forecast("scheduled", "2021-05-26", "2021-07-05"),)
    word = forecast("scheduled", "2021-05-28", when)
    assert choose_outlook(word, {1: SUMMIT, 2: july}) == number
    assert choose_outlook(word, {2: july, 1: SUMMIT}) == number


def test_after_the_meeting_the_next_one_is_another():
    again = forecast("considered", "2021-07-20")
    assert choose_outlook(again, {1: HELD}) is None
    assert choose_outlook(forecast("floated", "2021-06-18", "2021-06-25"), {1: HELD}) is None
    about = forecast("scheduled", "2021-06-18", "2021-06-16")
    assert choose_outlook(about, {1: HELD}) == 1
    assert sum_up((*HELD, about), {}).status == "held"


def test_a_new_date_follows_a_delay():
    delayed = (*SUMMIT, forecast("postponed", "2021-06-10"))
    assert choose_outlook(forecast("scheduled", "2021-06-12", "2021-10-04"), {1: delayed}) == 1


def test_an_article_tells_two_prospects_apart():
    beside = forecast("scheduled", "2021-05-25", "2021-06-20", finding="n2")
    assert choose_outlook(beside, {1: SUMMIT}) is None
    again = forecast("floated", "2021-05-25", finding="n2", who=(PUTIN,))
    assert choose_outlook(again, {1: SUMMIT}) == 1
    with_others = forecast("floated", "2021-05-25", finding="n2", who=(PUTIN, ZELENSKY))
    assert choose_outlook(with_others, {1: SUMMIT}) is None


def test_an_event_does_not_settle_what_its_own_article_awaits():
    awaited = (forecast("scheduled", "2021-06-16", "2021-06-16"),)
    assert choose_outlook(report("2021-06-16", "2021-06-16"), {1: awaited}) is None
    assert choose_outlook(report("2021-06-17", "2021-06-16"), {1: awaited}) == 1


def test_a_meeting_held_settles_what_had_no_date():
    floated = SUMMIT[:1]
    assert choose_outlook(report("2021-06-16"), {1: floated}) == 1
    assert choose_outlook(report("2021-03-16"), {1: floated}) is None
    assert choose_outlook(report("2022-03-16"), {1: floated}) is None


def visit(status: str, day: str, when: str | None = None, **fields: object):
    return forecast(status, day, when, **{"who": (BLINKEN,), "what": "visit", **fields})


def test_a_visit_is_known_by_visitor_and_place_or_date():
    planned = (visit("scheduled", "2021-05-25", spot=GENEVA),)
    went = visit("held", "2021-05-28", finding="e1", who=(BLINKEN, RUSSIA), spot=GENEVA)
    assert choose_outlook(went, {1: planned}) == 1
    assert choose_outlook(visit("scheduled", "2021-05-28", spot=VIENNA), {1: planned}) is None
    assert choose_outlook(visit("scheduled", "2021-05-28"), {1: planned}) is None
    dated = (visit("scheduled", "2021-05-25", "2021-06-02", spot=GENEVA),)
    assert choose_outlook(visit("scheduled", "2021-05-28", "2021-06-02"), {1: dated}) == 1
    elsewhere = visit("scheduled", "2021-05-28", "2021-06-02", spot=VIENNA)
    assert choose_outlook(elsewhere, {1: dated}) is None


def test_of_two_that_fit_the_name_tells():
    talks = (forecast(who=(USA, RUSSIA), what="talks"),)
    arms = (forecast(who=(USA, RUSSIA), what="arms talks"),)
    word = forecast("scheduled", "2021-05-28", who=(USA, RUSSIA), what="arms talks")
    assert choose_outlook(word, {1: talks, 2: arms}) == 2
    assert choose_outlook(word, {1: arms, 2: talks}) == 1


def test_a_body_that_meets_by_itself_is_enough():
    planned = (forecast("scheduled", "2021-05-25", "2021-06-14", (NATO,), what="Nato summit"),)
    assert choose_outlook(report("2021-06-14", "2021-06-14", who=(NATO,)), {1: planned}) == 1
    assert choose_outlook(report("2021-06-20", "2021-06-20", who=(NATO,)), {1: planned}) is None


def test_what_has_a_name_needs_no_parties():
    planned = (
        forecast("scheduled", "2021-04-14", "2021-04-22", (), what="climate conference"),
        forecast("scheduled", "2021-04-15", "2021-04-22/2021-04-23", (), what="climate conference"),
    )
    assert choose_outlook(planned[1], {1: planned[:1]}) == 1
    unnamed = forecast("scheduled", "2021-04-15", "2021-04-22", (), what="conference")
    assert choose_outlook(unnamed, {1: planned}) is None


def test_the_summit_is_summed_up_with_its_history():
    outlook = sum_up(HELD, {f"article of {f.day}": 1 for f in SUMMIT[:2]})
    assert (outlook.what, outlook.kind, outlook.status) == ("summit", "meeting", "held")
    assert outlook.participants == (BIDEN, PUTIN)
    assert outlook.period == period("2021-06-16")
    assert outlook.spot == GENEVA
    assert (outlook.opened, outlook.mentioned) == (date(2021, 4, 14), date(2021, 6, 16))
    assert outlook.sources == 3


def test_nobody_tells_nothing():
    with pytest.raises(ValueError, match="nobody"):
        sum_up((), {})


@pytest.mark.parametrize(
    ("status", "mentioned", "when", "today", "state"),
    [
        ("held", "2021-06-16", "2021-06-16", "2021-06-17", "settled"),
        ("cancelled", "2021-06-01", "2021-06-16", "2021-06-02", "settled"),
        ("rejected", "2021-06-01", None, "2023-06-02", "settled"),
        ("scheduled", "2021-05-25", "2021-06-16", "2021-06-16", "open"),
        # A report may come some days late.
        ("scheduled", "2021-05-25", "2021-06-16", "2021-06-19", "open"),
        ("scheduled", "2021-05-25", "2021-06-16", "2021-06-20", "overdue"),
        ("floated", "2021-05-25", JUNE, "2021-06-30", "open"),
        ("floated", "2021-05-25", JUNE, "2021-07-04", "overdue"),
        # A later word of it, if only that it is still awaited, takes the date's place.
        ("scheduled", "2021-06-25", "2021-06-16", "2021-06-30", "open"),
        ("scheduled", "2021-06-25", "2021-06-16", "2021-08-30", "dormant"),
        ("considered", "2021-05-25", None, "2021-07-24", "open"),
        ("considered", "2021-05-25", None, "2021-07-25", "dormant"),
        # What has a date needs no mention until then, what is only weighed does.
        ("scheduled", "2021-05-25", "2021-12-16", "2021-11-25", "open"),
        ("floated", "2021-05-25", "2021-12-16", "2021-11-25", "dormant"),
        ("postponed", "2021-05-25", None, "2021-06-25", "open"),
        ("scheduled", None, "2021-06-16", "2021-06-20", "overdue"),
        ("scheduled", None, None, "2021-06-20", "open"),
        ("scheduled", "2021-05-25", "9999-12-31", "2021-06-20", "open"),
    ],
)
def test_how_it_stands_depends_on_the_day(status, mentioned, when, today, state):
    outlook = sum_up([forecast(status, mentioned, when)], {})
    assert state_of(outlook, date.fromisoformat(today)) == state


def test_each_kind_has_its_own_patience():
    asked = date(2021, 7, 25)
    for what, state in (("call", "dormant"), ("summit", "dormant"), ("election", "open")):
        assert state_of(sum_up([forecast("considered", what=what)], {}), asked) == state


@pytest.mark.parametrize(
    ("when", "today", "state", "undated"),
    [
        (None, "2021-07-24", "open", True),
        (None, "2021-07-25", "dormant", True),
        # The day it was added is no word of it: what is past is overdue.
        ("2021-05-16", "2021-05-26", "overdue", True),
        ("2021-07-01", "2021-06-20", "open", False),
    ],
)
def test_what_only_undated_articles_tell_grows_old_since_they_were_added(
    when, today, state, undated
):
    outlook = sum_up([forecast("scheduled", None, when)], {})
    found = state_of(outlook, date.fromisoformat(today), added=date(2021, 5, 25))
    assert (found, is_undated(outlook, found)) == (state, undated)
    dated = sum_up([forecast("scheduled", "2021-05-01", when)], {})
    assert not is_undated(dated, found)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("status", ["scheduled", "held"])
def test_the_calendar_has_ends(day, status):
    odd = forecast("scheduled", day, finding="n2"), report(day, status=status)
    for told in odd:
        assert choose_outlook(told, {1: SUMMIT}) is None
        assert choose_outlook(SUMMIT[0], {1: (told,)}) is None
        assert sum_up([told], {}).mentioned == told.day
