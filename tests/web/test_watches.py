"""Watches in the browser: saved, told what is new, seen, removed."""

import re

import pytest

from bulletins import SUMMIT, Say, View, bulletin, placed
from memcon.desk.desk import Desk
from memcon.web.watches import question_words, way
from visits import SESSION, visiting


@pytest.fixture
def path(tmp_path):
    """A desk with the first of the articles of bulletins.SUMMIT."""
    path = tmp_path / "desk.memcon"
    with Desk.create(path) as desk:
        desk.add(SUMMIT[0])
    return path


@pytest.fixture
def client(path):
    """Who was let in to it."""
    with visiting(path) as client:
        yield client


def send(client, what, **fields):
    return client.post(f"/watches/{what}", data={"csrf": SESSION.csrf, **fields})


def waiting(client):
    return {one["watch"]: one["articles"] for one in client.get("/watches.json").json()["updates"]}


def add(path, *records):
    with Desk(path) as desk:
        for record in records:
            desk.add(record)


def test_nothing_is_watched_at_first(client):
    assert "Nothing is watched yet" in client.get("/watches").text


def test_a_question_is_saved_told_and_removed(client, path):
    answer = send(client, "add", subject="relation", words=["USA", "RUS"])
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/watches#relation%3A%20USA%2C%20RUS",
    )
    add(path, *SUMMIT[1:])
    page = client.get("/watches").text
    assert '<a href="/relation/USA/RUS">relation: USA, RUS</a>' in page
    assert "New happenings" in page
    assert "held talks" in page
    reached = re.search(r'name="reached" value="(\d+)"', page)[1]
    add(path, bulletin("2021-07-01", Say("Lavrov said so.", "Sergei Lavrov", "said")))
    assert send(client, "seen", name="relation: USA, RUS", reached=reached).status_code == 303
    assert waiting(client) == {"relation: USA, RUS": 1}
    assert send(client, "remove", name="relation: USA, RUS").status_code == 303
    assert waiting(client) == {}


@pytest.mark.parametrize(
    ("page", "narrowed"),
    [
        ("/relation/USA/RUS?by=day&limit=10", ("since=2021", "until=2022", "as_of=2021-06-20")),
        (
            "/timeline?party=USA",
            ("since=2021", "until=2022", "type=CONSULT", "status=actual", "place=Vienna"),
        ),
        ("/actor/USA?limit=10", ("since=2021", "until=2022")),
        ("/issue/talks?limit=10", ("since=2021", "until=2022")),
        ("/prospects?party=USA", ("state=open", "as_of=2021-06-20")),
        ("/discrepancies?limit=10", ("since=2021", "until=2022", "kind=date")),
        (
            "/search?words=summit&ranked=true",
            ("since=2021", "publisher=Example", "country=USA", "speaker=USA", "type=CONSULT"),
        ),
    ],
)
def test_a_watch_is_offered_only_of_what_it_keeps(client, path, page, narrowed):
    add(
        path,
        *SUMMIT[1:],
        placed("2021-05-22", "They met in Vienna.", ("Vienna", "AUT", 48.2, 16.4)),
        bulletin("2021-05-21", View("He hailed it.", "Joe Biden", "welcomes", "talks")),
    )
    assert client.get(page).text.count('action="/watches/add"') == 1
    for one in narrowed:
        answer = client.get(f"{page}&{one}")
        assert answer.status_code == 200
        assert "/watches/add" not in answer.text


def test_a_name_of_ones_own_is_kept(client, path):
    send(client, "add", subject="search", words="summit", name="<i>Geneva</i>")
    add(path, *SUMMIT[1:])
    page = client.get("/watches").text
    assert "&lt;i&gt;Geneva&lt;/i&gt;" in page
    assert "<i>Geneva" not in page
    assert "<mark>summit</mark>" in page


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"subject": "weather", "words": "Rome"}, 400),
        ({"subject": "relation", "words": "USA"}, 409),
        ({"subject": "actor", "words": "Nobody Such"}, 409),
        ({"subject": "search"}, 409),
    ],
)
def test_what_cannot_be_asked_is_not_saved(client, fields, status):
    assert send(client, "add", **fields).status_code == status
    assert waiting(client) == {}


def test_a_name_stands_once(client):
    assert send(client, "add", subject="timeline").status_code == 303
    assert send(client, "add", subject="timeline").status_code == 409


def test_a_form_from_elsewhere_changes_nothing(client):
    assert client.post("/watches/add", data={"subject": "timeline"}).status_code == 403
    assert waiting(client) == {}


@pytest.mark.parametrize(
    ("question", "address", "words"),
    [
        (("relation", "USA", "igo:nato"), "/relation/USA/igo%3Anato", "relation: USA, igo:nato"),
        (("timeline", "USA", "RUS"), "/timeline?party=USA&party=RUS", "timeline: USA, RUS"),
        (("timeline",), "/timeline", "timeline"),
        (("actor", "Lavrov"), "/actor/Lavrov", "actor: Lavrov"),
        (("positions", "arms control"), "/issue/arms%20control", "positions: arms control"),
        (("search", '"nord stream"'), "/search?words=%22nord+stream%22", 'search: "nord stream"'),
    ],
)
def test_a_question_leads_to_its_whole_answer(question, address, words):
    assert way(question) == address
    assert question_words(question) == words


@pytest.mark.parametrize(
    "place",
    [
        "/timeline?party=USA",
        "/search?words=summit",
        "/actor/RUS",
        "/discrepancies?party=USA",
        "/relation/USA/RUS",
        "/issue/sanctions",
        "/prospects?party=USA",
    ],
)
def test_what_a_page_shows_can_be_watched_from_it(client, place):
    page = client.get(place).text
    subject = re.search(r'name="subject" value="(\w+)"', page)[1]
    words = re.findall(r'type="hidden" name="words" value="([^"]*)"', page)
    assert send(client, "add", subject=subject, words=words).status_code == 303
