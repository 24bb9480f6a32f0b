"""Columns: an event's row as POLECAT (PLOVER), ICEWS or GDELT has it, and what they lack.

A preset has every column of its data set, by its name and in its order, even where memcon has
nothing to put; then come the columns of `EXTRA` that it has not already, the same in each preset.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from memcon.record.findings import Quantity
from memcon.record.span import Span
from memcon.tables import gdelt, icews, polecat
from memcon.tables.cells import Cell, Column, joined
from memcon.tables.dyads import Dyad

Preset = Literal["plover", "icews", "gdelt"]


def _amount(quantity: Quantity) -> str:
    """ "10 diplomats"."""
    return f"{quantity.value:.15g} {quantity.unit}"


def _offsets(spans: Iterable[Span]) -> Cell:
    return joined(f"{span.start}-{span.end}" for span in spans)


def _speakers(dyad: Dyad) -> Cell:
    return joined((dyad.sheet.names(dyad.said_by.speakers),)) if dyad.said_by else None


def _models(dyad: Dyad) -> Cell:
    models = dyad.sheet.record.made_by.models
    return joined(f"{task} {model}" for task, model in models.items())


EXTRA: tuple[Column[Dyad], ...] = (
    Column(
        "Status", "str", "whether it happened: `actual` … `not-happened`", lambda d: d.event.status
    ),
    Column("Background", "bool", "true: told as history", lambda d: d.event.background),
    Column("Confidence", "float", "0 to 1", lambda d: d.event.confidence),
    Column("Mutual", "bool", "true: a pair of an event in which all act", lambda d: d.event.mutual),
    Column("Said By", "str", "whose statement it is known from; else the article's", _speakers),
    Column(
        "Via",
        "str",
        "who reports that statement at second hand",
        lambda d: d.sheet.name(d.said_by.via) if d.said_by else None,
    ),
    Column(
        "Intermediaries",
        "str",
        "mediators and hosts",
        lambda d: joined((d.sheet.names(d.event.intermediaries),)),
    ),
    Column(
        "Issues",
        "str",
        "what it is about",
        lambda d: joined(d.sheet.issues[ident].name for ident in d.event.issues),
    ),
    Column(
        "Quantities",
        "str",
        "numbers with their units: `10 diplomats`",
        lambda d: joined(_amount(quantity) for quantity in d.event.quantities),
    ),
    Column("Event Time", "str", "the TIMEX3 value of its time in the article", lambda d: d.time),
    Column("PLOVER Type", "str", "one of sixteen", lambda d: d.event.type),
    Column("PLOVER Mode", "str", "how it was done", lambda d: d.event.mode),
    Column("CAMEO Code", "str", "empty where the type joins two roots", lambda d: d.event.cameo),
    Column(
        "Trigger", "str", "the words that signal it", lambda d: d.sheet.words((d.event.trigger,))
    ),
    Column("Trigger Offsets", "str", "where they stand", lambda d: _offsets((d.event.trigger,))),
    Column(
        "Evidence", "str", "the sentences that tell it", lambda d: d.sheet.words(d.event.evidence)
    ),
    Column("Evidence Offsets", "str", "where they stand", lambda d: _offsets(d.event.evidence)),
    Column("Event ID", "str", "article, event, pair: see [ids](#ids)", lambda d: d.ident),
    Column("Event", "str", "the event's id in the record", lambda d: d.event.id),
    Column("Article ID", "str", "the sha256 of the article's text", lambda d: d.article.id),
    Column("Given ID", "str", "the id that the input gave", lambda d: d.article.given_id),
    Column("URL", "str", "the article's address", lambda d: d.article.url),
    Column("Headline", "str", "the article's title", lambda d: d.article.title),
    Column("Publisher", "str", "the outlet", lambda d: d.article.publisher),
    Column("Publication Date", "date", "when it was published", lambda d: d.sheet.published),
    Column("memcon Version", "str", "what coded it", lambda d: d.sheet.record.made_by.memcon),
    Column("Models", "str", "each model by its task, with its hash or version", _models),
)


def _with_extra(columns: tuple[Column[Dyad], ...]) -> tuple[Column[Dyad], ...]:
    """The columns of a data set and those of ours that it has not."""
    names = {column.name for column in columns}
    return (*columns, *(column for column in EXTRA if column.name not in names))


PRESETS: Mapping[Preset, tuple[Column[Dyad], ...]] = {
    "plover": _with_extra(polecat.COLUMNS),
    "icews": _with_extra(icews.COLUMNS),
    "gdelt": _with_extra(gdelt.COLUMNS),
}
