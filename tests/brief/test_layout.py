"""How a report is broken into lines."""

import pytest

from memcon.brief.layout import cells, laid_out, wrapped
from memcon.brief.lines import Piece
from memcon.brief.report import Chapter, Grid, Remark, Report, told


def words(lines):
    return ["".join(run for run, _ in line) for line in lines]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 3, ["one", "two", "thr", "ee"]),
        ("one  two", 3, ["one", "two"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("one two ", 8, ["one two "]),
        ("one two\u00a03", 7, ["one", "two\u00a03"]),
        ("平壤发射 导弹", 8, ["平壤发射", "导弹"]),
        ("平壤发射", 3, ["平", "壤", "发", "射"]),
        ("平", 1, ["平"]),
        ("e\u0301e\u0301 e", 2, ["e\u0301e\u0301", "e"]),
        ("", 5, [""]),
    ],
)
def test_lines_are_broken_at_spaces(text, width, lines):
    assert words(wrapped([(text, "")], width)) == lines


def test_behind_a_mark_lines_hang_and_keep_their_styles():
    lines = list(wrapped([("one ", ""), ("two", "bold"), (" three", "")], 9, ("•", "dim")))
    assert lines == [
        (("• ", "dim"), ("one ", ""), ("two", "bold")),
        (("  ", ""), ("three", "")),
    ]


@pytest.mark.parametrize(("text", "number"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("平壤", 4)])
def test_cells_are_counted_as_a_terminal_shows_them(text, number):
    assert cells(text) == number


@pytest.mark.parametrize("width", [20, 33, 80])
def test_no_line_is_wider_than_asked_for(width):
    long = Remark(
        (Piece("A sentence of some length, "), Piece("Lavrov", "name")), (), ("2 sources",)
    )
    cell = told("a cell with several words")
    grid = Grid(
        ("Head of a column", "Other", "Third"), ((cell, told("x"), cell), (cell, cell, cell))
    )
    report = Report(
        "A title that is long", (long,), (Chapter("One", (), grid), Chapter("Two", none="-"))
    )
    lines = words(laid_out(report, width))
    assert max(map(cells, lines)) <= width
    assert " ".join(lines).count("cell") == 5


def test_cells_of_a_row_stand_side_by_side():
    grid = Grid(("With", "Sum"), ((told("Saint Vincent"), told("-2.0")),))
    report = Report("t", (), (Chapter("c", (), grid),))
    assert [line.rstrip() for line in words(laid_out(report, 14))[3:]] == [
        "With      Sum",
        "Saint     -2.0",
        "Vincent",
    ]
