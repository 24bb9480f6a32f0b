"""What a reader sets right changes the record, keeps the contract, and survives a new reading."""

from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from memcon.codes.plover import modes_of
from memcon.errors import RecordError
from memcon.page.intake import take_in
from memcon.record.contract import check, decode, encode
from memcon.record.span import Span
from memcon.record.terms import EventType
from memcon.story.corrections import (
    Coding,
    Signature,
    corrected,
    found,
    reattributed,
    retyped,
    struck,
)

ARTICLE = (
    "Russian Foreign Minister Sergei Lavrov met U.S. Secretary of State Antony Blinken in Reykjavik "
    "on Wednesday.\n\nLavrov told reporters that Moscow opposes the sanctions. Blinken said that "
    "Russia had jailed critics.\n\nGermany accused Russia of breaking the truce, and Poland expelled "
    "three Russian diplomats."
)


@pytest.fixture(scope="module")
def record(read):
    return read(ARTICLE)


@pytest.fixture(scope="module")
def examples(reader):
    """The records of the bundled pages."""
    folder = Path(__file__).parents[2] / "examples"
    pages = (page for name in sorted(folder.glob("*/page.*")) for page in take_in([str(name)]))
    return [reader.read(page) for page in pages]


@pytest.fixture
def signed():
    return Signature("Ada", datetime(2021, 6, 1, 12, tzinfo=UTC), "read it twice")


def event_of(record, event_type):
    return next(event for event in record.events if event.type == event_type)


def said_by(record, name):
    """The first statement of an actor."""
    (actor,) = (one.id for one in record.actors if one.name == name)
    return next(one for one in record.statements if actor in one.speakers)


def renumbered(record):
    """The same findings with other ids and triggers that begin a letter later."""
    moved = tuple(
        replace(
            event,
            id=f"e{90 + n}",
            trigger=Span(start=event.trigger.start + 1, end=event.trigger.end),
        )
        for n, event in enumerate(reversed(record.events))
    )
    positions = tuple(replace(one, event=None) for one in record.positions)
    return replace(record, events=moved, positions=positions)


def test_a_type_brings_its_quad_class_weight_and_code(record, signed):
    event = event_of(record, "SANCTION")
    correction = retyped(record, event.id, Coding("COERCE", "deport"), signed)
    changed = corrected(record, (correction,))
    (now,) = (one for one in changed.events if one.id == event.id)
    assert (now.type, now.mode, now.quad) == ("COERCE", "deport", "material-conflict")
    assert (now.cameo[:2], now.goldstein, now.confidence) == ("17", -7.0, 1.0)
    assert (now.source, now.target, now.trigger) == (event.source, event.target, event.trigger)
    assert correction.was == "SANCTION expel"
    others = [one for one in record.events if one.id != event.id]
    assert [one for one in changed.events if one.id != event.id] == others


def test_what_is_no_event_is_gone_and_nothing_names_it(record, signed):
    event = event_of(record, "ACCUSE")
    view = replace(
        record.positions[0], event=event.id, statement=None
    )  # a position that is known from the event
    told = replace(record, positions=(*record.positions, view))
    changed = corrected(told, (struck(told, event.id, signed),))
    check(changed)
    assert event.id not in {one.id for one in changed.events}
    assert changed.positions[-1] == replace(view, event=None)
    assert len(changed.events) == len(record.events) - 1


def test_a_speaker_says_it_holds_it_and_is_named_in_the_paragraph(record, signed):
    statement = said_by(record, "Sergei Lavrov")
    (view,) = (one for one in record.positions if one.statement == statement.id)
    held = replace(view, actor=statement.speakers[0], event=None)
    told = replace(record, positions=(view, held))
    correction = reattributed(told, statement.id, "Blinken", signed)
    changed = corrected(told, (correction,))
    check(changed)
    (blinken,) = (one for one in record.actors if one.name == "Antony Blinken")
    (now,) = (one for one in changed.statements if one.id == statement.id)
    assert (now.speakers, now.content, now.confidence) == ((blinken.id,), statement.content, 1.0)
    assert now.speaker_span.words(ARTICLE) == "Blinken"
    assert now.speaker_span.start > ARTICLE.index("Wednesday")
    assert correction.was == "Sergei Lavrov"
    # What is known from an event is held by who did that.
    assert changed.positions == (view, replace(held, actor=blinken.id))


def test_who_passed_it_on_and_is_the_speaker_passes_nothing_on(record, signed):
    statement = said_by(record, "Sergei Lavrov")
    other = said_by(record, "Antony Blinken").speakers[0]
    told = replace(
        record,
        statements=tuple(
            replace(one, via=other) if one == statement else one for one in record.statements
        ),
    )
    changed = corrected(told, (reattributed(told, statement.id, other, signed),))
    (now,) = (one for one in changed.statements if one.id == statement.id)
    assert now.via is None


