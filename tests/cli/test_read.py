"""`memcon read`: what comes out for good pages and for bad ones."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from envoys import ACCORD, TALKS
from memcon.record.contract import decode

PROGRAM = [sys.executable, "-c", "from memcon.cli.main import main; main()"]


def test_a_page_becomes_a_memorandum(memcon, pages):
    code, out, err = memcon("read", str(pages / "a.txt"))
    assert (code, err) == (0, "")
    assert out.startswith("MEMORANDUM\nEnvoys of Chile and Peru meet in Lima\n")
    assert "“We spoke about the border”" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("option", "start"),
    [
        ("--markdown", "# Envoys of Chile and Peru"),
        ("--html", "<!doctype html>"),
        ("--json", '{"format":"memcon/1"'),
    ],
)
def test_formats(memcon, pages, option, start):
    code, out, _ = memcon("read", option, str(pages / "a.txt"))
    assert code == 0
    assert out.startswith(start)


def test_records_are_lines(memcon, pages):
    _, out, _ = memcon("read", "--json", str(pages / "a.txt"), str(pages / "d.txt"))
    titles = [decode(line).article.title for line in out.splitlines()]
    assert titles == [TALKS.splitlines()[0], ACCORD.splitlines()[0]]


def test_a_bad_page_is_listed_and_the_rest_goes_on(memcon, pages):
    code, out, err = memcon("read", "--json", str(pages))
    assert code == 2
    assert len(out.splitlines()) == 2
    told = err.splitlines()
    assert told[0] == "memcon: 2 of 4 pages refused"
    assert [line.split(":")[0].strip() for line in told[1:]] == [
        str(pages / "b.txt"),
        str(pages / "c.txt"),
    ]


@pytest.mark.parametrize("name", ["pages/b.txt", "pages/c.txt", "nowhere.txt", "no*thing"])
def test_one_bad_page_is_one_line(memcon, pages, name):
    code, out, err = memcon("read", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"memcon: {name}: ")
    assert err.count("\n") == 1


def test_an_address_needs_leave(memcon):
    code, out, err = memcon("read", "https://news.example/talks")
    assert (code, out) == (2, "")
    assert "--fetch" in err


def test_a_folder_without_pages(memcon, tmp_path):
    (tmp_path / "empty").mkdir()
    code, out, err = memcon("read", "empty")
    assert (code, out) == (2, "")
    assert err.startswith("memcon: empty: ")


def test_published_is_the_given_day(memcon, pages):
    _, out, _ = memcon("read", "--json", "--published", "2022-11-29", str(pages / "a.txt"))
    published = decode(out).article.published
    assert (published.value, published.basis) == ("2022-11-29", "given")


def test_standard_input(memcon, monkeypatch, tmp_path):
    (tmp_path / "in").write_text(TALKS)
    with (tmp_path / "in").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        code, out, _ = memcon("read", "-")
    assert code == 0
    assert "Envoys of Chile and Peru" in out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("memo.txt", "MEMORANDUM"),
        ("memo.md", "# Envoys"),
        ("memo.html", "<!doctype html>"),
        ("memo.jsonl", '{"format"'),
    ],
)
def test_a_files_suffix_says_its_format(memcon, pages, name, start):
    assert memcon("read", "-o", name, str(pages / "a.txt")) == (0, "", "")
    assert Path(name).read_text().startswith(start)


def test_a_folder_gets_a_file_for_each_page(memcon, pages):
    code, out, _ = memcon("read", "--html", "-o", "memos", str(pages))
    assert (code, out) == (2, "")
    names = sorted(path.name for path in Path("memos").iterdir())
    assert [name.rpartition("-")[0] for name in names] == [
        "envoys-of-chile-and-peru-meet-in-lima",
        "kenya-and-ethiopia-sign-accord-on-trade",
    ]
    assert {Path(name).suffix for name in names} == {".html"}


def test_several_pages_in_one_html_file_need_a_folder(memcon, pages):
    code, out, err = memcon("read", "--html", str(pages / "a.txt"), str(pages / "d.txt"))
    assert code == 2
    assert out.count("<!doctype html>") == 1
    assert err == "memcon: several pages as HTML need a folder: add --output FOLDER\n"


@pytest.mark.parametrize("target", ["/dev/full", "missing/memo.txt", "pages/a.txt/memo"])
def test_what_cannot_be_written_is_one_line(memcon, pages, target):
    if target == "/dev/full":
        if not Path(target).exists():
            pytest.skip("this system has no /dev/full")
        Path("memo.txt").symlink_to(target)
        target = "memo.txt"
    code, out, err = memcon("read", "-o", target, str(pages / "a.txt"))
    assert (code, out) == (2, "")
    assert err.startswith(f"memcon: {target}: ")
    assert err.count("\n") == 1


def test_settings_hold_until_a_flag_says_otherwise(memcon, pages, monkeypatch):
    Path("memcon.toml").write_text('format = "json"')
    assert memcon("read", str(pages / "a.txt"))[1].startswith("{")
    assert memcon("read", "--markdown", str(pages / "a.txt"))[1].startswith("# ")
    monkeypatch.setenv("MEMCON_FORMAT", "html")
    assert memcon("read", str(pages / "a.txt"))[1].startswith("<!doctype")


def test_many_pages_are_counted_aloud(memcon, tmp_path):
    lines = [json.dumps({"id": str(n), "title": "No text", "text": ""}) for n in range(200)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    code, _, err = memcon("read", "many.jsonl")
    assert code == 2
    assert err.splitlines()[:3] == [
        "memcon: 100 pages",
        "memcon: 200 pages",
        "memcon: 200 of 200 pages refused",
    ]


def test_interrupted_it_keeps_what_it_printed(pages):
    with subprocess.Popen(
        [*PROGRAM, "read", "--json", str(pages / "a.txt"), "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        first = program.stdout.readline()
        program.send_signal(signal.SIGINT)
        rest, told = program.communicate(timeout=30)
    assert program.returncode == 130, told
    assert decode(first).article.title == TALKS.splitlines()[0]
    assert rest == b""
    assert b"Traceback" not in told
