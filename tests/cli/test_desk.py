"""`memcon desk`: a desk is made, counted, checked, backed up and wiped; articles are taken off; and it is found again."""

import io
import json
import os
import pty
import stat
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from bulletins import SUMMIT
from drawer import Drawer
from memcon.desk.desk import Desk
from memcon.desk.keys import Key, read_key_file

EXAMPLES = Path(__file__).parents[2] / "examples"
MEMCON = (sys.executable, "-c", "from memcon.cli.main import main; main()")
DESK = ("--desk", "d.memcon")
KEY = ("--key-file", "key")


@pytest.fixture
def drawer():
    """The system's keyring for one test."""
    before, drawer = keyring.get_keyring(), Drawer()
    keyring.set_keyring(drawer)
    yield drawer
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def data_folder(monkeypatch, tmp_path):
    """The user's data folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def type_in(tmp_path):
    """type_in(answers, arguments…) -> (exit code, what the terminal showed): a human types."""

    def run(answers, *arguments):
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [*MEMCON, *arguments],
            cwd=tmp_path,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: os.close(os.open(os.ttyname(theirs), os.O_RDWR)),
        )
        os.close(theirs)
        shown = b""
        try:
            for answer in answers:
                while b": " not in shown.rpartition(b"\n")[2]:
                    shown += os.read(ours, 4096)
                os.write(ours, f"{answer}\n".encode())
                shown += b"\n"
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:
            pass  # the terminal is closed when the process has left
        os.close(ours)
        return process.wait(), shown.decode().replace("\r", "")

    return run


def test_a_plain_desk_from_its_making_to_its_end(memcon, tmp_path):
    assert memcon("desk", "init", *DESK) == (0, "Made a desk: d.memcon\n", "")
    code, told, err = memcon("desk", "info", *DESK)
    assert (code, err) == (0, "")
    assert "Desk        d.memcon\nEncrypted   no\nVersion     " in told
    assert "Articles    0\n" in told
    assert memcon("desk", "check", *DESK) == (0, "No problem found; 0 articles are whole.\n", "")
    assert memcon("desk", "backup", "copy", *DESK) == (0, "Backed up to copy\n", "")
    code, told, err = memcon("desk", "wipe", "--yes", *DESK)
    assert (code, err) == (0, "")
    assert told.startswith("Wiped d.memcon\nWhat may remain: an SSD")
    assert "was not encrypted" in told
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy"]


def test_info_counts_as_json(memcon, read, tmp_path):
    with Desk.create(tmp_path / "d.memcon") as desk:
        desk.add(read("Antony Blinken met Sergei Lavrov in Reykjavik on Wednesday."))
    code, told, _ = memcon("desk", "info", "--json", *DESK)
    found = json.loads(told)
    assert code == 0
    assert (found["articles"], found["families"], found["happenings"]) == (1, 1, 1)
    assert (found["desk"], found["is_encrypted"]) == ("d.memcon", False)
    assert found["bytes"] > 100_000
    assert "Articles    1, published 2021-05-20 to 2021-05-20\n" in memcon("desk", "info", *DESK)[1]


def test_each_problem_is_a_line_and_the_exit_code_is_2(memcon, tmp_path):
    with Desk.create(tmp_path / "d.memcon") as desk:
        desk.store.run("INSERT INTO words (rowid, title, text) VALUES (9, '', 'stray')")
        desk.store.run("INSERT INTO bands VALUES (1, 0, 9)")
    assert memcon("desk", "check", *DESK) == (
        2,
        "article 9: its words can be searched for, but it is not there\n"
        "article 9: is compared with others, but it is not there\n",
        "",
    )


def test_an_article_is_taken_off_with_what_it_alone_tells(ask, monkeypatch):
    (held,) = (one.article for one in SUMMIT if one.article.published.value == "2021-06-16")
    name = f"{held.id[:12]} 2021-06-16 untitled"
    before = json.loads(ask("desk", "info", "--json")[1])
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    code, told, err = ask("desk", "forget", held.id[:12])
    assert (code, told) == (130, "")
    assert err.startswith(f"Take {name} off the desk? [y/N]: ")
    assert json.loads(ask("desk", "info", "--json")[1]) == before
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert ask("desk", "forget", held.id[:12])[:2] == (0, f"Took off {name}\n")
    after = json.loads(ask("desk", "info", "--json")[1])
    assert after["articles"] == before["articles"] - 1
    (history,) = json.loads(ask("prospects", "USA", "RUS", "--json")[1])["histories"]
    assert history["outlook"]["status"] == "scheduled"
    assert ask("desk", "forget", held.id, "--yes") == (
        2,
        "",
        f"memcon: {held.id}: no article on the desk has an id that begins so\n",
    )
    assert ask("desk", "forget", "--yes", SUMMIT[0].article.id)[0] == 0


def test_a_desk_under_a_key_file(memcon, tmp_path):
    made = (0, "Made an encrypted desk: d.memcon\n", "")
    assert memcon("desk", "init", *DESK, *KEY) == made
    key = read_key_file(tmp_path / "key")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert "Encrypted   yes" in memcon("desk", "info", *DESK, *KEY)[1]
    assert memcon("desk", "init", "--desk", "e.memcon", *KEY)[2] == ""
    assert read_key_file(tmp_path / "key") == key
    assert memcon("desk", "backup", "copy", *DESK, *KEY) == (0, "Backed up to copy\n", "")
    code, told, _ = memcon("desk", "wipe", "--yes", "--keep-key", *DESK, *KEY)
    assert (code, told.splitlines()[0]) == (0, "Wiped d.memcon")
    whole = (0, "No problem found; 0 articles are whole.\n", "")
    assert memcon("desk", "check", "--desk", "copy", *KEY) == whole
    code, told, _ = memcon("desk", "wipe", "--yes", "--desk", "e.memcon", *KEY)
    assert (code, told.splitlines()[0]) == (0, "Wiped e.memcon, and its key key")
    assert "All of that is encrypted" in told
    assert [file.name for file in tmp_path.iterdir()] == ["copy"]
    refused = memcon("desk", "info", "--desk", "copy", *KEY)
    assert refused == (2, "", "memcon: key: no such key file\n")


def test_a_key_file_of_the_settings_is_for_encrypted_desks_only(memcon, monkeypatch, tmp_path):
    monkeypatch.setenv("MEMCON_KEY_FILE", "key")
    assert memcon("desk", "init", *DESK)[1] == "Made a desk: d.memcon\n"
    assert not (tmp_path / "key").exists()
    assert memcon("desk", "info", *DESK)[0] == 0
    made = memcon("desk", "init", "--encrypt", "--desk", "e.memcon")
    assert made[1] == "Made an encrypted desk: e.memcon\n"
    assert memcon("desk", "check", "--desk", "e.memcon")[0] == 0
    told = memcon("desk", "info", *DESK, *KEY)[2]
    assert told == "memcon: d.memcon: is not encrypted; open it without a key\n"


def test_a_desk_whose_key_the_keyring_keeps(memcon, drawer, tmp_path):
    made = memcon("desk", "init", "--keyring", *DESK)
    assert made == (0, "Made an encrypted desk: d.memcon\n", "")
    assert "Encrypted   yes" in memcon("desk", "info", *DESK)[1]
    assert memcon("desk", "backup", "copy", *DESK)[0] == 0
    assert len(drawer.entries) == 2
    assert memcon("desk", "wipe", "--yes", *DESK)[0] == 0
    assert memcon("desk", "check", "--desk", "copy")[0] == 0
    assert len(drawer.entries) == 1
    assert memcon("desk", "wipe", "--yes", "--keep-key", "--desk", "copy")[0] == 0
    assert len(drawer.entries) == 1


def test_without_a_keyring_no_desk_is_made(memcon, drawer, tmp_path):
    keyring.set_keyring(NoKeyring())
    assert memcon("desk", "init", "--keyring", *DESK) == (
        2,
        "",
        "memcon: this system has no keyring; keep the key in a file instead (--key-file)\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_a_desk_under_a_passphrase_that_is_typed(type_in, tmp_path):
    secret = "blue door, 1912"
    code, shown = type_in([secret, secret], "desk", "init", "--encrypt", *DESK)
    assert code == 0, shown
    assert "Passphrase of d.memcon: " in shown
    assert shown.endswith("Made an encrypted desk: d.memcon\n")
    code, shown_again = type_in([secret], "desk", "info", *DESK)
    assert code == 0, shown_again
    assert "Encrypted   yes" in shown_again
    code, refused = type_in(["blue door, 1913"], "desk", "info", *DESK)
    assert code == 2
    assert "memcon: d.memcon: the key is wrong" in refused
    assert secret not in shown + shown_again + refused
    code, told = type_in([secret, "n"], "desk", "wipe", *DESK)
    assert code == 130
    assert "Destroy d.memcon, for ever?" in told
    assert type_in([secret], "desk", "check", *DESK)[0] == 0
    assert type_in([secret, "y"], "desk", "wipe", *DESK)[0] == 0
    assert list(tmp_path.iterdir()) == []


def test_two_passphrases_that_differ_are_asked_for_again(type_in, tmp_path):
    code, shown = type_in(["one", "two", "three", "three"], "desk", "init", "--encrypt", *DESK)
    assert code == 0, shown
    assert type_in(["three"], "desk", "info", *DESK)[0] == 0


def test_where_nobody_can_type_a_key_file_is_asked_for(tmp_path):
    done = subprocess.run(
        [*MEMCON, "desk", "init", "--encrypt", *DESK],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
    )
    assert (done.returncode, done.stderr) == (
        2,
        "memcon: nobody is there to type a passphrase; name a key file with --key-file\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_the_desk_is_where_a_flag_the_settings_or_the_system_says(
    memcon, monkeypatch, tmp_path, data_folder
):
    missing = "there is no such desk; make one with `memcon desk init`\n"
    usual = data_folder / "memcon" / "desk.memcon"
    assert memcon("desk", "info") == (2, "", f"memcon: {usual}: {missing}")
    assert memcon("desk", "init")[1] == f"Made a desk: {usual}\n"
    assert stat.S_IMODE(usual.parent.stat().st_mode) == 0o700
    (tmp_path / "memcon.toml").write_text('desk = "of-file.memcon"')
    assert memcon("desk", "info")[2] == f"memcon: of-file.memcon: {missing}"
    monkeypatch.setenv("MEMCON_DESK", "~/of-variable.memcon")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert memcon("desk", "info")[2] == f"memcon: {tmp_path}/of-variable.memcon: {missing}"
    assert memcon("desk", "info", *DESK)[2] == f"memcon: d.memcon: {missing}"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("init", "--keyring", *KEY, "--desk", "new"), "--keyring and --key-file exclude each"),
        (("init", "--desk", "letter.txt"), "letter.txt: there is such a file already"),
        (("info", "--desk", "letter.txt"), "letter.txt: is no desk"),
        (("check", "--desk", "letter.txt"), "letter.txt: is no desk"),
        (("backup", "letter.txt", *DESK), "letter.txt: there is such a file already"),
        (("backup", "no/such/folder", *DESK), "no/such/folder: no such file or directory"),
        (("wipe", "--yes", "--desk", "letter.txt"), "letter.txt: is no desk"),
        (("info", *DESK, "--key-file", "letter.txt"), "letter.txt: no key file: it must hold 64"),
    ],
)
def test_what_is_refused_is_told_in_a_line_and_left_alone(memcon, tmp_path, arguments, reason):
    (tmp_path / "letter.txt").write_text("Dear colleague")
    memcon("desk", "init", *DESK)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    code, out, err = memcon("desk", *arguments)
    assert (code, out) == (2, "")
    assert reason in err
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("is_encrypted", [True, False], ids=["encrypted", "plain"])
def test_adding_pages_writes_no_word_of_them_where_the_desk_is_encrypted(tmp_path, is_encrypted):
    """Every file is searched that the processes wrote: home, data and temporary files are there."""
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    (tmp_path / "key").write_text(Key.new().secret)
    desk = ("--desk", tmp_path / "home" / "d.memcon", *(KEY if is_encrypted else ()))
    places = {"HOME": tmp_path / "home", "TMPDIR": tmp_path / "tmp"}
    told = [
        subprocess.run(
            [*MEMCON, *command, *desk],
            cwd=tmp_path,
            env={**os.environ, **places, "XDG_DATA_HOME": tmp_path / "home"},
            capture_output=True,
            text=True,
        )
        for command in (
            ("desk", "init"),
            ("add", EXAMPLES / "april-call" / "page.txt", EXAMPLES / "geneva-date" / "page.html"),
            ("search", "summit"),
            ("desk", "backup", tmp_path / "home" / "copy.memcon"),
        )
    ]
    assert [done.returncode for done in told] == [0, 0, 0, 0], [done.stderr for done in told]
    assert "Biden" in told[2].stdout
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    content = b"".join(file.read_bytes() for file in files)
    assert sorted(file.name for file in files) == ["copy.memcon", "d.memcon", "key"]
    found = {
        word
        for word in ("Vladimir Putin", "Geneva", "geneva", "summit", "https://", '"memcon"')
        for form in ("utf-8", "utf-16-le", "utf-16-be")
        if word.encode(form) in content
    }
    assert found == set() if is_encrypted else {"Vladimir Putin", "Geneva", "summit"} <= found