def test_a_speaker_whom_the_paragraph_does_not_name_has_no_place_there(record, signed):
    statement = said_by(record, "Sergei Lavrov")
    changed = corrected(record, (reattributed(record, statement.id, "Poland", signed),))
    (now,) = (one for one in changed.statements if one.id == statement.id)
    assert now.speaker_span is None


def test_the_last_word_stands(record, signed):
    event = event_of(record, "ACCUSE")
    made = [retyped(record, event.id, Coding(name), signed) for name in ("REJECT", "THREATEN")]
    (now,) = (one for one in corrected(record, made).events if one.id == event.id)
    assert now.type == "THREATEN"


def test_a_correction_holds_when_ids_and_bounds_are_others(record, signed):
    event, statement = event_of(record, "ACCUSE"), said_by(record, "Sergei Lavrov")
    made = (
        retyped(record, event.id, Coding("THREATEN"), signed),
        struck(record, event_of(record, "SANCTION").id, signed),
        reattributed(record, statement.id, "Antony Blinken", signed),
    )
    changed = corrected(renumbered(record), made)
    assert [one.type for one in changed.events].count("THREATEN") == 1
    assert {"ACCUSE", "SANCTION"}.isdisjoint(one.type for one in changed.events)
    names = {one.id: one.name for one in record.actors}
    (now,) = (one for one in changed.statements if one.content == statement.content)
    assert [names[ident] for ident in now.speakers] == ["Antony Blinken"]


def test_a_correction_without_its_finding_actor_or_article_changes_nothing(record, read, signed):
    made = (
        struck(record, event_of(record, "ACCUSE").id, signed),
        reattributed(record, said_by(record, "Sergei Lavrov").id, "Antony Blinken", signed),
    )
    bare = replace(record, events=(), positions=())
    assert corrected(bare, made[:1]) == bare
    nobody = replace(record, actors=(), statements=(), events=(), positions=())
    assert corrected(nobody, made[1:]) == nobody
    other = read("Chile expelled ten Peruvian diplomats on Tuesday.")
    assert found(other, made[0]) == ()
    assert corrected(other, made) == other


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (lambda r, s: retyped(r, "s1", Coding("AID"), s), "s1 is no event"),
        (lambda r, s: retyped(r, "e99", Coding("AID"), s), "no finding e99"),
        (lambda r, s: retyped(r, "e1", Coding("AID", "meet"), s), "AID has no mode 'meet'"),
        (lambda r, s: struck(r, "s1", s), "s1 is no event"),
        (lambda r, s: retyped(r, "e1", Coding("CONSULT", "meet"), s), "e1 is CONSULT meet already"),
        (lambda r, s: reattributed(r, "s1", "Lavrov", s), "s1 is Sergei Lavrov's already"),
        (lambda r, s: reattributed(r, "e1", "Lavrov", s), "e1 is no statement"),
        (lambda r, s: reattributed(r, "s1", "Zorro", s), "names nobody so; it names"),
        (lambda r, s: reattributed(r, "s1", "", s), "names nobody so"),
    ],
)
def test_what_cannot_be_set_right_is_one_clear_line(record, signed, call, reason):
    with pytest.raises(RecordError, match=reason) as told:
        call(record, signed)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("whom", ["Lavrov", "sergei lavrov", "person:sergei lavrov", "LAVROV"])
def test_a_speaker_is_named_by_key_or_part_of_a_name(record, signed, whom):
    statement = said_by(record, "Antony Blinken")
    assert reattributed(record, statement.id, whom, signed).right.name == "Sergei Lavrov"


def test_a_name_that_may_be_two_is_asked_for_in_full(record, signed):
    (lavrov,) = (one for one in record.actors if one.name == "Sergei Lavrov")
    namesake = replace(lavrov, id="a99", name="Maria Lavrov", roles=(), country=None)
    told = replace(record, actors=(*record.actors, namesake))
    with pytest.raises(RecordError, match="in full: Sergei Lavrov, Maria Lavrov"):
        reattributed(told, said_by(record, "Antony Blinken").id, "Lavrov", signed)


def test_any_correction_of_any_example_keeps_the_contract(examples, signed):
    """Each event and statement of every bundled page, with every type and many speakers."""
    types = cycle(get_args(EventType))
    count = 0
    for record in examples:
        actors = cycle(record.actors)
        made = []
        for event in record.events:
            name = next(other for other in types if other != event.type)
            mode = next(iter(modes_of(name)), None)
            made.append(retyped(record, event.id, Coding(name, mode), signed))
            made.append(struck(record, event.id, signed))
        made += [
            reattributed(record, one.id, other.id, signed)
            for one in record.statements
            if (other := next(actors)).id not in one.speakers
        ]
        for chosen in (*((one,) for one in made), made[::2], made[1::3], made):
            changed = corrected(record, chosen)
            assert decode(encode(changed)) == changed
            assert corrected(changed, chosen) == changed
            assert {one.id for one in changed.events} <= {one.id for one in record.events}
            count += changed != record
    assert count > 500
