"""Events as pairs of parties, with their ids and days."""

from datetime import date

import msgspec
import pytest

from geneva import EVENTS, GENEVA
from memcon.tables.days import first_day
from memcon.tables.dyads import dyads


def pairs(countries, **fields):
    """(source, target, number) of each pair of the story's request, with these fields."""
    event = msgspec.structs.replace(EVENTS[2], **fields)
    record = msgspec.structs.replace(GENEVA, events=(event,))
    return [(d.source.name, d.target.name, d.number) for d in dyads(record, countries)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [("Antony Blinken", "Russia", 0)]),
        ({"target": ()}, [("Antony Blinken", None, 0)]),
        ({"source": (), "target": ("a3",)}, [(None, "Russia", 0)]),
        ({"source": ("a1", "a4")}, [("Antony Blinken", "Russia", 1), ("Ned Price", "Russia", 2)]),
        ({"source": ("a1",), "target": (), "mutual": True}, [("Antony Blinken", None, 0)]),
        (
            {"source": ("a1", "a2"), "target": (), "mutual": True},
            [("Antony Blinken", "Sergei Lavrov", 1), ("Sergei Lavrov", "Antony Blinken", 2)],
        ),
    ],
)
def test_pairs_of_an_event(countries, fields, expected):
    assert pairs(countries, **fields) == expected


def test_three_who_meet_are_six_pairs(countries):
    found = pairs(countries, source=("a1", "a2", "a4"), target=(), mutual=True)
    assert len({(source, target) for source, target, _ in found}) == 6


def test_ids_are_unique_and_tell_article_event_and_pair(countries):
    found = list(dyads(GENEVA, countries))
    idents = [dyad.ident for dyad in found]
    assert len(set(idents)) == len({dyad.serial for dyad in found}) == len(found)
    head = GENEVA.article.id[:16]
    assert idents[:4] == [f"{head}-e1", f"{head}-e2.1", f"{head}-e2.2", f"{head}-e3"]
    assert all(dyad.serial < 2**53 for dyad in found)


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (0, date(2022, 1, 22)),  # no time of its own: the day of publication
        (1, date(2022, 1, 21)),
        (9, date(2014, 1, 1)),  # "in 2014"
    ],
)
def test_the_day_of_an_event(countries, number, day):
    assert list(dyads(GENEVA, countries))[number].day == day


def test_history_without_a_date_has_no_day(countries):
    told = msgspec.structs.replace(EVENTS[7], time=None)
    (dyad,) = dyads(msgspec.structs.replace(GENEVA, events=(told,)), countries)
    assert dyad.day is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-05-19", date(2021, 5, 19)),
        ("2021-05-19TEV", date(2021, 5, 19)),
        ("2021-05", date(2021, 5, 1)),
        ("2021", date(2021, 1, 1)),
        ("2021-W20", date(2021, 5, 17)),
        ("2021-Q3", date(2021, 7, 1)),
        ("2021-H2", date(2021, 7, 1)),
        ("2021-WI", date(2021, 12, 1)),
        ("2021-02-30", None),
        ("2021-W60", None),
        ("P2D", None),
        ("PRESENT_REF", None),
        ("XXXX-05-19", None),
    ],
)
def test_the_first_day_of_a_time(value, day):
    assert first_day(value) == day


@pytest.mark.parametrize(("number", "is_lead", "paragraph"), [(1, True, 3), (3, False, 4)])
def test_where_in_the_article_an_event_is_told(countries, number, is_lead, paragraph):
    dyad = list(dyads(GENEVA, countries))[number]
    assert (dyad.is_in_the_lead, dyad.paragraph) == (is_lead, paragraph)


def test_a_party_is_called_by_its_fullest_words_in_the_evidence(countries):
    talks = list(dyads(GENEVA, countries))[1]
    assert talks.source.called == "Antony Blinken"
    unnamed = msgspec.structs.replace(EVENTS[7], source=("a5",))
    (dyad,) = dyads(msgspec.structs.replace(GENEVA, events=(unnamed,)), countries)
    assert (dyad.source.name, dyad.source.called) == ("Moscow", None)
