"""A finding is told in a line as the memo tells it."""

import pytest

from geneva import GENEVA
from memcon.brief.finding import line_of
from memcon.brief.references import References
from memcon.codes.countries import Countries
from memcon.record.idents import named

REFERENCES = References.of(GENEVA, Countries.load())


def told(ident):
    return line_of(REFERENCES, named(GENEVA)[ident])


@pytest.mark.parametrize(
    ("ident", "words"),
    [
        ("e3", "Antony Blinken asked Russia, according to Ned Price: “Blinken pressed Russia"),
        ("s4", "Sergei Lavrov, Foreign Minister, Russia: Moscow had no plans"),
        ("pos1", "Antony Blinken demands prisoners: “Blinken pressed"),
        ("sil1", "Sergei Lavrov would not speak of what Moscow would do"),
        ("n1", "of Joe Biden and Vladimir Putin"),
    ],
)
def test_each_kind_has_its_line(ident, words):
    assert words in told(ident).words


@pytest.mark.parametrize("ident", named(GENEVA))
def test_each_line_rests_on_words_of_the_article(ident):
    assert all(span.words(GENEVA.article.text).strip() for span in told(ident).evidence)
    assert told(ident).evidence


def test_what_is_more_likely_wrong_is_marked():
    assert told("e6").marks == ("uncertain",)
