"""The language of a text, short or long."""

import pytest

from memcon.models.languages import Languages


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages.load()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister declined to say when the talks would go on.", "en"),
        ("Lavrov met Blinken in Reykjavik.", "en"),
        ("Putin, Biden to meet in Geneva", "en"),
        ("NATO", "en"),
        ("Le ministre a refusé de dire quand les pourparlers reprendraient.", "fr"),
        ("Министр отказался сказать, когда продолжатся переговоры.", "ru"),
        ("Міністр відмовився сказати, коли продовжаться переговори.", "uk"),
        ("رفض الوزير أن يقول متى ستستأنف المحادثات", "ar"),
        ("وزیر از گفتن زمان ادامه گفتگوها خودداری کرد", "fa"),
        ("部长拒绝透露会谈何时继续", "zh"),
        ("長官は協議がいつ続くか言わなかった", "ja"),
        ("", "und"),
        ("20. 5. 2021", "und"),
        ("—", "und"),
    ],
)
def test_the_language_is_told(languages, text, language):
    assert languages.identify(text) == language


def test_a_long_text_costs_no_more_than_its_beginning(languages):
    text = "The minister declined to say when the talks would go on. "
    assert languages.identify(text * 20_000) == "en"
