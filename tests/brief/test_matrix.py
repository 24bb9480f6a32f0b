"""Positions as tables."""

from datetime import date

from memcon.brief.matrix import positions_report
from memcon.story.matrix import Holding, Positions, arrange
from reported import BIDEN, LAVROV, NATO, witness


def positions(*told):
    matrix = arrange(
        Holding(
            actor,
            topic,
            f"issue {topic}",
            stance,
            date.fromisoformat(day),
            0.9,
            witness(day, day, n),
        )
        for n, (actor, topic, stance, day) in enumerate(told)
    )
    return Positions("issue", None, None, matrix)


def rows(chapter):
    return [["".join(p.words for p in cell.pieces) for cell in row] for row in chapter.grid.rows]


def test_actors_stand_beside_what_they_hold_last():
    report = positions_report(
        positions(
            (LAVROV, 1, "opposes", "2021-05-01"),
            (LAVROV, 1, "opposes", "2021-05-03"),
            (BIDEN, 1, "supports", "2021-05-02"),
            (NATO, 2, "demands", "2021-05-02"),
        )
    )
    (chapter,) = report.chapters
    assert chapter.grid.heads == ("", "issue 1", "issue 2")
    assert rows(chapter) == [
        ["Sergei Lavrov (RUS)", "opposes, 3 May 2021, 2 sources", "–"],
        ["Joe Biden (USA)", "supports, 2 May 2021, 1 source", "–"],
        ["NATO", "–", "demands, 2 May 2021, 1 source"],
    ]


def test_who_turned_is_marked_and_told():
    report = positions_report(
        positions((LAVROV, 1, "supports", "2021-05-01"), (LAVROV, 1, "opposes", "2021-06-01"))
    )
    table, turned = report.chapters
    assert table.grid.rows[0][1].marks == ("turned",)
    (line,) = turned.remarks
    assert "".join(p.words for p in line.pieces) == (
        "Sergei Lavrov on issue 1: supports (1 May 2021) → opposes (1 June 2021)"
    )
    assert len(line.witnesses) == 2


def test_more_issues_than_fit_side_by_side_go_on_below():
    report = positions_report(
        positions(*((NATO, n, "supports", "2021-05-01") for n in range(1, 6)))
    )
    assert [len(chapter.grid.heads) for chapter in report.chapters] == [4, 3]


def test_no_position_is_said_to_be_none():
    (chapter,) = positions_report(positions()).chapters
    assert chapter.none == "No position on such an issue is told."
