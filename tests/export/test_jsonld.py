"""JSON-LD: schema.org's types and properties, and names that lead from one to another."""

import json

import msgspec
import pytest

from memcon.export.iris import article_iri, happening_iri
from memcon.export.jsonld import CONTEXT, article_graph, happening_event

# Of each type the properties that schema.org 28 gives it, as far as they are used here.
THING = {"@type", "@id", "@context", "name", "url", "identifier", "description", "subjectOf"}
WORK = THING | {
    *("headline", "datePublished", "inLanguage", "publisher", "author", "mentions", "text"),
    *("contentLocation", "sdDatePublished", "sdPublisher", "about", "isPartOf"),
}
PROPERTIES = {
    "NewsArticle": WORK,
    "CreativeWork": WORK,
    "Claim": WORK | {"appearance", "firstAppearance", "claimInterpreter"},
    "Event": THING | {"startDate", "endDate", "eventStatus", "location", "attendee"},
    "Person": THING | {"jobTitle", "affiliation"},
    "Place": THING | {"address", "geo"},
    "PostalAddress": THING | {"addressCountry"},
    "GeoCoordinates": THING | {"latitude", "longitude"},
    **dict.fromkeys(
        (
            *("Country", "Thing", "Organization", "Corporation", "NewsMediaOrganization"),
            *("GovernmentOrganization", "PoliticalParty"),
        ),
        THING,
    ),
}


def as_json(struct):
    return json.loads(msgspec.json.encode(struct))


def nodes(part):
    """Every node with a type, however deep."""
    if isinstance(part, dict):
        if "@type" in part:
            yield part
        for value in part.values():
            yield from nodes(value)
    elif isinstance(part, list):
        for value in part:
            yield from nodes(value)


@pytest.fixture(scope="module")
def graphs(records, countries, made):
    return [as_json(article_graph(record, countries, made)) for record in records]


@pytest.fixture(scope="module")
def events(told):
    return [event for event in map(happening_event, told) if event]


def of_type(graph, kind):
    return [node for node in graph["@graph"] if node["@type"] == kind]


def test_types_and_properties_are_schema_orgs(graphs, events):
    found = [*nodes(graphs), *nodes([as_json(event) for event in events])]
    for node in found:
        assert set(node) <= PROPERTIES[node["@type"]], node
    assert {"NewsArticle", "Claim", "Person", "Event", "Place"} <= {n["@type"] for n in found}
    assert {graph["@context"] for graph in graphs} == {CONTEXT}


def test_a_graph_is_whole(graphs):
    for graph in graphs:
        idents = [node["@id"] for node in graph["@graph"]]
        assert len(set(idents)) == len(idents)
        (article,) = of_type(graph, "NewsArticle")
        refers = [*article["mentions"], *(a for c in of_type(graph, "Claim") for a in c["author"])]
        assert {reference["@id"] for reference in refers} <= set(idents)


def test_an_article(graphs, records):
    (article,) = of_type(graphs[0], "NewsArticle")
    assert article["@id"] == article_iri(records[0].article)
    assert article["identifier"] == records[0].article.id
    assert article["headline"] == "Chile and Peru meet in Lima"
    assert article["datePublished"] == "2021-05-18"
    assert article["publisher"]["name"] == "Lima Wire"
    assert article["sdDatePublished"] == "2021-06-20"
    assert "url" not in of_type(graphs[1], "NewsArticle")[0]


def test_a_statement_is_a_claim_by_its_speaker(graphs, records):
    people = {node["@id"]: node for node in graphs[0]["@graph"]}
    (claim,) = (c for c in of_type(graphs[0], "Claim") if "border treaty" in c["text"])
    assert claim["text"].startswith("“We spoke about the border treaty")
    assert [people[author["@id"]]["name"] for author in claim["author"]] == ["Antonia Urrejola"]
    assert claim["appearance"] == {"@id": article_iri(records[0].article)}


def test_a_position_is_a_claim_about_its_issue(graphs):
    claims = [c for graph in graphs for c in of_type(graph, "Claim") if c["about"]]
    assert claims
    for claim in claims:
        assert claim["about"][0]["@type"] == "Thing"


def test_a_meeting_is_an_event(meeting):
    event = as_json(happening_event(meeting))
    assert event["@id"] == happening_iri(meeting)
    assert (event["startDate"], event["endDate"]) == ("2021-05-17", "2021-05-17")
    assert event["location"]["name"] == "Lima"
    assert {party["name"] for party in event["attendee"]} == {"Antonia Urrejola", "Cesar Landa"}
    assert len(event["subjectOf"]) == 2


def test_words_and_what_has_no_date_are_no_events(told):
    kinds = {d.happening.type: happening_event(d) for d in told if not d.happening.is_dated}
    assert set(kinds) >= {"ACCUSE", "SUPPORT"}
    assert set(kinds.values()) == {None}
