"""A marked pair as the typer reads it."""

import pytest

from memcon.models.marks import LONGEST, mark_pair
from memcon.models.models import Models


def signs(sentence: str, models: Models) -> tuple[str, str]:
    """The pieces at the places of the two marks."""
    tokenizer = models.typer.vectors.tokenizer
    pair = mark_pair(sentence, tokenizer)
    return tuple(tokenizer.id_to_token(pair.numbers[n]) for n in (pair.source, pair.target))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("<s>Chad</s> thanked <t>Togo</t>.", ("▁[", "▁{")),
        ("<t>Togo</t> was thanked by <s>Chad</s>.", ("▁[", "▁{")),
        ("<s>Chad</s> gave thanks.", ("▁[", "<s>")),
        ("Chad gave thanks.", ("<s>", "<s>")),
    ],
)
def test_the_places_are_those_of_the_marks(sentence: str, expected: tuple, models: Models):
    assert signs(sentence, models) == expected


def test_a_long_sentence_is_cut_around_its_marks(models: Models):
    sentence = f"{'It rained. ' * 80}<s>Chad</s> thanked <t>Togo</t>.{' It rained.' * 80}"
    pair = mark_pair(sentence, models.typer.vectors.tokenizer)
    assert len(pair.numbers) == LONGEST
    assert signs(sentence, models) == ("▁[", "▁{")
