"""Migrations: how the tables of a desk came to be, one file a step, each in one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from memcon.errors import DeskError

if TYPE_CHECKING:
    import sqlite3 as driver
    from collections.abc import Iterator, Mapping
else:
    from sqlcipher3 import dbapi2 as driver

# "memc" as a number: by it a desk is told from every other SQLite file.
APPLICATION = 0x6D656D63


def migrate(connection: driver.Connection, path: Path) -> None:
    """Apply the steps that a desk lacks; DeskError if it is no desk, or of a newer version."""
    steps = _steps()
    newest = max(steps)
    found = version_of(connection)
    if found > newest and _application(connection) == APPLICATION:
        raise DeskError(
            f"{path}: was written by a newer memcon (version {found} of the desk; this one knows "
            f"{newest}); install that memcon"
        )
    if found or _has_tables(connection):
        check_application(connection, path)
    else:
        connection.execute("PRAGMA journal_mode = WAL")
    for number in range(found + 1, newest + 1):
        _apply(connection, number, steps[number].read_text("utf-8"))


def check_application(connection: driver.Connection, path: Path) -> None:
    """Raise DeskError unless a database is a desk."""
    if _application(connection) != APPLICATION:
        raise DeskError(f"{path}: is a database of another program, and no desk")


def version_of(connection: driver.Connection) -> int:
    """The number of the last step that was applied; 0 if none was."""
    ((version,),) = connection.execute("PRAGMA user_version")
    return version


def _application(connection: driver.Connection) -> int:
    """By which program a database was made."""
    ((application,),) = connection.execute("PRAGMA application_id")
    return application


def _has_tables(connection: driver.Connection) -> bool:
    """Whether anything was made in a database."""
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None


def _apply(connection: driver.Connection, number: int, sql: str) -> None:
    """Apply a step, unless another process has done so meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version_of(connection) < number:
            for statement in _statements(sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _steps() -> Mapping[int, Path]:
    """The file of each step by its number: 1 is 0001_desk.sql."""
    files = Path(__file__).parent.glob("*.sql")
    return {int(file.name.partition("_")[0]): file for file in files}


def _statements(sql: str) -> Iterator[str]:
    """The statements of a file, in each of which a line ends with the semicolon."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if driver.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
