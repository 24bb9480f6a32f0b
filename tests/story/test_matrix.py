"""Actors by issues: stances in order of time, and who turned."""

from datetime import date

import pytest

from memcon.story.matrix import Holding, arrange
from reported import BIDEN, LAVROV, NATO, witness


def holding(actor, stance, day="2021-05-20", family=1, topic=1):
    told = date.fromisoformat(day) if day else None
    words = f"{actor.name} {stance}."
    return Holding(actor, topic, f"issue {topic}", stance, told, 0.9, witness(words, day, family))


@pytest.mark.parametrize(
    ("held", "stances", "is_turned"),
    [
        ([("supports", "2021-05-01")], ["supports"], False),
        ([("opposes", "2021-06-01"), ("supports", "2021-05-01")], ["supports", "opposes"], True),
        ([("supports", "2021-05-01"), ("welcomes", "2021-06-01")], ["supports", "welcomes"], False),
        ([("opposes", "2021-05-01"), ("demands", "2021-05-02")], ["opposes", "demands"], False),
        (
            [("opposes", "2021-05-01"), ("demands", "2021-05-02"), ("open", "2021-05-03")],
            ["opposes", "demands", "open"],
            True,
        ),
        ([("supports", "2021-05-01"), ("supports", "2021-06-01")], ["supports"], False),
    ],
)
def test_a_cell_holds_the_stances_in_order_of_time(held, stances, is_turned):
    (cell,) = arrange(holding(LAVROV, stance, day) for stance, day in held).cells
    assert [stand.stance for stand in cell.stands] == stances
    assert cell.is_turned is is_turned
    assert cell.latest.stance == stances[-1]


def test_a_turn_stands_where_the_other_side_is_taken_whatever_stands_between():
    told = [("supports", "2021-05-01"), ("demands", "2021-05-02"), ("opposes", "2021-05-03")]
    (cell,) = arrange(holding(LAVROV, stance, day) for stance, day in told).cells
    assert [stand.stance for stand in cell.turns] == ["opposes"]


def test_a_stance_told_by_one_wire_family_has_one_source():
    told = [holding(LAVROV, "opposes", family=family) for family in (1, 1, 2)]
    (cell,) = arrange(told).cells
    assert (cell.latest.sources, len(cell.latest.witnesses)) == (2, 3)


def test_the_issue_that_most_speak_of_stands_first():
    matrix = arrange(
        [
            holding(BIDEN, "opposes", topic=1),
            holding(BIDEN, "supports", topic=2),
            holding(NATO, "supports", topic=2),
        ]
    )
    assert matrix.issues == ("issue 2", "issue 1")
    assert [actor.name for actor in matrix.actors] == ["Joe Biden", "NATO"]
    assert [(row.issue, row.actor, row.is_latest) for row in matrix.rows] == [
        ("issue 2", "Joe Biden", True),
        ("issue 2", "NATO", True),
        ("issue 1", "Joe Biden", True),
    ]


def test_a_day_not_known_comes_before_all_others():
    told = [holding(LAVROV, "opposes", "2021-05-01"), holding(LAVROV, "supports", None)]
    (cell,) = arrange(told).cells
    assert cell.latest.stance == "opposes"
