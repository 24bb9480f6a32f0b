"""FollowTheMoney: entities that its own library holds valid, each once, and edges that join."""

import json

import msgspec
import pytest

from memcon.export.ftm import article_entities, happening_entities, once


@pytest.fixture(scope="module")
def model():
    """The library's schemata."""
    return pytest.importorskip("followthemoney").model


@pytest.fixture(scope="module")
def entities(records, told, countries):
    """All entities of the desk as JSON tells them."""
    found = [e for record in records for e in article_entities(record, countries)]
    found += [e for dossier in told for e in happening_entities(dossier, countries)]
    return [json.loads(msgspec.json.encode(entity)) for entity in once(found)]


def of_schema(entities, schema):
    return [entity for entity in entities if entity["schema"] == schema]


@pytest.mark.filterwarnings("ignore:Install 'pyicu'")
def test_the_library_holds_every_entity_valid(entities, model):
    from followthemoney.proxy import EntityProxy

    for entity in entities:
        proxy = EntityProxy.from_dict(model, entity, cleaned=False)
        proxy.schema.validate(entity)
        # Nothing was dropped, and nothing had to be cleaned.
        kept = proxy.to_dict()["properties"]
        assert {name: sorted(values) for name, values in kept.items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }


def test_each_entity_stands_there_once(entities):
    idents = [entity["id"] for entity in entities]
    assert len(set(idents)) == len(idents)


def test_edges_and_references_lead_to_entities(entities, model):
    known = {entity["id"]: entity for entity in entities}
    checked = 0
    for entity in entities:
        for name, values in entity["properties"].items():
            prop = model.get(entity["schema"]).get(name)
            if prop.type.name == "entity":
                checked += len(values)
                for value in values:
                    assert model.get(known[value]["schema"]).is_a(prop.range.name)
    assert checked > 20


def test_a_person_is_one_whatever_the_article(entities):
    (minister,) = (e for e in of_schema(entities, "Person") if "Urrejola" in str(e))
    assert minister["properties"]["country"] == ["cl"]
    mentions = [
        mention
        for mention in of_schema(entities, "Mention")
        if mention["properties"]["resolved"] == [minister["id"]]
    ]
    assert len({mention["properties"]["document"][0] for mention in mentions}) == 2


def test_offices_are_positions_that_are_held(entities):
    posts = {post["id"]: post for post in of_schema(entities, "Position")}
    names = {
        posts[held["properties"]["post"][0]]["properties"]["name"][0]
        for held in of_schema(entities, "Occupancy")
    }
    assert any("Chile" in name for name in names)


def test_a_happening_is_an_event_with_its_proof(entities, meeting):
    (event,) = (
        e
        for e in of_schema(entities, "Event")
        if e["properties"]["name"] == ["CONSULT (meet): Antonia Urrejola, Cesar Landa"]
    )
    properties = event["properties"]
    assert properties["startDate"] == properties["endDate"] == ["2021-05-17"]
    assert len(properties["proof"]) == len(properties["involved"]) == 2
    assert properties["country"] == ["pe"]
    assert properties["sourceUrl"] == ["https://wire.example/envoys%20meet"]
    links = [
        link
        for link in of_schema(entities, "UnknownLink")
        if {*link["properties"]["subject"], *link["properties"]["object"]}
        == {*properties["involved"]}
    ]
    assert [link["properties"]["role"] for link in links] == [["CONSULT (meet)"]]


def test_who_is_not_named_is_no_entity(records, countries):
    unnamed = {a.name for r in records for a in r.actors if a.kind in ("unnamed", "document")}
    names = {
        name
        for record in records
        for entity in article_entities(record, countries)
        for name in entity.properties.get("name", [])
    }
    assert not unnamed & names


def test_the_same_record_gives_the_same_lines(records, countries):
    one, other = (
        [msgspec.json.encode(entity) for entity in article_entities(records[0], countries)]
        for _ in range(2)
    )
    assert one == other
