"""Happenings are split and merged by hand, and stay so when their articles are read again."""

import pytest
from msgspec.structs import replace

from bulletins import SUMMIT, Act, bulletin
from memcon.desk.checks import problems
from memcon.errors import DeskError
from memcon.record.contract import MadeBy, Record
from memcon.record.span import Span

TALKS = ("Antony Blinken", "Sergei Lavrov")
OTHER = bulletin(
    "2021-05-21",
    Act(
        "On Wednesday the two ministers, Blinken and Lavrov, sat down together in Iceland.",
        "CONSULT",
        TALKS,
        day="2021-05-19",
        mode="meet",
    ),
    Act("Germany offered Russia engineers for the pipeline.", "AID", ("Germany",), ("Russia",)),
    publisher="Evening Mail",
)
FIRST, SECOND = SUMMIT[1], SUMMIT[2]


@pytest.fixture
def told(summit):
    """The desk of the summit with a third article of the talks; the number of these."""
    summit.add(OTHER)
    (number,) = happenings(summit, FIRST)
    assert happenings(summit, SECOND) == [number]
    assert happenings(summit, OTHER)[0] == number
    return summit, number


def happenings(desk, record: Record) -> list[int]:
    """The happenings that an article tells, by its events."""
    rows = desk.store.query(
        "SELECT happening FROM tellings t JOIN articles a ON a.id = t.article"
        " WHERE a.article = ? ORDER BY number",
        (record.article.id,),
    )
    return [number for (number,) in rows]


def sources(desk, number: int) -> int:
    return desk.store.first("SELECT sources FROM happenings WHERE id = ?", (number,))[0]


def read_again(record: Record) -> Record:
    """The same article, read by another version, in which the events have other numbers."""
    shift = {event.id: f"e{len(record.events) + 1 - n}" for n, event in enumerate(record.events, 1)}
    events = tuple(
        replace(
            event,
            id=shift[event.id],
            trigger=Span(start=event.trigger.start + 1, end=event.trigger.end),
        )
        for event in reversed(record.events)
    )
    return replace(record, made_by=MadeBy(memcon="9.9.9", models={}), events=events)


def test_a_telling_is_split_off(told):
    desk, number = told
    made = desk.split(number, OTHER.article.id[:8], ("e1",))
    assert happenings(desk, OTHER)[0] == made
    assert (sources(desk, number), sources(desk, made)) == (2, 1)
    assert list(problems(desk.store)) == []


def test_without_events_all_that_tell_it_are_split_off(told):
    desk, number = told
    made = desk.split(number, OTHER.article.id)
    assert happenings(desk, OTHER)[0] == made
    assert happenings(desk, OTHER)[1] != made


def test_a_split_holds_when_any_of_the_articles_is_read_again(told):
    desk, number = told
    made = desk.split(number, OTHER.article.id)
    for record in (OTHER, FIRST, SECOND, OTHER):
        desk.reread(read_again(record))
    assert happenings(desk, OTHER)[-1] == made
    assert happenings(desk, FIRST) == happenings(desk, SECOND) == [number]
    assert list(problems(desk.store)) == []


def test_a_split_holds_for_one_who_comes_back(told):
    desk, number = told
    desk.split(number, OTHER.article.id)
    desk.reread(read_again(replace(FIRST, events=())))
    desk.reread(read_again(FIRST))
    assert happenings(desk, FIRST) == [number]


def test_merging_takes_a_split_back(told):
    desk, number = told
    made = desk.split(number, OTHER.article.id)
    assert desk.merge(number, made) == number
    assert happenings(desk, OTHER)[0] == number
    assert sources(desk, number) == 3
    for record in (OTHER, FIRST, SECOND):
        desk.reread(read_again(record))
        assert happenings(desk, record)[-1] == number
    assert list(problems(desk.store)) == []


def test_happenings_are_merged(told):
    desk, _ = told
    aid = happenings(desk, OTHER)[1]
    planned = happenings(desk, SUMMIT[4])[1]
    assert aid != planned
    desk.merge(planned, aid)
    assert happenings(desk, OTHER)[1] == planned
    assert sources(desk, planned) == 2
    assert desk.store.first("SELECT count(*) FROM happenings WHERE id = ?", (aid,)) == (0,)
    assert list(problems(desk.store)) == []


def test_a_merger_holds_when_the_articles_are_read_again(told):
    desk, number = told
    accused = happenings(desk, SUMMIT[0])[0]
    desk.merge(number, accused)
    for record in (SUMMIT[0], FIRST, SECOND, OTHER, SUMMIT[0]):
        desk.reread(read_again(record))
    assert happenings(desk, SUMMIT[0]) == happenings(desk, FIRST) == [number]
    assert list(problems(desk.store)) == []


def test_splitting_takes_a_merger_back(told):
    desk, number = told
    accused = happenings(desk, SUMMIT[0])[0]
    desk.merge(number, accused)
    made = desk.split(number, SUMMIT[0].article.id)
    for record in (SUMMIT[0], FIRST):
        desk.reread(read_again(record))
    assert happenings(desk, SUMMIT[0]) == [made]
    assert happenings(desk, FIRST) == [number]


def test_two_events_of_one_article_are_merged_and_stay_so(told):
    desk, _ = told
    one, two = happenings(desk, SUMMIT[3])
    desk.merge(one, two)
    assert happenings(desk, SUMMIT[3]) == [one, one]
    desk.reread(read_again(SUMMIT[3]))
    assert happenings(desk, SUMMIT[3]) == [one, one]
    assert sources(desk, one) == 1
    assert list(problems(desk.store)) == []


def test_what_was_ruled_is_told_as_the_reason(told):
    desk, number = told
    made = desk.split(number, OTHER.article.id)
    (alone,) = desk.happening(made).testimonies
    assert (alone.score, alone.reasons[0].aspect) == (None, "ruling")


def test_a_ruling_is_forgotten_with_its_article(told):
    desk, number = told
    desk.split(number, OTHER.article.id)
    desk.forget(OTHER.article.id)
    assert desk.store.query("SELECT * FROM rulings") == []
    desk.add(OTHER)
    assert happenings(desk, OTHER)[0] == number


def test_what_cannot_be_ruled_is_refused(told):
    desk, number = told
    (alone,) = happenings(desk, SUMMIT[0])
    for call, reason in (
        (lambda: desk.split(number, SUMMIT[0].article.id), "does not tell it"),
        (lambda: desk.split(number, OTHER.article.id, ("e1", "e2")), "event e2"),
        (lambda: desk.split(number, "nothing like it"), "no article"),
        (lambda: desk.split(alone, SUMMIT[0].article.id), "nothing else tells it"),
        (lambda: desk.split(9999, OTHER.article.id), "no happening 9999"),
        (lambda: desk.merge(number, 9999), "no happening 9999"),
        (lambda: desk.merge(number, number), "already"),
    ):
        with pytest.raises(DeskError, match=reason):
            call()
    assert desk.store.query("SELECT * FROM rulings") == []
    assert sources(desk, number) == 3
