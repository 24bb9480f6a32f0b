"""A happening is shown with what each of its sources says."""

from datetime import UTC, date, datetime

import pytest

from bulletins import SUMMIT
from memcon.errors import DeskError
from memcon.story.corrections import Coding, Signature, retyped


def test_each_source_is_there_with_its_words_and_details(summit):
    (number,) = summit.store.first("SELECT id FROM happenings WHERE tellings = 2")
    told = summit.happening(number)
    assert told.account.number == number
    assert [one.witness.publisher for one in told.testimonies] == [
        "Northern Courier",
        "Daily Beacon",
    ]
    assert [one.witness.words for one in told.testimonies] == [
        "Blinken and Lavrov talked for an hour and three quarters in Reykjavik on Wednesday.",
        "When Blinken met Lavrov on May 19, both ministers had spoken of a frank exchange.",
    ]
    first, second = told.testimonies
    assert (first.score, first.reasons) == (None, ())
    assert second.score > 0.9
    assert {reason.aspect for reason in second.reasons} >= {"type", "parties", "time"}
    assert second.told.period.first == date(2021, 5, 19)


def test_its_rows_are_flat(summit):
    (number,) = summit.store.first("SELECT id FROM happenings WHERE tellings = 2")
    rows = summit.happening(number).rows
    assert [(row.event, row.type, row.mode, row.time) for row in rows] == [
        ("e1", "CONSULT", "meet", "2021-05-19")
    ] * 2
    assert {row.source for row in rows} == {"Antony Blinken; Sergei Lavrov"}
    assert [row.article for row in rows] == [SUMMIT[1].article.id, SUMMIT[2].article.id]


def test_one_that_is_not_there_is_told(summit):
    with pytest.raises(DeskError, match="no happening 999"):
        summit.happening(999)


def test_other_happenings_of_its_parties_about_then_are_near(summit):
    met, agreed = (
        summit.store.first(
            "SELECT id FROM happenings WHERE type = ? AND first = '2021-06-16'", (t,)
        )
        for t in ("CONSULT", "AGREE")
    )
    assert [one.number for one in summit.happening(met[0]).near] == [agreed[0]]


def test_what_was_set_right_and_ruled_of_its_articles_goes_with_it(summit):
    (number,) = summit.store.first("SELECT id FROM happenings WHERE tellings = 2")
    record = summit.record(SUMMIT[1].article.id)
    signed = Signature("Ada", datetime(2021, 6, 1, tzinfo=UTC))
    summit.correct(retyped(record, "e1", Coding("CONSULT", "visit"), signed))
    summit.split(number, SUMMIT[2].article.id, who="Ada")
    told = summit.happening(number)
    assert [one.witness.finding for one in told.amendments] == ["e1"]
    assert [(one.kind, one.who) for one in told.judgements] == [("split", "Ada")]
