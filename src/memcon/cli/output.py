"""Output: where memoranda and records go: the terminal, standard output, a file or a folder."""

import re
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from rich.console import Console

from memcon.brief.html import render_html
from memcon.brief.markdown import render_markdown
from memcon.brief.memo import Memo
from memcon.brief.terminal import print_memo, render_text
from memcon.codes.countries import Countries
from memcon.errors import OutputError
from memcon.record.contract import Record, encode
from memcon.settings import Format

_SUFFIXES: dict[Format, str] = {
    "terminal": ".txt",
    "markdown": ".md",
    "html": ".html",
    "json": ".json",
}
_FORMATS: dict[str, Format] = {
    **{suffix: form for form, suffix in _SUFFIXES.items()},
    ".htm": "html",
    ".jsonl": "json",
    ".ndjson": "json",
}
# Between two memoranda in one stream; records are lines as they are.
_BETWEEN: dict[Format, str] = {"terminal": "\n\n", "markdown": "\n---\n\n", "html": "", "json": ""}
_LONGEST_NAME = 48


class Output(Protocol):
    """Takes records, and shows each in its way."""

    def write(self, record: Record) -> None:
        """Show one record; OutputError when there is no room for it."""
        ...


@contextmanager
def open_output(path: Path | None, form: Format, countries: Countries) -> Generator[Output]:
    """The output that the user asked for; what was written stays, whatever happens after."""
    if path is None:
        yield (
            _Screen(Console(), countries)
            if form == "terminal" and sys.stdout.isatty()
            else _Stream(sys.stdout.buffer, "standard output", form, countries)
        )
    elif path.is_dir() or not path.suffix:
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(str(path), error) from error
        yield _Folder(path, form, countries)
    else:
        try:
            stream = path.open("wb")
        except OSError as error:
            raise _unwritable(str(path), error) from error
        try:
            yield _Stream(stream, str(path), form, countries)
        finally:
            # Every write was flushed; what a full disk refused then, it would refuse again.
            with suppress(OSError):
                stream.close()


def format_for(path: Path | None, asked: Format) -> Format:
    """The format asked for; where none was, the one that the file's suffix says."""
    if path is None or asked != "terminal":
        return asked
    return _FORMATS.get(path.suffix.lower(), asked)


def rendered(record: Record, form: Format, countries: Countries) -> str:
    """A record in a format."""
    if form == "json":
        return encode(record).decode() + "\n"
    render = {"terminal": render_text, "markdown": render_markdown, "html": render_html}[form]
    return render(Memo.of(record, countries))


@dataclass(frozen=True, slots=True)
class _Screen:
    """A terminal."""

    console: Console
    countries: Countries

    def write(self, record: Record) -> None:
        print_memo(Memo.of(record, self.countries), self.console)


@dataclass(slots=True)
class _Stream:
    """Standard output or a file: everything one after the other."""

    stream: IO[bytes]
    name: str
    form: Format
    countries: Countries
    written: int = 0

    def write(self, record: Record) -> None:
        if self.form == "html" and self.written:
            raise OutputError("several pages as HTML need a folder: add --output FOLDER")
        words = rendered(record, self.form, self.countries)
        between = _BETWEEN[self.form] if self.written else ""
        try:
            self.stream.write((between + words).encode("utf-8", "replace"))
            self.stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritable(self.name, error) from error
        self.written += 1


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder: a file for each page, complete or not there."""

    path: Path
    form: Format
    countries: Countries

    def write(self, record: Record) -> None:
        target = self.path / f"{_file_name(record)}{_SUFFIXES[self.form]}"
        partial = target.with_name(f".{target.name}.part")
        try:
            partial.write_text(rendered(record, self.form, self.countries), "utf-8", "replace")
            partial.replace(target)
        except OSError as error:
            partial.unlink(missing_ok=True)
            raise _unwritable(str(target), error) from error


def _unwritable(name: str, error: OSError) -> OutputError:
    """Where and why nothing could be written."""
    return OutputError(f"{name}: {(error.strerror or str(error)).lower()}")


def _file_name(record: Record) -> str:
    """The title in lower case and the head of the article's id: the same page, the same name."""
    article = record.article
    slug = re.sub(r"\W+", "-", (article.title or "page").lower()).strip("-")[:_LONGEST_NAME]
    return f"{slug.strip('-')}-{article.id[:8]}"
