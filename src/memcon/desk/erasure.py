"""Erasure: how a desk is destroyed: first its key, then its files.

The key is made of a secret and of the salt in the file's first page. Once that page is overwritten,
no passphrase opens the file again. What the disk itself keeps of earlier days is out of reach.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from memcon.desk.connections import PAGE_BYTES, check_kind, connect, reason_of, unlock
from memcon.desk.drafts import files_of, sync
from memcon.desk.faults import PRIMARY, told_clearly
from memcon.desk.keys import salt_of
from memcon.desk.migrations import check_application
from memcon.errors import DeskError

if TYPE_CHECKING:
    import sqlite3 as driver
    from io import FileIO
    from pathlib import Path

    from memcon.desk.keys import Key
else:
    from sqlcipher3 import dbapi2 as driver

_CHUNK_BYTES = 1 << 20


def wipe(path: Path, key: Key | None, key_file: Path | None, *, in_keyring: bool) -> None:
    """Destroy a desk: the salt of its key, the key itself where it is kept, then its files.

    A link goes with the desk to which it leads.
    DeskError if the key does not open it, or another process has it open: then nothing is touched.
    """
    check_kind(path, key)
    entry = salt_of(path) if in_keyring else None
    with told_clearly(path):
        connection = _alone(path, key)
    try:
        _destroy(path.resolve(), key_file, entry)
        path.unlink(missing_ok=True)
    except OSError as error:
        raise DeskError(f"{error.filename or path}: {reason_of(error)}") from error
    finally:
        with suppress(driver.Error):  # its files are gone
            connection.close()


def _alone(path: Path, key: Key | None) -> driver.Connection:
    """The only connection to a desk, with all of its log in the file."""
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        unlock(connection, path, key)
        check_application(connection, path)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(FULL)").fetchall()
    except driver.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & PRIMARY != driver.SQLITE_BUSY:
            raise
        raise DeskError(f"{path}: another process has it open; close that first") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _destroy(path: Path, key_file: Path | None, entry: str | None) -> None:
    """Overwrite the salt, in the log and in the first page; then the key; then all files."""
    *beside, desk = files_of(path)
    for file in beside:
        if file.exists():
            _overwrite(file)
    # The handle stays open to the end: the lock is lost when any handle of the file is closed.
    with desk.open("r+b", buffering=0) as handle:
        _fill(handle, PAGE_BYTES)
        try:
            _destroy_key(key_file, entry)
        finally:
            _fill(handle, desk.stat().st_size - PAGE_BYTES)
            for file in (*beside, desk):
                file.unlink(missing_ok=True)
            sync(path.parent)


def _destroy_key(key_file: Path | None, entry: str | None) -> None:
    """Destroy the secret in its file, and in the keyring."""
    if key_file is not None:
        _overwrite(key_file)
        key_file.unlink()
        sync(key_file.parent)
    if entry is not None:
        from memcon.desk.keyrings import drop_from_keyring

        drop_from_keyring(entry)


def _overwrite(path: Path) -> None:
    """Write random bytes over a whole file."""
    with path.open("r+b", buffering=0) as handle:
        _fill(handle, path.stat().st_size)


def _fill(handle: FileIO, size: int) -> None:
    """Write so many random bytes over what is there, and wait until they are on the disk."""
    while size > 0:
        size -= handle.write(os.urandom(min(size, _CHUNK_BYTES)))
    os.fsync(handle.fileno())
