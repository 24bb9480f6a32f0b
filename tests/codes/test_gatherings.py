"""Gatherings and ranks."""

from pathlib import Path

import pytest

from memcon.codes.gatherings import gathering_kind, rank_of
from memcon.codes.tables import rows
from memcon.lexicon.lexicon import Lexicon

DOCS = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize(
    ("what", "kind", "rank"),
    [
        ("summit", "meeting", "leaders"),
        ("NATO summit", "meeting", "leaders"),
        ("Ceasefire talks", "meeting", None),
        ("state visit", "visit", None),
        ("audition", "audition", None),
    ],
)
def test_the_last_word_tells_what_it_is(what, kind, rank):
    gathering = gathering_kind(what)
    assert (gathering.kind, gathering.rank) == (kind, rank)
    assert gathering.dormant > gathering.grace > 0


def test_whatever_the_reader_calls_a_gathering_is_in_the_table(lexicon: Lexicon):
    affairs = lexicon.affairs
    named = {*affairs.gatherings.values(), *affairs.gathering_verbs.values()}
    assert named <= {row["what"] for row in rows("gatherings")}


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("President", "leaders"),
        ("prime minister", "leaders"),
        ("the Chancellor", "leaders"),
        ("foreign minister", "ministers"),
        ("Minister of Foreign Affairs", "ministers"),
        ("Secretary of State", "ministers"),
        ("National Security Advisor", "envoys"),
        ("Secretary of the Security Council", "envoys"),
        ("Ambassador to the United Nations", "envoys"),
        ("spokesman", None),
        ("Vice President", None),
        ("deputy foreign minister", None),
        ("finance minister", "ministers"),
    ],
)
def test_a_title_tells_whose_meeting_it_is(title, rank):
    assert rank_of(title) == rank


def test_the_reference_says_how_long_each_is_waited_for():
    told = (DOCS / "prospects.md").read_text("utf-8")
    for row in rows("gatherings"):
        assert f"| {row['what']} | {row['kind']} | {row['dormant']} | {row['grace']} |" in told
