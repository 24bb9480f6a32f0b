"""Formats: what `memcon desk export` writes, row by row or line by line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec

from memcon.desk.dossiers import dossiers, records
from memcon.export.selection import pared, selected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from memcon.cli.progress import Meter
    from memcon.codes.countries import Countries
    from memcon.desk.store import Store
    from memcon.export.selection import Selection
    from memcon.record.contract import Record
    from memcon.story.dossiers import Dossier
    from memcon.tables.cells import Column
    from memcon.tables.files import Table

Level = Literal["event", "happening"]
TableFormat = Literal["plover", "icews", "gdelt", "happenings"]
LineFormat = Literal["plover-json", "annotations", "jsonld", "ftm", "atom", "corrections"]
Format = TableFormat | LineFormat

TABLES: tuple[TableFormat, ...] = get_args(TableFormat)
FORMATS: tuple[Format, ...] = (*TABLES, *get_args(LineFormat))
# Those that tell an event as each article has it, or each happening once.
LEVELLED: tuple[Format, ...] = ("plover", "icews", "gdelt", "plover-json")
_OF_ARTICLES: tuple[Format, ...] = ("annotations", "jsonld", "ftm", "corrections")
_OF_HAPPENINGS: tuple[Format, ...] = ("happenings", "jsonld", "ftm", "atom")


@dataclass(frozen=True, slots=True)
class Consignment:
    """What goes out: articles and happenings by their numbers on the desk, and what of them.

    `made` is when it is said to have been made.
    """

    store: Store
    articles: tuple[int, ...]
    happenings: tuple[int, ...]
    selection: Selection
    countries: Countries
    made: datetime
    meter: Meter

    def records(self, choose: Callable[[Record, Selection], Record] = selected) -> Iterator[Record]:
        """What is asked for of each article."""
        for record in records(self.store, self.articles):
            yield choose(record, self.selection)
            self.meter.advance()

    def dossiers(self) -> Iterator[Dossier]:
        """The happenings."""
        for dossier in dossiers(self.store, self.happenings):
            yield dossier
            self.meter.advance()


def tells_articles(form: Format, level: Level) -> bool:
    """Whether a format has something of each article."""
    return form in _OF_ARTICLES or (form in LEVELLED and level == "event")


def tells_happenings(form: Format, level: Level) -> bool:
    """Whether a format has something of each happening."""
    return form in _OF_HAPPENINGS or (form in LEVELLED and level == "happening")


def columns_of(form: TableFormat, level: Level) -> Sequence[Column[Any]]:
    """The columns of a table."""
    from memcon.export.happenings import COLUMNS, PRESETS
    from memcon.tables.columns import PRESETS as EVENT_PRESETS

    if form == "happenings":
        return COLUMNS
    return EVENT_PRESETS[form] if level == "event" else PRESETS[form]


def fill(table: Table[Any], form: TableFormat, goods: Consignment) -> None:
    """Write the rows of a table."""
    from memcon.export.happenings import exchanges
    from memcon.tables.dyads import dyads

    for record in goods.records(pared):
        table.write(dyads(record, goods.countries))
    for dossier in goods.dossiers():
        table.write([dossier] if form == "happenings" else exchanges(dossier, goods.countries))


def lines_of(form: LineFormat, goods: Consignment) -> Iterator[bytes]:
    """What a file of lines holds; a feed is one piece."""
    return _LINES[form](goods)


def _plover_json(goods: Consignment) -> Iterator[bytes]:
    from memcon.export.happenings import exchanges
    from memcon.export.plover import plover_event, plover_happening
    from memcon.tables.dyads import dyads

    for record in goods.records(pared):
        for dyad in dyads(record, goods.countries):
            yield _line(plover_event(dyad))
    for dossier in goods.dossiers():
        for exchange in exchanges(dossier, goods.countries):
            yield _line(plover_happening(exchange))


def _annotations(goods: Consignment) -> Iterator[bytes]:
    from memcon.export.annotations import annotate

    for record in goods.records():
        collection = annotate(record, goods.made)
        if collection is not None:
            yield _line(collection)


def _jsonld(goods: Consignment) -> Iterator[bytes]:
    from memcon.export.jsonld import article_graph, happening_event

    for record in goods.records():
        yield _line(article_graph(record, goods.countries, goods.made))
    for dossier in goods.dossiers():
        event = happening_event(dossier)
        if event is not None:
            yield _line(event)


def _ftm(goods: Consignment) -> Iterator[bytes]:
    from memcon.export.ftm import article_entities, happening_entities, once

    told = (article_entities(record, goods.countries) for record in goods.records())
    happened = (happening_entities(dossier, goods.countries) for dossier in goods.dossiers())
    return map(_line, once(chain.from_iterable(chain(told, happened))))


def _atom(goods: Consignment) -> Iterator[bytes]:
    from memcon import __version__
    from memcon.export.atom import render_feed

    yield render_feed(goods.dossiers(), goods.made.date(), __version__)


def _corrections(goods: Consignment) -> Iterator[bytes]:
    from memcon.desk.corrections import ruled, set_right
    from memcon.export.corrections import lessons, pairing

    for reading, amendments in set_right(goods.store, goods.articles):
        yield from map(_line, lessons(reading, amendments))
    for judgement, one, other in ruled(goods.store, goods.articles):
        yield _line(pairing(judgement, one, other))


_LINES: Mapping[LineFormat, Callable[[Consignment], Iterator[bytes]]] = {
    "plover-json": _plover_json,
    "annotations": _annotations,
    "jsonld": _jsonld,
    "ftm": _ftm,
    "atom": _atom,
    "corrections": _corrections,
}


def _line(told: msgspec.Struct) -> bytes:
    return msgspec.json.encode(told) + b"\n"
