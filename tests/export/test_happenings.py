"""Tables of happenings: one row each, or the pairs of the best telling with all sources counted."""

import csv
import io

import pyarrow.parquet
import pytest

from memcon.export.happenings import COLUMNS, PRESETS, SUMS, exchanges
from memcon.tables.columns import PRESETS as EVENT_PRESETS
from memcon.tables.files import CsvTable, open_table


def row_of(columns, told):
    return {column.name: column.cell(told) for column in columns}


@pytest.mark.parametrize("columns", [COLUMNS, *PRESETS.values()])
def test_a_name_is_used_once(columns):
    names = [column.name for column in columns]
    assert len(set(names)) == len(names)


def test_a_happening_that_two_articles_tell_is_one_row(meeting):
    row = row_of(COLUMNS, meeting)
    assert row["Source Names"] == "Antonia Urrejola; Cesar Landa"
    assert row["Source Codes"] == "CHL; PER"
    assert (row["Mutual"], row["Target Names"]) == (True, None)
    assert (row["Sources"], row["Articles"], row["Tellings"]) == (2, 2, 3)
    assert row["Publishers"] == "Lima Wire; Santiago Paper & Sons"
    assert f"{row['First Day']} {row['Last Day']} {row['Dated']}" == "2021-05-17 2021-05-17 True"
    assert f"{row['First Report']} {row['Last Report']}" == "2021-05-18 2021-05-20"
    assert row["CAMEO Code"] == "040"
    assert row["Placename"] == "Lima"


def test_differences_stand_in_one_cell(expulsion):
    row = row_of(COLUMNS, expulsion)
    assert row["Discrepancies"] == "number: 8 diplomats / 10 diplomats"
    assert row["Quantities"] in ("10 diplomats", "8 diplomats", "10 diplomat", "8 diplomat")


def test_evidence_is_that_of_the_best_telling(told):
    for dossier in told:
        row = row_of(COLUMNS, dossier)
        start, end = map(int, row["Evidence Offsets"].split("-"))
        assert dossier.record.article.id == row["Article ID"]
        assert dossier.record.article.text[start:end] == row["Evidence"]
        assert row["Event"] in {event.id for event in dossier.record.events}


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_has_its_columns_first_and_sums_behind(preset):
    names = [column.name for column in PRESETS[preset]]
    own = [column.name for column in EVENT_PRESETS[preset]]
    assert names == own + [column.name for column in SUMS]


def test_gdelts_counts_are_of_all_that_tell_it(meeting, countries):
    pairs = tuple(exchanges(meeting, countries))
    rows = [row_of(PRESETS["gdelt"], pair) for pair in pairs]
    assert [(r["Actor1CountryCode"], r["Actor2CountryCode"]) for r in rows] == [
        ("CHL", "PER"),
        ("PER", "CHL"),
    ]
    for row in rows:
        assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == (3, 2, 2)
        assert row["Happening"] == meeting.account.number
        assert row["Status"] == "actual"


def test_every_cell_is_of_its_columns_kind(told, countries, tmp_path):
    out = tmp_path / "happenings.parquet"
    with open_table(out, COLUMNS) as table:
        table.write(told)
    kept = pyarrow.parquet.read_table(out)
    assert kept.num_rows == len(told)
    for preset, columns in PRESETS.items():
        out = tmp_path / f"{preset}.parquet"
        with open_table(out, columns) as table:
            for dossier in told:
                table.write(exchanges(dossier, countries))
        assert pyarrow.parquet.read_table(out).num_rows >= len(told)


def test_csv_reads_back(told):
    stream = io.BytesIO()
    CsvTable(stream, COLUMNS).write(told)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert [row["Evidence"] for row in rows] == [dossier.best.words for dossier in told]
