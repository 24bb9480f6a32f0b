"""What a reader sets right changes the desk, holds when articles are read again, and comes back."""

from dataclasses import replace as with_
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bulletins import SUMMIT, Say, bulletin
from memcon.desk.checks import problems
from memcon.desk.desk import Desk
from memcon.errors import DeskError
from memcon.record.contract import MadeBy
from memcon.record.span import Span
from memcon.story.corrections import Coding, Signature, reattributed, retyped, struck

SIGNED = Signature("Ada", datetime(2021, 6, 1, 12, tzinfo=UTC), "the note")
ACCUSED, TALKS, AGAIN = SUMMIT[0], SUMMIT[1], SUMMIT[2]
SAID = bulletin(
    "2021-05-22",
    Say("Peskov said that much was open.", "Dmitry Peskov", "said"),
    Say("Blinken said that he had been clear.", "Antony Blinken", "said"),
)


def dump(desk: Desk):
    """All that follows from records; numbers that are given anew with each reading left out."""
    wanted = {
        "articles": "article, given_id, url, publisher, published, made_by, family",
        "happenings": "id, type, mode, status, quad, goldstein, first, last, sources, tellings",
        "tellings": "article, number, happening",
        "parties": "happening, side, place, (SELECT key FROM actors WHERE id = actor), day",
        "dyads": "*",
        "positions": "article, number, (SELECT key FROM actors WHERE id = actor), stance, day",
        "statements": "article, number, (SELECT key FROM actors WHERE id = actor), day, start",
        "steps": "outlook, article, finding, day, status",
        "outlooks": "*",
        "actors": "key",
        "corrections": "*",
        "readings": "article",
    }
    return {
        table: sorted(desk.store.query(f"SELECT {columns} FROM {table}"), key=repr)
        for table, columns in wanted.items()
    }


def happening_of(desk, record, event="e1"):
    row = desk.store.first(
        "SELECT happening FROM view_events WHERE article = ? AND event = ?",
        (record.article.id, event),
    )
    return row[0] if row else None


def read_again(record):
    """The same article, read by another version, in which the events have other numbers."""
    events = tuple(
        replace(
            one,
            id=f"e{len(record.events) + 1 - n}",
            trigger=Span(start=one.trigger.start + 1, end=one.trigger.end),
        )
        for n, one in enumerate(record.events, 1)
    )
    return replace(
        record, made_by=MadeBy(memcon="9.9.9", models={}), events=tuple(reversed(events))
    )


def test_a_type_changes_the_happening_its_pairs_and_what_is_asked(summit):
    number = summit.correct(retyped(ACCUSED, "e1", Coding("THREATEN", "relations"), SIGNED))
    assert number == 1
    happening = happening_of(summit, ACCUSED)
    row = summit.store.first(
        "SELECT type, mode, quad, goldstein FROM happenings WHERE id = ?", (happening,)
    )
    assert row == ("THREATEN", "relations", "verbal-conflict", -6.0)
    assert summit.timeline(types=("ACCUSE",)).accounts == ()
    (account,) = summit.timeline(types=("THREATEN",)).accounts
    assert account.number == happening
    assert list(problems(summit.store)) == []


def test_a_telling_of_another_type_leaves_its_happening(summit):
    both = happening_of(summit, TALKS)
    assert both == happening_of(summit, AGAIN)
    summit.correct(retyped(AGAIN, "e1", Coding("REJECT", "meet"), SIGNED))
    assert happening_of(summit, AGAIN) != both
    assert summit.store.first("SELECT sources FROM happenings WHERE id = ?", (both,)) == (1,)
    assert list(problems(summit.store)) == []


def test_what_is_no_event_leaves_the_desk_and_its_happening_with_it(summit):
    happening = happening_of(summit, ACCUSED)
    summit.correct(struck(ACCUSED, "e1", SIGNED))
    assert happening_of(summit, ACCUSED) is None
    assert not summit.store.first("SELECT 1 FROM happenings WHERE id = ?", (happening,))
    assert summit.record(ACCUSED.article.id).events == ()
    assert summit.reading(ACCUSED.article.id) == ACCUSED
    assert list(problems(summit.store)) == []


