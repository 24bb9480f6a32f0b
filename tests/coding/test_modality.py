"""Modality: how real grammar says an act is, whoever tells it."""

import pytest

from memcon.coding.modality import Modality

# A sentence, the word that signals the act, and the status that grammar gives to it.
SIGNS = [
    ("Poland sent tanks.", "sent", "actual"),
    ("Poland has sent tanks.", "sent", "actual"),
    ("Poland began sending tanks.", "sending", "actual"),
    ("Poland is sending tanks.", "sending", "ongoing"),
    ("Poland keeps sending tanks.", "sending", "ongoing"),
    ("Poland continued to send tanks.", "send", "ongoing"),
    ("Poland will send tanks.", "send", "planned"),
    ("Poland plans to send tanks.", "send", "planned"),
    ("Poland is going to send tanks.", "send", "planned"),
    ("Poland made a decision to send tanks.", "send", "planned"),
    ("Poland may send tanks.", "send", "possible"),
    ("Poland hopes to send tanks.", "send", "possible"),
    ("Poland is likely to send tanks.", "send", "possible"),
    ("Poland is trying to send tanks.", "send", "possible"),
    ("Poland should send tanks.", "send", "proposed"),
    ("Latvia urged Poland to send tanks.", "send", "proposed"),
    ("Latvia called on Poland to send tanks.", "send", "proposed"),
    ("Latvia called for Poland to send tanks.", "send", "proposed"),
    ("Poland would send tanks if Latvia did.", "send", "conditional"),
    ("Poland will send tanks only if Latvia agrees.", "send", "conditional"),
    ("Unless Latvia objects, Poland will send tanks.", "send", "conditional"),
    ("Poland allegedly sent tanks.", "sent", "alleged"),
    ("Poland was accused of sending tanks.", "sending", "alleged"),
    ("Poland reportedly sent tanks.", "sent", "alleged"),
    ("Poland denied sending tanks.", "sending", "denied"),
    ("Poland denied that it had sent tanks.", "sent", "denied"),
    ("Poland did not send tanks.", "send", "not-happened"),
    ("Poland never sent tanks.", "sent", "not-happened"),
    ("Poland failed to send tanks.", "send", "not-happened"),
    ("Poland refused to send tanks.", "send", "not-happened"),
    ("Poland has no plans to send tanks.", "send", "not-happened"),
]


@pytest.fixture(scope="module")
def status(parsed, lexicon):
    """status(text, word, **options) of the first token so spelt."""

    def status_of(text, word, **options):
        parse = parsed(text)
        token = next(t for t in parse.doc if t.text == word)
        return Modality.of(parse, lexicon.acts).status(token, **options)

    return status_of


@pytest.mark.parametrize(("text", "word", "expected"), SIGNS)
def test_grammar_says_how_real_an_act_is(status, text, word, expected):
    assert status(text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lavrov will fly to Oslo for talks with Solberg.", "planned"),
        ("Lavrov spoke ahead of talks with Solberg.", "planned"),
        ("Lavrov spoke after talks with Solberg.", "actual"),
    ],
)
def test_a_gathering_that_somebody_goes_to_lies_ahead_as_the_going_does(status, text, expected):
    assert status(text, "talks", is_gathering=True) == expected


def test_a_noun_beside_a_light_verb_says_how_real_it_is(status, parsed, lexicon):
    parse = parsed("Lavrov and Blinken discussed a possible summit.")
    verb, noun = parse.doc[3], parse.doc[6]
    modality = Modality.of(parse, lexicon.acts)
    assert modality.status(verb) == "actual"
    assert modality.status(verb, noun) == "possible"


def test_what_is_done_to_an_end_does_not_make_the_end_real(parsed, lexicon):
    parse = parsed("Chad sent troops to retake the town.")
    modality = Modality.of(parse, lexicon.acts)
    assert modality.is_aim(parse.doc[4])
    assert not modality.is_aim(parse.doc[1])


def test_a_modifier_tells_an_act_as_known(parsed, lexicon):
    parse = parsed("Two Marines imprisoned in Russia wrote home.")
    assert Modality.of(parse, lexicon.acts).is_presupposed(parse.doc[2])
