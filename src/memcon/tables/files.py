"""Files: rows -> CSV, JSON Lines or Parquet, written page by page as they come."""

import csv
import io
from abc import ABC, abstractmethod
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Generic

import msgspec

from memcon.errors import OutputError
from memcon.tables.cells import Cell, Column, Row

# So many rows are one group of a Parquet file; fewer are held until there are so many.
_GROUP = 10_000
_ARROW = {"str": "string", "int": "int64", "float": "float64", "bool": "bool_", "date": "date32"}


class Table(ABC, Generic[Row]):
    """Takes rows and writes the cells of its columns to a stream; `rows` counts them."""

    def __init__(self, stream: IO[bytes], columns: Sequence[Column[Row]]) -> None:
        self.stream = stream
        self.columns = columns
        self.rows = 0

    def write(self, rows: Iterable[Row]) -> None:
        """Put the rows of a page behind those that are there."""
        lines = [[column.cell(row) for column in self.columns] for row in rows]
        self._put(lines)
        self.rows += len(lines)

    def finish(self) -> None:
        """Write what is still held; nothing follows."""
        self.stream.flush()

    def discard(self) -> None:
        """Drop what is still held, because nobody will have it."""

    @abstractmethod
    def _put(self, lines: Sequence[Sequence[Cell]]) -> None:
        """Write whole lines at once, so that an interruption leaves no half of one."""


class CsvTable(Table[Row]):
    """Comma-separated values in UTF-8 with a header; what is unknown is empty."""

    def __init__(self, stream: IO[bytes], columns: Sequence[Column[Row]]) -> None:
        super().__init__(stream, columns)
        self._put([[column.name for column in columns]])

    def _put(self, lines: Sequence[Sequence[Cell]]) -> None:
        page = io.StringIO(newline="")
        csv.writer(page, lineterminator="\n").writerows(map(_plain, line) for line in lines)
        self.stream.write(page.getvalue().encode("utf-8", "replace"))
        self.stream.flush()


class JsonTable(Table[Row]):
    """An object a line; what is unknown is null."""

    def _put(self, lines: Sequence[Sequence[Cell]]) -> None:
        names = [column.name for column in self.columns]
        made = (msgspec.json.encode(dict(zip(names, line, strict=True))) for line in lines)
        self.stream.write(b"".join(line + b"\n" for line in made))
        self.stream.flush()


class ParquetTable(Table[Row]):
    """Parquet with typed columns; what is unknown is null."""

    def __init__(self, stream: IO[bytes], columns: Sequence[Column[Row]]) -> None:
        super().__init__(stream, columns)
        self._arrow = import_module("pyarrow")
        kinds = [(column.name, getattr(self._arrow, _ARROW[column.kind])()) for column in columns]
        self._schema = self._arrow.schema(kinds)
        self._writer = import_module("pyarrow.parquet").ParquetWriter(stream, self._schema)
        self._held: list[Sequence[Cell]] = []

    def finish(self) -> None:
        """Write the last group and the footer, without which the file cannot be read."""
        self._put_group()
        self._writer.close()

    def discard(self) -> None:
        """Keep the writer from writing its footer whenever it is collected."""
        self._writer.is_open = False

    def _put(self, lines: Sequence[Sequence[Cell]]) -> None:
        self._held += lines
        if len(self._held) >= _GROUP:
            self._put_group()

    def _put_group(self) -> None:
        if self._held:
            cells = [[line[i] for line in self._held] for i in range(len(self.columns))]
            self._writer.write_table(self._arrow.table(cells, schema=self._schema))
            self._held = []


_FORMATS: Mapping[str, type[Table[Any]]] = {
    ".csv": CsvTable,
    ".jsonl": JsonTable,
    ".ndjson": JsonTable,
    ".parquet": ParquetTable,
}


@contextmanager
def open_table(path: Path, columns: Sequence[Column[Row]]) -> Generator[Table[Row]]:
    """A table in a file whose suffix says the format; OutputError when it cannot be written.

    After Ctrl-C the rows so far are kept, if there are any; after an error what was there before
    is as it was.
    """
    table_of = _FORMATS.get(path.suffix.lower())
    if table_of is None:
        raise OutputError(f"{path}: name a file that ends in {', '.join(_FORMATS)}")
    interruption = None
    with open_stream(path) as stream:
        table = table_of(stream, columns)
        try:
            try:
                yield table
            except KeyboardInterrupt as error:
                if not table.rows:
                    raise
                interruption = error
            table.finish()
        except BaseException:
            table.discard()
            raise
    if interruption is not None:
        raise interruption


@contextmanager
def open_stream(path: Path) -> Generator[IO[bytes]]:
    """A file that takes its name when all is written; OutputError when it cannot be written.

    After an error or Ctrl-C what was there before is as it was.
    """
    target = path.resolve()
    # A device or a pipe is written to, for it cannot be replaced.
    is_replaced = target.is_file() or not target.exists()
    partial = target.with_name(f".{target.name}.part") if is_replaced else target
    try:
        with partial.open("wb") as stream:
            yield stream
        if is_replaced:
            partial.replace(target)
    except OSError as error:
        raise OutputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    finally:
        if is_replaced:
            partial.unlink(missing_ok=True)


def _plain(cell: Cell) -> Cell:
    """A cell as a spreadsheet and R read it: true and false in lower case."""
    return str(cell).lower() if isinstance(cell, bool) else cell
