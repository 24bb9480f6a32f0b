"""Export: what the desk knows as a file for other tools, sent while it is made."""

import io
from collections.abc import AsyncGenerator, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, cast

from msgspec import Meta, Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from memcon.codes.countries import Countries
from memcon.desk.consignments import consign
from memcon.desk.desk import Desk
from memcon.desk.dossiers import Wanted, pair_of
from memcon.desk.store import Store
from memcon.export.formats import (
    ABOUT,
    ENTRIES,
    LEVELLED,
    TABLES,
    Format,
    Level,
    LineFormat,
    Shipment,
    TableFormat,
    columns_of,
    lines_of,
    rows_of,
    tells_articles,
    tells_happenings,
)
from memcon.export.selection import Selection
from memcon.tables.files import CsvTable
from memcon.web.answering import query_in
from memcon.web.query import Query, Within
from memcon.web.room import Room
from memcon.web.view import View

_SUFFIXES: Mapping[str, str] = {"atom": "xml"}
_TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "xml": "application/atom+xml; charset=utf-8",
}
# So many bytes at least are sent at once.
_PIECE = 65_536


class FileQuery(Within, frozen=True, kw_only=True):
    """What is to be exported, in which format; `between` are two parties, or nobody.

    Of happenings the newest `limit`: all for 0, and where nothing is said all but for a feed.
    """

    format: Format
    per: Level = "event"
    between: tuple[str, ...] = ()
    min_confidence: Annotated[float, Meta(ge=0, le=1)] = 0.0
    limit: Annotated[int, Meta(ge=0, le=1_000_000)] | None = None


class ExportQuery(Within, frozen=True, kw_only=True):
    """What the form is to be filled in with."""

    format: Format = "happenings"
    per: Level = "event"
    between: tuple[str, ...] = ()
    min_confidence: Annotated[float, Meta(ge=0, le=1)] = 0.0


class Choice(Struct, frozen=True, kw_only=True):
    """A format: its name, what a file in it has, and whether it can tell each happening once."""

    name: Format
    about: str
    is_levelled: bool


class Choices(Struct, frozen=True, kw_only=True):
    """All formats."""

    formats: tuple[Choice, ...]


def _ask(_desk: Desk, _query: Query) -> Choices:
    return Choices(
        formats=tuple(
            Choice(name=name, about=about, is_levelled=name in LEVELLED)
            for name, about in ABOUT.items()
        )
    )


EXPORT = View(
    path="/export",
    about="Formats in which the desk can be exported",
    query=ExportQuery,
    ask=_ask,
    template="export.html",
    is_table=False,
)


async def _send(request: Request) -> Response:
    """The file; what is wrong with the question is told before anything of it is sent."""
    query = query_in(FileQuery, request, request.query_params.multi_items())
    if query.per == "happening" and query.format not in LEVELLED:
        raise HTTPException(400, f"happenings instead of events go with {', '.join(LEVELLED)}")
    if len(query.between) not in (0, 2):
        raise HTTPException(400, "between needs two parties")
    pieces = Room.of(request).clerk.ask_beside(lambda store: _pieces(store, query))
    first = await anext(pieces, b"")
    suffix = _suffix(query.format)
    return StreamingResponse(
        _all(first, pieces),
        media_type=_TYPES[suffix],
        headers={"Content-Disposition": f'attachment; filename="memcon-{query.format}.{suffix}"'},
    )


async def _all(first: bytes, rest: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
    try:
        yield first
        async for piece in rest:
            yield piece
    finally:
        await rest.aclose()


def _pieces(store: Store, query: FileQuery) -> Iterator[bytes]:
    """What the file has, in pieces large enough to be sent."""
    shipment = _packed(store, query)
    if query.format in TABLES:
        yield from _table(query.format, query.per, shipment)
        return
    held: list[bytes] = []
    for line in lines_of(cast("LineFormat", query.format), shipment):
        held.append(line)
        if sum(map(len, held)) >= _PIECE:
            yield b"".join(held)
            held = []
    yield b"".join(held)


def _table(form: TableFormat, level: Level, shipment: Shipment) -> Iterator[bytes]:
    stream = io.BytesIO()
    table: CsvTable[Any] = CsvTable(stream, columns_of(form, level))
    for rows in cast("Iterable[Iterable[Any]]", rows_of(form, shipment)):
        table.write(rows)
        if stream.tell() >= _PIECE:
            yield stream.getvalue()
            stream.seek(0)
            stream.truncate()
    yield stream.getvalue()


def _packed(store: Store, query: FileQuery) -> Shipment:
    """All that is asked for; DeskError for a name that the desk does not know."""
    most = query.limit if query.limit is not None else ENTRIES if query.format == "atom" else 0
    goods = consign(
        store,
        Wanted(
            since=query.since,
            until=query.until,
            pair=pair_of(store, *query.between) if query.between else None,
            floor=query.min_confidence,
            limit=most or None,
        ),
        has_articles=tells_articles(query.format, query.per),
        has_happenings=tells_happenings(query.format, query.per),
    )
    return Shipment(
        goods=goods,
        selection=Selection(pair=goods.pair, floor=query.min_confidence),
        countries=Countries.load(),
        made=datetime.combine(date.today(), time(), UTC),
    )


def _suffix(form: Format) -> str:
    return "csv" if form in TABLES else _SUFFIXES.get(form, "jsonl")


EXPORTED = (Route("/export/file", _send),)
