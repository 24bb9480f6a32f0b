"""Corrections as training data: sentences marked for the typer, attributions for the tagger."""

import re
from datetime import UTC, datetime

import msgspec
import pytest

from memcon.desk.corrections import ruled, set_right
from memcon.desk.desk import Desk
from memcon.export.corrections import Lesson, Pairing, lessons, pairing
from memcon.models.marks import STATUSES, TYPES
from memcon.record.span import Span
from memcon.story.corrections import Coding, Signature, reattributed, retyped, struck

SIGNED = Signature("Ada", datetime(2021, 6, 1, 12, tzinfo=UTC), "a note")
BRAT_SPAN = re.compile(r"T(\d+)\t(Source|Cue|Content) (\d+) (\d+)\t(.+)")
BRAT_LINK = re.compile(r"E\d+\t((?:(?:Source|Cue|Content):T\d+ ?)+)")


@pytest.fixture
def desk(records, tmp_path):
    """A desk with the records on which everything can be set right."""
    with Desk.create(tmp_path / "desk.memcon") as desk:
        for record in records:
            desk.add(record)
        yield desk


def told(desk):
    """The lines of all that was set right in records."""
    articles = [number for (number,) in desk.store.query("SELECT id FROM articles")]
    return [
        line
        for reading, amendments in set_right(desk.store, articles)
        for line in lessons(reading, amendments)
    ]


def event_of(record, event_type):
    return next(one for one in record.events if one.type == event_type)


def spans(value):
    """Every span with its words in a line."""
    if isinstance(value, dict):
        if {"start", "end", "text"} == value.keys():
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_an_event_is_an_example_for_the_typer(desk, records):
    paper = records[1]
    event = event_of(paper, "SANCTION")
    desk.correct(retyped(paper, event.id, Coding("RETREAT", "withdraw"), SIGNED))
    (line,) = told(desk)
    assert (line.kind, line.article, line.language) == ("type", paper.article.id, "en")
    assert line.passage.text == "Chile expelled eight Peruvian diplomats on 18 May 2021."
    assert (line.example.label, line.example.status) == ("YIELD", "actual")
    assert line.example.marked == (
        "<s>Chile</s> expelled eight <t>Peruvian diplomats</t> on 18 May 2021."
    )
    assert (line.said.type, line.said.mode, line.said.finding) == ("SANCTION", "expel", event.id)
    assert line.said.confidence == event.confidence
    assert (line.right.type, line.right.mode) == ("RETREAT", "withdraw")
    assert (line.was, line.who, line.note) == ("SANCTION expel", "Ada", "a note")
    assert line.when == "2021-06-01T12:00:00+00:00"
    assert line.made_by == paper.made_by
    assert line.brat is None


def test_what_is_no_event_is_labelled_none(desk, records):
    desk.correct(struck(records[1], event_of(records[1], "ACCUSE").id, SIGNED))
    (line,) = told(desk)
    assert (line.example.label, line.example.status) == ("none", "none")
    assert line.right.type is None
    assert line.said.type == "ACCUSE"


def test_labels_are_those_that_the_typer_knows(desk, records):
    for record in records:
        for event, name in zip(
            record.events, ("CONCEDE", "THREATEN", "AID", "COERCE"), strict=False
        ):
            desk.correct(retyped(record, event.id, Coding(name), SIGNED))
    lines = told(desk)
    assert len(lines) > 4
    for line in lines:
        assert line.example.label in TYPES
        assert line.example.status in STATUSES
        assert line.example.marked.count("<s>") == line.example.marked.count("</s>") == 1


def test_of_a_meeting_the_second_party_is_the_target(desk, records):
    (event,) = (e for e in records[0].events if e.trigger.words(records[0].article.text) == "met")
    assert event.mutual
    desk.correct(retyped(records[0], event.id, Coding("AGREE"), SIGNED))
    (line,) = told(desk)
    assert re.search("<s>.*Urrejola</s> met her .*<t>.*Landa</t> in Lima", line.example.marked)


