"""Outlines: what is where on the map, and that a browser can draw it."""

from itertools import pairwise

import msgspec
import pytest
from shapely import Point, Polygon
from shapely.geometry import shape

from memcon.web.outlines import outlines


@pytest.fixture(scope="module")
def features():
    return msgspec.json.decode(outlines())["features"]


@pytest.mark.parametrize(
    ("city", "longitude", "latitude", "country"),
    [
        ("Moscow", 37.6, 55.8, "RUS"),
        ("Kaliningrad", 20.9, 54.7, "RUS"),
        ("Anadyr, beyond the date line's far side", 177.0, 65.0, "RUS"),
        ("Uelen, beyond the date line", -173.0, 66.8, "RUS"),
        ("Simferopol", 34.1, 45.0, "UKR"),
        ("Nakhchivan", 45.4, 39.3, "AZE"),
        ("Pristina", 21.1, 42.6, "XKX"),
        ("Nablus", 35.3, 32.2, "PSE"),
        ("Gaza", 34.4, 31.4, "PSE"),
        ("Taipei", 121.2, 24.8, "TWN"),
        ("Reykjavik", -21.3, 64.2, "ISL"),
        ("Maseru, with South Africa all around", 28.2, -29.6, "LSO"),
        ("Luxembourg", 6.1, 49.7, "LUX"),
    ],
)
def test_a_place_is_in_one_country(features, city, longitude, latitude, country):
    place = Point(longitude, latitude)
    there = [f["id"] for f in features if shape(f["geometry"]).buffer(0).covers(place)]
    assert there == [country], city


def test_each_country_is_there_once_by_the_code_that_records_have(features, countries):
    codes = [feature["id"] for feature in features]
    assert len(codes) == len(set(codes))
    # Those without are parts of another country, and Antarctica.
    assert not set(codes) - set(countries.by_code)
    assert len(set(countries.by_code) - set(codes)) < 15


def test_rings_are_closed_and_run_as_vega_draws_them(features):
    # One that ran the other way would be filled with all the rest of the world.
    for feature in features:
        for outline, *holes in feature["geometry"]["coordinates"]:
            assert _turn(outline) < 0, feature["id"]
            assert all(_turn(hole) > 0 for hole in holes), feature["id"]
            assert all(ring[0] == ring[-1] for ring in (outline, *holes))


def test_a_browser_gets_no_more_than_it_can_show(features):
    assert len(outlines()) < 150_000
    assert all(Polygon(part[0]).area for f in features for part in f["geometry"]["coordinates"])


def _turn(ring):
    """Above nought for a ring that runs anticlockwise."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring))
