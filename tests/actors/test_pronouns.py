"""Whom pronouns and words for two stand for."""

import pytest

PRONOUNS = [
    ("Ahmed Rashid said he would resign.", "he", ["Ahmed Rashid"]),
    ("Ahmed Rashid arrived on Monday. He met reporters.", "He", ["Ahmed Rashid"]),
    ("Rosa Lind arrived. Ahmed Rashid met her.", "her", ["Rosa Lind"]),
    ("Ahmed Rashid praised Rosa Lind. She smiled.", "She", ["Rosa Lind"]),
    (
        "The talks helped, spokesman Ivan Gromov said.\n\n"
        "Speaking to reporters, he praised the hosts.",
        "he",
        ["Ivan Gromov"],
    ),
    ("A Turkish official said he knew nothing.", "he", ["Turkish official"]),
    ("Iran said it would respond.", "it", ["Iran"]),
    ("The ministry called the exercise its own.", "its", ["ministry"]),
    (
        "Ahmed Rashid and Rosa Lind said they would meet again.",
        "they",
        ["Ahmed Rashid", "Rosa Lind"],
    ),
    ("The protesters said they would stay.", "they", ["protesters"]),
    (
        "Ahmed Rashid met Rosa Lind in Rome, and both were pleased.",
        "both",
        ["Ahmed Rashid", "Rosa Lind"],
    ),
    (
        "Ahmed Rashid called Rosa Lind. The two agreed to meet.",
        "two",
        ["Ahmed Rashid", "Rosa Lind"],
    ),
]


@pytest.mark.parametrize(("text", "word", "names"), PRONOUNS)
def test_a_pronoun_stands_for_whom_it_means(staged, text, word, names):
    assert list(staged(text).at(word)) == names


SILENT = [
    ("It rained. Iran said so.", "It"),
    ("It is clear that Iran objects.", "It"),
    ('"He will fall," Ahmed Rashid said.', "He"),
    ("Ahmed Rashid and Karl Berg met. In the evening he left.", "he"),
    ("Rosa Lind spoke. He left.", "He"),
]


@pytest.mark.parametrize(("text", "word"), SILENT)
def test_a_pronoun_that_is_not_plain_stands_for_nobody(staged, text, word):
    assert staged(text).at(word) == ()


GROUPS = [
    (
        "Iran and Iraq signed the pact. The two countries will trade.",
        "countries",
        ["Iran", "Iraq"],
    ),
    (
        "U.S. President Joe Biden called Russian President Vladimir Putin. "
        "The leaders of the United States and Russia agreed to meet.",
        "leaders",
        ["Joe Biden", "Vladimir Putin"],
    ),
    (
        "The top U.S. and Russian diplomats met. Antony Blinken and Sergei Lavrov smiled.",
        "diplomats",
        ["Antony Blinken", "Sergei Lavrov"],
    ),
    (
        "Russian Foreign Minister Sergei Lavrov praised Iran. He said his country was ready. "
        "Russia would sign.",
        "country",
        ["Russia"],
    ),
    (
        "U.S. adviser Ann Rook met Russian official Ivan Gromov. The two sides called it useful. "
        "Russia and the United States have differed.",
        "sides",
        ["Russia", "United States"],
    ),
    (
        "The ambassadors, Ann Rook and Ivan Gromov, met. The two smiled.",
        "two",
        ["Ann Rook", "Ivan Gromov"],
    ),
    ("Kenya froze the accounts. The country's banks objected.", "country", ["Kenya"]),
]


@pytest.mark.parametrize(("text", "word", "names"), GROUPS)
def test_a_noun_stands_for_actors_named_elsewhere(staged, text, word, names):
    assert sorted(staged(text).at(word)) == sorted(names)


def test_sides_that_could_be_anybodys_are_nobodys(staged):
    stage = staged(
        "Saudi Arabia and the United States suspended the talks with Sudan. Egypt, Chad and Mali agreed. "
        "The talks resume if both sides wish it."
    )
    assert stage.at("sides") == ()
