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
        # refused: unwilling, unable, by a noun, a reason given, nothing at all
        ("Erdogan was reluctant to comment on the arrests.", "Erdogan", "refused"),
        ("Scholz was not prepared to discuss the leak.", "Scholz", "refused"),
        ("Kirby was not at liberty to discuss the case. Kirby left.", "Kirby", "refused"),
        ("The Pentagon was unable to provide any details of the strike.", "Pentagon", "refused"),
        ("Macron's refusal to answer questions angered the unions.", "Macron", "refused"),
        ("The Pentagon, citing security, gave no details of the strike.", "Pentagon", "refused"),
        ("Yellen declined an interview request.", "Yellen", "refused"),
        ("Yellen declined to be interviewed.", "Yellen", "refused"),
        ("Netanyahu declined to go into specifics.", "Netanyahu", "refused"),
        ("Israel has never confirmed or denied the raid.", "Israel", "refused"),
        ("Scholz said he would not comment on the leak.", "Scholz", "refused"),
        ("The Pentagon would not give details of the strike.", "Pentagon", "refused"),
        ("The Pentagon is not saying how many troops were sent.", "Pentagon", "refused"),
        ("The Pentagon withheld the names of the dead.", "Pentagon", "refused"),
        ("Netanyahu was tight-lipped about the raid.", "Netanyahu", "refused"),
        ("Netanyahu kept quiet about the raid.", "Netanyahu", "refused"),
        ("Steve Bannon, who took the Fifth, left the room.", "Bannon", "refused"),
        ("Xi had nothing to say about the balloon.", "Xi", "refused"),
        ("Biden left the room without taking questions.", "Biden", "refused"),
        # deflected: no object, little said, vague
        ("Asked about the strike, Peskov demurred.", "Peskov", "deflected"),
        ("Pressed on the arrests, Erdogan deflected.", "Erdogan", "deflected"),
        ("Blinken would only say that the talks went on.", "Blinken", "deflected"),
        ("Blinken gave the date, saying only that it was near.", "Blinken", "deflected"),
        ('"It depends," Blinken said vaguely.', "Blinken", "deflected"),
        ("Trump was evasive about the wall.", "Trump", "deflected"),
        ("Trump pivoted to talking about the wall.", "Trump", "deflected"),
        ("Blinken referred all requests for comment to the Pentagon.", "Blinken", "deflected"),
        # omitted: with an agent, failing, without
        ("The arrests were not mentioned by Erdogan.", "Erdogan", "omitted"),
        ("No mention of the arrests was made by Erdogan.", "Erdogan", "omitted"),
        ("Erdogan failed to mention the arrests.", "Erdogan", "omitted"),
        ("Erdogan avoided all mention of the arrests.", "Erdogan", "omitted"),
        ('"It is early," Lavrov said without elaborating.', "Lavrov", "omitted"),
        ('"It is early," Lavrov said without further comment.', "Lavrov", "omitted"),
        ("Lavrov did not say in which town they would meet.", "Lavrov", "omitted"),
        # unavailable: not yet, calls and efforts
        ("The Pentagon had no immediate comment.", "Pentagon", "unavailable"),
        ("The Pentagon did not immediately comment on the strike.", "Pentagon", "unavailable"),
        ("When asked about it, Lavrov did not respond.", "Lavrov", "unavailable"),
        ("Lavrov did not respond to questions about the strike.", "Lavrov", "unavailable"),
        ("Lavrov did not return calls and e-mails.", "Lavrov", "unavailable"),
        ("Calls to Lavrov's office were not returned.", "Lavrov", "unavailable"),
        ("Messages left for Lavrov were not answered.", "Lavrov", "unavailable"),
        ("Efforts to reach Lavrov were unsuccessful.", "Lavrov", "unavailable"),
        # in one's own words
        ('"I can\'t discuss the case," Kirby told reporters.', "Kirby", "refused"),
        ('"We have no comment on that," Price said.', "Price", "refused"),
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
        # a deed, a support, an excuse
        "Turkey refused to hand over the suspects.",
        "Iran refused to answer the ultimatum.",
        "Merkel refused to apologise for the remark.",
        "Merkel declined to endorse Laschet.",
        "Erdogan deflected blame for the crash.",
        "Lavrov failed to reach Geneva.",
        "The parliament passed the law without comment.",
        # a source that stays unnamed, ignorance, nobody named
        "The plane landed at noon, said an official who declined to give his name.",
        "Lavrov could not say when the talks would end.",
        "Lavrov was unable to attend the talks.",
        "The price of the gas was not disclosed.",
        # only a condition, only something else
        "Lavrov will lose if he refuses to comment.",
        "Blinken did not say that the talks had failed.",
        "Scholz was quiet on Monday.",
        "The constitution of Iran is vague about women.",
        "Blinken pivoted to trade.",
        "Blinken would only travel by train.",
        "Lavrov did not respond in kind.",
        "Calls to Moscow were answered at once.",
        '"I won\'t say that it was easy," Blinken said.',
        '"We can\'t say that it failed," Blinken said.',
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cavusoglu spoke of the drills. But he declined to give a date.", "Cavusoglu"),
        ("Prayuth came late. He did not elaborate.", "Prayuth"),
    ],
)
def test_a_pronoun_is_of_who_acted_last(silences, text, name):
    ((actor, _, _, _),) = silences(text)
    assert name in actor


def test_a_sentence_may_hold_two_silences(silences):
    text = "Erdogan would not say whether he had agreed, saying only that it was early."
    assert [kind for _, kind, _, _ in silences(text)] == ["refused", "deflected"]


def test_evidence_is_the_sentence_of_the_silence(parsed, cast_of, lexicon):
    parse = parsed("The talks ended early. Lavrov would not say why. He flew home.")
    (silence,) = find_silences(parse, cast_of(parse), (), lexicon.speech)
    assert silence.evidence.words(parse.text) == "Lavrov would not say why."
