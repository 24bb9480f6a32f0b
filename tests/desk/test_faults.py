"""Faults: a desk that cannot be used says so in one line, and nothing on it is lost."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from memcon.desk.census import census
from memcon.desk.keys import Key
from memcon.desk.migrations import APPLICATION
from memcon.desk.store import Store
from memcon.errors import DeskError

PAGE = 4096
SECRET = Key.of_passphrase("secret")
NOTE = "INSERT INTO notes (key, value) VALUES (?, ?)"
# Adds one note a transaction, and reports each that was kept; then says what went wrong.
WRITER = """
import sys
from pathlib import Path
from memcon.desk.store import Store
from memcon.errors import DeskError
sys.stdout.reconfigure(line_buffering=True)
try:
    with Store.open(Path(sys.argv[1])) as store:
        for number in range(10_000):
            with store.transaction():
                store.run("INSERT INTO notes VALUES (?, ?)", (f"{number:05}", "x" * 20_000))
            print(number)
except DeskError as error:
    print(error, file=sys.stderr)
    sys.exit(2)
"""
# As root, reads and writes of others' files are not refused until the right to do so is given up.
UNPRIVILEGED = """
import ctypes, os
if os.geteuid() == 0:
    header, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None).capset(header, none) == 0
"""


def filled(path, key=None, notes=600):
    """A desk with notes on many pages, closed."""
    with Store.create(path, key) as store, store.transaction():
        store.run_each(NOTE, [(f"{number:05}", f"note {number} " * 100) for number in range(notes)])


def kept(path):
    with Store.open(path) as store:
        assert store.query("PRAGMA integrity_check") == [("ok",)]
        return [int(key) for (key,) in store.query("SELECT key FROM notes ORDER BY key")]


def python(*arguments, before="", command=()):
    """Run a script in a process of its own -> (exit code, standard output, standard error)."""
    script, *others = arguments
    done = subprocess.run(
        [*command, sys.executable, "-c", before + script, *map(str, others)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr


def told(path, key=None):
    with pytest.raises(DeskError) as error:
        Store.open(path, key).close()
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        (None, None, "there is no such desk; make one with `memcon desk init`"),
        (b"", None, "is no desk"),
        (b"Dear colleague", None, "is no desk"),
        (b"Dear colleague", SECRET, "is no desk"),
        (os.urandom(2 * PAGE), None, "is encrypted and needs its key, or is no desk"),
        (
            os.urandom(2 * PAGE),
            SECRET,
            "the key is wrong; or the file is damaged in its first page, or is no desk",
        ),
    ],
)
def test_what_is_no_desk_is_told(path, content, key, reason):
    if content is not None:
        path.write_bytes(content)
    assert told(path, key) == f"{path}: {reason}"
    assert (path.read_bytes() if path.exists() else None) == content


def test_a_database_of_another_program_is_left_alone(path):
    with closing(driver.connect(path)) as other:
        other.execute("CREATE TABLE notes (key, value)")
    before = path.read_bytes()
    assert told(path) == f"{path}: is a database of another program, and no desk"
    assert path.read_bytes() == before


@pytest.mark.parametrize("key", [None, SECRET], ids=["plain", "encrypted"])
def test_a_desk_of_a_newer_version_is_left_alone(path, key):
    with Store.create(path, key) as store:
        store.run("PRAGMA user_version = 4711")
    assert "was written by a newer memcon (version 4711 of the desk; this one knows" in told(
        path, key
    )
    with closing(driver.connect(path)) as desk:
        for sql in key.pragmas() if key else ():
            desk.execute(sql)
        assert desk.execute("PRAGMA user_version").fetchone() == (4711,)
        assert desk.execute("PRAGMA application_id").fetchone() == (APPLICATION,)


@pytest.mark.parametrize("wrong", [Key.of_passphrase("Secret"), Key.new()])
def test_a_wrong_key_opens_nothing_and_changes_nothing(path, wrong, capfd):
    filled(path, SECRET)
    before = path.read_bytes()
    assert told(path, wrong).startswith(f"{path}: the key is wrong")
    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_a_key_for_a_desk_that_has_none_is_refused(store, path):
    assert told(path, SECRET) == f"{path}: is not encrypted; open it without a key"


@pytest.mark.parametrize("key", [None, SECRET], ids=["plain", "encrypted"])
def test_a_damaged_page_is_told_and_the_others_are_still_read(path, key):
    filled(path, key)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // PAGE * PAGE)
        file.write(bytes(PAGE))
    with Store.open(path, key) as store:
        assert store.first("SELECT value FROM notes WHERE key = '00000'") is not None
        with pytest.raises(DeskError, match="part of the file is damaged; run `memcon desk check`"):
            store.query("SELECT * FROM notes")


def test_a_desk_that_ends_too_early_is_told(path):
    filled(path)
    os.truncate(path, 40 * PAGE)
    assert told(path).startswith(f"{path}: part of the file is damaged")


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux to give up root's rights")
@pytest.mark.parametrize("is_folder", [True, False], ids=["folder", "file"])
def test_a_desk_that_may_only_be_read_is_told(tmp_path, is_folder):
    path = tmp_path / "locked" / "desk.memcon"
    filled(path)
    locked = path.parent if is_folder else path
    locked.chmod(0o555 if is_folder else 0o444)
    try:
        code, out, err = python(WRITER, path, before=UNPRIVILEGED)
    finally:
        locked.chmod(0o755 if is_folder else 0o644)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"{path}: ")
    assert "read-only" in err
    assert kept(path) == list(range(600))


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux to give up root's rights")
def test_no_desk_is_made_where_nothing_may_be_written(tmp_path):
    script = "from memcon.cli.main import main; main()"
    tmp_path.chmod(0o555)
    try:
        code, _, err = python(
            script, "desk", "init", "--desk", tmp_path / "desk.memcon", before=UNPRIVILEGED
        )
    finally:
        tmp_path.chmod(0o755)
    assert (code, err) == (2, f"memcon: {tmp_path}/desk.memcon: permission denied\n")
    assert list(tmp_path.iterdir()) == []


def test_where_a_file_may_not_grow_what_was_kept_before_stays(path):
    Store.create(path).close()
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))\n"
    code, out, err = python(WRITER, path, before=limit)
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith(f"{path}: the disk refuses")
    reported = [int(line) for line in out.split()]
    assert len(reported) > 20
    assert kept(path) == reported


def _small_disk():
    """A command that runs another where the folder $1 is a disk of one megabyte."""
    mount = 'mount -t tmpfs -o size=1m disk "$0" && cp "$1" "$0/" && shift && exec "$@"'
    return ("unshare", "--map-root-user", "--mount", "sh", "-c", mount)


def test_on_a_full_disk_what_was_kept_before_stays(tmp_path):
    disk, back = tmp_path / "disk", tmp_path / "back.memcon"
    disk.mkdir()
    command = _small_disk()
    if not shutil.which("unshare") or subprocess.run([*command[:3], "true"]).returncode:
        pytest.skip("this system lets no user mount a small disk")
    Store.create(tmp_path / "desk.memcon").close()
    copy = """
