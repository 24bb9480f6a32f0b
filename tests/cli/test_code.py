"""`memcon code`: event data in files and on standard output, and labels for marked sentences."""

import csv
import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pyarrow.parquet
import pytest

from envoys import TALKS

PROGRAM = [sys.executable, "-c", "from memcon.cli.main import main; main()"]
PAIRS = (
    "\tsentence\tmarked_sentence\tsource\ttarget\n"
    "0\tKyiv accused Moscow.\t<s>Kyiv</s> accused <t>Moscow</t>.\tKyiv\tMoscow\n"
    "1\tIt rained.\tIt rained.\t\t\n"
    "2\tChile met Peru.\t<s>Chile</s> met <t>Peru</t>.\tChile\tPeru\n"
)


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_events_are_rows_of_csv(memcon, pages):
    code, out, err = memcon("code", str(pages / "a.txt"))
    assert (code, err) == (0, "")
    talks = [row for row in rows_of(out) if row["Event Type"] == "CONSULT"]
    parties = {(row["Actor Country"], row["Recipient Country"]) for row in talks}
    assert {("CHL", "PER"), ("PER", "CHL")} <= parties
    assert all(row["Status"] and row["Evidence"] and row["Models"] for row in talks)
    assert memcon("code", "-o", "-", str(pages / "a.txt"))[1] == out


@pytest.mark.parametrize(
    ("preset", "column"),
    [("plover", "Event Mode"), ("icews", "Event Text"), ("gdelt", "GLOBALEVENTID")],
)
def test_columns(memcon, pages, preset, column):
    _, out, _ = memcon("code", "--columns", preset, str(pages / "a.txt"))
    assert rows_of(out)[0][column]


def test_a_files_suffix_says_its_format(memcon, pages):
    _, out, _ = memcon("code", str(pages / "a.txt"))
    idents = [row["Event ID"] for row in rows_of(out)]
    for name in ("events.csv", "events.jsonl", "events.parquet"):
        assert memcon("code", "-o", name, str(pages / "a.txt")) == (0, "", "")
    lines = Path("events.jsonl").read_text().splitlines()
    assert Path("events.csv").read_text() == out
    assert [json.loads(line)["Event ID"] for line in lines] == idents
    assert pyarrow.parquet.read_table("events.parquet")["Event ID"].to_pylist() == idents


@pytest.mark.parametrize(
    ("options", "keeps"),
    [
        (["--status", "actual,ongoing"], lambda row: row["Status"] in ("actual", "ongoing")),
        (["--status", "planned"], lambda row: row["Status"] == "planned"),
        (["--min-confidence", "0.7"], lambda row: float(row["Confidence"]) >= 0.7),
        (["--min-confidence", "1"], lambda row: float(row["Confidence"]) >= 1),
    ],
)
def test_what_is_kept(memcon, pages, options, keeps):
    files = [str(pages / "a.txt"), str(pages / "d.txt")]
    every = rows_of(memcon("code", *files)[1])
    assert rows_of(memcon("code", *options, *files)[1]) == [row for row in every if keeps(row)]


def test_a_bad_page_is_listed_and_the_rest_goes_on(memcon, pages):
    code, out, err = memcon("code", "-o", "events.csv", str(pages))
    assert (code, out) == (2, "")
    assert err.startswith("memcon: 2 of 4 pages refused\n")
    assert len({row["Article ID"] for row in rows_of(Path("events.csv").read_text())}) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["code"], "Missing argument"),
        (["code", "--columns", "kedo", "x"], "--columns"),
        (["code", "--status", "actual,certain", "x"], "'certain' is not one of actual"),
        (["code", "--min-confidence", "2", "x"], "--min-confidence"),
        (["code", "--pairs", "x", "y"], "--pairs takes one file"),
        (["code", "-o", "events.xlsx", "x"], "memcon: events.xlsx: name a file that ends in .csv"),
    ],
)
def test_wrong_use_is_told(memcon, arguments, words):
    code, out, err = memcon(*arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_without_pages_there_is_no_file(memcon):
    code, _, err = memcon("code", "-o", "events.csv", "nowhere.txt")
    assert (code, err) == (2, "memcon: nowhere.txt: no such file or directory\n")


def test_settings_say_how_many_read(memcon, pages, monkeypatch, reader):
    asked = []
    monkeypatch.setenv("MEMCON_JOBS", "3")
    monkeypatch.setattr(
        "memcon.reading.Reader",
        lambda: SimpleNamespace(read_all=lambda taken, jobs: asked.append(jobs) or iter(())),
    )
    memcon("code", str(pages / "a.txt"))
    assert asked == [3]


def test_interrupted_it_leaves_the_rows_found_so_far(pages, tmp_path):
    with subprocess.Popen(
        [*PROGRAM, "code", "-o", "events.csv", str(pages / "a.txt"), "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        partial = tmp_path / ".events.csv.part"
        while not (partial.exists() and partial.read_text().count("\n") > 1):
            assert program.poll() is None, program.stderr.read()
            time.sleep(0.1)
        program.send_signal(signal.SIGINT)
        _, told = program.communicate(timeout=30)
    rows = rows_of((tmp_path / "events.csv").read_text())
    assert program.returncode == 130, told
    assert told.strip() == f"memcon: interrupted; events.csv has the {len(rows)} rows found so far"
    assert not partial.exists()


@pytest.fixture
def labelled(memcon, monkeypatch, tmp_path):
    """memcon code --pairs of a text, with a model that calls a sentence by its last word."""
    seen = []

    def type_pairs(sentences, models):
        seen.extend(sentences)
        return [sentence.split()[-1].strip("<>/t.").upper() for sentence in sentences]

    monkeypatch.setitem(sys.modules, "memcon.coding.pairs", SimpleNamespace(type_pairs=type_pairs))

    def call(text):
        (tmp_path / "pairs.tsv").write_text(text)
        return (*memcon("code", "--pairs", "pairs.tsv"), seen)

    return call


def test_each_pair_has_a_line(labelled):
    code, out, err, seen = labelled(PAIRS)
    assert out == "0\tMOSCOW\n1\t\n2\tPERU\n"
    assert (code, err) == (2, "memcon: 1 of 3 rows have no marks\n  1\n")
    assert seen == ["<s>Kyiv</s> accused <t>Moscow</t>.", "<s>Chile</s> met <t>Peru</t>."]


def test_pairs_with_ids(labelled):
    text = "uid\tmarked_sentence\nk1\t<s>Chile</s> met <t>Peru</t>.\n"
    assert labelled(text)[:3] == (0, "k1\tPERU\n", "")


def test_pairs_from_standard_input(labelled, memcon, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(PAIRS))
    assert memcon("code", "--pairs", "-")[1] == "0\tMOSCOW\n1\t\n2\tPERU\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a,b\n1,2\n", "has no column marked_sentence"),
        (b"marked_sentence\n\xff\xfe\n", "is not UTF-8"),
        (None, "no such file or directory"),
    ],
)
def test_a_bad_table_of_pairs_is_one_line(labelled, memcon, tmp_path, content, reason):
    if content is not None:
        (tmp_path / "bad.tsv").write_bytes(content)
    code, out, err = memcon("code", "--pairs", "bad.tsv")
    assert (code, out, err) == (2, "", f"memcon: bad.tsv: {reason}\n")


def test_talks_are_what_the_page_tells(memcon, pages):
    _, out, _ = memcon("code", "--status", "actual", str(pages / "a.txt"))
    assert {row["Headline"] for row in rows_of(out)} == {TALKS.splitlines()[0]}
