"""The overview: the first page, on which all that is new stands until it is marked as seen."""

import re
from datetime import date

import pytest

from browsing import violations
from bulletins import EIGHT, SUMMIT, TEN, expelled
from memcon.desk.desk import Desk
from memcon.story.activity import Tie, Week
from memcon.story.answers import Party
from memcon.web.sparklines import sparklines
from visits import SESSION, visiting

PAGES = (
    "/overview",
    "/timeline",
    "/search?words=talks",
    "/said",
    "/actors",
    "/actor/USA",
    "/discrepancies",
    "/watches",
)


@pytest.fixture
def path(tmp_path):
    """An empty desk."""
    path = tmp_path / "desk.memcon"
    Desk.create(path).close()
    return path


def add(path, *records):
    with Desk(path) as desk:
        for record in records:
            desk.add(record)


def test_it_comes_first(path):
    with visiting(path) as client:
        assert client.get("/").headers["location"] == "/overview"


def test_an_empty_desk_says_what_to_do(path):
    with visiting(path) as client:
        page = client.get("/overview").text
    assert "The desk is empty" in page
    assert '<a href="/add">' in page
    assert "Where sources differ" not in page


def test_what_is_new_stands_until_it_is_seen(path):
    add(path, *SUMMIT, expelled("2021-04-16", TEN, 10, "Ledger"))
    with visiting(path) as client:
        page = client.get("/overview").text
        for words in (f"{len(SUMMIT) + 1} articles", "held talks", "floated", "summit of"):
            assert words in page, words
        reached = re.search(r'name="reached" value="(\d+)"', page)[1]
        add(path, expelled("2021-04-17", EIGHT, 8, "Beacon"))
        answer = client.post("/overview/seen", data={"csrf": SESSION.csrf, "reached": reached})
        assert (answer.status_code, answer.headers["location"]) == (303, "/overview")
        page = client.get("/overview").text
        assert "1 article</h3>" in page
        assert "1 discrepancy</h3>" in page
        client.post("/overview/seen", data={"csrf": SESSION.csrf, "reached": "99"})
        assert "all is seen" in client.get("/overview").text


def test_it_tells_how_the_desk_stands(path):
    add(path, *SUMMIT, expelled("2021-04-16", TEN, 10, "L"), expelled("2021-04-17", EIGHT, 8, "B"))
    with visiting(path) as client:
        page = client.get("/overview").text
        told = client.get("/overview.json").json()
    assert '<a href="/relation/RUS/USA">Russia and United States</a>' in page
    assert '<svg class="spark"' in page
    assert "8 diplomats" in page
    assert "Nothing is watched yet" in page
    assert told["size"]["articles"] == len(SUMMIT) + 2
    assert [tie["b"]["code"] for tie in told["activity"]["ties"]][:1] == ["USA"]


def test_what_waits_for_a_watch_is_told(path):
    add(path, SUMMIT[0])
    with Desk(path) as desk:
        desk.watch("geneva", ("relation", "USA", "RUS"))
    add(path, SUMMIT[1])
    with visiting(path) as client:
        page = client.get("/overview").text
    assert '<a href="/watches#geneva">geneva</a>' in page
    assert "1 new article</span>" in page


def test_only_a_form_of_ours_marks_as_seen(path):
    add(path, SUMMIT[0])
    with visiting(path) as client:
        assert client.post("/overview/seen", data={"reached": "1"}).status_code == 403
        assert "Mark as seen" in client.get("/overview").text


def test_a_sparkline_has_cooperation_above_and_conflict_below():
    weeks = (Week(1, 4.0, 0.0), Week(0, 0.0, 0.0), Week(2, 0.1, -8.0))
    tie = Tie(Party("A", "A"), Party("B", "B"), 3, 4.1, -8.0, date(2021, 6, 1), weeks)
    (line,) = sparklines([tie])
    assert (line.width, line.height) == (15, 28)
    assert line.cooperation == "M0 14h4v-7h-4zM10 14h4v-1h-4z"
    assert line.conflict == "M10 14h4v14h-4z"


@pytest.mark.parametrize("look", ["light", "dark", "phone", "unscripted"])
def test_its_pages_are_for_everybody(page, look):
    for place in PAGES:
        assert page.goto(place).status == 200
        width = page.viewport_size["width"]
        assert page.locator("html").evaluate("root => root.scrollWidth") <= width, place
        if look != "unscripted":
            assert violations(page) == [], place
