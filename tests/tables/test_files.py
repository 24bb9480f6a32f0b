"""Tables in files: the formats, and what is left when something goes wrong."""

import csv
import gc
import json
from datetime import date
from pathlib import Path

import pyarrow.parquet
import pytest

from memcon.errors import OutputError
from memcon.tables.cells import Column
from memcon.tables.files import open_table

COLUMNS = (
    Column("name", "str", "who", lambda row: row[0]),
    Column("count", "int", "how many", lambda row: row[1]),
    Column("share", "float", "of all", lambda row: row[2]),
    Column("is_state", "bool", "whether", lambda row: row[3]),
    Column("day", "date", "when", lambda row: row[4]),
)
ROWS = [
    ('Zaïre, "old"\nname', 1, 0.5, True, date(1997, 5, 16)),
    (None, None, None, None, None),
    ("Kinshasa", -2, 1e-9, False, date(2021, 1, 1)),
]
FORMATS = ["rows.csv", "rows.jsonl", "rows.ndjson", "rows.parquet"]


def rows_of(path):
    """What a file holds, as rows of Python's values."""
    if path.suffix == ".parquet":
        return [tuple(row.values()) for row in pyarrow.parquet.read_table(path).to_pylist()]
    if path.suffix == ".csv":
        lines = path.read_text().splitlines(keepends=True)
        return [tuple(row.values()) for row in csv.DictReader(lines)]
    return [tuple(json.loads(line).values()) for line in path.read_text().splitlines()]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FORMATS)
def test_rows_come_back(folder, name):
    with open_table(Path(name), COLUMNS) as table:
        table.write(ROWS[:2])
        table.write(ROWS[2:])
    shown = {
        ".csv": [tuple(map(as_csv, row)) for row in ROWS],
        ".parquet": ROWS,
    }
    plain = [(*row[:4], row[4] and row[4].isoformat()) for row in ROWS]
    assert rows_of(Path(name)) == shown.get(Path(name).suffix, plain)
    assert [path.name for path in folder.iterdir()] == [name]


def as_csv(cell):
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


def test_a_table_without_rows_has_its_columns(folder):
    for name in FORMATS:
        with open_table(Path(name), COLUMNS):
            pass
    assert Path("rows.csv").read_text() == "name,count,share,is_state,day\n"
    schema = pyarrow.parquet.read_schema("rows.parquet")
    kinds = ["string", "int64", "double", "bool", "date32[day]"]
    assert [str(kind) for kind in schema.types] == kinds


@pytest.mark.parametrize("name", FORMATS)
def test_an_interruption_leaves_the_rows_written_by_then(folder, name):
    def write(rows):
        with open_table(Path(name), COLUMNS) as table:
            table.write(rows)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(ROWS[:1])
    assert len(rows_of(Path(name))) == 1
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_nothing_written_changes_nothing(folder, name, failure):
    Path(name).write_text("what was there")
    with pytest.raises(failure), open_table(Path(name), COLUMNS):
        raise failure
    gc.collect()
    assert Path(name).read_text() == "what was there"
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("rows.xlsx", "name a file that ends in .csv, .jsonl, .ndjson, .parquet"),
        ("rows", "name a file"),
        ("folder.csv", "is a directory"),
        ("missing/rows.csv", "no such file"),
    ],
)
def test_a_bad_path_is_told(folder, name, reason):
    Path("folder.csv").mkdir()
    with (
        pytest.raises(OutputError, match=f"^{name}: {reason}"),
        open_table(Path(name), COLUMNS) as table,
    ):
        table.write(ROWS)
    assert [path.name for path in folder.iterdir()] == ["folder.csv"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_device_is_written_to_and_not_replaced(folder, name):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    Path(name).symlink_to("/dev/full")
    with pytest.raises(OutputError, match="no space"), open_table(Path(name), COLUMNS) as table:
        table.write(ROWS)
    gc.collect()
    assert Path("/dev/full").is_char_device()


def test_a_parquet_file_of_many_rows_has_groups(folder):
    with open_table(Path("rows.parquet"), COLUMNS) as table:
        for _ in range(5):
            table.write([ROWS[2]] * 5_000)
    read = pyarrow.parquet.ParquetFile("rows.parquet")
    assert (read.metadata.num_rows, read.metadata.num_row_groups) == (25_000, 3)
