"""Keys: of a passphrase, of a key file, of the keyring."""

import stat
import unicodedata

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from drawer import Drawer
from memcon.desk.keyrings import drop_from_keyring, find_in_keyring, keep_in_keyring
from memcon.desk.keys import Key, read_key_file, salt_of, write_key_file
from memcon.desk.store import Store
from memcon.errors import DeskError


class Sieve(Drawer):
    """A keyring that keeps nothing."""

    def set_password(self, service, username, password):
        return


class Locked(Drawer):
    """A keyring that its owner does not unlock."""

    def get_password(self, service, username):
        raise KeyringLocked("dismissed")

    def set_password(self, service, username, password):
        raise KeyringLocked("dismissed")


@pytest.fixture
def use():
    """use(keyring): from now on it is the system's."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_passphrase_is_the_same_however_its_letters_are_composed():
    typed = "Zürich, mañana"
    apart = unicodedata.normalize("NFD", typed)
    assert apart != typed
    assert Key.of_passphrase(apart) == Key.of_passphrase(typed)


@pytest.mark.parametrize("passphrase", ["", "a\0b", "x'" + "00" * 32 + "'", "X'00'"])
def test_what_sqlcipher_would_take_for_something_else_is_no_passphrase(passphrase):
    with pytest.raises(DeskError):
        Key.of_passphrase(passphrase)


@pytest.mark.parametrize("passphrase", ["it's", "'; DROP TABLE notes; --", '"', "Привет \\ %s ✓"])
def test_any_other_passphrase_opens_what_it_closed(path, passphrase):
    key = Key.of_passphrase(passphrase)
    Store.create(path, key).close()
    with Store.open(path, key) as store:
        assert store.query("SELECT count(*) FROM notes") == [(0,)]


def test_a_key_does_not_show_its_secret():
    key = Key.of_passphrase("open sesame")
    assert "sesame" not in f"{key!r} {key}"


def test_a_key_file_is_its_owners_alone_and_read_back(tmp_path):
    file = tmp_path / "key"
    key = write_key_file(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert read_key_file(file) == key
    assert write_key_file(tmp_path / "other") != key


def test_a_key_file_is_not_overwritten(tmp_path):
    file = tmp_path / "key"
    key = write_key_file(file)
    with pytest.raises(DeskError, match="key: file exists"):
        write_key_file(file)
    assert read_key_file(file) == key


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "no such key file"),
        (b"", "no key file: it must hold 64 hexadecimal digits"),
        (b"open sesame", "no key file: it must hold 64 hexadecimal digits"),
        (b"00" * 31, "no key file: it must hold 64 hexadecimal digits"),
        (b"\xff" * 64, "no key file: it must hold 64 hexadecimal digits"),
    ],
)
def test_what_is_no_key_file_is_told(tmp_path, content, reason):
    file = tmp_path / "key"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DeskError) as error:
        read_key_file(file)
    assert str(error.value) == f"{file}: {reason}"


def test_a_keyring_keeps_a_key_for_each_desk(tmp_path, use):
    use(Drawer())
    paths, keys = [tmp_path / "a", tmp_path / "b"], [Key.new(), Key.new()]
    for path, key in zip(paths, keys, strict=True):
        Store.create(path, key).close()
        keep_in_keyring(path, key)
    assert [find_in_keyring(path) for path in paths] == keys
    moved = paths[0].rename(tmp_path / "moved")
    assert find_in_keyring(moved) == keys[0]
    assert drop_from_keyring(salt_of(moved))
    assert not drop_from_keyring(salt_of(moved))
    assert [find_in_keyring(path) for path in (moved, paths[1])] == [None, keys[1]]


@pytest.mark.parametrize(
    ("system", "reason"),
    [
        (NoKeyring(), "this system has no keyring; keep the key in a file instead (--key-file)"),
        (Sieve(), "the keyring did not keep the key; keep the key in a file instead (--key-file)"),
        (Locked(), "the keyring refuses the key: dismissed; keep the key in a file instead"),
    ],
)
def test_a_keyring_that_does_not_keep_a_key_is_told(path, use, system, reason):
    use(system)
    key = Key.new()
    Store.create(path, key).close()
    with pytest.raises(DeskError) as error:
        keep_in_keyring(path, key)
    assert str(error.value).startswith(reason)


def test_without_a_keyring_there_is_no_key_in_it(path, use):
    Store.create(path, Key.new()).close()
    use(NoKeyring())
    assert find_in_keyring(path) is None
    use(Locked())
    with pytest.raises(DeskError, match="the keyring cannot be read: dismissed"):
        find_in_keyring(path)


def test_how_the_digits_are_written_makes_no_other_key():
    digits = "0123456789abcdef" * 4
    written = (digits.upper(), f"{digits[:32]}\n{digits[32:]}", f"{digits[:2]} {digits[2:]}")
    assert {Key.of_random(one) for one in written} == {Key.of_random(digits)}
