"""Explanation: headings, phrases and passages as plain words, with signals set off."""

import pytest

from geneva import GENEVA, at
from memcon.brief.explanation import Phrase, Run, heading, passages, phrases
from memcon.brief.references import References
from memcon.record.idents import finding


@pytest.fixture
def references(countries):
    return References.of(GENEVA, countries)


@pytest.mark.parametrize(
    ("ident", "words"),
    [
        ("e2", "CONSULT meet, actual: Antony Blinken, Sergei Lavrov"),
        ("e3", "REQUEST, actual: Antony Blinken → Russia"),
        ("s4", "indirect statement: Sergei Lavrov"),
        ("pos1", "demands: Antony Blinken, on prisoners"),
        ("sil2", "omitted: Russian Foreign Ministry, on prisoners"),
        ("n1", "call, considered: Joe Biden, Vladimir Putin"),
    ],
)
def test_a_heading_says_what_was_found(references, ident, words):
    assert heading(references, finding(GENEVA, ident)) == words


def test_the_words_that_a_record_tells_apart_are_named():
    assert phrases(GENEVA.article.text, finding(GENEVA, "s4")) == (
        Phrase("Speaker", "Lavrov"),
        Phrase("Cue", "said"),
        Phrase("Content", "that Moscow had no plans to attack Ukraine"),
    )


@pytest.mark.parametrize(
    ("signals", "runs"),
    [
        ((), ["**met**"]),
        ((at("in Geneva", after="Lavrov in"),), ["**met**", "**in Geneva**"]),
        # Of words that cross, those that begin first are marked.
        ((at("met Russian"),), ["**met Russian**"]),
        # What stands outside the passage marks nothing in it.
        ((at("massed"),), ["**met**"]),
    ],
)
def test_signals_are_set_off(references, signals, runs):
    (passage,) = passages(references, finding(GENEVA, "e2"), signals)
    assert [f"**{run.words}**" for run in passage if run.is_signal] == runs
    assert "".join(run.words for run in passage) == (
        "U.S. Secretary of State Antony Blinken met Russian Foreign Minister Sergei "
        "Lavrov in Geneva on January 21"
    )


def test_a_signal_at_the_head_of_a_passage_leaves_no_empty_run(references):
    (passage,) = passages(references, finding(GENEVA, "e2"), (at("U.S. Secretary"),))
    assert passage[0] == Run("U.S. Secretary", is_signal=True)
