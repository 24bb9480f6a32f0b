"""Lock: an encrypted desk is opened by its passphrase or the key that is kept, and locks itself."""

import gc
import logging
import time
from datetime import date
from threading import Event
from urllib.parse import quote

import pytest

from browsing import serving, violations
from envoys import TALKS
from memcon.desk.desk import Desk
from memcon.desk.keys import Key, write_key_file
from memcon.web import lock
from memcon.web.app import DEEDS, VIEWS
from memcon.web.reading import Found
from visits import Told, proof, until, visiting

PASSPHRASE = "correct horse, Genève"
KEY = Key(PASSPHRASE, 1)  # so few rounds are quick


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(lock, "_DELAY_SECONDS", 0.05)
    monkeypatch.setattr("memcon.desk.keys._ROUNDS", 1)


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "desk.memcon"
    Desk.create(path, KEY).close()
    return path


@pytest.fixture
def visitor(desk):
    """Who visits a desk that nobody has opened yet."""
    with visiting(desk) as client:
        yield client


def give(visitor, **fields):
    page = visitor.get("/unlock").text
    return visitor.post("/unlock", data={"csrf": proof(page), **fields})


def is_locked(visitor):
    return visitor.get("/lock.json").json()["is_locked"]


ADDRESSES = [
    *(view.path for view in VIEWS),
    "/add",
    "/export/file?format=happenings",
]


@pytest.mark.parametrize("path", ADDRESSES)
def test_who_asks_a_locked_desk_is_led_to_its_door(visitor, path):
    path = path.replace("{number}", "1").replace("{", "").replace("}", "")
    answer = visitor.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/unlock?then={quote(path, safe='')}"
    page = visitor.get(answer.headers["location"])
    assert page.status_code == 200
    assert 'type="password"' in page.text
    assert 'role="search"' not in page.text


def test_programs_are_told_that_it_is_locked(visitor):
    for path in ("/timeline.json", "/timeline.csv", "/add.json"):
        answer = visitor.get(path)
        assert answer.status_code == 423
        assert "locked" in answer.json()["error"]
    for deed in DEEDS:
        path = deed.path.replace("{number}", "1").replace("{", "").replace("}", "")
        answer = visitor.post(path, data={"csrf": "proof-of-tests"})
        assert answer.status_code in (400, 423)
    headers = {"X-Memcon-Proof": "proof-of-tests"}
    assert visitor.put("/add/file?name=a.txt", content=b"x", headers=headers).status_code == 423


def test_the_passphrase_opens_the_desk_and_the_way_goes_on(visitor):
    answer = give(visitor, passphrase=PASSPHRASE, then="/timeline?since=2021&party=A%26B")
    assert answer.headers["location"] == "/timeline?since=2021&party=A%26B"
    assert visitor.get("/export").status_code == 200
    assert visitor.get("/unlock?then=/timeline").headers["location"] == "/timeline"


@pytest.mark.parametrize("then", [
    "", "timeline", "http://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example",
    "/\t/evil.example", "/\n/evil.example", "\t//evil.example", "javascript:alert(1)", " /x", "/\x00/x",
])  # fmt: skip
def test_the_way_goes_on_to_no_other_place(visitor, then):
    assert give(visitor, passphrase=PASSPHRASE, then=then).headers["location"] == "/"
    assert visitor.get("/unlock", params={"then": then}).headers["location"] == "/"


@pytest.mark.parametrize(
    "passphrase", ["mistaken", "", "\x00", "x'00'", "a" * 100_000, "'; DROP --"]
)
def test_a_wrong_passphrase_is_told_after_a_while(visitor, passphrase, monkeypatch):
    monkeypatch.setattr(lock, "_DELAY_SECONDS", 0.4)
    start = time.monotonic()
    answer = give(visitor, passphrase=passphrase, then="/timeline?since=2021")
    assert time.monotonic() - start >= 0.4
    assert answer.status_code == 403
    assert 'role="alert"' in answer.text
    assert 'value="/timeline?since=2021"' in answer.text
    if passphrase:
        assert passphrase not in answer.text
    assert is_locked(visitor)
    assert give(visitor, passphrase=PASSPHRASE).status_code == 303


def test_the_passphrase_is_the_same_from_every_keyboard(visitor):
    assert give(visitor, passphrase="correct horse, Gene\u0300ve").status_code == 303


def test_a_button_locks_and_nothing_is_shown_any_more(desk):
    with visiting(desk, KEY) as visitor:
        page = visitor.get("/export")
        assert 'action="/lock"' in page.text
        answer = visitor.post("/lock", data={"csrf": proof(page.text)})
        assert answer.headers["location"] == "/unlock"
        assert visitor.get("/export").status_code == 303
        assert is_locked(visitor)


def test_a_desk_without_a_key_is_not_locked(tmp_path):
    path = tmp_path / "plain.memcon"
    Desk.create(path).close()
    with visiting(path, idle_seconds=0.05) as visitor:
        page = visitor.get("/export").text
        assert 'action="/lock"' not in page
        assert visitor.post("/lock", data={"csrf": "proof-of-tests"}).status_code == 409
        time.sleep(0.2)
        assert visitor.get("/export").status_code == 200


