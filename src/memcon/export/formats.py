"""Formats: what the desk is exported in, row by row or line by line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, Protocol, get_args

import msgspec

from memcon.export.selection import pared, selected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from memcon.codes.countries import Countries
    from memcon.export.selection import Selection
    from memcon.record.contract import Record
    from memcon.story.amendments import Amendment, Judgement
    from memcon.story.dossiers import Dossier
    from memcon.tables.cells import Column

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


# In the words of the command line.
ABOUT: Mapping[Format, str] = {
    "plover": "event data: a row a pair of parties",
    "icews": "event data: a row a pair of parties",
    "gdelt": "event data: a row a pair of parties",
    "happenings": "a row a happening",
    "plover-json": "PLOVER's events, an object a line",
    "annotations": "W3C Web Annotations, an article a line",
    "jsonld": "schema.org: NewsArticle, Claim, Event",
    "ftm": "FollowTheMoney entities, one a line",
    "atom": "a feed of the newest happenings",
    "corrections": "what you set right, to train models with, one a line",
}
# So many entries has a feed, unless another number is asked for.
ENTRIES = 100


class Goods(Protocol):
    """What the desk gives to be exported."""

    def records(self) -> Iterator[Record]:
        """The records of articles."""
        ...

    def dossiers(self) -> Iterator[Dossier]:
        """Happenings."""
        ...

    def set_right(self) -> Iterable[tuple[Record, Sequence[Amendment]]]:
        """Articles as they were read, with what was set right in each."""
        ...

    def ruled(self) -> Iterable[tuple[Judgement, Record, Record]]:
        """Which events were ruled to be one, or not to be, each with its article."""
        ...


@dataclass(frozen=True, slots=True)
class Shipment:
    """Goods, and what of them is asked for; `made` is when it is said to have been made."""

    goods: Goods
    selection: Selection
    countries: Countries
    made: datetime

    def records(self, choose: Callable[[Record, Selection], Record] = selected) -> Iterator[Record]:
        """What is asked for of each article."""
        return (choose(record, self.selection) for record in self.goods.records())


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


def rows_of(form: TableFormat, shipment: Shipment) -> Iterator[Iterable[Any]]:
    """The rows of a table, those of one article or happening at a time."""
    from memcon.export.happenings import exchanges
    from memcon.tables.dyads import dyads

    for record in shipment.records(pared):
        yield dyads(record, shipment.countries)
    for dossier in shipment.goods.dossiers():
        yield [dossier] if form == "happenings" else exchanges(dossier, shipment.countries)


def lines_of(form: LineFormat, shipment: Shipment) -> Iterator[bytes]:
    """What a file of lines holds; a feed is one piece."""
    return _LINES[form](shipment)


def _plover_json(shipment: Shipment) -> Iterator[bytes]:
    from memcon.export.happenings import exchanges
    from memcon.export.plover import plover_event, plover_happening
    from memcon.tables.dyads import dyads

    for record in shipment.records(pared):
        for dyad in dyads(record, shipment.countries):
            yield _line(plover_event(dyad))
    for dossier in shipment.goods.dossiers():
        for exchange in exchanges(dossier, shipment.countries):
            yield _line(plover_happening(exchange))


def _annotations(shipment: Shipment) -> Iterator[bytes]:
    from memcon.export.annotations import annotate

    for record in shipment.records():
        collection = annotate(record, shipment.made)
        if collection is not None:
            yield _line(collection)


def _jsonld(shipment: Shipment) -> Iterator[bytes]:
    from memcon.export.jsonld import article_graph, happening_event

    for record in shipment.records():
        yield _line(article_graph(record, shipment.countries, shipment.made))
    for dossier in shipment.goods.dossiers():
        event = happening_event(dossier)
        if event is not None:
            yield _line(event)


def _ftm(shipment: Shipment) -> Iterator[bytes]:
    from memcon.export.ftm import article_entities, happening_entities, once

    told = (article_entities(record, shipment.countries) for record in shipment.records())
    happened = (
        happening_entities(dossier, shipment.countries) for dossier in shipment.goods.dossiers()
    )
    return map(_line, once(chain.from_iterable(chain(told, happened))))


def _atom(shipment: Shipment) -> Iterator[bytes]:
    from importlib.metadata import version

    from memcon.export.atom import render_feed

    yield render_feed(shipment.goods.dossiers(), shipment.made.date(), version("memcon"))


def _corrections(shipment: Shipment) -> Iterator[bytes]:
    from memcon.export.corrections import lessons, pairing

    for reading, amendments in shipment.goods.set_right():
        yield from map(_line, lessons(reading, amendments))
    for judgement, one, other in shipment.goods.ruled():
        yield _line(pairing(judgement, one, other))


_LINES: Mapping[LineFormat, Callable[[Shipment], Iterator[bytes]]] = {
    "plover-json": _plover_json,
    "annotations": _annotations,
    "jsonld": _jsonld,
    "ftm": _ftm,
    "atom": _atom,
    "corrections": _corrections,
}


def _line(told: msgspec.Struct) -> bytes:
    return msgspec.json.encode(told) + b"\n"
