"""Desks: a command that asks needs one, a command that adds makes one."""

import pytest

from memcon.desk.store import Store
from memcon.record.contract import encode

DESK = ("--desk", "new/d.memcon")


@pytest.fixture
def records(read, tmp_path):
    """A file with one record."""
    path = tmp_path / "records.jsonl"
    path.write_bytes(encode(read("Antony Blinken met Sergei Lavrov in Reykjavik on Wednesday.")))
    return path


def test_adding_makes_a_plain_desk_and_says_so_once(memcon, records):
    code, _, err = memcon("add", "--records", str(records), *DESK)
    assert (code, err.splitlines()[0]) == (0, "memcon: made a desk, not encrypted: new/d.memcon")
    code, _, err = memcon("add", "--records", str(records), *DESK)
    assert (code, "made" in err) == (0, False)


def test_adding_under_a_key_makes_no_desk_that_is_open_to_all(memcon, records, tmp_path):
    (tmp_path / "key").write_text("00" * 32)
    told = memcon("add", "--records", str(records), *DESK, "--key-file", "key")
    reason = "there is no such desk; make it with `memcon desk init --encrypt`"
    assert told == (2, "", f"memcon: new/d.memcon: {reason}\n")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("question", [("search", "talks"), ("desk", "info")])
def test_asking_needs_a_desk(memcon, question, tmp_path):
    reason = "there is no such desk; make one with `memcon desk init`"
    assert memcon(*question, *DESK) == (2, "", f"memcon: new/d.memcon: {reason}\n")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_a_desk_is_not_asked_for_its_passphrase(memcon, tmp_path):
    (tmp_path / "letter").write_text("Dear colleague")
    assert memcon("search", "x", "--desk", "letter") == (2, "", "memcon: letter: is no desk\n")


def test_another_that_writes_is_told_and_what_was_there_stays(memcon, records, monkeypatch):
    monkeypatch.setattr("memcon.desk.connections.BUSY_SECONDS", 0.1)
    memcon("desk", "init", "--desk", "d.memcon")
    with Store.open(records.parent / "d.memcon") as store, store.transaction():
        code, _, err = memcon("add", "--records", str(records), "--desk", "d.memcon")
        assert code == 2
        assert "another process has been writing" in err
        code, _, err = memcon("search", "Lavrov", "--json", "--desk", "d.memcon")
        assert (code, err) == (0, "")
    assert memcon("add", "--records", str(records), "--desk", "d.memcon")[0] == 0
    assert memcon("desk", "check", "--desk", "d.memcon")[0] == 0