def test_it_locks_when_nobody_has_asked_for_a_while(desk):
    with visiting(desk, KEY, idle_seconds=0.3) as visitor:
        for _ in range(5):
            time.sleep(0.1)
            assert visitor.get("/export").status_code == 200
        until(lambda: is_locked(visitor))
        assert visitor.get("/export").status_code == 303
        assert give(visitor, passphrase=PASSPHRASE).status_code == 303
        assert visitor.get("/export").status_code == 200
        until(lambda: is_locked(visitor))


def test_to_look_how_far_files_are_does_not_keep_it_open(desk):
    with visiting(desk, KEY, idle_seconds=0.4) as visitor:
        start = time.monotonic()
        while (
            visitor.get("/add.json").status_code == 200 and visitor.get("/add").status_code == 200
        ):
            assert visitor.get("/lock.json").status_code == 200
            assert time.monotonic() - start < 5
            time.sleep(0.05)
        assert is_locked(visitor)


def test_what_is_under_way_is_refused_when_it_is_locked(desk, read):
    record, is_free = read(TALKS), Event()

    def told(_sent, _known):
        yield Found(1)
        is_free.wait()
        yield record

    def uploads():
        return visitor.get("/add.json").json()["uploads"]

    with visiting(desk, KEY, Told(told)) as visitor:
        headers = {"X-Memcon-Proof": "proof-of-tests"}
        for name in ("a.txt", "b.txt"):
            visitor.put(f"/add/file?name={name}", content=b"text", headers=headers)
        until(lambda: uploads()[1]["stage"] == "reading")
        visitor.post("/lock", data={"csrf": "proof-of-tests"})
        is_free.set()
        room = visitor.app.state.room
        until(lambda: not any(one.is_under_way for one in room.uploads))
        give(visitor, passphrase=PASSPHRASE)
        for upload in uploads():
            assert upload["added"] == 0
            assert "locked before" in upload["refusals"][0]["reason"]
        assert visitor.get("/timeline.json").json()["accounts"] == []


def test_the_key_that_is_kept_opens_it_again(desk):
    kept = [KEY, None, Key("another", 1)]
    with visiting(desk, KEY, find_key=lambda: kept[0]) as visitor:
        visitor.post("/lock", data={"csrf": "proof-of-tests"})
        assert 'name="kept"' in visitor.get("/unlock").text
        assert give(visitor, kept="yes").status_code == 303
        visitor.post("/lock", data={"csrf": "proof-of-tests"})
        del kept[0]
        assert "not found where it was" in give(visitor, kept="yes").text
        del kept[0]
        assert "the key is wrong" in give(visitor, kept="yes").text
        assert give(visitor, passphrase=PASSPHRASE).status_code == 303


def test_who_started_it_without_a_key_is_offered_none(visitor):
    assert 'name="kept"' not in visitor.get("/unlock").text
    assert give(visitor, kept="yes").status_code == 403


def test_the_passphrase_is_nowhere_once_it_is_locked(visitor, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    give(visitor, passphrase="wrong " + PASSPHRASE)
    answer = give(visitor, passphrase=PASSPHRASE)
    visitor.get("/export")
    visitor.post("/lock", data={"csrf": "proof-of-tests"})
    told = caplog.text + "".join(capfd.readouterr()) + str(answer.headers)
    assert "horse" not in told
    gc.collect()
    keys = [one for one in gc.get_objects() if isinstance(one, Key) and one is not KEY]
    assert [one for one in keys if one.secret == PASSPHRASE] == []


def test_a_download_is_broken_off_when_the_desk_is_locked(desk, read, monkeypatch):
    with Desk(desk, KEY) as filled:
        filled.add(read(TALKS, published=date(2021, 5, 20)))
    with visiting(desk, KEY) as visitor:
        clerk = visitor.app.state.room.clerk

        async def begin():
            pieces = clerk.ask_beside(lambda store: iter([b"1", b"2", b"3"]))
            assert await anext(pieces) == b"1"
            await clerk.lock()
            await anext(pieces)

        with pytest.raises(Exception, match="is locked"):
            visitor.portal.call(begin)
        until(lambda: desk.with_name("desk.memcon-wal").exists() is False)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The server of an encrypted desk that soon locks itself, in the place of the story's."""
    folder = tmp_path_factory.mktemp("locked")
    Desk.create(folder / "desk.memcon", write_key_file(folder / "key")).close()
    options = ("--key-file", str(folder / "key"), "--lock-after", "0.1")
    with serving(folder / "desk.memcon", *options) as address:
        yield address


@pytest.mark.parametrize("look", ["light", "dark"])
def test_what_is_on_the_screen_goes_when_the_desk_locks(page, look, faults):
    page.goto("/unlock")
    if page.get_by_text("The desk is locked").count():
        page.get_by_role("button", name="Open with the key").click()
    page.goto("/export?format=ftm")
    page.wait_for_url("**/unlock?then=%2Fexport%3Fformat%3Dftm", timeout=60_000)
    assert violations(page) == []
    page.get_by_label("Passphrase").fill("mistaken")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    assert all("403" in fault for fault in faults)
    faults.clear()
    assert violations(page) == []
    page.get_by_role("button", name="Open with the key").click()
    page.wait_for_url("**/export?format=ftm")
    assert page.get_by_label("ftm").is_checked()
