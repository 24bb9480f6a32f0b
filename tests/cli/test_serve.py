"""`memcon serve`: one address with a token, on loopback alone, until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from memcon.desk.desk import Desk
from memcon.desk.keys import Key, write_key_file
from visits import proof, until

_SECONDS = 120


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "desk.memcon"
    Desk.create(path).close()
    return path


@contextmanager
def served(*arguments, **environment):
    """The process, its first line and somebody whom it lets in."""
    process = subprocess.Popen(
        [Path(sys.executable).with_name("memcon"), "serve", "--port", "0", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )
    with process:
        try:
            address = process.stdout.readline().strip()
            here = address.partition("/?")[0]
            with httpx.Client(base_url=here, headers={"Origin": here}, timeout=_SECONDS) as client:
                if address:
                    client.get(address)
                yield process, address, client
        finally:
            process.kill()


def ended(process):
    """The exit code after Ctrl-C, and all that was told but the address."""
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=_SECONDS)
    return process.returncode, out, err.strip()


def test_it_prints_one_address_and_listens_on_loopback_until_ctrl_c(desk):
    with served("--desk", desk) as (process, address, client):
        parts = urlsplit(address)
        assert parts.hostname == "127.0.0.1"
        assert len(parse_qs(parts.query)["token"][0]) >= 43
        assert client.get("/timeline.json").status_code == 200
        # The same port of another of this machine's addresses is free.
        with socket.create_server(("127.0.0.2", parts.port)):
            pass
        assert ended(process) == (130, "", f"memcon: serving {desk}; Ctrl-C ends it")


def test_what_was_asked_is_not_noted(desk):
    with served("--desk", desk) as (process, _, client):
        client.get("/search", params={"words": "confidential"})
        client.get("/no-such/confidential")
        client.get("/timeline?limit=confidential")
        assert "confidential" not in "".join(ended(process)[1:])


def test_ctrl_c_breaks_off_what_is_read_and_what_is_sent(desk):
    with served("--desk", desk) as (process, _, client):
        headers = {"X-Memcon-Proof": proof(client.get("/add").text)}
        long = "\n\n".join(
            f"Sergei Lavrov met Antony Blinken in Reykjavik on May {1 + n % 28}. Call {n} was long."
            for n in range(2_000)
        )
        client.put("/add/file?name=long.txt", content=long.encode(), headers=headers)
        until(lambda: client.get("/add.json").json()["uploads"][0]["stage"] != "waiting")
        with client.stream("GET", "/export/file?format=happenings"):
            code, _, err = ended(process)
        assert code == 130
        assert "Traceback" not in err
    with Desk(desk) as there:
        assert there.articles() == frozenset()


def test_a_page_is_read_in_its_own_words(desk):
    with served("--desk", desk) as (_, _, client):
        text = "Kenya and Ethiopia signed an accord on trade in Nairobi on 4 May 2021."
        fields = {"csrf": proof(client.get("/add").text), "text": text, "title": "An accord"}
        assert client.post("/add", data=fields).status_code == 303
        until(lambda: client.get("/add.json").json()["uploads"][0]["stage"] == "done")
        assert client.get("/search.json", params={"words": "accord"}).status_code == 200
    with Desk(desk) as there:
        (article,) = there.articles()
        assert there.record(article).article.title == "An accord"


@pytest.mark.parametrize("kept", ["file", "nowhere"])
def test_an_encrypted_desk_is_opened_by_its_key_or_asks_for_it(tmp_path, kept):
    desk, key_file = tmp_path / "desk.memcon", tmp_path / "key"
    key = write_key_file(key_file) if kept == "file" else Key.of_passphrase("correct horse")
    Desk.create(desk, key).close()
    options = ["--key-file", key_file] if kept == "file" else []
    with served(
        "--desk", desk, *options, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring"
    ) as (process, _, client):
        opened = 200 if kept == "file" else 423
        assert client.get("/timeline.json").status_code == opened
        if kept == "file":
            form = {"csrf": proof(client.get("/export").text)}
            assert client.post("/lock", data=form).headers["location"] == "/unlock"
        page = client.get("/unlock").text
        assert ('name="kept"' in page) == (kept == "file")
        given = {"kept": "yes"} if kept == "file" else {"passphrase": "correct horse"}
        answer = client.post("/unlock", data={"csrf": proof(page), **given, "then": "/export"})
        assert answer.headers["location"] == "/export"
        assert client.get("/timeline.json").status_code == 200
        told = "".join(ended(process)[1:])
        assert "horse" not in told
        assert key.secret not in told


def test_an_encrypted_desk_locks_itself_after_a_while(tmp_path):
    desk, key_file = tmp_path / "desk.memcon", tmp_path / "key"
    Desk.create(desk, write_key_file(key_file)).close()
    with served("--desk", desk, "--key-file", key_file, "--lock-after", "0.1") as (_, _, client):
        assert client.get("/timeline.json").status_code == 200
        until(lambda: client.get("/lock.json").json() == {"is_locked": True})
        assert client.get("/timeline.json").status_code == 423


def test_a_port_that_is_taken_is_told(desk, memcon):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, out, err = memcon("serve", "--desk", str(desk), "--port", port, "--no-browser")
    assert (code, out) == (2, "")
    assert err == f"memcon: port {port}: address already in use; take another with --port\n"


@pytest.mark.parametrize("content", [b"", b"no desk", b"SQLite format 3\0" + bytes(100)])
def test_what_is_no_desk_is_told_before_anything_is_served(tmp_path, memcon, content):
    path = tmp_path / "odd.memcon"
    path.write_bytes(content)
    code, out, err = memcon("serve", "--desk", str(path), "--port", "0", "--no-browser")
    assert (code, out) == (2, "")
    assert err.startswith(f"memcon: {path}: ")


def test_a_wrong_key_is_told_before_anything_is_served(tmp_path, memcon):
    desk, other = tmp_path / "desk.memcon", tmp_path / "other"
    Desk.create(desk, Key.new()).close()
    write_key_file(other)
    code, out, err = memcon("serve", "--desk", str(desk), "--key-file", str(other), "--port", "0")
    assert (code, out) == (2, "")
    assert "the key is wrong" in err


def test_where_there_is_no_desk_one_is_made(tmp_path):
    desk = tmp_path / "new.memcon"
    with served("--desk", desk, "--no-browser") as (process, address, client):
        assert address
        assert client.get("/timeline.json").json()["accounts"] == []
        assert ended(process)[2].startswith(f"memcon: made a desk, not encrypted: {desk}")
