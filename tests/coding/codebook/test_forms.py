"""Forms of statements: direct, indirect, mixed, split by the cue, over paragraphs.

Content is written as the record quotes it, its parts joined by " / ".
"""

import pytest

from codings import are

DIRECT = [
    (
        '"Nobody wants this war to spread," Josep Borrell said in Brussels.',
        *("Josep Borrell", '"Nobody wants this war to spread,"'),
    ),
    ('Jacinda Ardern said: "They are us."', "Jacinda Ardern", '"They are us."'),
    ('"Where are the hostages?" asked Benny Gantz.', "Benny Gantz", '"Where are the hostages?"'),
    (
        'Antonio Guterres wrote on Twitter: "The planet is on red alert."',
        *("Antonio Guterres", '"The planet is on red alert."'),
    ),
    (
        '"Our soldiers will stay," the Turkish defence minister, Hulusi Akar, told parliament.',
        *("Hulusi Akar", '"Our soldiers will stay,"'),
    ),
    (
        "“We have lost a friend,” Sauli Niinisto tweeted on Sunday.",
        *("Sauli Niinisto", "“We have lost a friend,”"),
    ),
]

INDIRECT = [
    (
        "Sanna Marin said Finland would apply within weeks.",
        *("Sanna Marin", "Finland would apply within weeks"),
    ),
    (
        "The grain had rotted in the harbour, according to the Ukrainian foreign ministry.",
        *("Ukrainian foreign ministry", "The grain had rotted in the harbour"),
    ),
    (
        "Emmerson Mnangagwa promised that the land would be paid for.",
        *("Emmerson Mnangagwa", "that the land would be paid for"),
    ),
    (
        "The Moldovan government warned that the gas would last for a week.",
        *("Moldovan government", "that the gas would last for a week"),
    ),
    (
        "Yoshihide Suga told parliament that the Games would go ahead.",
        *("Yoshihide Suga", "that the Games would go ahead"),
    ),
    (
        "As Carl Bildt noted, the treaty has served its purpose.",
        *("Carl Bildt", "the treaty has served its purpose"),
    ),
    (
        "To their questions Alexander Lukashenko replied that it had been fair.",
        *("Alexander Lukashenko", "that it had been fair"),
    ),
]

MIXED = [
    (
        'Narendra Modi said the strike had been "precise and measured" and that nobody was hurt.',
        *("Narendra Modi",),
        'the strike had been "precise and measured" and that nobody was hurt',
    ),
    (
        'Viktor Orban called the plan "a red line" for Hungary.',
        *("Viktor Orban", 'the plan "a red line" for Hungary'),
    ),
    (
        'Angela Merkel said she was "not at all sure" that the deal would hold.',
        *("Angela Merkel", 'she was "not at all sure" that the deal would hold'),
    ),
    (
        'Alassane Ouattara promised "free and fair" elections for all.',
        *("Alassane Ouattara", '"free and fair" elections for all'),
    ),
    (
        'Wang Yi urged Washington to stop "playing with fire" over Taiwan.',
        *("Wang Yi", 'Washington to stop "playing with fire" over Taiwan'),
    ),
    (
        'Kaja Kallas warned that the war was "far from over."',
        *("Kaja Kallas", 'that the war was "far from over."'),
    ),
]

SPLIT = [
    (
        '"The dam," Abiy Ahmed said, "belongs to all of Ethiopia."',
        *("Abiy Ahmed", '"The dam," / "belongs to all of Ethiopia."', "direct"),
    ),
    (
        '"We were promised water," said Hassan Rouhani. "We were given words."',
        *("Hassan Rouhani", '"We were promised water," / "We were given words."', "direct"),
    ),
    (
        "The army, Ashraf Ghani insisted, could hold Kabul.",
        *("Ashraf Ghani", "The army / could hold Kabul", "indirect"),
    ),
    (
        '"If the talks fail," warned Rafael Grossi, "we shall be blind."',
        *("Rafael Grossi", '"If the talks fail," / "we shall be blind."', "direct"),
    ),
    (
        'Elections, Abdul Hamid Dbeibah said on Sunday, would come "when the country is ready."',
        *("Abdul Hamid Dbeibah",),
        *('Elections / would come "when the country is ready."', "mixed"),
    ),
    (
        "The vote, argued Maia Sandu, had been bought with money from Moscow.",
        *("Maia Sandu", "The vote / had been bought with money from Moscow", "indirect"),
    ),
]

