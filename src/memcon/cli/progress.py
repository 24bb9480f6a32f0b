"""Progress: how far a run over several pages is, told on standard error."""

import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

# Where there is no terminal, one plain line for so many pages, or for so many things exported.
_LINE_EVERY = 100
_LINE_EVERY_EXPORTED = 1000
_MANY_IN_ONE = (".jsonl", ".ndjson", ".gz", ".xml", ".rss", ".atom", ".feed")


class Meter(Protocol):
    """Told of each page."""

    def clear(self) -> None:
        """Make room for what is printed next."""
        ...

    def advance(self) -> None:
        """One more page is done."""
        ...


@contextmanager
def metered(sources: Sequence[str]) -> Generator[Meter]:
    """A meter over the pages of `sources`: a bar, lines, or nothing for a single page."""
    expected = _count(sources)
    if expected == 1:
        yield _Silent()
        return
    with _shown(expected, "Reading", _Lines("pages", _LINE_EVERY)) as meter:
        yield meter


@contextmanager
def counted(expected: int, things: str, doing: str = "Exporting") -> Generator[Meter]:
    """A meter over so many articles, happenings or feeds, for what is done: a bar or lines.

    Nothing where they are shown on a terminal.
    """
    if sys.stdout.isatty():
        yield _Silent()
        return
    with _shown(expected, doing, _Lines(things, _LINE_EVERY_EXPORTED)) as meter:
        yield meter


@contextmanager
def _shown(expected: int | None, doing: str, lines: Meter) -> Generator[Meter]:
    """A bar on a terminal, else the lines."""
    if not sys.stderr.isatty():
        yield lines
        return
    bar = Progress(
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task(doing, total=expected)
    try:
        bar.start()
        yield _Bar(bar)
    finally:
        # Interrupted even while it starts, the bar gives the terminal its cursor back.
        bar.stop()


@dataclass(frozen=True, slots=True)
class _Silent:
    """A single page needs no telling."""

    def clear(self) -> None:
        return

    def advance(self) -> None:
        return


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar on the terminal, gone while a memorandum is printed."""

    bar: Progress

    def clear(self) -> None:
        if sys.stdout.isatty():
            self.bar.stop()

    def advance(self) -> None:
        self.bar.start()
        self.bar.advance(self.bar.task_ids[0])


@dataclass(slots=True)
class _Lines:
    """A line now and then."""

    things: str
    every: int
    done: int = 0

    def clear(self) -> None:
        return

    def advance(self) -> None:
        self.done += 1
        if self.done % self.every == 0:
            click.echo(f"memcon: {self.done} {self.things}", err=True)


def _count(sources: Iterable[str]) -> int | None:
    """How many pages to expect; None where only reading tells."""
    counts = [_pages_in(source) for source in sources]
    return sum(count for count in counts if count) if all(counts) else None


def _pages_in(source: str) -> int | None:
    """The pages of a file or folder: one a file, unless one of them is a file of many."""
    path = Path(source)
    files = [child for child in path.rglob("*") if child.is_file()] if path.is_dir() else [path]
    is_plain = all(f.is_file() and f.suffix.lower() not in _MANY_IN_ONE for f in files)
    return len(files) if files and is_plain else None
