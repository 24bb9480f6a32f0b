"""A memo on a terminal and in a pipe."""

from io import StringIO

import pytest
from rich.console import Console

from memcon.brief.terminal import print_memo, render_text


def printed(memo, width, **options):
    paper = StringIO()
    print_memo(memo, Console(file=paper, width=width, **options))
    return paper.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(memo, width):
    assert max(map(len, printed(memo, width).splitlines())) <= width


def test_a_wide_terminal_is_not_filled(memo):
    assert max(map(len, printed(memo, 240).splitlines())) == 100


def test_nothing_is_cut_off(memo):
    for width in (40, 80):
        words = " ".join(printed(memo, width).split())
        assert "…" not in words
        for number in range(1, len(memo.notes) + 1):
            assert f"[{number}]" in words


def test_all_words_are_there_without_colour(memo):
    words = " ".join(render_text(memo).split())
    for line in memo.lines:
        if not any(piece.words.startswith("https:") for piece in line.pieces):
            start = line.words.split(" … ")[0][:30]
            assert start in words


def test_a_pipe_gets_plain_text(memo):
    text = render_text(memo)
    assert "\x1b" not in text
    assert all(line == line.rstrip() and len(line) <= 80 for line in text.splitlines())


def test_colour_is_used_where_there_is_some(memo):
    assert "\x1b[" in printed(memo, 80, force_terminal=True, color_system="standard")


def test_a_page_cannot_steer_the_terminal(hostile):
    text = printed(hostile, 80)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]*`x`*[/red]" in " ".join(text.split())
