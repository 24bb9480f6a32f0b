"""Offices: who held which office, from when to when."""

import re
from datetime import date

import pytest

from memcon.codes import plover
from memcon.codes.countries import Countries
from memcon.codes.offices import Offices
from memcon.codes.organisations import Organisations
from memcon.codes.tables import rows

EDTF = re.compile(r"(?:(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\??)?")


@pytest.mark.parametrize(
    ("name", "title", "of"),
    [
        ("Sergey Lavrov", "Foreign Minister", "RUS"),
        ("Volodymyr Zelenskyy", "President", "UKR"),
        ("Volodymyr Zelensky", "President", "UKR"),
        ("Vladimir Zelensky", "President", "UKR"),
        ("Recep Tayyip Erdoğan", "President", "TUR"),
        ("Alyaksandr Lukashenka", "President", "BLR"),
        ("Muhammad bin Salman", "Crown Prince", "SAU"),
        ("Kim Jong-Un", "Leader", "PRK"),
        ("Kim Jong Un", "Leader", "PRK"),
        ("Dmitri Peskov", "Kremlin spokesman", "RUS"),
        ("Mariya Zakharova", "Foreign Ministry spokeswoman", "RUS"),
        ("Aleksei Miller", "Chief Executive", "Gazprom"),
        ("Joseph R. Biden Jr.", "President", "USA"),
        ("Ursula von der Leyen", "President", "European Commission"),
        ("Mikheil Saakashvili", "President", "GEO"),
        ("Narendra Modi", "Prime Minister", "IND"),
    ],
)
def test_spellings_of_a_name_find_its_offices(
    offices: Offices, name: str, title: str, of: str
) -> None:
    assert (title, of) in {(office.title, office.of) for office in offices.holders(name)}


@pytest.mark.parametrize("name", ["", "Nobody Anywhere", "Lavrov", "the", "Sergei"])
def test_no_other_name_holds_an_office(offices: Offices, name: str) -> None:
    assert offices.holders(name) == ()


@pytest.mark.parametrize(
    ("surname", "person"),
    [
        ("Lavrov", "Sergei Lavrov"),
        ("Xi", "Xi Jinping"),
        ("al-Assad", "Bashar al-Assad"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
        ("Marcos Jr.", "Ferdinand Marcos Jr."),
    ],
)
def test_a_surname_finds_its_bearers(offices: Offices, surname: str, person: str) -> None:
    on = date(2023, 6, 1)
    assert person in {office.person for office in offices.by_surname(surname, on)}


def test_a_surname_on_a_day_has_only_those_known_by_then(offices: Offices) -> None:
    persons = {office.person for office in offices.by_surname("Trump", date(2010, 1, 1))}
    assert "Donald Trump" not in persons
    assert "Donald Trump" in {office.person for office in offices.by_surname("Trump", None)}


@pytest.mark.parametrize(
    ("name", "title", "day", "tenure"),
    [
        ("Joe Biden", "President", "2021-05-20", "current"),
        ("Joe Biden", "President", "2020-11-20", "designate"),
        ("Joe Biden", "President", "2020-06-01", None),
        ("Joe Biden", "President", "2025-02-01", "former"),
        ("Antony Blinken", "Secretary of State", "2020-12-20", None),
        ("Ned Price", "State Department spokesman", "2023-03-31", "current"),
        ("Ned Price", "State Department spokesman", "2023-04-01", "former"),
    ],
)
def test_tenure_on_a_day(
    offices: Offices, name: str, title: str, day: str, tenure: str | None
) -> None:
    (office,) = (office for office in offices.holders(name) if office.title == title)
    assert office.tenure_on(date.fromisoformat(day)) == tenure


@pytest.mark.parametrize(
    ("title", "of", "day", "person"),
    [
        ("Foreign Minister", "RUS", "2021-05-20", "Sergei Lavrov"),
        ("minister of foreign affairs", "FRA", "2015-09-01", "Laurent Fabius"),
        ("Minister of Defence", "DEU", "2016-01-01", "Ursula von der Leyen"),
        ("Defence Secretary", "GBR", "2022-03-01", "Ben Wallace"),
        ("external affairs minister", "IND", "2022-03-01", "S. Jaishankar"),
        ("President", "USA", "1999-01-01", "Bill Clinton"),
        ("Secretary-General", "NATO", "2021-05-20", "Jens Stoltenberg"),
        ("premier", "CHN", "2020-01-01", "Li Keqiang"),
    ],
)
def test_the_holder_of_a_title_on_a_day(
    offices: Offices, title: str, of: str, day: str, person: str
) -> None:
    held = offices.holder_of(title, of, date.fromisoformat(day))
    assert held is not None
    assert held.person == person


@pytest.mark.parametrize(
    ("title", "of", "day"),
    [
        ("President", "GBR", "2021-05-20"),
        ("Member of the Presidency", "BIH", "2021-05-20"),
        ("President", "USA", "1850-01-01"),
    ],
)
def test_nobody_or_several_is_no_holder(offices: Offices, title: str, of: str, day: str) -> None:
    assert offices.holder_of(title, of, date.fromisoformat(day)) is None


def test_every_row_is_well_formed(countries: Countries) -> None:
    order = [(row["of"], row["title"], row["start"], row["person"]) for row in rows("offices")]
    assert order == sorted(order)
    sectors = {term.name for term in plover.terms("sector")}
    known = {*countries.by_code, *Organisations.load().by_name}
    seen: set[tuple[str, ...]] = set()
    for row in rows("offices"):
        key = (row["person"], row["title"], row["of"], row["start"])
        assert key not in seen, key
        seen.add(key)
        assert row["of"] in known, key
        assert row["sector"] in sectors, key
        assert row["source"], key
        assert EDTF.fullmatch(row["start"]), key
        assert EDTF.fullmatch(row["end"]), key


def test_no_tenure_ends_before_it_begins(offices: Offices) -> None:
    assert all(o.first <= o.last for held in offices.by_name.values() for o in held)


@pytest.mark.parametrize(
    ("title", "of"),
    [
        ("President", "USA"),
        ("Vice President", "USA"),
        ("Prime Minister", "GBR"),
        ("Foreign Secretary", "GBR"),
        ("Chancellor", "DEU"),
        ("President", "FRA"),
        ("President", "RUS"),
        ("Foreign Minister", "RUS"),
        ("Prime Minister", "JPN"),
        ("Secretary-General", "United Nations"),
    ],
)
def test_great_offices_pass_from_hand_to_hand(offices: Offices, title: str, of: str) -> None:
    """From 1993 to 2024 there is one holder in the middle of each month."""
    days = [date(year, month, 15) for year in range(1993, 2025) for month in range(1, 13)]
    assert [day for day in days if offices.holder_of(title, of, day) is None] == []


def test_the_table_is_as_large_as_the_reference_says() -> None:
    own = [row for row in rows("offices") if row["source"].startswith("memcon")]
    recent = [row for row in own if not row["end"] or row["end"] >= "2010"]
    assert len(recent) > 2800
    assert len(list(rows("offices"))) > 4500
