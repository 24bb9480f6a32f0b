"""Store: the file that a desk is: one SQLite database, plain or under SQLCipher.

It is in WAL mode, so that who reads never waits for who writes.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from memcon.desk.connections import PAGE_BYTES, PLAIN, check_kind, connect, head_of, unlock
from memcon.desk.drafts import drafted, make_folder
from memcon.desk.faults import told_clearly
from memcon.desk.migrations import migrate, version_of
from memcon.errors import DeskError

if TYPE_CHECKING:
    import sqlite3 as driver
    from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self, TypeAlias

    from memcon.desk.keys import Key

    Parameters: TypeAlias = Sequence[Any] | Mapping[str, Any]
else:
    from sqlcipher3 import dbapi2 as driver


class Store:
    """An open desk: its rows, asked for in SQL. It is a context manager, and of one thread.

    Rows are plain tuples. What a user can act on, such as a full disk, is a DeskError.
    `is_changing` within a transaction: rows may be written.
    """

    def __init__(self, path: Path, connection: driver.Connection, key: Key | None) -> None:
        self.path = path
        self.key = key
        self.is_changing = False
        self._connection = connection

    @classmethod
    def create(cls, path: Path, key: Key | None = None) -> Self:
        """Make a new desk, encrypted if there is a key; DeskError if the file is there already.

        Nobody but its owner can read the file, nor look into a folder that is made for it.
        """
        if path.exists():
            raise DeskError(f"{path}: there is such a file already")
        make_folder(path.parent)
        with drafted(path) as draft:
            cls._of(draft, key).close()
        return cls.open(path, key)

    @classmethod
    def open(cls, path: Path, key: Key | None = None) -> Self:
        """Open a desk, and bring its tables up to date; DeskError if it cannot be opened."""
        check_kind(path, key)
        return cls._of(path, key)

    @classmethod
    def _of(cls, path: Path, key: Key | None) -> Self:
        """The desk in a file that is there; an empty one gets its tables."""
        with told_clearly(path):
            connection = connect(path, key)
            try:
                unlock(connection, path, key)
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

    def wait_at_most(self, seconds: float) -> None:
        """Wait only so long for another writer before a FaultError says that there is one."""
        self.run(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

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
        self.is_changing = True
        try:
            yield
            with told_clearly(self.path):
                self._connection.execute("COMMIT")
        except BaseException:
            self._undo()
            raise
        finally:
            self.is_changing = False

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
            self._undo()

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
        with drafted(path) as draft, told_clearly(path):
            copy = connect(draft, self.key)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

    def _undo(self) -> None:
        """End a transaction, unless a full disk or a damaged page has ended it already."""
        if self._connection.in_transaction:
            with suppress(driver.Error):
                self._connection.execute("ROLLBACK")


def is_encrypted(path: Path) -> bool:
    """Whether a file can be a desk only if it is encrypted; False where there is none."""
    head = head_of(path)
    return bool(head) and head != PLAIN and path.stat().st_size % PAGE_BYTES == 0
