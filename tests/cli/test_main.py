"""The root command: help, version, and what goes wrong told in one line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from memcon import __version__
from memcon.cli.main import run
from memcon.record.contract import schema

PROGRAM = [sys.executable, "-c", "from memcon.cli.main import main; main()"]


def test_version(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"memcon {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["read", "--help"], ["schema", "-h"]])
def test_help(capsys, arguments):
    assert run(arguments) == 0
    assert capsys.readouterr().out.startswith("Usage: memcon")


def test_help_loads_no_heavy_library():
    heavy = {"spacy", "numpy", "rich", "jinja2", "httpx", "trafilatura", "lxml", "pandas"}
    code = (
        "import sys; from memcon.cli.main import run; run(['read', '--help']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(told.stderr.split())


def test_schema(capsys):
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["red"], "No such command 'red'"),
        (["read"], "Missing argument 'PAGES...'"),
        (["read", "--jobs", "0", "page"], "--jobs"),
        (["read", "--published", "yesterday", "page"], "--published"),
        (["read", "--pdf", "page"], "--pdf"),
    ],
)
def test_wrong_use_is_told(capsys, arguments, words):
    assert run(arguments) == 2
    assert words in capsys.readouterr().err


def test_a_wrong_setting_is_told_in_one_line(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("memcon.toml").write_text("jobs = 0")
    assert run(["schema"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "memcon: memcon.toml: jobs: Expected `int` >= 1\n"


def test_a_full_disk_is_told_in_one_line():
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        told = subprocess.run([*PROGRAM, "schema"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert told.returncode == 2
    assert told.stderr == "memcon: standard output: no space left on device\n"


def test_a_reader_who_leaves_is_told_nothing():
    with subprocess.Popen(
        [*PROGRAM, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        program.stdout.close()
        assert program.stderr.read() == ""
    assert program.returncode == 1
