"""Actors: their directory, what is known of one, and whom a name may mean."""

import re

import pytest

from bulletins import KNOWN, SUMMIT, Act, Mum, Plan, Say, View, bulletin
from memcon.desk.desk import Desk
from memcon.web.sheets import segment
from visits import visiting

LAVROV = "/actor/person%3Asergei%20lavrov"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """A desk with the articles of bulletins.SUMMIT, and one of another Lavrov."""
    path = tmp_path_factory.mktemp("actor") / "desk.memcon"
    with Desk.create(path) as desk, pytest.MonkeyPatch.context() as patch:
        patch.setitem(KNOWN, "Olga Lavrov", ("person", "DEU", "GOV"))
        for record in SUMMIT:
            desk.add(record)
        desk.add(
            bulletin(
                "2021-05-21",
                Act("Olga Lavrov met Blinken.", "CONSULT", ("Olga Lavrov", "Antony Blinken")),
                Plan("Olga Lavrov may visit Oslo.", "visit", ("Olga Lavrov",), "floated"),
                Say("Olga Lavrov said that she was glad.", "Olga Lavrov", "said"),
                View("Olga Lavrov welcomed the talks.", "Olga Lavrov", "welcomes", "talks"),
                Mum("Olga Lavrov would not speak of Oslo.", "Olga Lavrov"),
            )
        )
    with visiting(path) as client:
        yield client


def test_the_directory_leads_to_each(client):
    page = client.get("/actors?words=lav").text
    assert f'<a href="{LAVROV}">Sergei Lavrov</a>' in page
    assert "Joe Biden" not in page
    assert "Joe Biden" in client.get("/actors?kind=person").text
    assert client.get("/actors.csv").text.startswith("key,name,kind")
    assert client.get("/actors?kind=hero").status_code == 400


def test_a_page_tells_all_that_is_known(client):
    page = client.get("/actor/Olga%20Lavrov").text
    for words in (
        "<h1>Olga Lavrov</h1>",
        'href="/prospect/',
        "Visit of <b>Olga Lavrov</b>",
        "<b>Olga Lavrov</b> and <b>Antony Blinken</b>",
        "that she was glad",
        'href="/issue/talks"',
        "<b>Olga Lavrov</b> would not say",
        'href="/said?speaker=person%3Aolga%20lavrov"',
        'name="subject" value="actor"',
    ):
        assert words in page, words


def test_whom_it_met_leads_to_their_relation(client):
    page = client.get(LAVROV).text
    way = re.search(r'href="(/relation/[^"]+antony%20blinken)"', page)
    assert way
    assert client.get(way[1]).status_code == 200


def test_a_country_is_all_who_stand_for_it(client):
    page = client.get("/actor/RUS").text
    assert "<h1>Russia</h1>" in page
    assert f'<a href="{LAVROV}">Sergei Lavrov</a>' in page
    assert client.get("/actor/RUS.json").json()["party"]["code"] == "RUS"
    assert client.get("/actor/RUS.csv").text.startswith("part,what,about")


def test_a_name_of_several_can_be_chosen(client):
    answer = client.get("/actor/Lavrov")
    assert answer.status_code == 404
    assert "Whom does “Lavrov” mean?" in answer.text
    assert f'<a href="{LAVROV}">Sergei Lavrov</a>' in answer.text
    assert client.get(LAVROV).status_code == 200


def test_what_is_chosen_answers_what_was_asked(client):
    page = client.get("/timeline?party=Lavrov&party=USA&limit=5").text
    way = "/timeline?party=person%3Asergei+lavrov&amp;party=USA&amp;limit=5"
    assert f'<a href="{way}">Sergei Lavrov</a>' in page
    assert client.get(way.replace("&amp;", "&")).status_code == 200
    page = client.get("/relation/Lavrov/USA?by=week").text
    assert 'href="/relation/person%3Asergei%20lavrov/USA?by=week"' in page


@pytest.mark.parametrize("path", ["/actor/Nobody%20Such", "/actor/xq%2Fzz", "/actor/%3Cscript%3E"])
def test_a_name_of_nobody_is_told_so(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "nobody on the desk is called so" in answer.text
    assert "<script>" not in answer.text


def test_programs_are_told_in_their_own_form(client):
    answer = client.get("/actor/Lavrov.json")
    assert answer.status_code == 404
    assert "may be Sergei Lavrov" in answer.json()["error"]


def test_a_slash_in_a_name_stays_in_its_part_of_the_address(tmp_path, monkeypatch):
    monkeypatch.setitem(KNOWN, "Reuters/Ipsos", ("media", None, "MED"))
    path = tmp_path / "desk.memcon"
    with Desk.create(path) as desk:
        pair = ("Reuters/Ipsos", "Antony Blinken")
        desk.add(bulletin("2021-05-21", Act("Both met.", "CONSULT", pair)))
    with visiting(path) as client:
        listed = client.get("/actors.json").json()["entries"]
        (key,) = (one["identity"]["key"] for one in listed if one["identity"]["name"] == pair[0])
        ways = [f"/relation/{segment(key)}/USA", f"/relation/USA/{segment(key)}"]
        for way in (*ways, f"/actor/{segment(key)}"):
            assert client.get(way).status_code == 200
            assert client.get(f"{way}/").status_code == 200
            assert f'href="{way}.json"' in client.get(way).text
        for way in ways:
            assert f'<form class="ask" action="{way}">' in client.get(way).text
            assert client.get(f"{way}.json").json()["articles"] == 1
            assert client.get(f"{way}.svg").status_code == 200
        assert client.get(f"/relation/{key}/USA").status_code == 404