PARAGRAPHS = [
    (
        '"The harvest is lost," Samia Hassan said. "We cannot feed the north.\n\n'
        '"Nor can we wait."',
        *(
            "Samia Hassan",
            '"The harvest is lost," / "We cannot feed the north. / "Nor can we wait."',
        ),
    ),
    (
        'Nikol Pashinyan said: "The road will be ours.\n\n"It will be open to all.\n\n'
        '"But it will not be a corridor."',
        *("Nikol Pashinyan",),
        '"The road will be ours. / "It will be open to all. / "But it will not be a corridor."',
    ),
    (
        '"The border is open," Edi Rama said.\n\n"It will stay open."\n\nTraders were relieved.',
        *("Edi Rama", '"The border is open," / "It will stay open."'),
    ),
    (
        '"I came to listen," said Alberto Fernandez. "I have heard enough.\n\n'
        '"Now we shall vote."\n\nThe hall was silent.',
        *("Alberto Fernandez",),
        '"I came to listen," / "I have heard enough. / "Now we shall vote."',
    ),
    (
        "“There is no famine in our country,” said Isaias Afwerki.\n\n"
        "“Those who say so have never been here.”",
        *("Isaias Afwerki",),
        "“There is no famine in our country,” / “Those who say so have never been here.”",
    ),
]


def wholes(cases, form):
    return [(text, speaker, content, form) for text, speaker, content in cases]


UNMARKED = pytest.param(
    "In the view of Carl Bildt, the treaty has served its purpose.",
    *("Carl Bildt", "the treaty has served its purpose", "indirect"),
    marks=pytest.mark.xfail(strict=True, reason="of signposts only «according to» is known"),
)


@pytest.mark.parametrize(
    ("text", "speaker", "content", "form"),
    [
        UNMARKED,
        *wholes(DIRECT, "direct"),
        *wholes(INDIRECT, "indirect"),
        *wholes(MIXED, "mixed"),
        *SPLIT,
        *wholes(PARAGRAPHS, "direct"),
    ],
)
def test_form(coded, text, speaker, content, form):
    record = coded(text)
    (statement,) = record.statements
    said = " / ".join(record.article.text[s.start : s.end] for s in statement.content)
    assert (said, statement.form) == (content, form)
    assert are(record, statement.speakers, speaker)


# A second voice, a second cue: two statements by whom each belongs to.
TWO = [
    (
        '"The border is open," Edi Rama said.\n\n"It will stay open," he added.',
        [("Edi Rama", "The border is open"), ("Edi Rama", "It will stay open")],
    ),
    (
        '"The law stands," said Irakli Kobakhidze. "It shames us," said Salome Zourabichvili.',
        [("Irakli Kobakhidze", "The law stands"), ("Salome Zourabichvili", "It shames us")],
    ),
    (
        "Emmanuel Macron said the deal was near and Olaf Scholz warned that it could still fail.",
        [("Emmanuel Macron", "the deal was near"), ("Olaf Scholz", "that it could still fail")],
    ),
    (
        "Imran Khan said he had been betrayed, while Shehbaz Sharif said the vote was lawful.",
        [("Imran Khan", "he had been betrayed"), ("Shehbaz Sharif", "the vote was lawful")],
    ),
    (
        'Robert Fico called the aid "a waste"; Andrej Babis said it had come too late.',
        [("Robert Fico", 'the aid "a waste"'), ("Andrej Babis", "it had come too late")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_each_statement_has_its_own_speaker(coded, text, expected):
    record = coded(text)
    assert len(record.statements) == len(expected)
    for statement, (speaker, words) in zip(record.statements, expected, strict=True):
        said = " ".join(record.article.text[s.start : s.end] for s in statement.content)
        assert words in said
        assert are(record, statement.speakers, speaker)


# Words that look like speech and are nobody's.
NOBODY = [
    'The film "Leviathan" was shown in Tbilisi.',
    'Officials in Crimea held a "referendum".',
    "The so-called peace council met behind closed doors.",
    "Nobody said that the war was over.",
    "Would Emmanuel Macron say that the deal was dead?",
    "It goes without saying that the roads are poor.",
    "The clock says nothing of the hour.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_said_is_no_statement(coded, text):
    assert coded(text).statements == ()