def test_a_statement_is_a_paragraph_with_its_attributions(desk, records):
    wire = records[0]
    (statement,) = (one for one in wire.statements if one.form == "direct")
    desk.correct(reattributed(wire, statement.id, "Landa", SIGNED))
    (line,) = told(desk)
    assert line.passage.text.startswith('"We spoke about the border treaty," Urrejola told')
    assert line.said.speakers == ("Antonia Urrejola",)
    assert line.said.speaker_span.text == "Urrejola"
    assert (line.right.speakers, line.right.speaker_span.text) == (("Cesar Landa",), "Landa")
    assert [place.text for place in line.speaker] == ["Landa"]
    assert line.example is None
    found = {"Source": set(), "Cue": set(), "Content": set()}
    for row in line.brat.splitlines():
        if match := BRAT_SPAN.fullmatch(row):
            _, role, start, end, words = match.groups()
            assert line.passage.text[int(start) : int(end)] == words
            found[role].add(words)
        else:
            assert BRAT_LINK.fullmatch(row)
    assert found["Source"] == {"Landa"}
    assert found["Cue"] == {"told", "declined"}
    assert any("We spoke about the border treaty" in words for words in found["Content"])


def test_of_one_finding_the_last_word_goes_out(desk, records):
    event = event_of(records[1], "ACCUSE")
    desk.correct(retyped(records[1], event.id, Coding("REJECT"), SIGNED))
    desk.correct(struck(records[1], event.id, SIGNED))
    (line,) = told(desk)
    assert (line.kind, line.number) == ("not-event", 2)


def test_one_whose_finding_is_no_longer_read_says_so(desk, records):
    event = event_of(records[1], "ACCUSE")
    desk.correct(struck(records[1], event.id, SIGNED))
    others = tuple(one for one in records[1].events if one != event)
    desk.reread(msgspec.structs.replace(records[1], events=others, positions=()))
    (line,) = told(desk)
    assert (line.said, line.example, line.was) == (None, None, "ACCUSE disapprove")
    assert line.words.text == event.trigger.words(records[1].article.text)


def test_a_ruling_has_both_events(desk, records):
    (number,) = (
        number
        for (number,) in desk.store.query(
            "SELECT happening FROM tellings GROUP BY happening HAVING count(*) > 1 LIMIT 1"
        )
    )
    desk.split(number, records[1].article.id, (), "Ben")
    articles = [number for (number,) in desk.store.query("SELECT id FROM articles")]
    found = [pairing(*one) for one in ruled(desk.store, articles)]
    (one, *_) = found
    assert (one.kind, one.who) == ("split", "Ben")
    assert {one.one.article, one.other.article} == {r.article.id for r in records[:2]}
    assert one.one.trigger.text in one.one.passage.text
    assert one.one.source
    # The article of neither is asked for.
    assert list(ruled(desk.store, articles[2:])) == []


def test_every_span_quotes_and_every_line_is_read_again(desk, records):
    for record in records:
        for event in record.events:
            desk.correct(struck(record, event.id, SIGNED))
        for statement in record.statements:
            others = [a.id for a in record.actors if a.id not in statement.speakers]
            desk.correct(reattributed(record, statement.id, others[0], SIGNED))
    texts = {record.article.id: record.article.text for record in records}
    lines = told(desk)
    for line in lines:
        raw = msgspec.json.encode(line)
        assert msgspec.json.decode(raw, type=Lesson) == line
        for place in spans(msgspec.json.decode(raw)):
            span = Span(start=place["start"], end=place["end"])
            assert span.words(texts[line.article]) == place["text"]
    assert {line.kind for line in lines} == {"not-event", "speaker"}


def test_a_pairing_is_read_again(desk, records):
    desk.merge(1, 2, None)
    one = pairing(*next(iter(ruled(desk.store, [1, 2, 3]))))
    assert msgspec.json.decode(msgspec.json.encode(one), type=Pairing) == one
