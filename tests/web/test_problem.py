"""What cannot be answered is told in one line, with the status that says whose fault it is."""

import pytest

from memcon.desk.desk import Desk
from memcon.desk.store import Store
from visits import SESSION, visiting


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "desk.memcon"
    Desk.create(path).close()
    return path


def test_while_another_process_writes_a_form_is_refused_soon_and_pages_are_shown(path, monkeypatch):
    monkeypatch.setattr("memcon.web.clerk._PATIENCE_SECONDS", 0.1)
    with visiting(path) as client, Store.open(path) as other:
        with other.transaction():
            seen = client.post("/overview/seen", data={"csrf": SESSION.csrf, "reached": "0"})
            assert seen.status_code == 503
            assert "another process has been writing" in seen.text
            assert client.get("/overview").status_code == 200
        assert client.post(
            "/overview/seen", data={"csrf": SESSION.csrf, "reached": "0"}
        ).is_redirect


def test_a_damaged_file_is_not_taken_for_something_that_is_not_there(path):
    with visiting(path) as client:
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (size - 4096))
        answers = {name: client.get(name) for name in ("/actors", "/timeline.json", "/issues")}
    told = [answer for answer in answers.values() if answer.status_code == 503]
    assert told
    assert all("damaged" in answer.text for answer in told)
    assert {answer.status_code for answer in answers.values()} <= {200, 503}
