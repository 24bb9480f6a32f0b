"""Which words a statement has."""

import pytest

from memcon.story.hits import terms_of
from memcon.story.quotes import is_about


@pytest.mark.parametrize(
    ("said", "about", "holds"),
    [
        (["that Széchenyi would pay"], "szechenyi pay", True),
        (["frank", "and substantive"], "frank substantive", True),
        (["frank", "and substantive"], '"frank and"', False),
        (["the sanctions"], "sanction", False),
        (["the sanctions"], "sanction*", True),
        (["the sanctions"], "the sanctions gas", False),
        ([], "gas", False),
    ],
)
def test_all_terms_stand_in_what_was_said(said, about, holds):
    assert is_about(said, terms_of(about)) == holds


def test_a_phrase_does_not_go_on_from_one_piece_to_the_next():
    """Between the two something else was said, perhaps by somebody else."""
    assert not is_about(["no", "talks"], terms_of('"no talks"'))
