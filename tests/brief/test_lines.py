"""Words made fit to show."""

import pytest

from memcon.brief.lines import Piece, inline, listed, plain, sentence
from memcon.brief.references import unquoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("two\n  lines\u00a0here", "two lines here"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("tab\tbed \x07bell\x00", "tab bed bell"),
        ("a\u202egnorw\u202c b\u2066c\u2069", "agnorw bc"),
        ("«Кремль» 你好", "«Кремль» 你好"),
    ],
)
def test_plain(words, shown):
    assert plain(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [("said ", "said "), ("\n on\t", " on "), ("met", "met"), (" \n ", " "), ("", "")],
)
def test_within_a_line_a_space_at_either_end_stays_one(words, shown):
    assert inline(words) == shown


@pytest.mark.parametrize(
    ("names", "told"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_listed(names, told):
    assert "".join(piece.words for piece in listed(Piece(name) for name in names)) == told


def test_a_sentence_begins_with_a_capital_but_a_quotation_stays():
    assert sentence(Piece("the minister"), Piece(" left"))[0].words == "The minister"
    assert sentence(Piece("we left", "quote"))[0].words == "we left"


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ('"We are ready"', "We are ready"),
        ("“We are ready”", "We are ready"),
        ('"Yes," he said, "but no"', '"Yes," he said, "but no"'),
        ('"in spheres', '"in spheres'),
        ("no marks", "no marks"),
        ('"', '"'),
    ],
)
def test_unquoted(words, bare):
    assert unquoted(words) == bare
