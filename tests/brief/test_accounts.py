"""A happening in words."""

from datetime import date

import pytest

from memcon.brief.accounts import (
    counted,
    deed,
    independent,
    more_of,
    period_words,
    quoted,
    told,
)
from memcon.story.periods import Period
from memcon.story.sightings import Spot
from reported import LAVROV, NATO, RUSSIA, USA, account, happening, witness


def words(pieces):
    return "".join(piece.words for piece in pieces)


@pytest.mark.parametrize(
    ("told_of", "line"),
    [
        (happening(), "Joe Biden and Vladimir Putin held talks"),
        (
            happening(spot=Spot("Geneva", "CHE", None, None)),
            "Joe Biden and Vladimir Putin held talks in Geneva",
        ),
        (
            happening("ACCUSE", (LAVROV,), (USA,), spot=Spot("United States", "USA", None, None)),
            "Sergei Lavrov faulted United States",
        ),
        (happening("SANCTION", (USA,), (RUSSIA,)), "United States took measures against Russia"),
        (happening("PROTEST", (NATO,)), "NATO protested"),
        (
            happening("AID", (USA,), (RUSSIA,), status="planned"),
            "planned aid by United States to Russia",
        ),
        (happening(status="possible"), "possible talks between Joe Biden and Vladimir Putin"),
        (
            happening(status="not-happened"),
            "did not happen: talks between Joe Biden and Vladimir Putin",
        ),
        (happening("ASSAULT", (), (RUSSIA,), mutual=False), "attack on Russia"),
        (
            happening("CONSULT", (USA, RUSSIA), intermediaries=(NATO,)),
            "United States and Russia held talks through NATO",
        ),
    ],
)
def test_a_deed_is_a_sentence(told_of, line):
    assert words(deed(told_of)) == line


def test_a_line_has_day_words_number_and_sources():
    remark = told(account(7, happening(sources=3, status="ongoing"), witness("They talk on.")))
    assert words(remark.pieces) == (
        "16 June 2021: Joe Biden and Vladimir Putin held talks: They talk on."
    )
    assert remark.marks == ("ongoing", "3 sources", "#7")


def test_a_day_that_no_article_gives_is_that_of_the_report():
    remark = told(account(7, happening(is_dated=False)), is_quoted=False)
    assert words(remark.pieces).startswith("Reported 16 June 2021: Joe Biden")


def test_a_line_without_a_day_begins_with_a_capital():
    remark = told(account(7, happening(status="alleged")), is_quoted=False, is_dated=False)
    assert words(remark.pieces) == "Alleged talks between Joe Biden and Vladimir Putin"


@pytest.mark.parametrize(
    ("first", "last", "line"),
    [
        ("2021-06-16", "2021-06-16", "16 June 2021"),
        ("2021-06-01", "2021-06-30", "June 2021"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2021-06-01", "2021-08-31", "June 2021 to August 2021"),
        ("2021-06-15", "2021-06-16", "15 June 2021 to 16 June 2021"),
        ("2021-06-01", "2021-06-29", "1 June 2021 to 29 June 2021"),
        ("2020-01-01", "2021-12-31", "2020 to 2021"),
        ("9999-01-01", "9999-12-31", "9999"),
    ],
)
def test_a_period_is_told_as_short_as_it_can_be(first, last, line):
    assert period_words(Period(date.fromisoformat(first), date.fromisoformat(last))) == line


def test_a_period_that_is_not_known_says_so():
    assert period_words(None) == "day not known"


@pytest.mark.parametrize(
    ("article_words", "quote"),
    [
        ("“The talks were frank.”", "The talks were frank."),
        ("He said\n“no” \x1b[2Jtwice.", "He said “no” [2Jtwice."),
        ("word " * 60, "word " * 31 + "word …"),
    ],
)
def test_a_quotation_is_one_line_and_not_long(article_words, quote):
    assert quoted(witness(article_words)).words == quote


def test_witnesses_of_one_family_count_once():
    told_by = [
        witness(name, family=family) for name, family in (("a", 1), ("b", 1), ("c", 2), ("d", 3))
    ]
    assert [w.words for w in independent(told_by, 2)] == ["a", "c"]


@pytest.mark.parametrize(
    ("number", "line"), [(0, "0 sources"), (1, "1 source"), (1200, "1,200 sources")]
)
def test_numbers_go_with_their_noun(number, line):
    assert counted(number, "source") == line


def test_what_is_left_out_is_told_and_nothing_else():
    assert more_of(1500, 30, "earlier") == "1,470 earlier; --limit 0 shows all."
    assert more_of(30, 30) is None
