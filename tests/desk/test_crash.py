"""Adding is killed at random moments, and two processes add at once; nothing is lost, none twice."""

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from bulletins import Act, bulletin
from memcon.desk.checks import problems
from memcon.desk.desk import Desk
from memcon.record.contract import encode

CRASH = Path(__file__).parents[2] / "bench" / "crash.py"
ADD = (sys.executable, "-c", "from memcon.cli.main import main; main()", "add", "--records")
PAPERS = ("Potomac Ledger", "Daily Beacon", "Northern Courier")


def article(number: int):
    """One of many articles, three of which tell each event."""
    day = f"2021-{number // 3 % 12 + 1:02}-{number // 36 + 1:02}"
    words = f"Report {number}: Blinken and Lavrov talked for {number} minutes on {day}, both said."
    act = Act(words, "CONSULT", ("Antony Blinken", "Sergei Lavrov"), day=day, mode="meet")
    return bulletin(day, act, publisher=PAPERS[number % 3])


RECORDS = [article(number) for number in range(120)]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    file = tmp_path / "records.jsonl"
    file.write_bytes(b"".join(encode(record) + b"\n" for record in RECORDS))
    return file


@pytest.fixture
def crashing(monkeypatch):
    """bench/crash.py, with what it imports beside it."""
    monkeypatch.syspath_prepend(str(CRASH.parent))
    spec = spec_from_file_location("crash", CRASH)
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "crash", module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.timeout(300)
def test_a_dozen_kills_lose_nothing(crashing, tmp_path, records):
    desk = tmp_path / "desk.memcon"
    outcome = crashing.crash(desk, ["--records", str(records)], kills=12)
    assert outcome.kills == 12
    assert crashing.inspect(desk, outcome, records).faults == []


def test_what_is_wrong_is_found(crashing, tmp_path, records):
    with Desk.create(tmp_path / "desk.memcon") as desk:
        for record in RECORDS[1:]:
            desk.add(record)
        desk.store.run("DELETE FROM tellings WHERE article = 1")
    told = [RECORDS[0].article.id[:12]] * 2
    outcome = crashing.Outcome(reported=told)
    faults = crashing.inspect(tmp_path / "desk.memcon", outcome, records).faults
    assert f"{RECORDS[0].article.id} is lost" in faults
    assert f"{told[0]} was reported and is lost" in faults
    assert "an article was reported twice" in faults
    assert len(faults) > 3


def test_two_processes_add_at_once(tmp_path, records):
    path = tmp_path / "desk.memcon"
    other = tmp_path / "other.jsonl"
    other.write_bytes(b"".join(encode(record) + b"\n" for record in reversed(RECORDS)))
    adding = [
        subprocess.Popen(
            [*ADD, str(file), "--desk", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for file in (records, other)
    ]
    told = [process.communicate()[0].decode().splitlines() for process in adding]
    assert [process.returncode for process in adding] == [0, 0]
    ids = [line.split()[1] for lines in told for line in lines]
    assert sorted(ids) == sorted(record.article.id[:12] for record in RECORDS)
    with Desk(path) as desk:
        assert list(problems(desk.store)) == []
        assert [desk.record(record.article.id) for record in RECORDS] == RECORDS
        assert desk.store.first("SELECT sum(tellings) FROM happenings") == (len(RECORDS),)


def test_who_reads_does_not_wait_for_who_writes(tmp_path):
    path = tmp_path / "desk.memcon"
    with Desk.create(path) as writer, Desk(path) as reader:
        writer.add(RECORDS[0])
        with writer.store.transaction():
            writer.store.run("DELETE FROM steps")
            assert reader.articles() == {RECORDS[0].article.id}
            assert not reader.add(RECORDS[0]).is_new
