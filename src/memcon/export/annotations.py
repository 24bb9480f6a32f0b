"""Annotations: the findings of an article as W3C Web Annotations on its words.

After the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). An article's findings
are one collection with one page. Where the article has an address, a finding is anchored in it by
its words; offsets hold in the text that was read, which the target's state names by its hash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from memcon.export.captions import caption_of
from memcon.export.iris import address, collection_iri, collection_page_iri, finding_iri, text_iri
from memcon.record.contract import Record
from memcon.record.findings import Event, Position, Prospect, Silence, Statement
from memcon.record.idents import Finding, named
from memcon.record.span import Span
from memcon.tables.sheet import Sheet

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# So many characters before and behind the words tell one place from another.
AROUND = 32
# What an annotation says already: where it stands.
_TOLD = ("article", "published", "event", "statement", "prospect", "words")

Motivation = Literal["classifying", "describing"]


class _Node(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """What has a type."""


class Software(_Node, frozen=True, kw_only=True, tag="Software"):
    """What made an annotation."""

    name: str


class TextualBody(_Node, frozen=True, kw_only=True, tag="TextualBody"):
    """What is said of the words."""

    value: str
    purpose: Literal["describing", "tagging", "classifying"]
    format: str | UnsetType = UNSET
    language: str | UnsetType = UNSET


class TextQuoteSelector(_Node, frozen=True, kw_only=True, tag="TextQuoteSelector"):
    """The words, and what stands around them."""

    exact: str
    prefix: str
    suffix: str


class TextPositionSelector(_Node, frozen=True, kw_only=True, tag="TextPositionSelector"):
    """Where the words stand, in code points, half open."""

    start: int
    end: int


class TimeState(_Node, frozen=True, kw_only=True, tag="TimeState"):
    """The text in which the words were found, by its hash."""

    cached: str


class SpecificResource(_Node, frozen=True, kw_only=True, tag="SpecificResource"):
    """A part of the article."""

    source: str
    state: TimeState | UnsetType = UNSET
    selector: tuple[TextQuoteSelector, TextPositionSelector]


class Annotation(_Node, frozen=True, kw_only=True, tag="Annotation"):
    """A finding on each of the passages that tell it."""

    id: str
    motivation: Motivation
    creator: Software
    generator: Software
    created: str
    body: tuple[TextualBody, ...]
    target: tuple[SpecificResource, ...]


class AnnotationPage(
    _Node, frozen=True, kw_only=True, tag="AnnotationPage", rename={"start_index": "startIndex"}
):
    """The findings of an article, in the record's order."""

    id: str
    start_index: int
    items: tuple[Annotation, ...]


class AnnotationCollection(
    _Node, frozen=True, kw_only=True, tag="AnnotationCollection", rename={"context": "@context"}
):
    """All that was found in an article."""

    context: str
    id: str
    label: str
    generator: Software
    total: int
    first: AnnotationPage


def annotate(record: Record, made: datetime) -> AnnotationCollection | None:
    """The annotations of a record; `made` is said to be when. None where nothing was found."""
    sheet, article = Sheet.of(record), record.article
    software = Software(name=f"memcon {record.made_by.memcon}")
    items = tuple(
        Annotation(
            id=finding_iri(article.id, ident),
            motivation=_motivation(finding),
            creator=software,
            generator=software,
            created=made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            body=tuple(_bodies(finding, sheet)),
            target=tuple(_target(record, span) for span in _spans(finding)),
        )
        for ident, finding in named(record).items()
    )
    if not items:
        return None
    return AnnotationCollection(
        context=CONTEXT,
        id=collection_iri(article.id),
        label=article.title or article.id,
        generator=software,
        total=len(items),
        first=AnnotationPage(id=collection_page_iri(article.id), start_index=0, items=items),
    )


def _motivation(finding: Finding) -> Motivation:
    return "classifying" if isinstance(finding, Event | Position) else "describing"


def _bodies(finding: Finding, sheet: Sheet) -> Iterator[TextualBody]:
    """The finding in a line, as tags, and whole as JSON."""
    yield TextualBody(
        value=caption_of(finding, sheet), purpose="describing", format="text/plain", language="en"
    )
    for tag in dict.fromkeys(tag for tag in _tags(finding, sheet) if tag):
        yield TextualBody(value=tag, purpose="tagging")
    yield TextualBody(
        value=_as_json(finding, sheet), purpose="classifying", format="application/json"
    )


def _tags(finding: Finding, sheet: Sheet) -> Sequence[str | None]:
    """What it is, in the record's terms."""
    match finding:
        case Event():
            return "event", finding.type, finding.mode, finding.status, *finding.contexts
        case Statement():
            return "statement", finding.form
        case Position():
            return "position", finding.stance, sheet.issues[finding.issue].name
        case Silence():
            return "silence", finding.kind
        case Prospect():
            return "prospect", finding.what, finding.status


def _as_json(finding: Finding, sheet: Sheet) -> str:
    """The finding's row, as frames have it, without what the annotation says itself."""
    match finding:
        case Event():
            row = sheet.event(finding)
        case Statement():
            row = sheet.statement(finding)
        case Position():
            row = sheet.position(finding)
        case Silence():
            row = sheet.silence(finding)
        case Prospect():
            row = sheet.prospect(finding)
    names = (field.name for field in fields(row))
    cells = {name: getattr(row, name) for name in names if name not in _TOLD}
    return msgspec.json.encode(cells).decode()


def _spans(finding: Finding) -> tuple[Span, ...]:
    """Where the finding is told."""
    match finding:
        case Statement():
            return finding.content
        case Position() | Silence():
            return (finding.evidence,)
        case Event() | Prospect():
            return finding.evidence


def _target(record: Record, span: Span) -> SpecificResource:
    """The place of a passage."""
    article, text = record.article, record.article.text
    here, whole = address(article.url), text_iri(article.id)
    return SpecificResource(
        source=here or whole,
        state=TimeState(cached=whole) if here else UNSET,
        selector=(
            TextQuoteSelector(
                exact=span.words(text),
                prefix=text[max(span.start - AROUND, 0) : span.start],
                suffix=text[span.end : span.end + AROUND],
            ),
            TextPositionSelector(start=span.start, end=span.end),
        ),
    )
