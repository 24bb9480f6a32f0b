"""Intake: what the user points at (files, folders, globs, "-", JSON Lines, feeds, URLs) -> Pages.

Pages come one by one; nothing is held longer than it takes to read it.
"""

import glob
import gzip
import io
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO, cast

import msgspec

from memcon.errors import PageError
from memcon.page.charset import decode
from memcon.page.days import day_in, iso_day
from memcon.page.feed import is_feed, read_feed
from memcon.page.fetch import fetch as fetch_url
from memcon.page.page import MediaType, Page, Rejected

LARGEST_PAGE = 20_000_000
# So much may come out of a compressed file that somebody hands over: it can be written to inflate
# without end.
LARGEST_INFLATED = 5 * LARGEST_PAGE

_DAMAGED = "damaged: it cannot be decompressed"
_BROKEN = (EOFError, zlib.error, gzip.BadGzipFile)
_HTML = (".html", ".htm", ".xhtml", ".shtml")
_JSON_LINES = (".jsonl", ".ndjson")
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<h1")
# What browsers and systems put beside saved pages; a folder is read without it.
_BESIDE = re.compile(
    r".*\.(?:avi|bmp|css|docx?|eot|gif|ico|jpe?g|js|json|map|mjs|mp[34]|og[gv]|otf|pdf|png|svg|tar"
    r"|tiff?|ttf|wasm|wav|web[mp]|woff2?|xlsx?|zip)",
    re.IGNORECASE,
)


def take_in(
    sources: Sequence[str], *, fetch: bool = False, stdin: IO[bytes] | None = None
) -> Iterator[Page | Rejected]:
    """Every page of every source, in order; one that cannot be read is Rejected, the rest go on.

    `fetch` allows addresses to be read from the network; "-" is `stdin`, the process's own if None.
    """
    for source in sources:
        try:
            if source == "-":
                stream = sys.stdin.buffer if stdin is None else stdin
                yield from _stream("standard input", "", stream)
            elif "://" in source:
                yield from _address(source, fetch)
            else:
                for path in _files(source):
                    yield from _file(path)
        except PageError as error:
            yield Rejected(error.page, error.reason)


def pages_in(name: str, content: bytes) -> Iterator[Page | Rejected]:
    """Every page of a file that is at hand; its name says only of what kind it may be."""
    try:
        if name.lower().endswith(".gz"):
            yield from _stream(name, name[: -len(".gz")], io.BytesIO(_inflated(name, content)))
        else:
            yield from _stream(name, name, io.BytesIO(content))
    except PageError as error:
        yield Rejected(error.page, error.reason)


def media_type_of(name: str, text: str) -> MediaType:
    """HTML by its suffix or by how it begins."""
    if name.lower().endswith(_HTML):
        return "text/html"
    head = text[:1_000].lstrip("\ufeff \t\r\n").lower()
    while head.startswith(("<!--", "<?xml")):
        head = head.partition(">")[2].lstrip()
    return "text/html" if head.startswith(_HTML_STARTS) else "text/plain"


def _files(source: str) -> Iterable[Path]:
    """The files of a folder or a glob, sorted; else the one path as it stands."""
    if "\0" in source:
        raise PageError(source.replace("\0", "?"), "is no name of a file")
    path = Path(source)
    if path.is_dir():
        found = sorted(child for child in path.rglob("*") if _is_page(child, path))
    elif not path.exists() and glob.has_magic(source):
        matches = glob.iglob(source, recursive=True)  # noqa: PTH207 - a Path has no absolute glob
        found = sorted(match for match in map(Path, matches) if match.is_file())
    else:
        return [path]
    if not found:
        raise PageError(source, "holds no file to read")
    return found


