"""The events of a record, in terms that hold across articles."""

from datetime import date

import msgspec
import pytest

from geneva import EVENTS, GENEVA, TEXT
from memcon.record.findings import Time
from memcon.record.span import Span
from memcon.story.periods import period_of
from memcon.story.sightings import sightings


def at(words, **told):
    """A time where these words first stand in the story."""
    start = TEXT.index(words)
    return Time(start=start, end=start + len(words), **told)


def only(event, **record):
    """The sighting of one event of the story."""
    changed = msgspec.structs.replace(GENEVA, events=(event,), **record)
    (sighting,) = sightings(changed)
    return sighting


def test_each_event_is_seen_once_and_in_order():
    told = sightings(GENEVA)
    assert [s.event for s in told] == [event.id for event in GENEVA.events]
    assert {s.article for s in told} == {GENEVA.article.id}
    assert {s.published for s in told} == {date.fromisoformat(GENEVA.article.published.value)}


def test_a_sighting_names_its_parties_time_place_and_trigger():
    talks = next(s for s in sightings(GENEVA) if s.type == "CONSULT" and s.spot)
    assert [i.key for i in talks.source] == ["person:antony blinken", "person:sergei lavrov"]
    assert talks.spot.name == "Geneva"
    assert talks.trigger.words(TEXT)
    assert talks.period == period_of("2022-01-21")


@pytest.mark.parametrize(("status", "is_kept"), [("actual", False), ("planned", True)])
def test_what_has_happened_does_not_lie_ahead(status, is_kept):
    later = at("January 21", id="t9", type="DATE", value="2022-06-01")
    event = msgspec.structs.replace(EVENTS[1], time="t9", status=status)
    assert (only(event, times=(later,)).period is not None) == is_kept


def test_an_event_without_a_time_has_that_of_its_sentence_beside_it():
    event = msgspec.structs.replace(EVENTS[1], time=None)
    beside = at("January 21", id="t9", type="DATE", value="2022-01-21")
    seen = only(event, times=(beside,))
    assert (seen.period, seen.beside) == (None, period_of("2022-01-21"))
    elsewhere = at("once Washington", id="t9", type="DATE", value="2022-01-20")
    assert only(event, times=(elsewhere,)).beside is None


def test_how_long_a_meeting_took_is_counted_in_minutes():
    times = (
        at("Secretary of State", id="t1", type="DURATION", value="PT1H"),
        at("Geneva on January 21", id="t2", type="DURATION", value="PT45M"),
        at("January 21", id="t3", type="DURATION", value="P3D"),
    )
    event = msgspec.structs.replace(EVENTS[1], time=None, quantities=())
    assert [(q.value, q.unit) for q in only(event, times=times).quantities] == [
        (60.0, "minute"),
        (45.0, "minute"),
    ]
    other = msgspec.structs.replace(event, type="ACCUSE")
    assert only(other, times=times).quantities == ()


def test_the_words_are_those_of_the_deed_not_of_its_parties():
    talks = next(s for s in sightings(GENEVA) if s.type == "CONSULT" and s.spot)
    assert "genev" in talks.words
    assert not talks.words & {"blink", "lavro", "anton", "serge"}


def test_a_heading_is_what_no_text_tells():
    headline, body = (
        Span(start=section.start, end=section.end)
        for section in GENEVA.article.sections
        if section.kind in ("headline", "body")
        if section.start == 0 or "Antony Blinken met" in section.words(TEXT)
    )
    for evidence, is_heading in (
        ((headline,), True),
        ((body,), False),
        ((headline, body), False),
    ):
        event = msgspec.structs.replace(EVENTS[1], trigger=evidence[0], evidence=evidence)
        assert only(event).is_heading is is_heading
