"""Copies of one text are one family, whatever the order in which they come."""

from itertools import permutations

import pytest
from msgspec.structs import replace

from bulletins import SUMMIT, Act, bulletin
from memcon.desk.checks import problems
from memcon.desk.desk import Desk
from memcon.record.contract import Record

LEAD = Act(
    "Blinken and Lavrov talked for an hour and three quarters in the Harpa hall in Reykjavik on "
    "Wednesday evening, the first time that the two ministers had met in person since January.",
    "CONSULT",
    ("Antony Blinken", "Sergei Lavrov"),
    day="2021-05-19",
    mode="meet",
)
MIDDLE = Act(
    "Neither side would say whether a day had been found for a summit of their presidents, but "
    "both spoke of a businesslike tone and of teams that would go on working through the summer.",
    "COOPERATE",
    ("United States", "Russia"),
)
END = Act(
    "NATO asked Russia the same week to pull the rest of its troops back from the border, saying "
    "that tens of thousands were still there with most of their tanks, fuel and field kitchens.",
    "REQUEST",
    ("NATO",),
    ("Russia",),
)
LAST = Act(
    "Germany said that it would send a delegation of engineers to look at the pipeline before the "
    "autumn, and that it did not expect the new sanctions to keep the last miles from being laid.",
    "AID",
    ("Germany",),
    ("Russia",),
)
WHOLE = bulletin("2021-05-20", LEAD, MIDDLE, END, LAST, publisher="Baltic Wire")
SHORT = bulletin("2021-05-20", LEAD, MIDDLE, publisher="Prairie Star")
OTHER = bulletin("2021-05-21", END, LAST, publisher="Harbour Post")
LATER = bulletin("2021-07-20", LEAD, MIDDLE, END, publisher="Prairie Star")


def families(desk: Desk, *records: Record) -> list[int]:
    known = dict(desk.store.query("SELECT article, family FROM articles"))
    return [known[record.article.id] for record in records]


def test_a_copy_is_of_its_first_articles_family(desk):
    desk.add(SUMMIT[0])
    assert not desk.add(WHOLE).is_copy
    added = desk.add(SHORT)
    assert (added.is_copy, added.family) == (True, 2)
    assert families(desk, SUMMIT[0], WHOLE, SHORT) == [1, 2, 2]


def test_copies_are_one_source(desk):
    for record in (WHOLE, SHORT):
        desk.add(record)
    rows = desk.store.query("SELECT tellings, sources FROM happenings ORDER BY id")
    assert rows == [(2, 1), (2, 1), (1, 1), (1, 1)]


@pytest.mark.parametrize("order", list(permutations((WHOLE, SHORT, OTHER))))
def test_one_that_links_two_families_makes_them_one(desk, order):
    for record in order:
        desk.add(record)
    assert families(desk, WHOLE, SHORT, OTHER) == [1, 1, 1]
    assert {sources for (sources,) in desk.store.query("SELECT sources FROM happenings")} == {1}
    assert list(problems(desk.store)) == []


def test_the_same_text_months_later_is_another_source(desk):
    desk.add(WHOLE)
    assert not desk.add(LATER).is_copy


def test_a_family_is_numbered_anew_when_its_first_article_goes(desk):
    for record in (WHOLE, SHORT, OTHER):
        desk.add(record)
    desk.forget(WHOLE.article.id)
    assert families(desk, SHORT, OTHER) == [2, 2]
    assert list(problems(desk.store)) == []


def test_the_page_of_an_address_that_was_changed_is_of_the_same_family(desk):
    url = "https://example.org/talks"
    first = replace(WHOLE, article=replace(WHOLE.article, url=url))
    corrected = bulletin("2021-05-20", LEAD, MIDDLE, END, publisher="Baltic Wire")
    corrected = replace(corrected, article=replace(corrected.article, url=url))
    desk.add(first)
    added = desk.add(corrected)
    assert (added.is_new, added.family) == (True, 1)


def test_an_undated_copy_is_found_and_finds(desk):
    undated = bulletin(None, LEAD, MIDDLE, END, publisher="Prairie Star")
    for record in (undated, WHOLE):
        desk.add(record)
    assert families(desk, undated, WHOLE) == [1, 1]
