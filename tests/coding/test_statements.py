"""Statements: speaker, cue, content and form by sentence; medium, venue and time; and what is none."""

import pytest

from memcon.coding.statements import find_statements
from memcon.coding.times import find_times


@pytest.fixture(scope="session")
def said(parsed, cast_of, lexicon):
    """said(text) -> [(words that name the speaker, cue, content joined by " / ", form)]."""

    def find(text, **fields):
        parse = parsed(text, **fields)
        found = find_statements(parse, cast_of(parse), (), lexicon.speech)
        return [
            (
                None if s.speaker_span is None else s.speaker_span.words(parse.text),
                None if s.cue is None else s.cue.words(parse.text),
                " / ".join(span.words(parse.text) for span in s.content),
                s.form,
            )
            for s in found
        ]

    return find


@pytest.fixture(scope="session")
def told(parsed, cast_of, lexicon):
    """told(text) -> [(names of the speakers, name of the medium, venue, value of the time)]."""

    def find(text):
        parse = parsed(text)
        cast = cast_of(parse)
        times = find_times(parse, lexicon.times)
        name = {actor.id: actor.name for actor in cast.actors}
        value = {time.id: time.value for time in times}
        return [
            (
                tuple(name[a] for a in s.speakers),
                name.get(s.via or ""),
                s.venue,
                value.get(s.time or ""),
            )
            for s in find_statements(parse, cast, times, lexicon.speech)
        ]

    return find


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "form"),
    [
        # the clause behind, before and around the cue
        (
            "Blinken said the sanctions would stay.",
            *("Blinken", "said", "the sanctions would stay", "indirect"),
        ),
        (
            "The sanctions would stay, Blinken said.",
            *("Blinken", "said", "The sanctions would stay", "indirect"),
        ),
        (
            "The sanctions, Blinken said, would stay.",
            *("Blinken", "said", "The sanctions / would stay", "indirect"),
        ),
        (
            "The sanctions will stay, said Annalena Baerbock, the German foreign minister.",
            *("Annalena Baerbock, the German foreign minister", "said"),
            *("The sanctions will stay", "indirect"),
        ),
        (
            "Lavrov told reporters in Moscow that the sanctions had failed.",
            *("Lavrov", "told", "that the sanctions had failed", "indirect"),
        ),
        (
            "Macron also said that talks had begun.",
            *("Macron", "also said", "that talks had begun", "indirect"),
        ),
        (
            "The Kremlin has said the plane was safe.",
            *("The Kremlin", "has said", "the plane was safe", "indirect"),
        ),
        (
            "As Macron noted, the talks have only begun.",
            *("Macron", "noted", "the talks have only begun", "indirect"),
        ),
        (
            "Guterres made it clear that there was no military solution.",
            *("Guterres", "made it clear", "that there was no military solution", "indirect"),
        ),
        (
            "According to the foreign ministry, the sanctions will stay.",
            *("the foreign ministry", "According to", "the sanctions will stay", "indirect"),
        ),
        (
            "The sanctions will stay, according to a German official.",
            *("a German official", "according to", "The sanctions will stay", "indirect"),
        ),
        (
            "Lavrov was quoted as saying that the drills would go on.",
            *("Lavrov", "saying", "that the drills would go on", "indirect"),
        ),
        (
            "The report said that 40 people had died.",
            *("The report", "said", "that 40 people had died", "indirect"),
        ),
        # quotations
        ('"We want peace," Macron said.', "Macron", "said", '"We want peace,"', "direct"),
        ('Macron said: "We want peace."', "Macron", "said", '"We want peace."', "direct"),
        ("“We want peace,” Macron said.", "Macron", "said", "“We want peace,”", "direct"),
        (
            "''We want peace,'' Macron said.",
            *("Macron", "said", "''We want peace,''", "direct"),
        ),
        (
            '"Our aim," Macron said, "is peace."',
            *("Macron", "said", '"Our aim," / "is peace."', "direct"),
        ),
        (
            '"We want peace," said Macron. "We have no other aim. Nobody should doubt it."',
            *("Macron", "said"),
            '"We want peace," / "We have no other aim. Nobody should doubt it."',
            "direct",
        ),
        (
            '"The talks are over. We shall not return," Lavrov told reporters.',
            *("Lavrov", "told", '"The talks are over. We shall not return,"', "direct"),
        ),
        ('"Is this the end?" Macron asked.', "Macron", "asked", '"Is this the end?"', "direct"),
        (
            '"Why now?" asked Macron, who had flown in from Paris.',
            *("Macron", "asked", '"Why now?"', "direct"),
        ),
        (
            'Erdogan tweeted: "We will never accept this vote."',
            *("Erdogan", "tweeted", '"We will never accept this vote."', "direct"),
        ),
        ('Macron: "We want peace."', "Macron", ":", '"We want peace."', "direct"),
        (
            'China\'s position was clear: "There is only one China."',
            *("China's", "position was", '"There is only one China."', "direct"),
        ),
        (
            '"We came close," said a diplomat who was in the room.',
            *("a diplomat who was in the room", "said", '"We came close,"', "direct"),
        ),
        # some of the content is quoted
        (
            'Lavrov said the draft was "unacceptable" to Moscow.',
            *("Lavrov", "said", 'the draft was "unacceptable" to Moscow', "mixed"),
        ),
        (
            'Lavrov said both sides "must work together," and that Moscow was "ready for it."',
            *("Lavrov", "said"),
            'both sides "must work together," and that Moscow was "ready for it."',
            "mixed",
        ),
        (
            'Lavrov said that the answer was simple: "We shall wait and see."',
            *("Lavrov", "said", 'that the answer was simple: "We shall wait and see."', "mixed"),
        ),
        (
            'Blinken called the raid "an attack on us all."',
            *("Blinken", "called", 'the raid "an attack on us all."', "mixed"),
        ),
        (
            'Macron said the deal was close. "We are nearly there," he said.',
            *("Macron", "said", "the deal was close", "indirect"),
        ),
        # what is said is no clause
        (
            "Blinken described the talks as frank and useful.",
            *("Blinken", "described", "the talks as frank and useful", "indirect"),
        ),
        (
            "Lavrov dismissed the report as groundless.",
            *("Lavrov", "dismissed", "the report as groundless", "indirect"),
        ),
        (
            "Blinken warned of a new arms race.",
            *("Blinken", "warned of", "a new arms race", "indirect"),
        ),
        (
            "Blinken accused Moscow of breaking the treaty.",
            *("Blinken", "accused", "Moscow of breaking the treaty", "indirect"),
        ),
        (
            "Blinken urged Moscow to withdraw its troops.",
            *("Blinken", "urged", "Moscow to withdraw its troops", "indirect"),
        ),
        (
            "Blinken called on both sides to show restraint.",
            *("Blinken", "called", "both sides to show restraint", "indirect"),
        ),
        (
            "Guterres called for an immediate ceasefire.",
            *("Guterres", "called for", "an immediate ceasefire", "indirect"),
        ),
        (
            "Blinken raised concerns about the troops near the border.",
            *("Blinken", "raised", "concerns about the troops near the border", "indirect"),
        ),
        (
            "Erdogan vowed to block the bid.",
            *("Erdogan", "vowed", "to block the bid", "indirect"),
        ),
        (
            "Lavrov denied sending weapons.",
            *("Lavrov", "denied", "sending weapons", "indirect"),
        ),
        (
            "Macron praised the mediators for their patience.",
            *("Macron", "praised", "the mediators for their patience", "indirect"),
        ),
        (
            "Macron hailed the agreement to free the prisoners.",
            *("Macron", "hailed", "the agreement to free the prisoners", "indirect"),
        ),
        (
            "Macron reiterated his support for Ukraine.",
            *("Macron", "reiterated", "his support for Ukraine", "indirect"),
        ),
        (
            "The foreign ministry announced the expulsion of ten diplomats.",
            *("The foreign ministry", "announced", "the expulsion of ten diplomats", "indirect"),
        ),
        (
            "Macron's claim that the deal was dead was rejected in Tehran.",
            *("Macron's", "claim", "that the deal was dead", "indirect"),
        ),
        (
            'Lavrov told reporters that he was ready to talk "but not for long."',
            *("Lavrov", "told", 'that he was ready to talk "but not for long."', "mixed"),
        ),
        (
            "Chancellor Angela Merkel had said before the talks that she welcomed any channel.",
            *("Chancellor Angela Merkel", "had said", "that she welcomed any channel", "indirect"),
        ),
        (
            'The sanctions, Blinken said on Monday, would stay, and there was "no way round them."',
            *("Blinken", "said"),
            'The sanctions / would stay, and there was "no way round them."',
            "mixed",
        ),
        (
            "Erdogan would say only that it was early.",
            *("Erdogan", "would say only", "that it was early", "indirect"),
        ),
        # what is believed, hoped or asked
        (
            "Turkey hopes to join the talks.",
            *("Turkey", "hopes", "to join the talks", "indirect"),
        ),
        (
            "Turkey believes the deal can be saved.",
            *("Turkey", "believes", "the deal can be saved", "indirect"),
        ),
        (
            "Blinken was concerned about the troops along the border.",
            *("Blinken", "was concerned about", "the troops along the border", "indirect"),
        ),
        (
            "Macron does not believe the deal can be saved.",
            *("Macron", "does not believe", "the deal can be saved", "indirect"),
        ),
    ],
)
def test_a_statement_has_speaker_cue_content_and_form(said, text, speaker, cue, content, form):
    assert said(text)[0] == (speaker, cue, content, form)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Macron said talks had begun, adding that patience was needed.",
            [("Macron", "talks had begun"), ("Macron", "that patience was needed")],
        ),
        (
            "Macron hailed the accord, saying it would save lives.",
            [("Macron", "the accord"), ("Macron", "it would save lives")],
        ),
        (
            "Peskov noted the progress made in Geneva but said much remained to be done.",
            [("Peskov", "the progress made in Geneva"), ("Peskov", "much remained to be done")],
        ),
        (
            "The two ministers met, with both stressing that talks must go on.",
            [("both", "that talks must go on")],
        ),
        (
            "Asked whether the deal was dead, Erdogan said it was too early to tell.",
            [(None, "whether the deal was dead"), ("Erdogan", "it was too early to tell")],
        ),
        (
            "The minister, who said he was tired, left early.",
            [("who", "he was tired")],
        ),
        # what a speaker tells of another's words is the speaker's
        (
            "Price said Blinken told Lavrov that the prisoners must be freed.",
            [("Price", "Blinken told Lavrov that the prisoners must be freed")],
        ),
        # words without a cue or quotation marks are the article's own
        (
            "Macron said the deal was close. The talks began in April.",
            [("Macron", "the deal was close")],
        ),
        (
            'Macron said the deal was close. "We are nearly there," he said.',
            [("Macron", "the deal was close"), ("he", '"We are nearly there,"')],
        ),
        (
            'Lavrov spoke first. "We are ready," he said. Blinken spoke next. "So are we," he said.',
            [("he", '"We are ready,"'), ("he", '"So are we,"')],
        ),
        # an indirect statement goes on in quotation marks
        (
            'Macron said the deal was close. "We are nearly there."',
            [("Macron", 'the deal was close / "We are nearly there."')],
        ),
        # a sentence that ends in quotation marks goes on with what was said
        (
            'Macron said the deal was close. Iran had "shown some good will."',
            [("Macron", 'the deal was close / Iran had "shown some good will."')],
        ),
        # a verb that goes on with the saying, not with what was said
        (
            "Lavrov said he would wait and blamed the West for the delay.",
            [("Lavrov", "he would wait"), ("Lavrov", "the West for the delay")],
        ),
        # a transcript
        (
            "MS. PSAKI: We are still weeks away.\n\nQ Will they meet?\n\nMS. PSAKI: I think so.",
            [("MS. PSAKI", "We are still weeks away"), ("MS. PSAKI", "I think so")],
        ),
        # a quotation goes on in the next paragraph
        (
            '"We are nearly there," Macron said. "It was hard.\n\n"But we shall sign in May."',
            [("Macron", '"We are nearly there," / "It was hard. / "But we shall sign in May."')],
        ),
        (
            '"We are nearly there," Macron said.\n\n"We shall sign in May."\n\nThe talks go on.',
            [("Macron", '"We are nearly there," / "We shall sign in May."')],
        ),
    ],
)
def test_statements_follow_each_other(said, text, expected):
    assert [(speaker, content) for speaker, _, content, _ in said(text)] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kremlin Says Talks With U.S. Were Useful", ("Kremlin", "Talks With U.S. Were Useful")),
        ("Lavrov: Talks With Blinken Were Useful", ("Lavrov", "Talks With Blinken Were Useful")),
        ("Erdogan Vows to Block the Bid", ("Erdogan", "to Block the Bid")),
    ],
)
def test_a_headline_speaks_too(said, title, expected):
    body = "The talks were useful. He vows, says and blocks. The bid was lost."
    found = said(body, title=title)
    assert (found[0][0], found[0][2]) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace plan" was published on Monday.',
        'The film "War and Peace" was shown in Moscow.',
        'The "special operation" has entered its third month.',
        "Erdogan may say more on Friday.",
        "Erdogan will announce his decision on Friday.",
        "Erdogan did not say when the talks would resume.",
        "Did Erdogan say that the talks were over?",
        "Lavrov declined to say whether the talks were over.",
        "It is hard to imagine that the talks will fail.",
        "The talks ended on Friday.",
        "Blinken met Lavrov in Reykjavik.",
        "Troops called up in March were sent home.",
        "Analysis: What the summit means",
        "You know that the talks have failed.",
    ],
)
def test_what_only_sounds_like_speech_is_no_statement(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Lavrov said the drills would go on, Interfax reported.", "Lavrov", "Interfax"),
        ("Interfax reported that Lavrov said the drills would go on.", "Lavrov", "Interfax"),
        ("The drills would go on, Lavrov said, according to TASS.", "Lavrov", "TASS"),
        (
            "Lavrov was quoted by Interfax as saying that the drills would go on.",
            *("Lavrov", "Interfax"),
        ),
        ("Interfax quoted Lavrov as saying that the drills would go on.", "Lavrov", "Interfax"),
        (
            "The drills will go on, Interfax reported, citing the foreign ministry.",
            *("oreign ministry", "Interfax"),
        ),
        (
            "Interfax, citing the foreign ministry, reported that the drills would go on.",
            *("oreign ministry", "Interfax"),
        ),
        (
            "The plane, The New York Times reported, citing two officials, was hit by a missile.",
            *("officials", "New York Times"),
        ),
        ("Interfax reported that the drills had ended.", "Interfax", None),
        ("Lavrov said the drills would go on.", "Lavrov", None),
    ],
)
def test_a_medium_passes_on_what_another_says(told, text, speaker, via):
    ((speakers, medium, _, _),) = told(text)
    assert [speaker in name for name in speakers] == [True]
    assert (medium or "") == "" if via is None else via in medium


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (
            "Speaking to reporters on a conference call, Peskov said it was early.",
            "conference call",
        ),
        ("Peskov said in an interview with Reuters that it was early.", "interview with Reuters"),
        ("In a statement, the Kremlin said it was early.", "statement"),
        ("The Kremlin said in a joint statement that it was early.", "joint statement"),
        (
            "Blinken told a news conference in Berlin on Monday that it was early.",
            "news conference in Berlin",
        ),
        ("Guterres told Al Jazeera that the famine was near.", "Al Jazeera"),
        ("Erdogan told reporters that it was early.", None),
        ("Erdogan said it was early.", None),
    ],
)
def test_the_venue_is_where_or_in_what_it_was_said(told, text, venue):
    ((_, _, found, _),) = told(text)
    assert found == venue


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Peskov said on May 18 that the summit would be held in June.", "2021-05-18"),
        ("Kremlin spokesman Dmitry Peskov on May 18 said the summit was near.", "2021-05-18"),
        ("Peskov said the summit would be held on June 16.", None),
    ],
)
def test_the_time_is_when_it_was_said(told, text, value):
    ((_, _, _, found),) = told(text)
    assert found == value


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Blinken met Lavrov. Both said the talks were useful.", {"Blinken", "Lavrov"}),
        ("Lavrov and Blinken said the talks were useful.", {"Blinken", "Lavrov"}),
        ("Lavrov came late. He said the talks were useful.", {"Lavrov"}),
    ],
)
def test_speakers_are_actors(told, text, names):
    ((speakers, _, _, _),) = told(text)
    assert {name.split()[-1] for name in speakers} == names


def test_a_pronoun_goes_on_with_who_spoke_last(told):
    text = (
        "Lavrov said Blinken had been frank. Berlin would follow, he added. "
        "Blinken smiled. The talks were useful, he said."
    )
    assert [speakers for speakers, _, _, _ in told(text)] == [
        ("Sergei Lavrov",),
        ("Sergei Lavrov",),
        ("Antony Blinken",),
    ]


def test_ids_count_in_reading_order(parsed, cast_of, lexicon):
    parse = parsed('"No," Macron said. Lavrov said nothing was lost. Macron said: "Yes, it was."')
    found = find_statements(parse, cast_of(parse), (), lexicon.speech)
    assert [s.id for s in found] == ["s1", "s2", "s3"]
    starts = [s.content[0].start for s in found]
    assert starts == sorted(starts)


def test_confidence_is_that_of_the_rule(parsed, cast_of, lexicon):
    parse = parsed("Macron said the deal was dead. Macron praised the deal.")
    plain, praise = find_statements(parse, cast_of(parse), (), lexicon.speech)
    assert plain.confidence == lexicon.speech.confidence["clause"] > praise.confidence