def test_a_statement_is_its_new_speaker_s(desk):
    desk.add(SAID)
    desk.correct(reattributed(SAID, "s1", "Blinken", SIGNED))
    rows = desk.store.query("SELECT statement, speaker FROM view_statements ORDER BY statement")
    assert rows == [("s1", "person:antony blinken"), ("s2", "person:antony blinken")]
    assert list(problems(desk.store)) == []


def test_taking_it_back_brings_all_back(summit):
    summit.add(SAID)
    before = dump(summit)
    made = [
        summit.correct(retyped(ACCUSED, "e1", Coding("REJECT"), SIGNED)),
        summit.correct(struck(AGAIN, "e1", SIGNED)),
        summit.correct(reattributed(SAID, "s1", "Blinken", SIGNED)),
    ]
    assert dump(summit) != before
    for number in made:
        summit.uncorrect(number)
    assert dump(summit) == before
    for record in (*SUMMIT, SAID):
        assert summit.record(record.article.id) == summit.reading(record.article.id) == record


def test_of_two_on_one_event_either_can_be_taken_back(summit):
    first = summit.correct(retyped(ACCUSED, "e1", Coding("REJECT"), SIGNED))
    second = summit.correct(
        struck(summit.record(ACCUSED.article.id), "e1", with_(SIGNED, who="Ben"))
    )
    assert summit.record(ACCUSED.article.id).events == ()
    summit.uncorrect(second)
    assert summit.record(ACCUSED.article.id).events[0].type == "REJECT"
    third = summit.correct(retyped(ACCUSED, "e1", Coding("THREATEN"), SIGNED))
    assert third > second
    summit.uncorrect(first)
    assert summit.record(ACCUSED.article.id).events[0].type == "THREATEN"
    assert summit.reading(ACCUSED.article.id) == ACCUSED


def test_it_holds_when_the_article_is_read_again(summit):
    both = SUMMIT[4]
    summit.correct(retyped(both, "e1", Coding("THREATEN"), SIGNED))
    summit.correct(struck(both, "e2", SIGNED))
    again = read_again(both)
    summit.reread(again)
    (event,) = summit.record(both.article.id).events
    assert (event.id, event.type) == ("e2", "THREATEN")
    assert summit.reading(both.article.id) == again
    assert list(problems(summit.store)) == []
    for one in summit.corrections(both.article.id).amendments:
        summit.uncorrect(one.number)
    assert summit.record(both.article.id) == again


def test_one_whose_finding_is_no_longer_read_waits_for_it(summit):
    summit.correct(retyped(ACCUSED, "e1", Coding("THREATEN"), SIGNED))
    summit.reread(replace(ACCUSED, events=()))
    assert summit.corrections().rows[0].finding is None
    summit.reread(ACCUSED)
    assert summit.record(ACCUSED.article.id).events[0].type == "THREATEN"
    assert summit.corrections().rows[0].finding == "e1"


def test_a_correction_and_a_ruling_hold_together(summit):
    both = happening_of(summit, TALKS)
    apart = summit.split(both, AGAIN.article.id, (), "Ben")
    summit.correct(retyped(AGAIN, "e1", Coding("CONSULT", "phone"), SIGNED))
    assert happening_of(summit, AGAIN) == apart
    summit.correct(struck(TALKS, "e1", SIGNED))
    summit.uncorrect(2)
    assert happening_of(summit, TALKS) != happening_of(summit, AGAIN) == apart
    assert list(problems(summit.store)) == []


