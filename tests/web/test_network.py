"""The network: who met whom as arcs and in a table, and where either leads."""

import re

import msgspec
import pytest

from browsing import violations
from bulletins import SUMMIT, Act, bulletin
from memcon.desk.desk import Desk
from memcon.story.networks import Edge, Network, Node
from memcon.web.network import NETWORK, NetworkQuery
from visits import visiting

# Where on the screen the middle of a line is.
MIDDLE = """
path => {
  const point = path.getPointAtLength(path.getTotalLength() / 2);
  const {x, y} = point.matrixTransform(path.getScreenCTM());
  return [x, y];
}
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """The summit of bulletins.SUMMIT, and others who met."""
    path = tmp_path_factory.mktemp("network") / "desk.memcon"
    with Desk.create(path) as desk:
        for record in SUMMIT:
            desk.add(record)
        desk.add(bulletin("2021-08-02", Act("They met.", "CONSULT", ("Germany",), ("Russia",))))
    with visiting(path) as client:
        yield client


def specification(page: str) -> dict:
    found = re.search(r'class="specification">(.*?)</script>', page)
    assert found
    return msgspec.json.decode(found[1])


def test_the_table_says_what_the_picture_shows(client):
    page = client.get("/network").text
    assert "2 pairs met or spoke." in page
    assert '<a href="/network?of=USA&amp;grain=state">United States</a>' in page
    assert '<a href="/relation/RUS/USA">2<span class="unseen">' in page
    drawn = specification(page)
    assert {value["told"] for value in drawn["data"]["values"]} == {
        "Russia: 3 meetings",
        "United States: 2 meetings",
        "Germany: 1 meeting",
    }
    arcs = drawn["layer"][0]["data"]["values"]
    assert {(arc["told"], arc["address"]) for arc in arcs} == {
        ("Russia and United States: 2 meetings, the last 16 June 2021", "/relation/RUS/USA"),
        ("Germany and Russia: 1 meeting, the last 2 August 2021", "/relation/DEU/RUS"),
    }


def test_a_meeting_leads_to_its_words(client):
    page = client.get("/network").text
    way = re.search(r'<a href="(/happening/\d+)"><time datetime="2021-06-16">', page)
    assert way
    assert client.get(way[1]).status_code == 200


def test_whom_one_met_leads_on_to_all_else_of_it(client):
    page = client.get("/network?of=DEU&grain=state").text
    assert '<h1>Whom <a href="/actor/DEU">Germany</a> met</h1>' in page
    assert "1 other met or spoke with Germany." in page
    assert '<a href="/actor/DEU">Germany</a></td>' in page
    assert '<a href="/network?of=RUS&amp;grain=state">Russia</a></td>' in page


@pytest.mark.parametrize(
    ("asked", "way"),
    [
        ("of=United States", '<a href="/actor/USA">United States</a></td>'),
        ("of=usa", '<a href="/actor/USA">United States</a></td>'),
        ("of=Biden&grain=actor", '<a href="/actor/person%3Ajoe%20biden">Joe Biden</a></td>'),
        ("of=Biden", '<a href="/network?of=USA&amp;grain=state">United States</a></td>'),
    ],
)
def test_whoever_is_asked_for_is_known_by_any_name(client, asked, way):
    assert way in client.get(f"/network?{asked}").text


def test_days_and_grain_narrow_it_and_are_kept(client):
    page = client.get("/network?grain=actor&since=2021-06&until=2021-07").text
    assert "/network?of=person%3Ajoe+biden&amp;grain=actor&amp;since=2021-06-01" in page
    assert "Blinken" not in page.partition("<table")[2]
    assert client.get("/network.csv?grain=actor").text.count("\n") == 4


def test_more_pairs_are_a_link_away(client):
    page = client.get("/network?limit=1").text
    assert "the 1 who did so most often" in page
    assert 'href="/network?grain=state&amp;limit=4">1 more pairs</a>' in page


def test_a_picture_has_no_more_names_than_can_be_read():
    nodes = tuple(Node(f"S{n}", f"State {n}", "state", None, 2) for n in range(60))
    edges = tuple(Edge(f"S{n}", f"S{n + 1}", 60 - n, None, (1,)) for n in range(59))
    answer, query = Network("state", None, None, None, nodes, edges, 59), NetworkQuery()
    assert NETWORK.chart
    assert len(NETWORK.chart(answer, query)["data"]["values"]) == 40
    assert NETWORK.frame(answer, query)["drawn"] == 40
    assert len(NETWORK.frame(answer, query)["pairs"]) == 59


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("grain=planet", 400),
        ("limit=100000", 400),
        ("of=Nobody+Knows", 404),
        ("of=NATO", 200),
        ("since=2031", 200),
    ],
)
def test_what_cannot_be_asked(client, asked, status):
    for form in ("", ".json", ".csv", ".svg"):
        assert client.get(f"/network{form}?{asked}").status_code == status


def test_a_name_leads_to_whom_it_met_and_an_arc_to_the_two(page):
    page.goto("/network")
    page.wait_for_selector("html[data-drawn]")
    page.locator(".mark-text text", has_text="Turkey").click()
    page.wait_for_url("**/network?of=TUR&grain=state")
    page.wait_for_selector("html[data-drawn]")
    page.locator(".mark-text text", has_text="Turkey").click()
    page.wait_for_url("**/actor/TUR")
    page.goto("/network?of=TUR&grain=state")
    page.wait_for_selector("html[data-drawn]")
    page.mouse.click(*page.locator(".mark-line path").evaluate(MIDDLE))
    page.wait_for_url("**/relation/ARM/TUR")


def test_what_a_reader_points_at_stands_out(page):
    page.goto("/network")
    page.wait_for_selector("html[data-drawn]")
    faint = '.mark-line path[opacity="0.15"]'
    assert page.locator(faint).count() == 0
    page.locator(".mark-text text", has_text="Turkey").hover()
    page.wait_for_selector(faint)
    assert 0 < page.locator(faint).count() < page.locator(".mark-line path").count()


@pytest.mark.parametrize("look", ["light", "dark", "phone", "unscripted"])
def test_it_is_for_everybody(page, look):
    for place in ("/network", "/network?of=USA&grain=actor"):
        assert page.goto(place).status == 200
        width = page.viewport_size["width"]
        assert page.locator("html").evaluate("root => root.scrollWidth") <= width
        if look != "unscripted":
            page.wait_for_selector("html[data-drawn]")
            assert violations(page) == []
