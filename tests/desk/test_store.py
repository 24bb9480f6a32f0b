"""Store: a desk is made whole, opened, brought up to date, written to and copied."""

import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2 as driver

from memcon.desk.keys import Key
from memcon.desk.migrations import APPLICATION
from memcon.desk.store import Store, is_encrypted
from memcon.errors import DeskError

KEYS = [None, Key.of_passphrase("it's a secret"), Key.new()]
NOTE = "INSERT INTO notes (key, value) VALUES (?, ?)"


def values(store):
    return [value for (value,) in store.query("SELECT value FROM notes ORDER BY key")]


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("key", KEYS, ids=["plain", "passphrase", "random"])
def test_what_was_kept_is_there_when_the_desk_is_opened_again(path, key):
    with Store.create(path, key) as store, store.transaction():
        store.run(NOTE, ("a", "kept"))
    assert is_encrypted(path) is (key is not None)
    with Store.open(path, key) as store:
        assert values(store) == ["kept"]


def test_only_its_owner_can_read_a_desk_and_the_folder_made_for_it(tmp_path):
    path = tmp_path / "notes" / "own" / "desk.memcon"
    with Store.create(path) as store, store.transaction():
        store.run(NOTE, ("a", "kept"))
        beside = {file.name: mode(file) for file in path.parent.iterdir()}
    assert beside == dict.fromkeys(["desk.memcon", "desk.memcon-wal", "desk.memcon-shm"], 0o600)
    assert [mode(folder) for folder in (path.parent, path.parent.parent)] == [0o700, 0o700]


def test_nothing_else_is_left_beside_a_new_desk(store, path):
    store.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_transaction_that_fails_keeps_nothing(store):
    with pytest.raises(driver.IntegrityError), store.transaction():
        store.run_each(NOTE, [("a", "half"), ("a", "again")])
    assert values(store) == []
    with store.transaction():
        store.run(NOTE, ("a", "whole"))
    assert values(store) == ["whole"]


def test_who_reads_sees_one_moment_while_another_writes(store, path):
    with Store.open(path) as other, other.read():
        assert values(other) == []
        with store.transaction():
            store.run(NOTE, ("a", "new"))
        assert values(other) == []
    with Store.open(path) as other:
        assert values(other) == ["new"]


def test_reading_within_a_transaction_sees_what_it_wrote(store):
    with store.transaction():
        store.run(NOTE, ("a", "mine"))
        with store.read():
            assert values(store) == ["mine"]
    assert values(store) == ["mine"]


def test_rows_are_inserted_changed_and_asked_for(store):
    sql = "INSERT INTO feeds (source) VALUES (?)"
    with store.transaction():
        assert [store.insert(sql, (f"f{number}",)) for number in range(2)] == [1, 2]
        store.run_each(sql, [("f2",), ("f3",)])
        assert store.run("UPDATE feeds SET etag = 'x' WHERE id > ?", (1,)) == 3
    assert store.first("SELECT source FROM feeds WHERE id = 4") == ("f3",)
    assert store.first("SELECT source FROM feeds WHERE id = 5") is None
    assert [row[0] for row in store.each("SELECT id FROM feeds ORDER BY id")] == [1, 2, 3, 4]


def test_a_row_cannot_name_a_row_that_is_not_there(store):
    with pytest.raises(driver.IntegrityError), store.transaction():
        store.run("INSERT INTO appearances (actor, article, number) VALUES (1, 1, 1)")


def test_of_two_that_make_the_same_desk_one_is_told_that_it_is_there(path):
    def make(_):
        try:
            Store.create(path).close()
        except DeskError as error:
            return str(error)
        return "made"

    with ThreadPoolExecutor(4) as pool:
        told = sorted(pool.map(make, range(4)))
    assert told == [f"{path}: there is such a file already"] * 3 + ["made"]
    Store.open(path).close()


def test_a_desk_is_brought_up_to_date_when_it_is_opened(path):
    with Store.create(path.with_name("new.memcon")) as store:
        newest = store.version
    with closing(driver.connect(path)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION}")
        assert old.execute("PRAGMA user_version").fetchone() == (0,)
    with Store.open(path) as store:
        assert store.version == newest
        assert values(store) == []


@pytest.mark.parametrize("key", KEYS, ids=["plain", "passphrase", "random"])
def test_a_backup_is_the_desk_as_it_was_under_the_same_key(path, tmp_path, key):
    copy = tmp_path / "copy.memcon"
    with Store.create(path, key) as store:
        with store.transaction():
            store.run(NOTE, ("a", "before"))
        store.back_up(copy)
        with store.transaction():
            store.run(NOTE, ("b", "after"))
    assert is_encrypted(copy) is (key is not None)
    assert mode(copy) == 0o600
    with Store.open(copy, key) as store:
        assert values(store) == ["before"]
        with store.transaction():
            store.run(NOTE, ("c", "on the copy"))
    if key is not None:
        salts = {file.read_bytes()[:16] for file in (path, copy)}
        assert len(salts) == 2


def test_a_backup_overwrites_nothing(store, tmp_path):
    there = tmp_path / "letter.txt"
    there.write_text("Dear colleague")
    with pytest.raises(DeskError, match="there is such a file already"):
        store.back_up(there)
    assert there.read_text() == "Dear colleague"


def test_a_backup_goes_on_while_another_writes(path, tmp_path):
    with Store.create(path) as store, Store.open(path) as other:
        with store.transaction():
            store.run_each(NOTE, [(f"{n:05}", "x" * 2000) for n in range(3000)])
        with other.transaction():
            other.run(NOTE, ("z", "not yet"))
            store.back_up(tmp_path / "copy.memcon")
    with Store.open(tmp_path / "copy.memcon") as copy:
        assert len(values(copy)) == 3000
