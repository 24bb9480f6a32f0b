"""Who said what: quoted and paraphrased told apart, a page of whole days."""

import re

import pytest

from bulletins import Say, bulletin
from memcon.desk.desk import Desk
from memcon.record.contract import Record
from memcon.tables.quotations import quotations
from memcon.web.said import parts
from visits import visiting

LAVROV, BLINKEN = "Sergei Lavrov", "Antony Blinken"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """A desk on which Lavrov and Blinken speak on each of three days."""
    path = tmp_path_factory.mktemp("said") / "desk.memcon"
    with Desk.create(path) as desk:
        for day in (1, 2, 3):
            for name in (LAVROV, BLINKEN):
                told = Say(f"{name} said that day {day} was good.", name, "said")
                desk.add(bulletin(f"2021-06-0{day}", told, publisher=f"{name} Post"))
    with visiting(path) as client:
        yield client


def said_in(page: str) -> int:
    return page.count('<article class="said">')


def test_each_has_its_speaker_its_cue_and_its_article(client):
    page = client.get("/said?speaker=Lavrov&since=2021-06-03").text
    assert "Who said: Sergei Lavrov" in page
    assert '<a href="/actor/person%3Asergei%20lavrov">Sergei Lavrov</a>' in page
    assert '<span class="paraphrased">that day 3 was good' in page
    assert re.search(r'href="/article/[0-9a-f]{16}\?finding=s1#s1">Sergei Lavrov Post', page)


def test_words_narrow_it(client):
    assert said_in(client.get("/said?about=day+2").text) == 2
    assert said_in(client.get("/said?about=yesterday").text) == 0
    assert "Nobody is told" in client.get("/said?about=yesterday").text


def test_earlier_days_are_a_link_away(client):
    seen, way = 0, "/said?limit=3"
    while way:
        page = client.get(way).text
        seen += said_in(page)
        further = re.search(r'href="([^"]+)" rel="next"', page)
        way = further[1].replace("&amp;", "&") if further else None
    assert seen == 6


def test_a_day_that_no_page_holds_is_cut(client, monkeypatch):
    assert 'href="/said?limit=4" rel="next"' in client.get("/said?limit=1").text
    monkeypatch.setattr("memcon.web.said._MOST", 1)
    page = client.get("/said?limit=1").text
    assert "Not all that was said in articles of" in page
    assert 'href="/said?until=2021-06-02&amp;limit=1" rel="next"' in page


def test_what_is_quoted_is_told_apart(examples: list[Record]):
    told = [one for record in examples for one in quotations(record)]
    mixed = [one for one in told if one.form == "mixed"]
    assert mixed
    for one in told:
        kinds = [kind for kind, _ in parts(one)]
        assert [kind for kind in kinds if kind != "gap"] == [p.kind for p in one.passages]
        assert kinds.count("gap") == sum(
            "…" in glue
            for glue in re.split("|".join(re.escape(p.words) for p in one.passages), one.content)
        )
