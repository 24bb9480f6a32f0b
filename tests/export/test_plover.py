"""PLOVER's events as JSON."""

import json

import msgspec

from memcon.export.happenings import exchanges
from memcon.export.plover import plover_event, plover_happening
from memcon.tables.dyads import dyads


def as_json(struct):
    return json.loads(msgspec.json.encode(struct))


def test_an_event_of_an_article(records, countries):
    record = records[1]
    (event,) = (
        as_json(plover_event(dyad))
        for dyad in dyads(record, countries)
        if dyad.event.type == "SANCTION"
    )
    assert event["id"] == f"{record.article.id[:16]}-e2"
    assert event["date"] == "2021-05-18"
    assert (event["event"], event["mode"], event["status"]) == ("SANCTION", "expel", "actual")
    assert event["source"]["country"] == "CHL"
    assert event["target"] == {
        "name": "Peruvian diplomats",
        "country": "PER",
        "sector": "GOV",
        "text": "Peruvian diplomats",
    }
    assert event["eventText"] == "expelled"
    assert event["textInfo"]["publisher"] == "Santiago Paper & Sons"
    assert event["happening"] is None
    (offsets,) = event["textInfo"]["offsets"]
    assert record.article.text[slice(*offsets)] == event["text"]


def test_a_meeting_is_told_both_ways(meeting, countries):
    events = [as_json(plover_happening(pair)) for pair in exchanges(meeting, countries)]
    assert [(e["source"]["country"], e["target"]["country"]) for e in events] == [
        ("CHL", "PER"),
        ("PER", "CHL"),
    ]
    assert events[0]["location"]["name"] == "Lima"
    assert events[0]["happening"] == events[1]["happening"]
    assert (events[0]["happening"]["sources"], events[0]["happening"]["articles"]) == (2, 2)
    assert events[0]["happening"]["firstDay"] == "2021-05-17"


def test_differences_are_told(expulsion, countries):
    event = as_json(plover_happening(next(exchanges(expulsion, countries))))
    assert event["happening"]["discrepancies"] == "number: 8 diplomats / 10 diplomats"
