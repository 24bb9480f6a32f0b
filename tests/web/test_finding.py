"""A finding beside its article: what it says, where it leads, and how it may be set right."""

from datetime import UTC, date, datetime

import pytest

from geneva import GENEVA
from memcon.record.idents import named
from memcon.story.amendments import Amendment
from memcon.story.answers import Witness
from memcon.story.clippings import Clipping
from memcon.story.corrections import Signature, corrected, struck
from memcon.web.finding import address_of, panel

HEAD = GENEVA.article.id[:16]
SIGNED = Signature("Ada", datetime(2022, 2, 1, 12, tzinfo=UTC), "a\u202enote")


def clipping(record=GENEVA, amendments=()):
    return Clipping(
        record=record,
        number=1,
        publisher="The Example Courier",
        published=date(2022, 1, 22),
        added="2022-01-22",
        family=1,
        copies=(),
        happenings={"e2": 7},
        prospects={"n1": 3},
        actors={"a1": "person:antony blinken"},
        amendments=amendments,
    )


def details(ident, **fields):
    found = panel(clipping(**fields), ident)
    return {one.label: [term.words for term in one.terms] for one in found.details}


@pytest.mark.parametrize(
    ("ident", "label", "words"),
    [
        ("e2", "Type", ["CONSULT meet: talks"]),
        ("e2", "Who", ["Antony Blinken", "Sergei Lavrov"]),
        ("e2", "Where", ["Geneva, Switzerland"]),
        ("e3", "Said by", ["Ned Price"]),
        ("e8", "Status", ["actual, told as background"]),
        ("s1", "Who", ["Ned Price"]),
        ("sil1", "Kind", ["refused"]),
        ("a1", "Is", ["Secretary of State"]),
        ("a1", "Side", ["United States"]),
    ],
)
def test_it_tells_what_the_record_tells_apart(ident, label, words):
    assert details(ident)[label] == words


@pytest.mark.parametrize("ident", [*named(GENEVA), *(actor.id for actor in GENEVA.actors)])
def test_every_finding_has_a_panel(ident):
    found = panel(clipping(), ident)
    assert (found.article, found.ident) == (GENEVA.article.id, ident)
    assert found.heading
    assert all(one.terms for one in found.details)


def test_it_leads_to_what_it_became_on_the_desk():
    event, prospect, actor = (panel(clipping(), ident) for ident in ("e2", "n1", "a1"))
    assert [way.address for way in event.ways] == ["/happening/7"]
    assert [way.address for way in prospect.ways] == ["/prospect/3"]
    assert [way.address for way in actor.ways] == ["/actor/person%3Aantony%20blinken"]
    who = next(one for one in event.details if one.label == "Who")
    assert [term.address for term in who.terms] == ["/actor/person%3Aantony%20blinken", None]


def test_it_names_what_rests_on_the_same_words():
    others = {term.words: term.address for term in panel(clipping(), "e3").others}
    assert others["statement s1"] == f"/article/{HEAD}?finding=s1#s1"


def test_a_type_is_chosen_from_all_and_a_speaker_from_the_articles_actors():
    event, statement = panel(clipping(), "e2"), panel(clipping(), "s1")
    assert event.stands == "CONSULT meet"
    assert {"CONSULT meet", "ACCUSE", "SANCTION expel"} <= {one.value for one in event.choices}
    assert statement.stands == "a4"
    assert {one.value for one in statement.choices} == {actor.id for actor in GENEVA.actors}
    assert not panel(clipping(), "sil1").choices


def test_what_is_no_event_any_more_still_says_so():
    correction = struck(GENEVA, "e2", SIGNED)
    span = correction.words
    words = span.words(GENEVA.article.text)
    witness = Witness(GENEVA.article.id, "e2", None, None, 1, span.start, span.end, words)
    made = Amendment(4, correction, witness)
    found = panel(clipping(corrected(GENEVA, (correction,)), (made,)), "e2")
    (one,) = found.errata
    assert (found.heading, found.line) == ("No event", None)
    assert (one.number, one.what) == (4, "was CONSULT meet, is no event")
    assert (one.signed, one.note) == ("Ada, 1 February 2022", "anote")


def test_there_is_no_panel_of_what_is_not_there():
    assert panel(clipping(), "e99") is None


def test_an_address_leads_to_the_mark():
    assert address_of(GENEVA.article.id, "pos2") == f"/article/{HEAD}?finding=pos2#pos2"
