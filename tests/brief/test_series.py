"""Cooperation and conflict as a table."""

from datetime import date

import pytest

from memcon.brief.manuscript import report_markdown
from memcon.brief.press import render_report
from memcon.brief.report import Report
from memcon.brief.series import series_chapter
from memcon.story.relations import Point

POINTS = (
    Point(date(2021, 4, 1), 2.0, -8.0, (1, 2, 3, 4, 5)),
    Point(date(2021, 5, 1), 4.5, 0, (6,)),
    Point(date(2021, 6, 1), 0.1, -0.1, (7,)),
)


def cells(chapter):
    return [[cell.pieces[0].words for cell in row] for row in chapter.grid.rows]


def test_a_bar_is_as_long_as_its_share_of_the_longest():
    assert cells(series_chapter(POINTS, "month", None)) == [
        ["April 2021", "-8.0", "▒▒▒▒▒▒▒▒|██······", "+2.0", "#1 #2 #3 +2"],
        ["May 2021", "0.0", "········|████····", "+4.5", "#6"],
        ["June 2021", "-0.1", "·······▒|█·······", "+0.1", "#7"],
    ]


def test_a_limit_keeps_the_latest():
    chapter = series_chapter(POINTS, "month", 1)
    assert [row[0] for row in cells(chapter)] == ["June 2021"]
    assert chapter.more == "2 earlier; --limit 0 shows all."


@pytest.mark.parametrize(
    ("grain", "head", "span"), [("day", "Day", "1 June 2021"), ("week", "Week of", "1 June 2021")]
)
def test_a_day_or_week_is_told_by_its_first_day(grain, head, span):
    chapter = series_chapter(POINTS[2:], grain, None)
    assert chapter.grid.heads[0] == head
    assert cells(chapter)[0][0] == span


def test_nothing_is_said_to_be_nothing():
    assert series_chapter((), "month", None).grid is None


WIDE = (
    Point(date(2021, 9, 20), 1234.5, -9876.5, tuple(range(123456, 123956))),
    Point(date(2021, 9, 27), 0.1, -0.1, (123456, 123457, 123458)),
)


@pytest.mark.parametrize("grain", ["day", "week", "month"])
def test_a_bar_is_never_broken_on_80_columns(grain):
    report = Report("Series", (), (series_chapter(WIDE, grain, None),))
    rows = render_report(report).splitlines()
    assert [row.count("|") for row in rows if "▒" in row] == [1, 1]
    assert "▒▒▒▒▒▒▒▒|█·······" in rows[4]
    assert max(map(len, rows)) <= 80


def test_in_markdown_a_bar_stays_in_its_cell():
    rows = report_markdown(Report("Series", (), (series_chapter(WIDE, "day", None),))).splitlines()
    assert [row.replace(r"\|", "").count("|") for row in rows if row.startswith("|")] == [6] * 4
    assert r"▒▒▒▒▒▒▒▒\|█·······" in rows[6]
