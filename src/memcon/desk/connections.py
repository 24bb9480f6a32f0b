"""Connection: a file opened by SQLite or SQLCipher, with its key, and ready to be asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

from memcon.desk.faults import BUSY_SECONDS
from memcon.errors import DeskError

if TYPE_CHECKING:
    import sqlite3 as driver
    from pathlib import Path

    from memcon.desk.keys import Key
else:
    from sqlcipher3 import dbapi2 as driver

PLAIN = b"SQLite format 3\0"
PAGE_BYTES = 4096
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",
    # Pages that article after article writes to are copied into the file once in 16 MB of journal.
    "PRAGMA wal_autocheckpoint = 4000",
)


def connect(path: Path, key: Key | None) -> driver.Connection:
    """A connection to a file that is there; nothing has been read of it yet."""
    connection = driver.connect(
        f"file:{quote(os.fsencode(path))}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
    )
    # SQLCipher writes each failure on standard error; told_clearly tells it once.
    for sql in ("PRAGMA cipher_log_level = NONE", *(key.pragmas() if key else ())):
        connection.execute(sql)
    return connection


def unlock(connection: driver.Connection, path: Path, key: Key | None) -> None:
    """Read the file for the first time; DeskError if the key is not the desk's."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except driver.DatabaseError as error:
        if key is None or error.sqlite_errorcode != driver.SQLITE_NOTADB:
            raise
        raise DeskError(
            f"{path}: the key is wrong; or the file is damaged in its first page, or is no desk"
        ) from error
    for sql in _SETTINGS:
        connection.execute(sql)


def check_kind(path: Path, key: Key | None) -> None:
    """Refuse what is no file, cannot be a desk, or does not go with the key."""
    head = head_of(path)
    if head is None:
        raise DeskError(f"{path}: there is no such desk; make one with `memcon desk init`")
    if head == PLAIN:
        if key is not None:
            raise DeskError(f"{path}: is not encrypted; open it without a key")
        return
    if not head or path.stat().st_size % PAGE_BYTES:
        raise DeskError(f"{path}: is no desk")
    if key is None:
        raise DeskError(f"{path}: is encrypted and needs its key, or is no desk")


def head_of(path: Path) -> bytes | None:
    """The first bytes of a file: what SQLite calls itself, or a salt. None: there is no file."""
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DeskError(f"{path}: {reason_of(error)}") from error


def reason_of(error: OSError) -> str:
    """What the system says, in lower case."""
    return (error.strerror or str(error)).lower()
