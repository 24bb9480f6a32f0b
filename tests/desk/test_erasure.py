"""Erasure: the key goes first, and nothing of the desk stays where it was."""

import os
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2 as driver

from memcon.desk.erasure import wipe
from memcon.desk.keys import Key, read_key_file, write_key_file
from memcon.desk.store import Store
from memcon.errors import DeskError

WORDS = b"Lavrov declined"
SECRET = Key.of_passphrase("secret")


def noted(path, key):
    """A desk with a note, closed; every block of it has a second name under which it is kept."""
    with Store.create(path, key) as store, store.transaction():
        store.run("INSERT INTO notes VALUES ('a', ?)", (WORDS.decode() * 1000,))
    os.link(path, path.with_name("block"))
    return path.with_name("block")


def test_of_a_plain_desk_no_word_is_left_in_its_blocks(path):
    block = noted(path, None)
    size = block.stat().st_size
    assert WORDS in block.read_bytes()
    wipe(path, None, None, in_keyring=False)
    assert [file.name for file in path.parent.iterdir()] == ["block"]
    assert block.stat().st_size == size
    assert WORDS not in block.read_bytes()
    assert b"SQLite" not in block.read_bytes()


def test_of_an_encrypted_desk_no_page_is_left_as_it_was(path):
    block = noted(path, SECRET)
    before = block.read_bytes()
    wipe(path, SECRET, None, in_keyring=False)
    after = block.read_bytes()
    assert len(after) == len(before)
    assert before[:16] not in after
    pages = [(before[at : at + 4096], after[at : at + 4096]) for at in range(0, len(after), 4096)]
    assert all(old != new for old, new in pages)


def test_without_its_salt_the_key_opens_nothing(path):
    """What is left of a desk whose wiping was cut short after the first page."""
    noted(path, SECRET)
    with path.open("r+b") as file:
        file.write(os.urandom(4096))
    with pytest.raises(DeskError, match="the key is wrong"):
        Store.open(path, SECRET)


def test_the_key_file_is_overwritten_and_removed(path, tmp_path):
    file, block = tmp_path / "key", tmp_path / "key block"
    key = write_key_file(file)
    os.link(file, block)
    noted(path, key)
    wipe(path, key, file, in_keyring=False)
    assert not file.exists()
    assert key.secret.encode() not in block.read_bytes()


def test_the_log_of_a_desk_that_was_not_closed_is_overwritten_too(path):
    """A copy of a desk in use is a desk whose process was killed."""
    killed = path.with_name("killed.memcon")
    with Store.create(path) as store:
        with store.transaction():
            store.run("INSERT INTO notes VALUES ('a', ?)", (WORDS.decode() * 1000,))
        for end in ("", "-wal"):
            killed.with_name(killed.name + end).write_bytes(
                path.with_name(path.name + end).read_bytes()
            )
    block = path.with_name("log block")
    os.link(f"{killed}-wal", block)
    assert WORDS in block.read_bytes()
    wipe(killed, None, None, in_keyring=False)
    assert WORDS not in block.read_bytes()
    assert not list(path.parent.glob("killed*"))


@pytest.mark.parametrize("key", [None, SECRET], ids=["plain", "encrypted"])
def test_a_desk_that_another_has_open_is_not_touched(path, key):
    noted(path, key)
    with Store.open(path, key) as store:
        before = path.read_bytes()
        with pytest.raises(DeskError, match="another process has it open; close that first"):
            wipe(path, key, None, in_keyring=False)
        assert path.read_bytes() == before
        assert store.query("SELECT count(*) FROM notes") == [(1,)]


def test_a_wrong_key_wipes_nothing(path, tmp_path):
    noted(path, SECRET)
    before, file = path.read_bytes(), tmp_path / "key"
    key = write_key_file(file)
    with pytest.raises(DeskError, match="the key is wrong"):
        wipe(path, key, file, in_keyring=False)
    assert path.read_bytes() == before
    assert read_key_file(file) == key


def test_a_database_of_another_program_is_not_wiped(path):
    with closing(driver.connect(path)) as other:
        other.execute("CREATE TABLE letters (words)")
    before = path.read_bytes()
    with pytest.raises(DeskError, match="is a database of another program"):
        wipe(path, None, None, in_keyring=False)
    assert path.read_bytes() == before


def test_what_is_no_desk_is_not_wiped(path):
    path.write_text("Dear colleague")
    with pytest.raises(DeskError, match="is no desk"):
        wipe(path, None, None, in_keyring=False)
    assert path.read_text() == "Dear colleague"


def test_a_link_to_a_desk_is_wiped_with_it(path, tmp_path):
    block, link = noted(path, SECRET), tmp_path / "link.memcon"
    salt = block.read_bytes()[:16]
    link.symlink_to(path)
    wipe(link, SECRET, None, in_keyring=False)
    assert not link.is_symlink()
    assert not path.exists()
    assert salt not in block.read_bytes()
