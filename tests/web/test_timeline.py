"""The timeline: pages of whole days, the latest first."""

import re
from datetime import date

import pytest

from bulletins import Act, bulletin
from memcon.desk.desk import Desk
from memcon.web.timeline import TimelineQuery, leaf
from visits import visiting

PAIRS = (("Joe Biden", "Vladimir Putin"), ("Sergei Lavrov", "Germany"), ("Germany", "NATO"))
KINDS = (("ACCUSE", "faulted"), ("REQUEST", "asked"), ("THREATEN", "threatened"))


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """A desk with three happenings on each of three days."""
    path = tmp_path_factory.mktemp("timeline") / "desk.memcon"
    with Desk.create(path) as desk:
        for day, (kind, did) in enumerate(KINDS, 1):
            told = (
                Act(f"{a} {did} {b}.", kind, (a,), (b,), day=f"2021-06-0{day}") for a, b in PAIRS
            )
            desk.add(bulletin(f"2021-06-0{day}", *told))
    with visiting(path) as client:
        yield client


def days_of(page: str) -> list[str]:
    return re.findall(r"<h2>(.*?)</h2>", page)


def test_the_latest_day_stands_first(client):
    page = client.get("/timeline").text
    assert days_of(page) == ["3 June 2021", "2 June 2021", "1 June 2021"]
    assert "9 happenings" in page
    assert 'rel="next"' not in page


def test_a_day_that_a_page_does_not_hold_begins_the_next(client):
    seen, way, days = 0, "/timeline?limit=4", []
    while way:
        page = client.get(way).text
        days += days_of(page)
        seen += page.count('<article class="account')
        further = re.search(r'href="([^"]+)" rel="next"', page)
        way = further[1].replace("&amp;", "&") if further else None
    assert days == ["3 June 2021", "2 June 2021", "1 June 2021"]
    assert seen == 9


def test_a_day_of_more_than_a_page_is_shown_on_a_larger_one(client):
    page = client.get("/timeline?limit=2").text
    assert 'href="/timeline?limit=8" rel="next"' in page


def test_a_day_that_no_page_holds_is_cut(client, monkeypatch):
    monkeypatch.setattr("memcon.web.timeline._MOST", 2)
    page = client.get("/timeline?limit=2").text
    assert "Not all of 3 June 2021 is shown" in page
    assert 'href="/timeline?until=2021-06-02&amp;limit=2" rel="next"' in page


def test_many_days_are_put_together_by_month(client, tmp_path):
    with Desk.create(tmp_path / "desk.memcon") as desk:
        for on in ("2021-01-05", "2021-06-05", "2021-06-07"):
            desk.add(bulletin(on, Act(f"Biden spoke on {on}.", "CONSULT", ("Joe Biden",), day=on)))
        groups = list(leaf(desk.timeline(), TimelineQuery()).groups)
    assert [(heading, len(accounts)) for heading, accounts in groups] == [
        ("June 2021", 2),
        ("January 2021", 1),
    ]


def test_types_statuses_parties_and_days_narrow_it(client):
    assert client.get("/timeline.json?status=planned").json()["found"] == 0
    assert client.get("/timeline.json?party=Putin&until=2021-06-02").json()["found"] == 2
    assert client.get("/timeline.json?type=ASSAULT").json()["found"] == 0
    assert client.get("/timeline?status=likely").status_code == 400


def test_what_is_asked_stands_in_the_form_and_in_the_way_on(client):
    page = client.get("/timeline?party=Biden&status=actual&since=2021-06&limit=2").text
    assert '<option value="actual" selected>' in page
    assert 'value="Biden"' in page
    assert f'value="{date(2021, 6, 1)}"' in page
    assert "status=actual&amp;since=2021-06-01&amp;until=2021-06-02" in page
