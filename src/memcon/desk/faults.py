"""Faults: what SQLite and SQLCipher say when a desk cannot be used, as one clear line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.errors import DeskError, FaultError

if TYPE_CHECKING:
    import sqlite3 as driver
    from pathlib import Path
    from types import TracebackType
else:
    from sqlcipher3 import dbapi2 as driver

BUSY_SECONDS = 15
_RESTORE = "run `memcon desk check`, and go back to a backup"
# By SQLite's primary result code; what is not here is an error in memcon and rises as it is.
_REASONS = {
    driver.SQLITE_BUSY: "another process has been writing for long; try again when it is done",
    driver.SQLITE_READONLY: "the file or its folder is read-only",
    driver.SQLITE_IOERR: "the disk refuses to read or to write; nothing was kept of what was "
    "being written",
    driver.SQLITE_CORRUPT: f"part of the file is damaged; {_RESTORE}",
    driver.SQLITE_FULL: "the disk is full; nothing was kept of what was being written",
    driver.SQLITE_CANTOPEN: "cannot be opened; the file or its folder may be read-only",
    driver.SQLITE_NOTADB: f"part of the file is damaged or it is no desk; {_RESTORE}",
}
# A path or an argument that is no UTF-8 comes to Python so.
_NO_TEXT = "what was asked has characters that are no text"
_TOO_LARGE = "what was asked has a number that is too large"
# The primary code within an extended one.
PRIMARY = 0xFF


@dataclass(frozen=True, slots=True)
class told_clearly:  # noqa: N801 - read as the verb of a with statement
    """Turn an error that a user can act on into a DeskError that names the desk.

    A class, as it stands around every query: a generator would take as long as a small one.
    """

    path: Path

    def __enter__(self) -> None:
        return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, driver.Error):
            reason = _REASONS.get(getattr(error, "sqlite_errorcode", -1) & PRIMARY)
            if reason is not None:
                raise FaultError(f"{self.path}: {reason}") from error
        elif isinstance(error, UnicodeEncodeError):
            raise DeskError(f"{self.path}: {_NO_TEXT}") from error
        elif isinstance(error, OverflowError):
            raise DeskError(f"{self.path}: {_TOO_LARGE}") from error
