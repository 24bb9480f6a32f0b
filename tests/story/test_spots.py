"""Whether two places can be one."""

import pytest

from memcon.story.spots import Spot, kilometres
from sighted import BERN, GENEVA, SWITZERLAND, VIENNA, VILLA

NOWHERE = Spot("Third country", None, None, None)


@pytest.mark.parametrize(
    ("one", "other", "is_near", "excludes"),
    [
        (GENEVA, VILLA, True, False),
        (GENEVA, Spot("Geneva", "CHE", None, None), True, False),
        (GENEVA, BERN, False, True),
        (GENEVA, VIENNA, False, True),
        (GENEVA, SWITZERLAND, False, False),
        (VIENNA, SWITZERLAND, False, True),
        (GENEVA, NOWHERE, False, False),
        (GENEVA, Spot("Lancy", "CHE", None, None), False, False),
    ],
)
def test_the_same_place_another_or_unknown(one, other, is_near, excludes):
    for a, b in ((one, other), (other, one)):
        assert (a.is_near(b), a.excludes(b)) == (is_near, excludes)


def test_a_country_is_nationwide_and_a_city_is_not():
    assert SWITZERLAND.is_nationwide
    assert Spot("U.S.", "USA", 38, -97).is_nationwide
    assert not GENEVA.is_nationwide


def test_how_far_places_are():
    assert kilometres(GENEVA, VIENNA) == pytest.approx(805, abs=15)
    assert kilometres(GENEVA, NOWHERE) is None
