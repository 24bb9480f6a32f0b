"""Types of marked pairs, with and without a rule's hint."""

import pytest

from memcon.coding.pairs import find_hint, type_pairs
from memcon.models.models import Models

PAIRS = [
    ("<s>Portugal</s> condemned <t>Angola</t> over the trial.", "ACCUSE"),
    ("<s>Kenyan police</s> arrested <t>four smugglers</t> in Lamu.", "COERCE"),
    ("<s>Rebels</s> shelled <t>the harbour of Hodeidah</t> overnight.", "ASSAULT"),
    ("<s>Oman</s> sent tents and doctors to <t>Yemen</t>.", "AID"),
    ("<s>Thousands of students</s> marched against <t>the Greek government</t>.", "PROTEST"),
    ("<s>Полиция</s> арестовала <t>троих журналистов</t> в Минске.", "COERCE"),
]


def test_each_pair_has_its_type(models: Models):
    found = type_pairs([sentence for sentence, _ in PAIRS], models)
    assert found == tuple(label for _, label in PAIRS)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("<s>Portugal</s> condemned <t>Angola</t> over the trial.", ("ACCUSE", "both")),
        ("Portugal condemned <t>Angola</t> over the trial.", ("ACCUSE", "one")),
        ("<s>Angola</s> has a coast, and <t>Zambia</t> has none.", None),
        ("<s>Россия</s> осудила <t>Грузию</t>.", None),
    ],
)
def test_a_hint_is_what_the_rules_read_of_the_pair(sentence: str, expected, models: Models):
    assert find_hint(sentence, models) == expected


def test_no_sentences_have_no_types(models: Models):
    assert type_pairs([], models) == ()
