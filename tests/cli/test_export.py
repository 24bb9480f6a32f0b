"""`memcon desk export`: each format, what is asked for, and files that are whole or not there."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet
import pytest

from envoys import ACCORD, TALKS
from memcon.cli.export import _FORMATS
from memcon.desk.desk import Desk
from memcon.export.formats import ABOUT, FORMATS
from memcon.story.corrections import Signature, reattributed

AS_OF = ("--as-of", "2021-06-20")
PAPER = (
    "Chile's foreign minister, Antonia Urrejola, met Cesar Landa of Peru in Lima on 17 May 2021."
)


@pytest.fixture
def export(memcon, read, tmp_path):
    """export(arguments…) of a desk with three articles; gives code, output and errors.

    Of two statements the speaker was set right.
    """
    desk_file = tmp_path / "desk.memcon"
    signed = Signature("Ada", datetime(2021, 6, 1, tzinfo=UTC))
    with Desk.create(desk_file) as desk:
        for number, text in enumerate((TALKS, ACCORD, PAPER)):
            desk.add(read(text, url=f"https://news.example/{number}"))
        talks = read(TALKS)
        spoken = [one for one in talks.statements if one.content]
        for statement, whom in zip(spoken, ("Landa", "Urrejola"), strict=False):
            desk.correct(reattributed(talks, statement.id, whom, signed))
    return lambda *arguments: memcon("desk", "export", "--desk", str(desk_file), *AS_OF, *arguments)


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_formats_are_those_that_are_written():
    assert _FORMATS == FORMATS == tuple(ABOUT)


def test_the_help_says_what_each_format_is(memcon):
    told = " ".join(memcon("desk", "export", "--help")[1].split())
    assert [form for form, about in ABOUT.items() if about not in told] == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_on_standard_output_and_in_a_file(export, form):
    code, out, err = export("--format", form)
    assert (code, err) == (0, "")
    assert out
    name = "out.csv" if form in ("plover", "icews", "gdelt", "happenings") else "out.txt"
    assert export("--format", form, "-o", name) == (0, "", "")
    assert Path(name).read_bytes().decode() == out
    assert export("--format", form)[1] == out


@pytest.mark.parametrize("form", ["plover-json", "annotations", "jsonld", "ftm", "corrections"])
def test_lines_are_json(export, form):
    lines = export("--format", form)[1].splitlines()
    assert len(lines) > 1
    assert all(isinstance(json.loads(line), dict) for line in lines)


def test_tables_go_to_parquet_and_json_lines(export):
    idents = [row["Happening ID"] for row in rows_of(export("--format", "happenings")[1])]
    for name in ("a.parquet", "a.jsonl"):
        assert export("--format", "happenings", "-o", name) == (0, "", "")
    assert pyarrow.parquet.read_table("a.parquet")["Happening ID"].to_pylist() == idents
    lines = Path("a.jsonl").read_text().splitlines()
    assert [json.loads(line)["Happening ID"] for line in lines] == idents


@pytest.mark.parametrize("form", ["plover", "icews", "gdelt"])
def test_each_event_as_told_or_each_happening_once(export, form):
    told = rows_of(export("--format", form)[1])
    once = rows_of(export("--format", form, "--per", "happening")[1])
    assert {row["Article ID"] for row in once} <= {row["Article ID"] for row in told}
    numbers = {row["Happening"] for row in rows_of(export("--format", "happenings")[1])}
    assert {row["Happening"] for row in once} == numbers
    assert "Happening" not in told[0]
    lines = export("--format", "plover-json", "--per", "happening")[1].splitlines()
    assert len(lines) == len(once)


def test_what_is_asked_for(export):
    parties = rows_of(export("--format", "plover", "--between", "Chile", "Peru")[1])
    assert parties
    for row in parties:
        assert {row["Actor Country"], row["Recipient Country"]} == {"CHL", "PER"}
    rows = rows_of(export("--format", "happenings", "--min-confidence", "0.8")[1])
    assert all(float(row["Confidence"]) >= 0.8 for row in rows)
    assert rows_of(export("--format", "happenings", "--since", "2022")[1]) == []
    assert len(rows_of(export("--format", "happenings", "--limit", "2")[1])) == 2
    feed = export("--format", "atom", "--limit", "1")[1]
    assert feed.count("<entry>") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Missing option '--format'"),
        (("--format", "xml"), "--format"),
        (("--format", "ftm", "--per", "happening"), "--per happening goes with plover, icews"),
        (("--format", "ftm", "-o", "a.parquet"), "ftm is no table; name another file than a.par"),
        (("--format", "plover", "-o", "a.xlsx"), "memcon: a.xlsx: name a file that ends in .csv"),
        (("--format", "ftm", "-o", "no/a.jsonl"), "memcon: no/a.jsonl: no such file or directory"),
        (("--format", "ftm", "--between", "Chile", "Atlantis"), "memcon: Atlantis: nobody"),
        (("--format", "ftm", "--desk", "none.memcon"), "memcon: none.memcon: there is no such"),
    ],
)
def test_wrong_use_is_told(export, arguments, words):
    code, out, err = export(*arguments)
    assert (code, out) == (2, "")
    assert words in err


@pytest.mark.parametrize(
    ("form", "name"), [("annotations", "a.jsonl"), ("ftm", "a.jsonl"), ("plover", "a.csv")]
)
def test_interrupted_it_leaves_what_was_there(export, monkeypatch, form, name):
    Path(name).write_text("before\n")
    found = []

    def interrupt(watch):
        found.append(Path(f".{name}.part").exists())
        if len(found) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("memcon.cli.progress._Lines.advance", interrupt)
    code, out, err = export("--format", form, "-o", name)
    assert (code, out) == (130, "")
    assert err == f"memcon: interrupted; {name} is as it was\n"
    assert Path(name).read_text() == "before\n"
    assert found == [True, True]
    assert not Path(f".{name}.part").exists()


def test_without_a_terminal_lines_tell_how_far_it_is(monkeypatch, export):
    monkeypatch.setattr("memcon.cli.progress._LINE_EVERY_EXPORTED", 2)
    code, _, err = export("--format", "annotations", "-o", "a.jsonl")
    assert (code, err) == (0, "memcon: 2 articles\n")