def _is_page(path: Path, folder: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not is_hidden and not _BESIDE.fullmatch(path.name) and path.is_file()


def _file(path: Path) -> Iterator[Page | Rejected]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() == ".gz":
                with gzip.open(stream) as inflated:
                    yield from _stream(name, path.stem, cast("IO[bytes]", inflated))
            else:
                yield from _stream(name, path.name, stream)
    except PageError as error:
        yield Rejected(error.page, error.reason)
    except _BROKEN:
        yield Rejected(name, _DAMAGED)
    except OSError as error:
        yield Rejected(name, (error.strerror or str(error)).lower())


def _inflated(name: str, content: bytes) -> bytes:
    """What a compressed file holds."""
    try:
        with gzip.open(io.BytesIO(content)) as inflated:
            whole = inflated.read(LARGEST_INFLATED + 1)
    except _BROKEN as error:
        raise PageError(name, _DAMAGED) from error
    if len(whole) > LARGEST_INFLATED:
        raise PageError(name, f"is larger than {LARGEST_INFLATED // 1_000_000} MB when inflated")
    return whole


def _stream(name: str, suffix: str, stream: IO[bytes]) -> Iterator[Page | Rejected]:
    """JSON Lines line by line, anything else as a whole."""
    first = stream.readline(LARGEST_PAGE + 1)
    if suffix.lower().endswith(_JSON_LINES) or (not suffix and _is_json_line(first)):
        yield from _json_lines(name, first, stream)
        return
    content = first + stream.read(max(0, LARGEST_PAGE + 1 - len(first)))
    if len(content) > LARGEST_PAGE:
        raise PageError(name, f"is larger than {LARGEST_PAGE // 1_000_000} MB")
    yield from _document(name, suffix, decode(name, content))


def _document(
    name: str, suffix: str, text: str, url: str | None = None
) -> Iterator[Page | Rejected]:
    """A feed's entries, or one page."""
    if is_feed(text):
        yield from read_feed(name, text)
        return
    media_type = media_type_of(suffix, text)
    if media_type == "text/plain" and _is_other_xml(suffix, text):
        raise PageError(name, "is XML, but neither RSS nor Atom nor a page")
    yield Page(name=name, content=text, media_type=media_type, url=url)


def _is_other_xml(suffix: str, text: str) -> bool:
    head = text[:1_000].lstrip("\ufeff \t\r\n").lower()
    return suffix.lower().endswith(".xml") or head.startswith(("<?xml", "<!doctype"))


def _address(source: str, is_allowed: bool) -> Iterator[Page | Rejected]:
    if not source.startswith(("http://", "https://")):
        raise PageError(source, "only http and https addresses can be read")
    if not is_allowed:
        raise PageError(source, "is an address; use --fetch to read it from the network")
    answer = fetch_url(source)
    text = decode(source, answer.content, declared=answer.charset)
    yield from _document(source, "", text, url=answer.url)


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of JSON Lines; further keys do not matter."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None


class _Marked(msgspec.Struct, frozen=True):
    """What a line of JSON says of its own format."""

    format: str


_RECORDS = "holds records of memcon, no pages; `memcon add --records` adds them"


def _is_json_line(line: bytes) -> bool:
    return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{")


def _json_lines(name: str, first: bytes, rest: IO[bytes]) -> Iterator[Page | Rejected]:
    decoder = msgspec.json.Decoder(_Line)
    is_told, number, line = False, 0, first.removeprefix(b"\xef\xbb\xbf")
    while line:
        number += 1
        where = f"{name}, line {number}"
        try:
            if len(line) > LARGEST_PAGE:
                _skip_line(line, rest)
                raise PageError(where, f"is larger than {LARGEST_PAGE // 1_000_000} MB")
            if line.strip():
                yield _page(where, decoder.decode(line))
        except PageError as error:
            yield Rejected(error.page, error.reason)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            if not is_record(line):
                yield Rejected(where, f"is no line of JSON with a text: {error}")
            elif not is_told:
                is_told = True
                yield Rejected(name, _RECORDS)
        line = rest.readline(LARGEST_PAGE + 1)


def is_record(line: bytes) -> bool:
    """Whether a line of JSON is one of those that `memcon read --json` writes."""
    try:
        return msgspec.json.decode(line, type=_Marked).format.startswith("memcon/")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _skip_line(line: bytes, rest: IO[bytes]) -> None:
    while line and not line.endswith(b"\n"):
        line = rest.readline(LARGEST_PAGE + 1)


def _page(name: str, line: _Line) -> Page:
    if not line.text.strip():
        raise PageError(name, "has an empty text")
    return Page(
        name=name,
        content=line.text,
        media_type=media_type_of("", line.text),
        url=line.url,
        given_id=None if line.id is None else str(line.id),
        title=line.title,
        published=_day(name, line.published),
        publisher=line.publisher,
        language=line.language,
    )


def _day(name: str, published: str | None) -> date | None:
    if not published:
        return None
    day = iso_day(published) or day_in(published)
    if day is None:
        raise PageError(name, f"published is no date: {published[:40]!r}")
    return day