def test_the_list_has_what_was_said_by_whom_and_when(summit):
    both = happening_of(summit, TALKS)
    summit.correct(retyped(ACCUSED, "e1", Coding("ACCUSE", "allege"), SIGNED))
    summit.split(both, AGAIN.article.id, (), "Ben")
    found = summit.corrections()
    correction, ruling = found.rows
    assert (correction.kind, correction.number, correction.finding) == ("type", 1, "e1")
    assert (correction.was, correction.became) == ("ACCUSE", "ACCUSE allege")
    assert (correction.who, correction.note) == ("Ada", "the note")
    assert correction.when == "2021-06-01T12:00:00+00:00"
    assert correction.words == ACCUSED.events[0].trigger.words(ACCUSED.article.text)
    assert (ruling.kind, ruling.number, ruling.who) == ("split", None, "Ben")
    assert {ruling.article, ruling.other_article} == {TALKS.article.id, AGAIN.article.id}
    assert (ruling.finding, ruling.other_finding) == ("e1", "e1")
    assert found.amendments[0].correction.signed == SIGNED
    assert b'"who":"Ada"' in found.to_json()
    assert summit.corrections(SUMMIT[3].article.id).rows == ()
    assert [row.kind for row in summit.corrections(TALKS.article.id[:8]).rows] == ["split"]


def test_it_is_forgotten_with_its_article(summit):
    summit.correct(retyped(ACCUSED, "e1", Coding("THREATEN"), SIGNED))
    summit.forget(ACCUSED.article.id)
    assert summit.store.query("SELECT * FROM corrections") == []
    assert summit.store.query("SELECT * FROM readings") == []
    summit.add(ACCUSED)
    assert summit.record(ACCUSED.article.id) == ACCUSED
    (account,) = summit.timeline(types=("ACCUSE",)).accounts
    assert account.happening.type == "ACCUSE"
    assert list(problems(summit.store)) == []


def test_what_another_process_set_right_is_seen(summit, path):
    both = happening_of(summit, TALKS)
    summit.happening(both)
    with Desk(path) as other:
        other.correct(retyped(TALKS, "e1", Coding("CONSULT", "phone"), SIGNED))
        other.correct(retyped(AGAIN, "e1", Coding("CONSULT", "phone"), SIGNED))
        meeting = happening_of(other, TALKS)
    modes = {one.told.mode for one in summit.happening(meeting).testimonies}
    assert modes == {"phone"}


def test_what_changes_nothing_or_is_not_there_is_refused(summit):
    before = dump(summit)
    struck_one = struck(ACCUSED, "e1", SIGNED)
    for call, reason in (
        (lambda: summit.correct(with_(struck_one, article="0" * 64)), "there is no article"),
        (
            lambda: summit.correct(with_(struck_one, words=Span(start=1, end=2))),
            "has no such finding",
        ),
        (lambda: summit.uncorrect(1), "there is no correction 1"),
        (lambda: summit.corrections("ffffffff"), "no article on the desk"),
    ):
        with pytest.raises(DeskError, match=reason):
            call()
    assert dump(summit) == before
    summit.correct(retyped(ACCUSED, "e1", Coding("THREATEN"), SIGNED))
    with pytest.raises(DeskError, match="has it so already"):
        summit.correct(retyped(ACCUSED, "e1", Coding("THREATEN"), SIGNED))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE corrections SET type = 'AID', mode = NULL",
        "DELETE FROM corrections",
        "UPDATE records SET record = (SELECT record FROM readings)"
        " WHERE article = (SELECT article FROM readings)",
    ],
)
def test_a_desk_check_tells_a_record_that_is_not_what_was_set_right(summit, damage):
    summit.correct(retyped(ACCUSED, "e1", Coding("THREATEN"), SIGNED))
    summit.store.run(damage)
    assert "article 1: its record has not what was set right in it" in list(problems(summit.store))


def test_numbers_are_not_given_twice(summit):
    first = summit.correct(struck(ACCUSED, "e1", SIGNED))
    summit.uncorrect(first)
    assert summit.correct(struck(ACCUSED, "e1", SIGNED)) > first
