"""Who holds what on an issue."""

from datetime import date

import pytest

from bulletins import View, bulletin
from memcon.errors import DeskError


def test_an_actor_who_turned_is_told_with_both_stances(summit):
    (cell,) = summit.positions("sanctions").matrix.cells
    assert [(stand.stance, str(stand.day)) for stand in cell.stands] == [
        ("opposes", "2021-04-14"),
        ("open", "2021-06-16"),
    ]
    assert cell.is_turned
    assert cell.latest.witnesses[0].words.startswith("Lavrov said Moscow could live")


@pytest.mark.parametrize("words", ["sanction", "SANCTIONS", "the sanctions", "sanct"])
def test_words_may_be_the_beginning_and_in_any_form(summit, words):
    assert summit.positions(words).matrix.issues == ("sanctions",)


def test_days_bound_what_was_held(summit):
    (cell,) = summit.positions("sanctions", until=date(2021, 5, 1)).matrix.cells
    assert (cell.latest.stance, cell.is_turned) == ("opposes", False)


def test_a_limit_keeps_the_issues_of_which_most_is_told(desk):
    for number, actors in enumerate(
        (["NATO"], ["NATO", "Joe Biden", "Germany"], ["NATO", "Russia"])
    ):
        for actor in actors:
            desk.add(
                bulletin(
                    "2021-05-20",
                    View(
                        f"{actor} was for missile plan {number}.",
                        actor,
                        "supports",
                        f"missile plan {'abc'[number]}",
                    ),
                )
            )
    positions = desk.positions("missile plan", limit=1)
    assert positions.matrix.issues == ("missile plan b",)
    assert (positions.matrix.found, positions.left) == (3, 2)
    assert len(positions.rows) == 3


def test_an_issue_of_which_nobody_speaks_has_no_cells(summit):
    assert summit.positions("whaling").matrix.cells == ()


def test_no_word_is_one_clear_line(summit):
    with pytest.raises(DeskError, match="there is no word in it"):
        summit.positions("…")
