"""A headline tells what its text tells, unless a user ruled that it does not."""

import pytest
from msgspec.structs import replace

from bulletins import Act, bulletin
from memcon.desk.checks import problems
from memcon.record.article import Section
from memcon.record.contract import MadeBy, Record

PARTIES = (("Russia",), ("United States",))
HEADLINE = Act("Russia expels ten diplomats of the United States", "SANCTION", *PARTIES)
LEAD = Act(
    "Russia expelled ten diplomats of the United States on Friday, its foreign ministry said.",
    "SANCTION",
    *PARTIES,
    day="2021-04-16",
)


def headed(record: Record) -> Record:
    """The record, its first paragraph a headline."""
    first, *rest = record.article.sections
    head = Section(kind="headline", start=first.start, end=first.end)
    return replace(record, article=replace(record.article, sections=(head, *rest)))


@pytest.fixture
def told(desk):
    """A desk with an article whose headline and text tell one event, and its record."""
    record = headed(bulletin("2021-04-17", HEADLINE, LEAD))
    desk.add(record)
    return desk, record


def happenings(desk) -> list[int]:
    return [n for (n,) in desk.store.query("SELECT happening FROM tellings ORDER BY number")]


def test_headline_and_text_are_one(told):
    desk, _ = told
    headline, text = happenings(desk)[:2]
    assert headline == text
    row = desk.store.first("SELECT sources, tellings FROM happenings WHERE id = ?", (text,))
    assert row == (1, 2)


def test_what_is_split_between_them_stays_so(told):
    desk, record = told
    (number, *_) = happenings(desk)
    made = desk.split(number, record.article.id, (record.events[0].id,))
    again = replace(record, made_by=MadeBy(memcon="9.9.9", models={}))
    desk.reread(again)
    assert happenings(desk)[:2] == [made, number]
    desk.merge(number, made)
    desk.reread(again)
    assert happenings(desk)[:2] == [number, number]
    assert list(problems(desk.store)) == []
