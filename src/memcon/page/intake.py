"""Intake: what the user points at (files, folders, globs, "-", JSON Lines) -> Pages, one by one."""

import gzip
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from glob import glob, has_magic
from pathlib import Path
from typing import IO

import msgspec

from memcon.errors import PageError
from memcon.page.charset import decode
from memcon.page.page import MediaType, Page, Rejected

LARGEST_PAGE = 20_000_000
_JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


def take_in(
    sources: Sequence[str], *, fetch: bool = False, stdin: IO[bytes] | None = None
) -> Iterator[Page | Rejected]:
    """Every page of every source, in order; one that cannot be read is Rejected, the rest go on."""
    for source in sources:
        try:
            yield from _pages(source, stdin)
        except PageError as error:
            yield Rejected(error.page, error.reason)


def _pages(source: str, stdin: IO[bytes] | None) -> Iterator[Page | Rejected]:
    if source == "-":
        stream = sys.stdin.buffer if stdin is None else stdin
        yield from _content("standard input", stream.read(LARGEST_PAGE + 1))
        return
    for path in _files(source):
        try:
            yield from _file(path)
        except PageError as error:
            yield Rejected(error.page, error.reason)
        except OSError as error:
            yield Rejected(str(path), (error.strerror or str(error)).lower())


def _files(source: str) -> Iterable[Path]:
    path = Path(source)
    if path.is_dir():
        return sorted(child for child in path.rglob("*") if child.is_file())
    if not path.exists() and has_magic(source):
        found = sorted(Path(name) for name in glob(source, recursive=True))
        if not found:
            raise PageError(source, "matches no file")
        return [child for child in found if child.is_file()]
    return [path]


def _file(path: Path) -> Iterator[Page | Rejected]:
    if path.name.lower().endswith(_JSON_LINES):
        opened = gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb")
        with opened as lines:
            yield from _json_lines(str(path), lines)
        return
    with path.open("rb") as stream:
        yield from _content(str(path), stream.read(LARGEST_PAGE + 1))


def _content(name: str, content: bytes) -> Iterator[Page | Rejected]:
    if len(content) > LARGEST_PAGE:
        raise PageError(name, f"larger than {LARGEST_PAGE // 1_000_000} MB")
    text = decode(name, content)
    yield Page(name=name, content=text, media_type=media_type_of(name, text))


def media_type_of(name: str, text: str) -> MediaType:
    """HTML by its suffix or by its first tag."""
    head = text[:2000].lstrip().lower()
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return "text/html"
    return (
        "text/html"
        if head.startswith(("<!doctype html", "<html", "<head", "<body"))
        else "text/plain"
    )


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of JSON Lines; further keys are ignored."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None


def _json_lines(name: str, lines: Iterable[bytes]) -> Iterator[Page | Rejected]:
    decoder = msgspec.json.Decoder(_Line)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            yield _page(where, decoder.decode(line))
        except msgspec.DecodeError as error:
            yield Rejected(where, str(error))


def _page(name: str, line: _Line) -> Page:
    return Page(
        name=name,
        content=line.text,
        url=line.url,
        given_id=None if line.id is None else str(line.id),
        title=line.title,
        published=_day(line.published),
        publisher=line.publisher,
        language=line.language,
    )


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
