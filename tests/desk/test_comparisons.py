"""A happening is shown with what each of its sources says."""

from datetime import date

import pytest

from bulletins import SUMMIT
from memcon.errors import DeskError


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
