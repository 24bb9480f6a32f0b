"""How a number is told with its unit."""

import pytest

from memcon.story.amounts import amount


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, "hostage", "1 hostage"),
        (2, "hostage", "2 hostages"),
        (90, "minute", "90 minutes"),
        (3, "people", "3 people"),
        (2, "child", "2 children"),
        (1500, "troop", "1,500 troops"),
        (2.5e9, "USD", "2,500,000,000 USD"),
    ],
)
def test_a_number_is_told_with_its_unit(value, unit, words):
    assert amount(value, unit) == words
