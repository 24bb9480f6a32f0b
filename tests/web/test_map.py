"""The map: circles where happenings were, the table that says the same, and what has no place."""

import html
import re

import msgspec
import pytest

from browsing import violations
from bulletins import Act, bulletin, placed
from memcon.desk.desk import Desk
from visits import visiting

GENEVA = ("Geneva", "CHE", 46.2, 6.15)
MINSK = ("Minsk", "BLR", 53.9, 27.57)
# A page says what an article says, and a place can be called anything.
ODD = ('var(--none) "url":"/assets/<b>&', None, 10.0, 10.0)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    path = tmp_path_factory.mktemp("map") / "desk.memcon"
    with Desk.create(path) as desk:
        desk.add(placed("2021-06-16", "The two met at the lake.", GENEVA))
        desk.add(placed("2021-07-28", "Their deputies sat down.", GENEVA))
        desk.add(
            placed("2021-05-01", "NATO accused Russia there.", MINSK, "ACCUSE", ("NATO", "Russia"))
        )
        desk.add(placed("2021-03-01", "It was an odd place.", ODD, "ACCUSE"))
        desk.add(bulletin("2021-05-02", Act("Germany paid.", "AID", ("Germany",), ("Russia",))))
    with visiting(path) as client:
        yield client


def table(page: str) -> list[tuple[str, str]]:
    """Each place with where it leads."""
    rows = re.findall(r'<tr><th scope="row"><a href="([^"]+)">(.*?)</a></th>', page)
    return [(html.unescape(name), html.unescape(address)) for address, name in rows]


def circles(page: str) -> dict[str, dict]:
    """What the map has, by what it tells."""
    specification = re.search(r'class="specification">(.*?)</script>', page)
    assert specification
    values = msgspec.json.decode(specification[1])["data"]["values"]
    return {value["told"]: value for value in values}


def test_the_table_says_what_the_map_shows(client):
    page = client.get("/map").text
    assert [name for name, _ in table(page)] == ["Geneva", "Minsk", ODD[0]]
    assert "4 happenings at 3 places; 1 other has no place that is known." in page
    geneva = circles(page)["Geneva: 2 happenings, the last 28 July 2021"]
    assert (geneva["mostly"], geneva["happenings"]) == ("Cooperation", 2)
    assert circles(page)["Minsk: 1 happening, the last 1 May 2021"]["mostly"] == "Conflict"
    assert [circle["address"] for circle in circles(page).values()] == [
        address for _, address in table(page)
    ]


def test_a_place_leads_to_its_happenings(client):
    for asked, happenings in (("", 2), ("?party=USA&type=CONSULT&until=2021-06", 1)):
        (address,) = (
            way for name, way in table(client.get(f"/map{asked}").text) if name == "Geneva"
        )
        timeline = client.get(f"{address}&limit=5".replace("/timeline?", "/timeline.json?")).json()
        assert timeline["found"] == happenings
        assert timeline["place"] == "Geneva"


def test_a_place_may_be_called_anything(client):
    page = client.get("/map").text
    assert "<b>&" not in page
    (way,) = (way for name, way in table(page) if name == ODD[0])
    assert client.get(way).status_code == 200
    assert client.get("/map.svg").status_code == 200


def test_its_twins_say_the_same(client):
    assert [row["name"] for row in client.get("/map.json?party=NATO").json()["scenes"]] == ["Minsk"]
    assert client.get("/map.csv?since=2021-06").text.splitlines()[1].startswith("Geneva,CHE,46.2,")


def test_the_picture_has_the_outlines_and_a_region_of_them(client):
    world, europe = (client.get(f"/map.svg?region={name}").text for name in ("World", "Europe"))
    assert world.count("<path") > 150
    assert world != europe


def test_the_outlines_are_fetched_once(client):
    page = client.get("/map").text
    address = re.search(r'"url":"(/assets/[0-9a-f]+/outlines\.json)"', page)
    assert address
    answer = client.get(address[1])
    assert answer.headers["content-type"] == "application/json"
    assert "immutable" in answer.headers["cache-control"]
    assert len(answer.json()["features"]) > 200


def test_more_places_are_a_link_away(client):
    page = client.get("/map?limit=1&region=Europe").text
    assert [name for name, _ in table(page)] == ["Geneva"]
    assert 'href="/map?region=Europe&amp;limit=4">2 more places</a>' in page


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("region=Atlantis", 400),
        ("type=FEAST", 400),
        ("limit=0", 400),
        ("party=Nobody+Knows", 404),
        ("since=2031", 200),
    ],
)
def test_what_cannot_be_asked(client, asked, status):
    for form in ("", ".json", ".csv", ".svg"):
        assert client.get(f"/map{form}?{asked}").status_code == status


def test_a_circle_opens_its_happenings(page):
    sizes = []
    page.on("response", lambda answer: sizes.append(answer.request.sizes()["responseBodySize"]))
    page.goto("/map")
    page.wait_for_selector("html[data-drawn]")
    page.wait_for_load_state("networkidle")
    assert page.locator(".world .mark-shape path").count() > 150
    assert sum(sizes) < 400_000
    page.locator('.world [aria-label*="Washington"]').click()
    page.wait_for_url("**/timeline?place=Washington")
    page.go_back()
    page.wait_for_selector("html[data-drawn]")


@pytest.mark.parametrize("look", ["light", "dark", "phone", "unscripted"])
def test_it_is_for_everybody(page, look):
    assert page.goto("/map?region=Europe").status == 200
    width = page.viewport_size["width"]
    assert page.locator("html").evaluate("root => root.scrollWidth") <= width
    if look == "unscripted":
        assert page.locator("noscript img, .world img").count()
    else:
        page.wait_for_selector("html[data-drawn]")
        assert violations(page) == []
