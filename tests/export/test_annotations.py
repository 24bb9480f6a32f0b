"""Web Annotations: what the model says must be, and selectors that find the words."""

import json
import re

import msgspec
import pytest

from memcon.export.annotations import AROUND, CONTEXT, annotate
from memcon.export.iris import text_iri
from memcon.export.selection import Selection, selected
from memcon.record.idents import named

IRI = re.compile(r"(?:https?://|urn:uuid:[0-9a-f-]{36}$|ni:///sha-256;)[^\s<>\"]*")
# xsd:dateTime with a timezone, as `created` must be.
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
    *("highlighting", "identifying", "linking", "moderating", "questioning", "replying"),
    "tagging",
}


@pytest.fixture(scope="module")
def collections(records, made):
    """The collection of each record as JSON tells it."""
    return [json.loads(msgspec.json.encode(annotate(record, made))) for record in records]


def annotations(collection):
    return collection["first"]["items"]


def test_a_collection_is_as_the_model_has_it(collections, records):
    for collection, record in zip(collections, records, strict=True):
        assert collection["@context"] == CONTEXT
        assert collection["type"] == "AnnotationCollection"
        assert IRI.fullmatch(collection["id"])
        page = collection["first"]
        assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
        assert IRI.fullmatch(page["id"])
        assert collection["total"] == len(page["items"]) == len(named(record))


def test_an_annotation_is_as_the_model_has_it(collections):
    for annotation in (a for collection in collections for a in annotations(collection)):
        assert annotation["type"] == "Annotation"
        assert IRI.fullmatch(annotation["id"])
        assert annotation["motivation"] in MOTIVATIONS
        assert INSTANT.fullmatch(annotation["created"])
        assert annotation["creator"]["type"] == annotation["generator"]["type"] == "Software"
        assert annotation["target"]
        for body in annotation["body"]:
            assert body["type"] == "TextualBody"
            assert isinstance(body["value"], str)
            assert body["purpose"] in MOTIVATIONS
        for target in annotation["target"]:
            assert target["type"] == "SpecificResource"
            assert IRI.fullmatch(target["source"])


def test_ids_are_given_once(collections):
    idents = [a["id"] for collection in collections for a in annotations(collection)]
    assert len(set(idents)) == len(idents)


def test_selectors_find_the_words(collections, records):
    for collection, record in zip(collections, records, strict=True):
        text = record.article.text
        spans = [span for finding in named(record).values() for span in spans_of(finding)]
        found = []
        for target in (t for a in annotations(collection) for t in a["target"]):
            quote, position = target["selector"]
            assert quote["type"] == "TextQuoteSelector"
            assert position["type"] == "TextPositionSelector"
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            assert len(quote["prefix"]) == min(AROUND, start)
            found.append((start, end))
        assert found == spans


def spans_of(finding):
    evidence = getattr(finding, "content", None) or finding.evidence
    spans = evidence if isinstance(evidence, tuple) else (evidence,)
    return [(span.start, span.end) for span in spans]


def test_offsets_hold_in_the_text_that_was_read_and_not_in_the_page(collections, records):
    wire, paper = collections[0], collections[1]
    for target in (t for a in annotations(wire) for t in a["target"]):
        assert target["source"] == "https://wire.example/envoys%20meet"
        assert target["state"] == {"type": "TimeState", "cached": text_iri(records[0].article.id)}
    for target in (t for a in annotations(paper) for t in a["target"]):
        assert target["source"] == text_iri(records[1].article.id)
        assert "state" not in target


def test_a_body_tells_the_finding_in_words_tags_and_json(collections):
    (event,) = (
        annotation
        for annotation in annotations(collections[1])
        if annotation["body"][0]["value"].startswith("SANCTION")
    )
    caption, *tags, whole = event["body"]
    assert caption["value"] == "SANCTION (expel): Chile → Peruvian diplomats"
    assert {"event", "SANCTION", "expel", "actual"} <= {tag["value"] for tag in tags}
    assert whole["format"] == "application/json"
    row = json.loads(whole["value"])
    assert (row["source"], row["target_countries"]) == ("Chile", "PER")
    assert "words" not in row
    assert event["motivation"] == "classifying"


def test_each_kind_of_finding_has_its_tag(collections):
    tags = {a["body"][1]["value"] for c in collections for a in annotations(c)}
    assert tags == {"event", "statement", "position", "silence", "prospect"}


def test_where_nothing_is_asked_for_there_is_no_collection(records, made):
    sure = selected(records[0], Selection(floor=1.0))
    assert annotate(sure, made) is None
