"""Captions: what each kind of finding is called in one line."""

import pytest

from memcon.export.captions import caption_of, happening_caption
from memcon.record.idents import named
from memcon.tables.sheet import Sheet


@pytest.fixture(scope="module")
def captions(records):
    return [
        {caption_of(finding, Sheet.of(record)) for finding in named(record).values()}
        for record in records
    ]


@pytest.mark.parametrize(
    ("number", "caption"),
    [
        (0, "CONSULT (meet): Antonia Urrejola, Cesar Landa"),
        (0, "SANCTION (expel): Chile → Peruvian diplomats"),
        (0, "Antonia Urrejola: statement"),
        (0, "Cesar Landa: silence on fishing rights (refused)"),
        (0, "summit: presidents (considered)"),
        (1, "Peru: criticizes expulsion"),
    ],
)
def test_a_finding(captions, number, caption):
    assert caption in captions[number], captions[number]


def test_a_statement_of_nobody_known_has_the_words_for_its_speaker(read):
    record = read('"It will take a year," he said.')
    (statement,) = record.statements
    assert statement.speakers == ()
    assert caption_of(statement, Sheet.of(record)) == "he: statement"


def test_a_happening(told):
    assert "ACCUSE (disapprove): Peru" in {happening_caption(d.happening) for d in told}


def test_a_status_that_is_not_the_usual_one_is_told(meeting):
    from dataclasses import replace

    denied = replace(meeting.happening, status="denied")
    assert happening_caption(denied).endswith("Cesar Landa (denied)")
