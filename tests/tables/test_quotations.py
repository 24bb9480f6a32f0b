"""Statements as quotations: their passages, their chain, and which of them are asked for."""

import msgspec
import pytest

from geneva import GENEVA, STATEMENTS, TEXT, at, statement
from memcon.record.findings import Statement
from memcon.record.span import Span
from memcon.tables.passages import passages, shown
from memcon.tables.quotations import COLUMNS, quotations


def told(*statements):
    """The quotations of the story with these statements."""
    return list(quotations(msgspec.structs.replace(GENEVA, statements=statements)))


def parts(text, form, *contents):
    """The passages of these contents of a text: quoted ones in guillemets."""
    spans = tuple(
        Span(start=text.index(words), end=text.index(words) + len(words)) for words in contents
    )
    found = passages(msgspec.structs.replace(STATEMENTS[0], form=form, content=spans), text)
    assert all(text[part.start : part.end] == part.words for part in found)
    return [f"«{part.words}»" if part.kind == "quoted" else part.words for part in found]


@pytest.mark.parametrize(
    ("text", "form", "contents", "expected"),
    [
        (
            'Kallas called the plan "a trap" and said it would fail.',
            "mixed",
            ['the plan "a trap" and said it would fail.'],
            ["the plan", "«a trap»", "and said it would fail."],
        ),
        (
            "Kallas said “no deal” was “better,” than this.",
            "mixed",
            ["“no deal” was “better,” than this"],
            ["«no deal»", "was", "«better»", "than this"],
        ),
        (
            "Kallas said that the offer was ‘not serious’ and that Russia’s aims were the same.",
            "mixed",
            ["that the offer was ‘not serious’ and that Russia’s aims were the same"],
            ["that the offer was", "«not serious»", "and that Russia’s aims were the same"],
        ),
        (
            "Nauseda called the vote „eine Farce“ in Berlin.",
            "mixed",
            ["the vote „eine Farce“"],
            ["the vote", "«eine Farce»"],
        ),
        (
            'Sandu said the bill was "dead. It will not come back.\n\nShe left.',
            "mixed",
            ['the bill was "dead. It will not come back.'],
            ["the bill was", "«dead. It will not come back.»"],
        ),
        (
            '"We are open to talks," Sandu said. "They are not."',
            "direct",
            ["We are open to talks,", "They are not."],
            ["«We are open to talks»", "«They are not.»"],
        ),
        (
            '"We are open.\n\n"They are not," Sandu said.',
            "direct",
            ['We are open.\n\n"They are not,'],
            ["«We are open.»", "«They are not»"],
        ),
        ("Sandu said that it was over.", "indirect", ["that it was over"], ["that it was over"]),
        ("Sandu said nothing, …", "indirect", ["…"], []),
    ],
)
def test_passages(text, form, contents, expected):
    assert parts(text, form, *contents) == expected


def test_content_is_shown_with_what_is_left_out():
    text = '"We are open," Sandu said. "They are not." It called the plan "a trap."'
    first = Statement(**{**msgspec.structs.asdict(STATEMENTS[1]), "content": (at("Geneva"),)})
    contents = (Span(start=1, end=13), Span(start=28, end=41))
    spoken = msgspec.structs.replace(first, form="direct", content=contents)
    assert shown(passages(spoken, text), text) == "“We are open” … “They are not.”"


def test_quoted_and_paraphrased_are_kept_apart():
    quotation = told(*STATEMENTS)[2]
    assert quotation.content == "the talks, which he called “frank and substantive.”"
    assert [(part.kind, part.words) for part in quotation.passages] == [
        ("paraphrased", "the talks, which he called"),
        ("quoted", "frank and substantive."),
    ]


def test_what_a_quotation_tells():
    first, second, *_ = told(*STATEMENTS)
    assert [(speaker.name, speaker.country) for speaker in first.speakers] == [("Ned Price", "USA")]
    assert first.speaker_words == "State Department spokesman Ned Price"
    assert (second.cue, second.venue, second.time) == ("told", "press conference", "2022-01-21")


def test_a_chain_is_read_from_the_inside_out():
    inner = statement("s9", ("a3",), "to release Paul Whelan", cue=at("pressed"), via="a6")
    outer = STATEMENTS[0]
    found = {quotation.statement: quotation for quotation in told(outer, inner)}
    assert found["s9"].via == ("TASS", "Ned Price")
    assert found["s1"].via == ()


def test_an_issue_is_named_that_the_content_speaks_of():
    demand = statement("s1", ("a2",), "a written guarantee that Ukraine would never join NATO")
    (quotation,) = told(demand)
    assert quotation.issues == ("guarantee that Ukraine would never join NATO",)


@pytest.mark.parametrize(
    ("name", "idents"),
    [
        ("Lavrov", ["s4", "s5"]),
        ("lavrov", ["s4", "s5"]),
        ("Sergey Lavrov", ["s4", "s5"]),
        ("Russia", ["s4", "s5"]),
        ("russian", ["s4", "s5"]),
        ("RUS", ["s4", "s5"]),
        ("the Americans", ["s1", "s2", "s3", "s6"]),
        ("Price", ["s1"]),
        ("senior U.S. official", ["s6"]),
        ("avro", []),
        ("Moscow", []),
    ],
)
def test_by_whom(countries, name, idents):
    found = [q.statement for q in quotations(GENEVA) if q.is_by(name, countries)]
    assert found == idents


def test_a_speaker_who_is_no_actor_is_known_by_the_words(countries):
    (quotation,) = told(statement("s1", (), "the talks", speaker_span=at("The Kremlin")))
    assert quotation.is_by("Kremlin", countries)


@pytest.mark.parametrize(
    ("words", "idents"),
    [
        ("breakthrough", ["s2"]),
        ("FRANK substantive", ["s3"]),
        ("ukraine attack", ["s4"]),
        ("oscow", []),
        ("president putin", ["s6"]),
    ],
)
def test_about_what(words, idents):
    assert [q.statement for q in quotations(GENEVA) if q.is_about(words)] == idents


def test_about_an_issue_that_the_content_calls_otherwise():
    issue = msgspec.structs.replace(GENEVA.issues[0], name="détente", mentions=(at("the talks,"),))
    record = msgspec.structs.replace(GENEVA, issues=(issue,))
    record = msgspec.structs.replace(record, positions=(), silences=())
    assert [q.statement for q in quotations(record) if q.is_about("detente")] == ["s3"]


def test_a_flat_row_has_every_column():
    row = {column.name: column.cell(told(*STATEMENTS)[2]) for column in COLUMNS}
    assert row["speakers"] == "Antony Blinken"
    assert row["offices"] == "Secretary of State"
    assert (row["paraphrased"], row["quoted"]) == (
        "the talks, which he called",
        "frank and substantive.",
    )
    for pair, words in zip(row["offsets"].split("; "), ("the talks", "frank"), strict=True):
        start, end = map(int, pair.split("-"))
        assert TEXT[start:end].startswith(words)
