"""What is set right from the pages of an article and a happening, and taken back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bulletins import SUMMIT, Say, bulletin
from memcon.brief.explanation import Explained, Label
from memcon.desk.desk import Desk
from memcon.record.contract import Record
from memcon.web.answering import wider
from memcon.web.app import create_app
from memcon.web.clerk import Clerk
from memcon.web.guard import TOKEN, Session

SAID = bulletin(
    "2021-05-22",
    Say("Peskov said that much was open.", "Dmitry Peskov", "said"),
    Say("Blinken said that he had been clear.", "Antony Blinken", "said"),
    publisher="<b>Example</b>",
)
TALKS, AGAIN = SUMMIT[1].article.id, SUMMIT[2].article.id
HOUR = 3600.0
SESSION = Session("token", "once", "cookie", "csrf")


class Grounds:
    """A reading side that explains what is asked, but not of the last article."""

    def explain(self, record: Record, ident: str) -> Explained | None:
        if record == SAID:
            return None
        labels = (Label("CONSULT", 0.9), Label("none", 0.1))
        return Explained(ident, "CONSULT meet", (), (), "the verb meets", labels, 0.9, ())


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """Who was let in to a desk with the articles of bulletins.SUMMIT, and one with statements."""
    path = tmp_path / "desk.memcon"
    with Desk.create(path) as desk:
        for record in (*SUMMIT, SAID):
            desk.add(record)
    app = create_app(Clerk(path, None, HOUR), Grounds(), SESSION)
    with TestClient(app, "http://127.0.0.1", headers={"origin": "http://127.0.0.1"}) as client:
        client.get(f"/?{TOKEN}={SESSION.token}")
        yield client


def send(client: TestClient, path: str, **fields: str):
    return client.post(path, data={"csrf": SESSION.csrf, **fields})


def happening_of(client: TestClient, article: str, event: str = "e1") -> int:
    return client.get(f"/article/{article}.json").json()["happenings"][event]


def words(page: str) -> str:
    """A page without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_a_wrong_type_moves_the_happening_and_comes_back(client):
    before = happening_of(client, TALKS)
    answer = send(
        client,
        f"/article/{TALKS}/correct",
        finding="e1",
        right="type",
        coding="ACCUSE",
        who=" Ada  Lovelace ",
        note="as it says",
    )
    assert answer.url.path == f"/article/{TALKS[:16]}"
    assert "was CONSULT meet, is ACCUSE Ada Lovelace" in words(answer.text)
    after = happening_of(client, TALKS)
    assert after != before
    page = words(client.get(f"/happening/{after}").text)
    assert "found fault" in page or "faulted" in page
    assert "was CONSULT meet, is ACCUSE" in page
    accused = client.get("/timeline.json?type=ACCUSE").json()["accounts"]
    assert after in [one["number"] for one in accused]
    listed = words(client.get("/corrections").text)
    assert "1 correction in articles" in listed
    assert "as it says" in listed
    answer = send(client, "/corrections/1/undo")
    assert answer.url.path == "/corrections"
    assert happening_of(client, TALKS) == before


def test_what_is_no_event_is_gone_but_remembered_where_it_stood(client):
    fields = {"finding": "e1", "right": "not-event", "who": "Ada"}
    page = send(client, f"/article/{TALKS}/correct", **fields).text
    assert "was CONSULT meet, is no event" in words(page)
    assert "struck" in page
    assert "e1" not in client.get(f"/article/{TALKS}.json").json()["happenings"]
    page = send(client, "/corrections/1/undo", finding="e1")
    assert page.url.query == b"finding=e1"
    assert "was CONSULT meet" not in words(page.text)


def test_a_wrong_speaker_is_another_actor_of_the_article(client):
    record = client.get(f"/article/{SAID.article.id}.json").json()["record"]
    blinken = next(one["id"] for one in record["actors"] if one["name"] == "Antony Blinken")
    fields = {"finding": "s1", "right": "speaker", "speaker": blinken, "who": "Ada"}
    page = send(client, f"/article/{SAID.article.id}/correct", **fields)
    assert "was said by Dmitry Peskov, is by Antony Blinken" in words(page.text)
    row = client.get("/corrections.csv").text.splitlines()[1]
    assert row.startswith("speaker,1,")


def test_what_one_article_tells_is_split_off_and_joined_again(client):
    number = happening_of(client, TALKS)
    answer = send(client, f"/happening/{number}/split", article=AGAIN, event="e1", who="Ada")
    apart = int(answer.url.path.rpartition("/")[2])
    assert happening_of(client, AGAIN) == apart != number
    assert "split off by hand: Ada" in words(answer.text)
    assert f'name="other" value="{number}"' in answer.text
    answer = send(client, f"/happening/{apart}/join", other=str(number), who="Ada")
    assert happening_of(client, TALKS) == happening_of(client, AGAIN) == apart
    assert "joined by hand: Ada" in words(answer.text)
    assert "One happening" in words(client.get("/corrections").text)


