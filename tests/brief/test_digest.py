"""A digest of quotations on a terminal and in a pipe."""

from io import StringIO

import pytest
from rich.console import Console

from geneva import GENEVA
from memcon.brief.digest import print_digest, render_digest
from memcon.tables.quotations import quotations


@pytest.fixture
def digest(countries):
    """digest(record) -> its plain text."""
    return lambda record: render_digest(record, quotations(record), countries)


def test_speakers_with_what_they_said(digest):
    text = " ".join(digest(GENEVA).split())
    assert text.startswith(
        "U.S. and Russia agree to keep talking after Geneva meeting on Ukraine "
        "The Example Courier, 22 January 2022 Ned Price, spokesman, State Department"
    )
    assert "• called: the talks, which he called “frank and substantive.”" in text
    assert "(press conference, 21 January 2022)" in text
    assert ", through TASS [uncertain]" in text


def test_a_pipe_gets_plain_text(digest):
    text = digest(GENEVA)
    assert "\x1b" not in text
    assert all(line == line.rstrip() and len(line) <= 80 for line in text.splitlines())


def test_a_terminal_gets_no_line_that_is_too_long(countries):
    for width in (40, 200):
        paper = StringIO()
        console = Console(file=paper, width=width)
        print_digest(GENEVA, quotations(GENEVA), countries, console)
        assert max(map(len, paper.getvalue().splitlines())) <= min(width, 100)


def test_a_page_cannot_steer_the_terminal(digest, hostile_record):
    text = digest(hostile_record)
    assert "\x1b" not in text
    assert "\u202e" not in text
