"""A prospect's stages: what was said of it, one status after the other."""

from datetime import date

import pytest

from memcon.story.histories import History, Mark, Prospects, stages
from memcon.story.outlook import Outlook
from memcon.story.periods import Period
from reported import BIDEN, PUTIN, witness


def mark(day, status, family=1):
    told = date.fromisoformat(day) if day else None
    return Mark(told, status, witness(f"The summit is {status}.", day, family))


SUMMIT = (
    mark("2021-06-16", "held", 5),
    mark("2021-05-20", "floated", 1),
    mark("2021-05-25", "scheduled", 3),
    mark("2021-05-25", "scheduled", 4),
    mark("2021-05-21", "floated", 2),
    mark("2021-05-21", "floated", 2),
)


def test_stages_follow_time_and_count_families():
    assert [(s.status, str(s.day), str(s.until), s.sources) for s in stages(SUMMIT)] == [
        ("floated", "2021-05-20", "2021-05-21", 2),
        ("scheduled", "2021-05-25", "2021-05-25", 2),
        ("held", "2021-06-16", "2021-06-16", 1),
    ]


@pytest.mark.parametrize("status", ["considered", "floated"])
def test_a_stage_without_a_day_stands_before_the_dated_ones(status):
    undated, *dated = stages((*SUMMIT, mark(None, status, 9)))
    assert (undated.status, undated.day, undated.sources) == (status, None, 1)
    assert tuple(dated) == stages(SUMMIT)


def test_rows_tell_each_stage_with_its_words():
    outlook = Outlook(
        what="summit",
        kind="meeting",
        status="held",
        participants=(BIDEN, PUTIN),
        period=Period(date(2021, 6, 16), date(2021, 6, 16)),
        spot=None,
        opened=date(2021, 5, 20),
        mentioned=date(2021, 6, 16),
        sources=5,
    )
    history = History(3, outlook, "settled", stages(SUMMIT))
    rows = Prospects((), (), date(2021, 6, 30), (history,), 1).rows
    assert [(row.prospect, row.status, row.words) for row in rows] == [
        (3, "floated", "The summit is floated."),
        (3, "scheduled", "The summit is scheduled."),
        (3, "held", "The summit is held."),
    ]
    assert {(row.participants, row.state) for row in rows} == {
        ("Joe Biden; Vladimir Putin", "settled")
    }
