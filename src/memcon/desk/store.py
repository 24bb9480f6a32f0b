"""Store: the file that a desk is: one SQLite database, plain or under SQLCipher.

It is in WAL mode, so that who reads never waits for who writes.
"""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from memcon.desk.faults import BUSY_SECONDS, told_clearly
from memcon.desk.migrations import migrate, version_of
from memcon.errors import DeskError

if TYPE_CHECKING:
    import sqlite3 as driver
    from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType
    from typing import Self, TypeAlias

    from memcon.desk.keys import Key

    Parameters: TypeAlias = Sequence[Any] | Mapping[str, Any]
else:
    from sqlcipher3 import dbapi2 as driver

_PLAIN = b"SQLite format 3\0"
_PAGE_BYTES = 4096
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",
)


class Store:
    """An open desk: its rows, asked for in SQL. It is a context manager, and of one thread.

    Rows are plain tuples. What a user can act on, such as a full disk, is a DeskError.
    """

    def __init__(self, path: Path, connection: driver.Connection, key: Key | None) -> None:
        self.path = path
        self.key = key
        self._connection = connection

    @classmethod
    def create(cls, path: Path, key: Key | None = None) -> Self:
        """Make a new desk, encrypted if there is a key; DeskError if the file is there already.

        Nobody but its owner can read the file, nor look into a folder that is made for it.
        """
        if path.exists():
            raise DeskError(f"{path}: there is such a file already")
        _make_folder(path.parent)
        with set_in_place(path) as draft:
            cls._of(draft, key).close()
        return cls.open(path, key)

    @classmethod
    def open(cls, path: Path, key: Key | None = None) -> Self:
        """Open a desk, and bring its tables up to date; DeskError if it cannot be opened."""
        _check_kind(path, key)
        return cls._of(path, key)

    @classmethod
    def _of(cls, path: Path, key: Key | None) -> Self:
        """The desk in a file that is there; an empty one gets its tables."""
        with told_clearly(path):
            connection = _connect(path, key)
            try:
                _unlock(connection, path, key)
                migrate(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, key)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a transaction that is open is undone."""
        self._connection.close()

    @property
    def version(self) -> int:
        """The number of the last migration."""
        return version_of(self._connection)

    @contextmanager
    def transaction(self) -> Generator[None]:
        """All that is written within is kept together, or not at all; other writers wait.

        Transactions do not nest.
        """
        with told_clearly(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with told_clearly(self.path):
                self._connection.execute("COMMIT")
        except BaseException:
            # A full disk may have ended it already.
            if self._connection.in_transaction:
                with suppress(driver.Error):
                    self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def read(self) -> Generator[None]:
        """All that is asked within is answered from the desk as it is now, whoever writes on."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")

    def query(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows of the answer."""
        with told_clearly(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def each(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a long answer, one after another."""
        with told_clearly(self.path):
            yield from self._connection.execute(sql, parameters)

    def first(self, sql: str, parameters: Parameters = ()) -> tuple[Any, ...] | None:
        """The first row of the answer, if there is any."""
        with told_clearly(self.path):
            return self._connection.execute(sql, parameters).fetchone()

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Change rows; how many they were."""
        with told_clearly(self.path):
            return self._connection.execute(sql, parameters).rowcount

    def insert(self, sql: str, parameters: Parameters = ()) -> int:
        """Insert a row; its rowid."""
        with told_clearly(self.path):
            return self._connection.execute(sql, parameters).lastrowid or 0

    def run_each(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run the same statement for each of the rows."""
        with told_clearly(self.path):
            self._connection.executemany(sql, rows)

    def back_up(self, path: Path) -> None:
        """Write a copy as the desk is now, under the same key and with a salt of its own.

        Whoever writes goes on meanwhile. DeskError if the file is there already.
        """
        if path.exists():
            raise DeskError(f"{path}: there is such a file already")
        with set_in_place(path) as draft, told_clearly(path):
            copy = _connect(draft, self.key)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()


def is_encrypted(path: Path) -> bool:
    """Whether a file can only be a desk if it is encrypted; False where there is none."""
    head = _head(path)
    return bool(head) and head != _PLAIN


def _check_kind(path: Path, key: Key | None) -> None:
    """Refuse what is no file, cannot be a desk, or does not go with the key."""
    head = _head(path)
    if head is None:
        raise DeskError(f"{path}: there is no such desk; make one with `memcon desk init`")
    if head == _PLAIN:
        if key is not None:
            raise DeskError(f"{path}: is not encrypted; open it without a key")
        return
    if not head or path.stat().st_size % _PAGE_BYTES:
        raise DeskError(f"{path}: is no desk")
    if key is None:
        raise DeskError(f"{path}: is encrypted and needs its key, or is no desk")


def _head(path: Path) -> bytes | None:
    """The first bytes of a file: what SQLite calls itself, or a salt. None: there is no file."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DeskError(f"{path}: {(error.strerror or str(error)).lower()}") from error


def _make_folder(folder: Path) -> None:
    """Make the folders that are missing, each its owner's alone."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise DeskError(f"{folder}: {(error.strerror or str(error)).lower()}") from error


@contextmanager
def set_in_place(path: Path) -> Generator[Path]:
    """Give an empty file beside a path, and the path to it when all went well.

    So there is a whole file or none, and one that came there meanwhile is not overwritten.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            yield draft
            _sync(draft)
            path.hardlink_to(draft)
            _sync(path.parent)
        finally:
            for file in files_of(draft):
                file.unlink(missing_ok=True)
    except FileExistsError as error:
        raise DeskError(f"{path}: there is such a file already") from error
    except OSError as error:
        raise DeskError(f"{path}: {(error.strerror or str(error)).lower()}") from error


def files_of(path: Path) -> tuple[Path, ...]:
    """The files that a desk may consist of, the desk itself last."""
    beside = (path.with_name(path.name + end) for end in ("-journal", "-shm", "-wal"))
    return (*beside, path)


def _sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _connect(path: Path, key: Key | None) -> driver.Connection:
    """A connection to a file that is there, with its key."""
    connection = driver.connect(
        f"file:{quote(str(path))}?mode=rw", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    # SQLCipher writes each failure on standard error; told_clearly tells it once.
    for sql in ("PRAGMA cipher_log_level = NONE", *(key.pragmas() if key else ())):
        connection.execute(sql)
    return connection


def _unlock(connection: driver.Connection, path: Path, key: Key | None) -> None:
    """Make the connection ready; DeskError if the key is not the desk's."""
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
