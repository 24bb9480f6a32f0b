"""Where happenings were, spot by spot."""

from datetime import date

import pytest

from bulletins import Act, bulletin, placed
from memcon.errors import DeskError

GENEVA = ("Geneva", "CHE", 46.2, 6.15)
MINSK = ("Minsk", "BLR", 53.9, 27.57)


@pytest.fixture
def mapped(desk):
    desk.add(placed("2021-06-16", "The two met at the lake.", GENEVA))
    desk.add(placed("2021-07-28", "Their deputies sat down.", GENEVA))
    desk.add(
        placed("2021-05-01", "NATO accused Russia there.", MINSK, "ACCUSE", ("NATO", "Russia"))
    )
    desk.add(bulletin("2021-05-02", Act("Germany paid.", "AID", ("Germany",), ("Russia",))))
    desk.add(placed("2021-05-03", "It was somewhere.", ("Nowhere", None, None, None)))
    return desk


def test_the_busiest_spot_comes_first(mapped):
    places = mapped.places()
    assert [(scene.name, scene.happenings) for scene in places.scenes] == [
        ("Geneva", 2),
        ("Minsk", 1),
    ]
    geneva, minsk = places.scenes
    assert (geneva.lat, geneva.lon, geneva.country) == (46.2, 6.15, "CHE")
    assert geneva.cooperation > 0 == geneva.conflict
    assert minsk.conflict < 0 == minsk.cooperation
    assert geneva.last == date(2021, 7, 28)


def test_what_has_no_spot_is_counted(mapped):
    places = mapped.places()
    assert (places.found, places.placed, places.unplaced) == (2, 3, 2)


def test_the_latest_happenings_of_a_spot_are_named(mapped):
    latest = mapped.places().scenes[0].latest
    days = [mapped.happening(number).account.happening.first for number in latest]
    assert days == [date(2021, 7, 28), date(2021, 6, 16)]


@pytest.mark.parametrize(
    ("asked", "names", "unplaced"),
    [
        ({"parties": ["NATO"]}, ["Minsk"], 0),
        ({"parties": ["USA", "Putin"]}, ["Geneva"], 1),
        ({"types": ["ACCUSE", "AID"]}, ["Minsk"], 1),
        ({"since": date(2021, 6, 1)}, ["Geneva"], 0),
        ({"until": date(2021, 5, 2)}, ["Minsk"], 1),
        ({"parties": ["NATO"], "types": ["AID"]}, [], 0),
    ],
)
def test_parties_types_and_days_narrow_it(mapped, asked, names, unplaced):
    places = mapped.places(**asked)
    assert [scene.name for scene in places.scenes] == names
    assert places.unplaced == unplaced


def test_one_spot_with_two_names_is_one(mapped):
    mapped.add(placed("2021-08-01", "They met in the city again.", ("Genève", "CHE", 46.2, 6.15)))
    geneva = mapped.places().scenes[0]
    assert (geneva.name, geneva.happenings) == ("Geneva", 3)


def test_a_limit_tells_how_many_are_left(mapped):
    places = mapped.places(limit=1)
    assert ([row.name for row in places.rows], places.left, places.placed) == (["Geneva"], 1, 3)


def test_a_party_must_be_known(mapped):
    with pytest.raises(DeskError):
        mapped.places(parties=["Nobody Knows"])
