"""Where the tellings of a happening differ."""

from dataclasses import replace

import pytest

from memcon.story.discrepancies import find_discrepancies
from memcon.story.periods import period_of
from sighted import (
    BERN,
    BIDEN,
    GENEVA,
    MOSCOW,
    PUTIN,
    RUSSIA,
    SWITZERLAND,
    US_DIPLOMATS,
    VILLA,
    sighting,
)

BASE = sighting(
    "a",
    "SANCTION",
    "expel",
    (RUSSIA,),
    (US_DIPLOMATS,),
    on="2021-04-16",
    spot=GENEVA,
    counted=[(10, "diplomat")],
)
FAMILIES = {"a": 1, "b": 2, "c": 3, "d": 4, "copy": 1}


def found(*changes, base=BASE):
    """The discrepancies of the base with a telling for each of the changes."""
    rest = (replace(base, **{"article": a, **c}) for a, c in zip("bcd", changes, strict=False))
    return find_discrepancies((base, *rest), FAMILIES)


def sides(discrepancy):
    return [(side.value, "".join(s.article for s in side.told)) for side in discrepancy.sides]


def counted(*numbers):
    return {"quantities": sighting("x", counted=numbers).quantities}


def test_tellings_that_agree_do_not_differ():
    assert found({}, {"period": period_of("2021-04"), "spot": VILLA}, {"quantities": ()}) == ()


def test_days_that_exclude_each_other():
    (date,) = found({"period": period_of("2021-04-15")}, {"period": period_of("2021-W15")}, {})
    assert date.kind == "date"
    assert sides(date) == [("2021-04-16", "ad"), ("2021-04-15", "b")]


def test_a_plan_is_not_at_odds_with_what_came():
    plan = {"status": "planned", "period": period_of("2021-04-20")}
    assert found(plan) == ()
    (date,) = found({"period": period_of("2021-04-21")}, base=replace(BASE, **plan))
    assert sides(date) == [("2021-04-20", "a"), ("2021-04-21", "b")]


def test_places_of_which_neither_lies_in_the_other():
    (place,) = found({"spot": BERN}, {"spot": SWITZERLAND}, {"spot": VILLA})
    assert place.kind == "place"
    assert sides(place) == [("Geneva", "ad"), ("Bern", "b")]


def test_numbers_of_one_unit():
    (number,) = found(
        counted((12, "diplomat")), counted((10, "diplomat")), counted((8, "official"))
    )
    assert number.kind == "number"
    assert sides(number) == [("10 diplomats", "ac"), ("12 diplomats", "b")]


@pytest.mark.parametrize(
    "numbers", [[(300, "diplomat")], [(12, "official")], [(10, "diplomat"), (12, "diplomat")]]
)
def test_numbers_that_count_something_else(numbers):
    assert found(counted(*numbers)) == ()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ((1, "hostage"), "1 hostage"),
        ((2, "hostage"), "2 hostages"),
        ((2, "people"), "2 people"),
        ((2.5e9, "USD"), "2,500,000,000 USD"),
    ],
)
def test_a_number_is_told_with_its_unit(number, words):
    base = replace(BASE, **counted((number[0] * 2, number[1])))
    assert ("b", words) in [
        (articles, value) for value, articles in sides(found(counted(number), base=base)[0])
    ]


def test_who_proposed_it():
    offer = sighting("a", "REQUEST", None, (BIDEN,), (PUTIN,))
    (proposer,) = found({"source": (MOSCOW,), "target": (BIDEN,)}, {"target": ()}, base=offer)
    assert proposer.kind == "proposer"
    assert sides(proposer) == [("Joe Biden", "a"), ("government of Russia", "b")]


def test_who_denied_it():
    (denial,) = found({"status": "denied", "said_by": (MOSCOW,)}, {"status": "alleged"})
    assert denial.kind == "denial"
    assert sides(denial) == [("happened", "ac"), ("denied by government of Russia", "b")]
    (denial,) = found({"status": "not-happened"})
    assert sides(denial) == [("happened", "a"), ("did not happen", "b")]


def test_a_family_against_itself_is_no_discrepancy():
    corrected = replace(BASE, article="copy", **counted((12, "diplomat")))
    assert find_discrepancies((BASE, corrected), FAMILIES) == ()
    other = replace(BASE, article="b")
    assert find_discrepancies((BASE, corrected, other), FAMILIES) == ()
    against = replace(corrected, article="c")
    (number,) = find_discrepancies((BASE, corrected, other, against), FAMILIES)
    assert [len(side.told) for side in number.sides] == [2, 2]
