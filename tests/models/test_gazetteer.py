"""Gazetteer: a place's name -> where it may be."""

import pytest

from memcon.codes.countries import Countries
from memcon.codes.tables import forms, rows
from memcon.models.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Reykjavik", "ISL", "city"),
        ("Reykjavík", "ISL", "city"),
        ("Geneva", "CHE", "city"),
        ("Kiev", "UKR", "city"),
        ("Bombay", "IND", "city"),
        ("the Gaza Strip", "PSE", "region"),
        ("Crimea", "UKR", "region"),
        ("South China Sea", None, "sea"),
        ("Camp David", "USA", "site"),
        ("Texas", "USA", "state"),
    ],
)
def test_the_likeliest_comes_first(
    gazetteer: Gazetteer, name: str, country: str | None, kind: str
) -> None:
    first = gazetteer.candidates(name)[0]
    assert (first.country, first.kind) == (country, kind)


def test_names_that_many_places_bear_have_many_candidates(gazetteer: Gazetteer) -> None:
    springfields = gazetteer.candidates("Springfield")
    assert len(springfields) > 3
    sizes = [candidate.population for candidate in springfields]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("name", ["", "Atlantis-upon-Sea", "1234", "\x00"])
def test_nothing_has_no_candidates(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.candidates(name) == ()


def test_the_places_of_the_news_lie_on_the_globe(countries: Countries) -> None:
    owner: dict[str, str] = {}
    for row in rows("places"):
        assert abs(float(row["lat"])) <= 90
        assert abs(float(row["lon"])) <= 180
        assert not row["country"] or row["country"] in countries.by_code
        for name in (row["name"], *forms(row["variants"])):
            assert owner.setdefault(name, row["name"]) == row["name"], name
