"""Records as rows, and as pandas and Polars frames."""

import subprocess
import sys
from dataclasses import asdict, fields
from datetime import date

import msgspec
import pandas
import polars
import pytest

from geneva import GENEVA
from memcon.errors import MemconError
from memcon.tables.frames import to_pandas, to_polars
from memcon.tables.rows import Rows
from memcon.tables.sheet import to_rows

KINDS = [field.name for field in fields(Rows)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_finding_has_a_row(kind):
    found = getattr(to_rows([GENEVA, GENEVA]), kind)
    assert len(found) == 2 * len(getattr(GENEVA, kind))
    assert {row.article for row in found} == {GENEVA.article.id}
    assert {row.published for row in found} == {date(2022, 1, 22)}


@pytest.mark.parametrize(
    ("kind", "number", "cells"),
    [
        (
            "events",
            1,
            {
                "type": "CONSULT",
                "mode": "meet",
                "source": "Antony Blinken; Sergei Lavrov",
                "source_countries": "USA; RUS",
                "target": "",
                "mutual": True,
                "time": "2022-01-21",
                "place": "Geneva",
                "place_country": "CHE",
                "said_by": "",
            },
        ),
        ("events", 2, {"target_countries": "RUS", "issues": "prisoners", "said_by": "Ned Price"}),
        ("events", 7, {"background": True, "time": "2014", "place": None}),
        ("actors", 1, {"name": "Sergei Lavrov", "country": "RUS", "offices": "Foreign Minister"}),
        ("times", 0, {"type": "DATE", "value": "2022-01-21", "words": "January 21"}),
        ("places", 0, {"name": "Geneva", "country": "CHE", "lat": 46.2, "words": "Geneva"}),
        (
            "statements",
            4,
            {"speakers": "Sergei Lavrov", "via": "TASS", "form": "indirect", "venue": None},
        ),
        (
            "positions",
            0,
            {
                "actor": "Antony Blinken",
                "country": "USA",
                "issue": "prisoners",
                "stance": "demands",
            },
        ),
        ("silences", 1, {"actor": "Russian Foreign Ministry", "about": "prisoners"}),
        (
            "prospects",
            0,
            {
                "what": "call",
                "participants": "Joe Biden; Vladimir Putin",
                "participant_countries": "USA; RUS",
                "deciders": "White House",
                "announcers": "Kremlin; White House",
                "conditions": "provided that the answers had been studied in Moscow",
            },
        ),
    ],
)
def test_cells(kind, number, cells):
    row = asdict(getattr(to_rows([GENEVA]), kind)[number])
    assert cells.items() <= row.items()


def test_unknown_is_none():
    article = msgspec.structs.replace(GENEVA.article, published=None)
    silence = msgspec.structs.replace(GENEVA.silences[0], about=None)
    record = msgspec.structs.replace(GENEVA, article=article, silences=(silence,))
    (row,) = to_rows([record]).silences
    assert (row.published, row.about) == (None, None)


@pytest.mark.parametrize("kind", KINDS)
def test_pandas_keeps_cells_and_types(kind):
    full, empty = getattr(to_pandas([GENEVA]), kind), getattr(to_pandas([]), kind)
    assert isinstance(full, pandas.DataFrame)
    assert list(empty.dtypes) == list(full.dtypes)
    assert "object" not in map(str, full.dtypes)
    row = getattr(to_rows([GENEVA]), kind)[0]
    for name, cell in asdict(row).items():
        value = full[name].iloc[0]
        shown = pandas.Timestamp(cell) if isinstance(cell, date) else cell
        assert pandas.isna(value) if cell is None else value == shown


@pytest.mark.parametrize("kind", KINDS)
def test_polars_keeps_cells_and_types(kind):
    full, empty = getattr(to_polars([GENEVA]), kind), getattr(to_polars([]), kind)
    assert isinstance(full, polars.DataFrame)
    assert empty.schema == full.schema
    assert full.rows(named=True) == [asdict(row) for row in getattr(to_rows([GENEVA]), kind)]


def test_a_missing_library_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MemconError, match=r"pip install 'memcon\[frames\]'"):
        to_polars([GENEVA])


def test_neither_library_is_loaded_before_it_is_used():
    code = "import sys, memcon; memcon.to_polars; print({'pandas', 'polars'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
