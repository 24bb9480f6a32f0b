"""Keys: what an encrypted desk is opened with: a passphrase, or a secret that memcon made.

SQLCipher makes the desk's key of the secret and of the salt in the file's first 16 bytes. So no
secret opens a desk whose salt is gone, and that is how a desk's key is destroyed.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from memcon.errors import DeskError

# SQLCipher's own count for what a human thinks up; 32 random bytes need no stretching, and a
# command that asks shall not wait for it.
_ROUNDS = 256_000
_ROUNDS_OF_RANDOM = 1
_BYTES = 32
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Key:
    """A secret, and in how many rounds the desk's key is made of it."""

    secret: str = field(repr=False)
    rounds: int

    @classmethod
    def of_passphrase(cls, passphrase: str) -> "Key":
        """The key of a passphrase, typed the same on every keyboard (NFC)."""
        if not passphrase or "\0" in passphrase:
            raise DeskError("the passphrase is empty or has a character that none can have")
        if passphrase.lower().startswith("x'"):
            raise DeskError("a passphrase cannot begin with x': SQLCipher takes that for a raw key")
        return cls(normalize("NFC", passphrase), _ROUNDS)

    @classmethod
    def of_random(cls, digits: str) -> "Key":
        """The key of 64 hexadecimal digits, as they stand in a key file; blanks do not count."""
        secret = bytes.fromhex(digits)
        if len(secret) != _BYTES:
            raise ValueError("not 64 hexadecimal digits")
        return cls(secret.hex(), _ROUNDS_OF_RANDOM)

    @classmethod
    def new(cls) -> "Key":
        """A new random key."""
        from secrets import token_hex

        return cls(token_hex(_BYTES), _ROUNDS_OF_RANDOM)

    @property
    def is_random(self) -> bool:
        """Whether memcon made the secret, so that nobody can remember it."""
        return self.rounds == _ROUNDS_OF_RANDOM

    def pragmas(self) -> tuple[str, str]:
        """The SQL that gives the key to a connection, before anything else is asked of it."""
        secret = self.secret.replace("'", "''")
        return f"PRAGMA key = '{secret}'", f"PRAGMA kdf_iter = {self.rounds}"


def read_key_file(path: Path) -> Key:
    """The key that a file holds; DeskError where there is none."""
    try:
        return Key.of_random(path.read_text("ascii").strip())
    except FileNotFoundError as error:
        raise DeskError(f"{path}: no such key file") from error
    except OSError as error:
        raise DeskError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except ValueError as error:
        raise DeskError(f"{path}: no key file: it must hold 64 hexadecimal digits") from error


def write_key_file(path: Path) -> Key:
    """A new key, kept in a new file that only its owner can read."""
    key = Key.new()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise DeskError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    with os.fdopen(handle, "w") as file:
        file.write(key.secret + "\n")
        file.flush()
        os.fsync(file.fileno())
    return key


def salt_of(desk: Path) -> str:
    """The salt of an encrypted desk in hexadecimal digits; it stays when the file moves."""
    try:
        with desk.open("rb") as file:
            return file.read(_SALT_BYTES).hex()
    except OSError as error:
        raise DeskError(f"{desk}: {(error.strerror or str(error)).lower()}") from error