import shutil, subprocess, sys
desk, back = sys.argv[1:3]
done = subprocess.run([sys.executable, "-c", sys.argv[3], desk])
for end in ("", "-wal"):
    shutil.copy(desk + end, back + end)
sys.exit(done.returncode)
"""
    code, out, err = python(
        copy,
        disk / "desk.memcon",
        back,
        WRITER,
        command=(*command, str(disk), str(tmp_path / "desk.memcon")),
    )
    assert (code, err.count("\n")) == (2, 1), err
    assert "the disk is full; nothing was kept of what was being written" in err
    reported = [int(line) for line in out.split()]
    assert len(reported) > 5
    assert kept(back) == reported


def test_a_second_writer_waits_and_then_says_so(path, monkeypatch):
    monkeypatch.setattr("memcon.desk.connections.BUSY_SECONDS", 0.2)
    with Store.create(path) as store, Store.open(path) as other:
        with store.transaction():
            store.run(NOTE, ("a", "first"))
            with pytest.raises(DeskError) as error, other.transaction():
                pytest.fail("two wrote at once")
            assert other.query("SELECT * FROM notes") == []
        assert str(error.value) == (
            f"{path}: another process has been writing for long; try again when it is done"
        )
        with other.transaction():
            other.run(NOTE, ("b", "second"))
        assert store.query("SELECT key FROM notes ORDER BY key") == [("a",), ("b",)]


def test_an_error_of_memcon_itself_is_not_told_as_the_users(store):
    with pytest.raises(driver.OperationalError, match="no such table: nowhere"):
        store.query("SELECT * FROM nowhere")


def test_a_folder_is_no_desk(tmp_path: Path):
    assert told(tmp_path) == f"{tmp_path}: is a directory"


@pytest.mark.parametrize(
    ("asked", "reason"), [("\udcff", "characters that are no text"), (1 << 63, "too large")]
)
def test_what_sqlite_cannot_take_is_refused(path, asked, reason):
    with Store.create(path) as store, pytest.raises(DeskError, match=reason):
        store.query("SELECT 1 WHERE ? = ''", (asked,))


def test_a_desk_may_have_any_name_that_its_folder_takes(tmp_path):
    for name in (b"\xff.memcon", b"a?b#c%41.memcon", b"'; --.memcon", b"-x"):
        path = tmp_path / os.fsdecode(name)
        Store.create(path).close()
        with Store.open(path) as store:
            assert census(store).articles == 0
        assert name in [os.fsencode(file.name) for file in tmp_path.iterdir()]
