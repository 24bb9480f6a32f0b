"""Faults: what SQLite and SQLCipher say when a desk cannot be used, as one clear line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from memcon.errors import DeskError

if TYPE_CHECKING:
    import sqlite3 as driver
    from collections.abc import Generator
    from pathlib import Path
else:
    from sqlcipher3 import dbapi2 as driver

BUSY_SECONDS = 15
_RESTORE = "run `memcon desk check`, and go back to a backup"
# By SQLite's primary result code; what is not here is an error in memcon and rises as it is.
_REASONS = {
    driver.SQLITE_BUSY: f"another process has been writing for more than {BUSY_SECONDS} seconds; "
    "try again when it is done",
    driver.SQLITE_READONLY: "the file or its folder is read-only",
    driver.SQLITE_IOERR: "the disk refuses to read or to write; nothing was kept of what was "
    "being written",
    driver.SQLITE_CORRUPT: f"part of the file is damaged; {_RESTORE}",
    driver.SQLITE_FULL: "the disk is full; nothing was kept of what was being written",
    driver.SQLITE_CANTOPEN: "cannot be opened; the file or its folder may be read-only",
    driver.SQLITE_NOTADB: f"part of the file is damaged or it is no desk; {_RESTORE}",
}
# The primary code within an extended one.
PRIMARY = 0xFF


@contextmanager
def told_clearly(path: Path) -> Generator[None]:
    """Turn an error of the driver that a user can act on into a DeskError that names the desk."""
    try:
        yield
    except driver.Error as error:
        reason = _REASONS.get(getattr(error, "sqlite_errorcode", -1) & PRIMARY)
        if reason is None:
            raise
        raise DeskError(f"{path}: {reason}") from error
