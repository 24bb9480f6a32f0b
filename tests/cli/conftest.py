"""memcon called in an empty folder, and a folder of pages."""

import pytest

from bulletins import SUMMIT
from envoys import ACCORD, TALKS
from memcon.cli.main import run
from memcon.desk.desk import Desk


@pytest.fixture
def memcon(reader, monkeypatch, tmp_path, capsys):
    """memcon(arguments…) -> (exit code, standard output, standard error), in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("memcon.reading.Reader", lambda: reader)

    def call(*arguments):
        code = run(arguments)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def pages(tmp_path):
    """A folder with two good pages and two bad ones between them."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(TALKS)
    (folder / "b.txt").write_text("")
    (folder / "c.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(600))
    (folder / "d.txt").write_text(ACCORD)
    return folder


@pytest.fixture
def ask(monkeypatch, tmp_path, capsys):
    """ask(arguments…) -> (exit code, standard output, standard error), of bulletins.SUMMIT."""
    monkeypatch.chdir(tmp_path)
    with Desk.create(tmp_path / "summit.memcon") as desk:
        for record in SUMMIT:
            desk.add(record)
    monkeypatch.setenv("MEMCON_DESK", str(tmp_path / "summit.memcon"))

    def call(*arguments):
        code = run(arguments)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call
