"""How like the parties of two events are."""

import pytest

from memcon.story.parties import COMPATRIOTS, DESCRIBED, SAME, alike, compare
from sighted import BIDEN, BLINKEN, LAVROV, MOSCOW, PUTIN, RUSSIA, US_DIPLOMATS, USA, who

SURNAME = who("Whitfield", "person", "GBR")
FULL = who("Anne Whitfield", "person", "GBR")
DIPLOMATS = who("diplomats", "unnamed", None)
RUSSIAN_DIPLOMATS = who("Russian diplomats", "unnamed", "RUS")
SVR = who("Russia's SVR foreign intelligence service", "agency", "RUS", "SPY")
SERVICE = who("Russia's foreign intelligence service", "agency", "RUS", "SPY")
POLICE = who("police", "agency", None, "COP")
BELARUS = who("Belarusian authorities", "agency", "BLR")


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        ((PUTIN, PUTIN), (RUSSIA, MOSCOW)),
        ((RUSSIA, MOSCOW), (RUSSIA, PUTIN)),
        ((RUSSIA, PUTIN), (LAVROV, PUTIN)),
        ((LAVROV, PUTIN), (BIDEN, PUTIN)),
        ((DIPLOMATS, RUSSIAN_DIPLOMATS), (US_DIPLOMATS, RUSSIAN_DIPLOMATS)),
        ((US_DIPLOMATS, USA), (US_DIPLOMATS, RUSSIA)),
        ((US_DIPLOMATS, DIPLOMATS), (DIPLOMATS, RUSSIA)),
    ],
)
def test_some_are_liker_than_others(nearer, farther):
    assert alike(*nearer) == alike(*reversed(nearer)) > alike(*farther)


@pytest.mark.parametrize(("one", "other"), [(SURNAME, FULL), (SVR, SERVICE)])
def test_a_shorter_name_is_the_same(one, other):
    assert alike(one, other) == alike(other, one) == SAME


def test_a_surname_in_another_country_is_not():
    assert alike(who("Whitfield", "person", "USA"), FULL) == 0


def test_who_is_only_described_may_be_anyone_but_a_state():
    assert alike(POLICE, BELARUS) == DESCRIBED
    assert alike(POLICE, RUSSIA) == 0


@pytest.mark.parametrize(
    ("one", "other", "degree", "names"),
    [
        ((BIDEN, PUTIN), (PUTIN, BIDEN), 1.0, ("Joe Biden", "Vladimir Putin")),
        ((BIDEN, PUTIN), (PUTIN,), 1.0, ("Vladimir Putin",)),
        ((BIDEN, PUTIN), (BLINKEN, LAVROV), COMPATRIOTS, ()),
        ((BIDEN, PUTIN), (BIDEN, FULL), 0.0, ("Joe Biden",)),
        ((BIDEN, PUTIN, BELARUS), (BIDEN, PUTIN, FULL), 2 / 3, ("Joe Biden", "Vladimir Putin")),
    ],
)
def test_sides_are_as_like_as_whom_they_name(one, other, degree, names):
    likeness = compare(one, other)
    assert (likeness.degree, likeness.names) == (pytest.approx(degree), names)


def test_nobody_is_like_nobody():
    assert compare((), (BIDEN,)) is None
