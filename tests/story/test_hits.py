"""Which words are looked for, and which passage shows them."""

from datetime import date

import pytest

from memcon.story.hits import Hit, Hits, Term, passage_of, terms_of


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("summit", [Term(("summit",), False)]),
        ("Nord Stream", [Term(("nord",), False), Term(("stream",), False)]),
        ('"Nord Stream" pipeline', [Term(("nord", "stream"), False), Term(("pipeline",), False)]),
        ("sanction*", [Term(("sanction",), True)]),
        ('"Nord Str"*', [Term(("nord", "str"), True)]),
        ('"no closing', [Term(("no", "closing"), False)]),
        ("U.S.", [Term(("u", "s"), False)]),
        ("Orbán", [Term(("orban",), False)]),
        ("a AND (b", [Term(("a",), False), Term(("and",), False), Term(("b",), False)]),
        ('!!! "" * -', []),
        ("", []),
    ],
)
def test_words_phrases_and_beginnings_are_told_apart(words, terms):
    assert list(terms_of(words)) == terms


TEXT = (
    "Talks in Geneva\n\n"
    "Viktor Orbán met the president on Monday. " + "The weather was fine that day. " * 8 + "Later "
    "Orban called for talks in Geneva.\n\nThe end."
)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("orban", ["Orbán"]),
        ("Orban Geneva", ["Orban", "Geneva"]),
        ('"called for talks"', ["called for talks"]),
        ("weath*", ["weather"] * 2),
        ("absent", []),
    ],
)
def test_the_passage_has_most_of_the_words_and_marks_them(words, marked):
    passage = passage_of(TEXT, terms_of(words))
    assert passage.words == TEXT[passage.start : passage.end]
    found = [passage.words[mark.start : mark.end] for mark in passage.marks]
    assert found[: len(marked)] == marked
    assert bool(found) is bool(marked)
    assert "\n\n" not in passage.words


def test_a_passage_has_whole_words():
    passage = passage_of(TEXT, terms_of("Later"))
    assert 0 < passage.start < passage.end < len(TEXT)
    assert TEXT[passage.start - 1] == " "
    assert not passage.words.endswith(" ")
    assert TEXT[passage.end] in " \n"


def test_hits_count_what_they_stand_for_and_what_is_left():
    passage = passage_of(TEXT, terms_of("Later"))
    hit = Hit("a", "Title", None, date(2021, 5, 20), None, 1, 2, passage)
    hits = Hits(words="later", hits=(hit,), articles=5)
    assert (hits.shown, hits.left) == (3, 2)
    (row,) = hits.rows
    assert (row.article, row.copies, row.words) == ("a", 2, passage.words)
