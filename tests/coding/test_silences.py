"""Silences: who was silent and how, by sentence; and what is none."""

import pytest

from memcon.coding.silences import find_silences
from memcon.record.findings import Issue
from memcon.record.span import Span


@pytest.fixture(scope="session")
def silences(parsed, cast_of, lexicon):
    """silences(text, *issues) -> [(actor, kind, what it is about, who asked)]; an issue is its words."""

    def find(text, *issues):
        parse = parsed(text)
        cast = cast_of(parse)
        named = {actor.id: actor.name for actor in cast.actors}
        known = tuple(
            Issue(id=f"i{n}", name=words, context=None, mentions=(span(parse.text, words),))
            for n, words in enumerate(issues, start=1)
        )
        about = {issue.id: issue.name for issue in known}
        return [
            (named[s.actor], s.kind, about.get(s.about or ""), named.get(s.asked_by or ""))
            for s in find_silences(parse, cast, known, lexicon.speech)
        ]

    return find


def span(text, words):
    start = text.index(words)
    return Span(start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("Lavrov declined to discuss the pipeline.", "Lavrov", "refused"),
        ("Lavrov refused to say whether troops would leave.", "Lavrov", "refused"),
        ("Lavrov declined comment on the pipeline.", "Lavrov", "refused"),
        ("Lavrov would not be drawn on the pipeline.", "Lavrov", "refused"),
        ("Lavrov refused to give details of the talks.", "Lavrov", "refused"),
        ("The Pentagon would not say how many troops were there.", "Pentagon", "refused"),
        ("The Pentagon would neither confirm nor deny the strike.", "Pentagon", "refused"),
        ("The Kremlin has refused to comment on the report.", "Kremlin", "refused"),
        ("Peskov had no comment on the strike.", "Peskov", "refused"),
        ('"No comment," Peskov said when asked about the strike.', "Peskov", "refused"),
        ('Asked about the strike, Peskov replied: "No comment."', "Peskov", "refused"),
        ("Blinken refrained from naming the country.", "Blinken", "refused"),
        ("Biden did not take questions.", "Biden", "refused"),
        ("Erdogan remained silent on the arrests.", "Erdogan", "refused"),
        ("Peskov sidestepped questions about the strike.", "Peskov", "deflected"),
        ("Peskov dodged a question on the strike.", "Peskov", "deflected"),
        ("Peskov did not answer directly when asked about the strike.", "Peskov", "deflected"),
        ("Peskov avoided answering questions about the strike.", "Peskov", "deflected"),
        ("Blinken brushed aside a question about the strike.", "Blinken", "deflected"),
        ("Erdogan, asked about the arrests, instead spoke of the economy.", "Erdogan", "deflected"),
        ("The Kremlin did not mention the drills.", "Kremlin", "omitted"),
        ("The Kremlin made no mention of the drills in its statement.", "Kremlin", "omitted"),
        ("China's statement left out the drills.", "China", "omitted"),
        ("Putin spoke for an hour without mentioning the drills.", "Putin", "omitted"),
        ("The Pentagon gave no details of the strike.", "Pentagon", "omitted"),
        ("Cavusoglu did not say when the drills would end.", "Cavusoglu", "omitted"),
        ("Erdogan said nothing about the arrests.", "Erdogan", "omitted"),
        (
            "Lavrov said the talks were useful. The speech did not mention the drills.",
            "Lavrov",
            "omitted",
        ),
        (
            "Three places were free, Lavrov said, without naming them.",
            "Lavrov",
            "omitted",
        ),
        (
            "Asked about the arrests, Erdogan would say only that it was early.",
            "Erdogan",
            "deflected",
        ),
        ("Blinken referred reporters to the Pentagon.", "Blinken", "deflected"),
        ("Asked about the arrests, Erdogan changed the subject.", "Erdogan", "deflected"),
        ("Biden would not be pressed on what he would do.", "Biden", "refused"),
        ("The Pentagon neither confirmed nor denied the report.", "Pentagon", "refused"),
        ("The Pentagon did not reply to e-mailed questions.", "Pentagon", "unavailable"),
        # in one's own words
        ('"I won\'t comment on that," Blinken told reporters.', "Blinken", "refused"),
        ('Peskov said: "I refuse to comment on rumours."', "Peskov", "refused"),
        ('"We are not going to get into that," Blinken said.', "Blinken", "refused"),
        ('"I have nothing to add," Blinken said.', "Blinken", "deflected"),
        ('"I would refer you to the Pentagon," Price said.', "Price", "deflected"),
        ("Lavrov could not be reached for comment.", "Lavrov", "unavailable"),
        ("The Pentagon did not respond to a request for comment.", "Pentagon", "unavailable"),
        ("The Pentagon was not immediately available for comment.", "Pentagon", "unavailable"),
        ("There was no immediate comment from Tehran.", "Tehran", "unavailable"),
    ],
)
def test_a_silence_names_who_was_silent_and_how(silences, text, actor, kind):
    ((name, found, _, _),) = silences(text)
    assert actor in name
    assert found == kind


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov declined an invitation to the summit.",
        "Turkey refused to recognize the vote.",
        "Turkey would not say no to talks.",
        "Japan refused to give food aid to North Korea.",
        "The official declined to be named.",
        "Lavrov said Moscow would not discuss its borders.",
        "Lavrov may refuse to comment.",
        "Lavrov did not refuse to answer.",
        "Lavrov did not attend the meeting.",
        "Lavrov had no doubt about the outcome.",
        "The Kremlin said it had no information about the plane.",
        'Peskov said: "They refuse to comment on rumours."',
        '"We are not going to leave," Blinken said.',
        '"I have no doubt about it," Blinken said.',
        "Lavrov referred to the treaty.",
        "The Taliban evaded the police for a month.",
        "Blinken dodged a bullet.",
        "Oil prices declined to a new low.",
        "Blinken was left out of the talks.",
        "Blinken answered every question.",
        "Russia has not responded to the attack.",
    ],
)
def test_what_only_sounds_like_a_silence_is_none(silences, text):
    assert silences(text) == []


@pytest.mark.parametrize(
    ("text", "issues", "about"),
    [
        ("Lavrov declined to discuss the pipeline.", ["the pipeline"], "the pipeline"),
        (
            "Asked about the arrests, Erdogan declined to comment.",
            ["the arrests"],
            "the arrests",
        ),
        (
            "The Kremlin did not mention the drills in its statement on the summit.",
            ["the summit", "the drills"],
            "the drills",
        ),
        ("Lavrov declined to discuss the pipeline. The summit is near.", ["The summit"], None),
        ("Lavrov declined to comment.", [], None),
    ],
)
def test_a_silence_is_about_the_issue_of_its_clause(silences, text, issues, about):
    ((_, _, found, _),) = silences(text, *issues)
    assert found == about


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("Asked by Reuters about the arrests, Erdogan declined to comment.", "Reuters"),
        ("The Pentagon did not respond to a request for comment from Reuters.", "Reuters"),
        ("Erdogan declined to comment on the arrests.", None),
    ],
)
def test_a_silence_names_who_asked(silences, text, asker):
    ((_, _, _, found),) = silences(text)
    assert found == asker


def test_evidence_is_the_sentence_of_the_silence(parsed, cast_of, lexicon):
    parse = parsed("The talks ended early. Lavrov would not say why. He flew home.")
    (silence,) = find_silences(parse, cast_of(parse), (), lexicon.speech)
    assert silence.evidence.words(parse.text) == "Lavrov would not say why."
