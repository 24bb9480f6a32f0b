"""An issue with who holds what on it, and who would not speak of it."""

from datetime import date

import pytest

from bulletins import Mum, View, bulletin
from memcon.errors import DeskError

WORDS = "{} said on {} that the sanctions were a matter of principle for the whole continent."


def test_an_issue_is_told_with_both_stances_of_who_turned(summit):
    debate = summit.issue("the sanctions")
    assert [row.stance for row in debate.rows] == ["opposes", "open"]
    assert (debate.issue, debate.actors_found, debate.left) == ("sanctions", 1, 0)


def test_days_bound_what_was_held(summit):
    (cell,) = summit.issue("sanctions", until=date(2021, 5, 1)).matrix.cells
    assert cell.latest.stance == "opposes"


def test_a_limit_keeps_the_actors_of_whom_most_is_told(desk):
    for actor, day in (("NATO", 1), ("Russia", 2), ("Russia", 3)):
        words = WORDS.format(actor, f"day {day}")
        desk.add(bulletin(f"2021-05-0{day}", View(words, actor, "demands", "sanctions")))
    debate = desk.issue("sanctions", limit=1)
    assert [cell.actor.name for cell in debate.matrix.cells] == ["Russia"]
    assert debate.left == 1


def test_silences_on_it_and_issues_with_its_words_stand_beside_it(desk):
    desk.add(
        bulletin(
            "2021-05-01",
            View(WORDS.format("NATO", "Monday"), "NATO", "demands", "sanctions"),
            View(WORDS.format("Russia", "Tuesday"), "Russia", "opposes", "sanctions on gas"),
            Mum("Lavrov would not speak of it to anybody.", "Sergei Lavrov", issue="sanctions"),
        )
    )
    debate = desk.issue("sanctions")
    assert [hush.actor.name for hush in debate.silences] == ["Sergei Lavrov"]
    assert [topic.name for topic in debate.akin] == ["sanctions on gas"]


@pytest.mark.parametrize("name", ["whaling", "…", ""])
def test_a_name_that_no_issue_has_is_one_clear_line(summit, name):
    with pytest.raises(DeskError, match="no issue is called"):
        summit.issue(name)
