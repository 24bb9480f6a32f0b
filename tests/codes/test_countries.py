"""Countries: words that name a state, its people or its government."""

import re

import pytest

from memcon.codes.countries import Countries
from memcon.codes.tables import rows


@pytest.mark.parametrize(
    ("words", "iso3", "sense"),
    [
        ("Russia", "RUS", "name"),
        ("Russian", "RUS", "adjective"),
        ("the Russians", "RUS", "demonym"),
        ("Moscow", "RUS", "capital"),
        ("the Kremlin", "RUS", "seat"),
        ("Soviet Union", "RUS", "name"),
        ("Burma", "MMR", "name"),
        ("Côte d’Ivoire", "CIV", "name"),
        ("Ivory Coast", "CIV", "name"),
        ("Czech Republic", "CZE", "name"),
        ("Yugoslavia", "SRB", "name"),
        ("West German", "DEU", "adjective"),
        ("Kiev", "UKR", "capital"),
        ("Peking", "CHN", "capital"),
        ("the Élysée", "FRA", "seat"),
        ("Elysee", "FRA", "seat"),
        ("Downing Street", "GBR", "seat"),
        ("Cheong Wa Dae", "KOR", "seat"),
        ("North Korean", "PRK", "adjective"),
        ("Kosovars", "XKX", "demonym"),
        ("U.S.", "USA", "name"),
        ("American", "USA", "adjective"),
        ("TURKEY", "TUR", "name"),
        ("Türkiye", "TUR", "name"),
        ("São Tomé and Príncipe", "STP", "name"),
    ],
)
def test_words_name_a_country_in_a_sense(
    countries: Countries, words: str, iso3: str, sense: str
) -> None:
    hit = countries.named(words)
    assert hit is not None
    assert (hit.iso3, hit.sense) == (iso3, sense)


@pytest.mark.parametrize("words", ["us", "turkey", "polish", "chad", "Atlantis", "", "the", "Rus"])
def test_other_words_name_none(countries: Countries, words: str) -> None:
    assert countries.named(words) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U.S.-Russian ties", ["U.S. USA name", "Russian RUS adjective"]),
        ("It told us of South Korea's offer", ["South Korea KOR name"]),
        (
            "Papua New Guinea and Equatorial Guinea",
            ["Papua New Guinea PNG", "Equatorial Guinea GNQ"],
        ),
        ("MOSCOW (Reuters)", ["MOSCOW RUS capital"]),
        ("Nigerians in Niger", ["Nigerians NGA demonym", "Niger NER name"]),
        ("Frenchman Street, Polandball", ["Frenchman FRA demonym"]),
        ("the Democratic Republic of the Congo", ["Democratic Republic of the Congo COD name"]),
        ("no country here", []),
        ("", []),
    ],
)
def test_find_takes_the_longest_whole_words(
    countries: Countries, text: str, found: list[str]
) -> None:
    hits = [f"{text[start:end]} {iso3} {sense}" for start, end, iso3, sense in countries.find(text)]
    assert len(hits) == len(found)
    assert all(hit.startswith(wanted) for hit, wanted in zip(hits, found, strict=True))


def test_offsets_hold_where_letters_bear_accents(countries: Countries) -> None:
    text = "L’Élysée et la Türkiye"
    assert [text[start:end] for start, end, *_ in countries.find(text)] == ["Élysée", "Türkiye"]


@pytest.mark.parametrize(
    ("words", "also"),
    [("Georgia", "us-state"), ("Jordan", "given-name"), ("Brussels", "EU"), ("France", "")],
)
def test_a_hit_tells_what_else_the_word_may_be(countries: Countries, words: str, also: str) -> None:
    hit = countries.named(words)
    assert hit is not None
    assert hit.also == also


@pytest.mark.parametrize(
    ("text", "is_american"),
    [
        ("Voters in Georgia and Ohio chose U.S. senators.", True),
        ("Georgia and Tbilisi's allies in the United States", False),
        ("Georgian wine is sold in America; Georgia is proud.", False),
        ("Ukraine, Moldova and Georgia wait for U.S. help.", False),
        ("Georgia held a vote.", False),
    ],
)
def test_georgia_is_a_state_where_the_text_is_american(
    countries: Countries, text: str, is_american: bool
) -> None:
    assert countries.is_american(text) is is_american


def test_the_table_has_every_country_once_with_a_place_on_the_globe() -> None:
    table = list(rows("countries"))
    codes = [row["iso3"] for row in table]
    assert len(codes) == len(set(codes)) == 250
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert all(row["names"] for row in table)
    assert all(abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180 for row in table)


def test_no_form_names_two_countries() -> None:
    columns = ("names", "adjectives", "demonyms", "capitals", "seats")
    owner: dict[str, str] = {}
    for row in rows("countries"):
        for form in (form for column in columns for form in row[column].split("|") if form):
            assert owner.setdefault(form, row["iso3"]) == row["iso3"], form
