"""Organisations: the bodies that act in the news beside states."""

from typing import get_args

import pytest

from memcon.codes import plover
from memcon.codes.countries import Countries
from memcon.codes.organisations import OrganisationKind, Organisations
from memcon.codes.tables import forms, rows


@pytest.fixture(scope="module")
def organisations() -> Organisations:
    return Organisations.load()


@pytest.mark.parametrize(
    ("words", "name", "kind", "country"),
    [
        ("the E.U.", "European Union", "igo", None),
        ("IAEA", "International Atomic Energy Agency", "igo", None),
        ("Arctic Council", "Arctic Council", "igo", None),
        ("the Taliban", "Taliban", "armed-group", "AFG"),
        ("al-Qa'ida", "Al-Qaeda", "armed-group", None),
        ("ISIS", "Islamic State", "armed-group", None),
        ("Hizbollah", "Hezbollah", "armed-group", "LBN"),
        ("AFP", "Agence France-Presse", "media", "FRA"),
        ("Xinhua", "Xinhua", "media", "CHN"),
        ("RFE/RL", "Radio Free Europe/Radio Liberty", "media", "USA"),
        ("Gazprom", "Gazprom", "company", "RUS"),
        ("the Pentagon", "Pentagon", "agency", "USA"),
        ("IDF", "Israel Defense Forces", "agency", "ISR"),
        ("Likud", "Likud", "party", "ISR"),
        ("Amnesty International", "Amnesty International", "group", None),
    ],
)
def test_words_name_an_organisation(
    organisations: Organisations, words: str, name: str, kind: str, country: str | None
) -> None:
    found = organisations.named(words)
    assert found is not None
    assert (found.name, found.kind, found.country) == (name, kind, country)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("NATO and the UN Security Council met.", ["NATO", "UN Security Council"]),
        ("who said nato would", []),
        ("Interfax-Ukraine quoted Interfax.", ["Interfax-Ukraine", "Interfax"]),
        ("The U.S. State Department's answer", ["State Department"]),
    ],
)
def test_find_takes_the_longest_name(
    organisations: Organisations, text: str, names: list[str]
) -> None:
    assert [organisation.name for _, _, organisation in organisations.find(text)] == names


def test_every_row_holds_to_the_closed_lists(countries: Countries) -> None:
    sectors = {term.name for term in plover.terms("sector")}
    for row in rows("organisations"):
        assert row["kind"] in get_args(OrganisationKind), row["name"]
        assert row["sector"] in sectors, row["name"]
        assert not row["country"] or row["country"] in countries.by_code, row["name"]
        assert row["country"] == "" or row["kind"] != "igo", row["name"]


def test_no_form_names_two_organisations() -> None:
    owner: dict[str, str] = {}
    for row in rows("organisations"):
        for form in (row["name"], *forms(row["variants"])):
            assert owner.setdefault(form, row["name"]) == row["name"], form
