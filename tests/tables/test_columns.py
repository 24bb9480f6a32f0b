"""The columns of event data, as other data sets have them."""

from datetime import date

import pytest

from geneva import GENEVA, TEXT
from memcon.tables.columns import EXTRA, PRESETS
from memcon.tables.dyads import dyads

KINDS = {"str": str, "int": int, "float": (int, float), "bool": bool, "date": date}
NAMES = list(PRESETS)


@pytest.fixture(scope="module")
def rows(countries):
    """rows(preset) -> the story's rows, by column."""
    return lambda preset: [
        {column.name: column.cell(dyad) for column in PRESETS[preset]}
        for dyad in dyads(GENEVA, countries)
    ]


@pytest.mark.parametrize(("preset", "own"), [("plover", 40), ("icews", 20), ("gdelt", 61)])
def test_a_preset_has_the_columns_of_its_data_set_and_then_ours(preset, own):
    names = [column.name for column in PRESETS[preset]]
    assert len(names) == len(set(names))
    assert {column.name for column in EXTRA} <= set(names)
    assert names[own] == "Status"
    assert all(column.meaning for column in PRESETS[preset])


@pytest.mark.parametrize("preset", NAMES)
def test_cells_are_of_their_columns_kind(rows, preset):
    kinds = {column.name: KINDS[column.kind] for column in PRESETS[preset]}
    for row in rows(preset):
        for name, cell in row.items():
            assert cell is None or isinstance(cell, kinds[name]), name


@pytest.mark.parametrize(
    ("preset", "number", "cells"),
    [
        (
            "plover",
            1,
            {
                "Event Date": date(2022, 1, 21),
                "Event Type": "CONSULT",
                "Event Mode": "meet",
                "Quad Code": "VERBAL COOPERATION",
                "Actor Name": "Antony Blinken",
                "Actor Country": "USA",
                "Actor COW": 2,
                "Primary Actor Sector": "GOV",
                "Actor Title": "Secretary of State",
                "Recipient Name": "Sergei Lavrov",
                "Recipient COW": 365,
                "Placename": "Geneva",
                "Country": "CHE",
                "Latitude": 46.2,
                "Source": "The Example Courier",
                "Story Locations": "Geneva",
                "Version": "memcon 0.1.0",
            },
        ),
        (
            "plover",
            3,
            {
                "Event Type": "REQUEST",
                "Said By": "Ned Price",
                "Issues": "prisoners",
                "CAMEO Code": None,
                "Placename": None,
            },
        ),
        ("plover", 4, {"Via": "TASS", "Said By": "Sergei Lavrov", "Mutual": True}),
        ("plover", 0, {"Quantities": "100000 troops", "Status": "ongoing"}),
        ("plover", 9, {"Background": True, "Event Time": "2014"}),
        (
            "icews",
            1,
            {
                "Source Name": "Antony Blinken",
                "Source Country": "United States",
                "Target Country": "Russia",
                "Story ID": GENEVA.article.id,
                "Sentence Number": 3,
                "City": "Geneva",
                "Country": "Switzerland",
            },
        ),
        (
            "gdelt",
            1,
            {
                "SQLDATE": 20220121,
                "MonthYear": 202201,
                "Year": 2022,
                "FractionDate": 2022.0575,
                "Actor1Code": "USAGOV",
                "Actor2CountryCode": "RUS",
                "IsRootEvent": 1,
                "QuadClass": 1,
                "NumMentions": 1,
                "ActionGeo_Type": 4,
                "ActionGeo_FullName": "Geneva, Switzerland",
                "ActionGeo_CountryCode": "SZ",
                "DATEADDED": 20220122,
                "SOURCEURL": "https://news.example/2022/01/21/geneva-talks",
            },
        ),
    ],
)
def test_cells(rows, preset, number, cells):
    assert cells.items() <= rows(preset)[number].items()


@pytest.mark.parametrize("preset", NAMES)
def test_a_row_quotes_its_evidence(rows, preset):
    for row in rows(preset):
        for part in ("Trigger", "Evidence"):
            start, end = map(int, row[f"{part} Offsets"].split("-"))
            assert TEXT[start:end] == row[part]


def test_codes_of_cameo(read, countries):
    record = read("Russian Foreign Minister Sergei Lavrov visited Serbia on Tuesday.")
    (dyad,) = dyads(record, countries)
    icews, gdelt = (
        {column.name: column.cell(dyad) for column in PRESETS[preset]}
        for preset in ("icews", "gdelt")
    )
    assert (icews["CAMEO Code"], icews["Event Text"]) == ("042", "Make a visit")
    assert [gdelt[f"Event{part}Code"] for part in ("", "Base", "Root")] == ["042", "042", "04"]