def test_earlier_corrections_and_rulings_of_an_article_are_one_step_away(client):
    number = happening_of(client, TALKS)
    send(client, f"/happening/{number}/split", article=AGAIN, event="e1", who="Ada")
    other = happening_of(client, SUMMIT[0].article.id)
    send(client, f"/happening/{number}/join", other=str(other), who="Ada")
    page = client.get("/corrections?limit=1").text
    assert page.count('<a href="/corrections?limit=4">1 earlier</a>') == 1
    record = client.get(f"/article/{SAID.article.id}.json").json()["record"]
    for finding, actor in zip(("s1", "s2"), reversed(record["actors"]), strict=True):
        fields = {"finding": finding, "right": "speaker", "speaker": actor["id"], "who": "Ada"}
        send(client, f"/article/{SAID.article.id}/correct", **fields)
    page = client.get(f"/corrections?limit=1&article={SAID.article.id}").text
    way = f"/corrections?article={SAID.article.id}&amp;limit=4"
    assert page.count(f'<a href="{way}">1 earlier</a>') == 1


@pytest.mark.parametrize("path", ["/corrections", "/happening/1"])
def test_where_no_more_can_be_shown_no_more_is_offered(path):
    assert wider(path, 1000, 1000) is None
    assert wider(path, 300, 1000) == f"{path}?limit=1000"


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/article/{talks}/correct", {"finding": "e1", "right": "type", "coding": "ACCUSE"}, 400),
        ("/article/{talks}/correct", {"finding": "e1", "right": "all", "who": "A"}, 400),
        (
            "/article/{talks}/correct",
            {"finding": "e1", "right": "type", "coding": "CODE", "who": "A"},
            400,
        ),
        ("/article/{talks}/correct", {"finding": "e77", "right": "not-event", "who": "A"}, 400),
        ("/article/ffffffff/correct", {"finding": "e1", "right": "not-event", "who": "A"}, 409),
        (
            "/article/{talks}/correct",
            {"finding": "e1", "right": "type", "coding": "CONSULT meet", "who": "A"},
            400,
        ),
        ("/corrections/99/undo", {}, 409),
        ("/corrections/x/undo", {}, 400),
        ("/happening/999/join", {"other": "1", "who": "A"}, 409),
        ("/happening/1/join", {"other": "99999999999999999999", "who": "A"}, 400),
        ("/happening/1/split", {"article": "{talks}", "who": "A"}, 409),
    ],
)
def test_what_cannot_be_set_right_is_told(client, path, fields, status):
    told = {name: value.format(talks=TALKS) for name, value in fields.items()}
    answer = send(client, path.format(talks=TALKS), **told)
    assert answer.status_code == status, words(answer.text)


def test_only_our_own_forms_set_anything_right(client):
    fields = {"csrf": "guessed", "finding": "e1", "right": "not-event", "who": "A"}
    assert client.post(f"/article/{TALKS}/correct", data=fields).status_code == 403


def test_a_finding_is_a_page_with_a_twin(client):
    page = client.get(f"/article/{TALKS}/finding/e1")
    assert "CONSULT meet, actual: Antony Blinken, Sergei Lavrov" in words(page.text)
    assert client.get(f"/article/{TALKS}/finding/e1.json").json()["stands"] == "CONSULT meet"
    assert client.get(f"/article/{TALKS}/finding/e99").status_code == 404


def test_the_models_say_why_unless_they_did_not_read_it(client):
    page = words(client.get(f"/article/{TALKS}/finding/e1/why").text)
    assert "the verb meets" in page
    assert "CONSULT 0.90, none 0.10" in page
    assert client.get(f"/article/{TALKS}/finding/e1/why.json").json()["rule"] == "the verb meets"
    page = client.get(f"/article/{SAID.article.id}/finding/s1/why").text
    assert "memcon add --reread" in words(page)
    assert client.get(f"/article/{SAID.article.id}/finding/s1/why.json").json() is None
    assert client.get(f"/article/{TALKS}/finding/a1/why").status_code == 404


def test_an_article_says_when_it_has_no_such_finding_and_shows_no_tags_of_its_own(client):
    page = client.get(f"/article/{SAID.article.id}?finding=e9").text
    assert "There is no finding e9 in this article" in words(page)
    assert "<b>Example</b>" not in page
    assert "&lt;b&gt;Example" in page
    assert client.get("/article/ffffffff").status_code == 404
    assert client.get(f"/article/{TALKS}.csv").text.startswith("finding,kind,")


@pytest.mark.parametrize("number", ["999", "99999999999999999999", "x"])
def test_a_happening_that_is_not_there_is_told(client, number):
    assert client.get(f"/happening/{number}").status_code in (400, 404)
