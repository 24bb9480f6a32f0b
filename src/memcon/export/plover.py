"""PLOVER: events as JSON, one a line, by the names that PLOVER gives to what an event has.

After the PLOVER manual (Open Event Data Alliance, 2018; Halterman et al., 2023): `id`, `date`,
`source`, `target`, `event`, `mode`, `context`, the words they were coded from, and where these
stand. An event between several parties is as many events, as PLOVER's are between two.
"""

from __future__ import annotations

import msgspec

from memcon.export.happenings import Exchange, discrepancies_of
from memcon.export.iris import happening_iri
from memcon.record.span import Span
from memcon.tables.dyads import Dyad, Party


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Source or target: `country` is ISO 3166-1 alpha-3, `text` the words in the evidence."""

    name: str | None
    country: str | None
    sector: str | None
    text: str | None


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """Where it was; degrees."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None


class TextInfo(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The article from which the event was coded; `offsets` are those of `text` in it."""

    id: str
    url: str | None
    publisher: str | None
    date: str | None
    title: str | None
    offsets: tuple[tuple[int, int], ...]


class Sum(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What all articles that tell a happening say together."""

    id: str
    first_day: str | None
    last_day: str | None
    is_dated: bool
    sources: int
    articles: int
    tellings: int
    discrepancies: str | None


class PloverEvent(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """An event between two; `happening` is null where the event is told as one article has it."""

    id: str
    date: str | None
    source: Actor
    target: Actor
    event: str
    mode: str | None
    context: tuple[str, ...]
    status: str
    intensity: float
    quad: str
    cameo: str | None
    event_text: str
    text: str
    location: Location | None
    text_info: TextInfo
    language: str
    confidence: float
    version: str
    happening: Sum | None


def plover_event(dyad: Dyad) -> PloverEvent:
    """An event as one article tells it."""
    return _event(dyad, None)


def plover_happening(exchange: Exchange) -> PloverEvent:
    """A happening, with the words of its best telling."""
    return _event(exchange.dyad, exchange)


def _event(dyad: Dyad, exchange: Exchange | None) -> PloverEvent:
    event, record = dyad.event, dyad.sheet.record
    told = exchange.dossier.happening if exchange else event
    return PloverEvent(
        id=dyad.ident,
        date=dyad.day.isoformat() if dyad.day else None,
        source=_actor(dyad.source),
        target=_actor(dyad.target),
        event=event.type,
        mode=event.mode,
        context=event.contexts,
        status=told.status,
        intensity=event.goldstein,
        quad=event.quad,
        cameo=event.cameo,
        event_text=dyad.sheet.words((event.trigger,)),
        text=dyad.sheet.words(event.evidence),
        location=_location(dyad),
        text_info=_text_info(dyad, event.evidence),
        language=dyad.article.language,
        confidence=told.confidence,
        version=f"memcon {record.made_by.memcon}",
        happening=_sum(exchange) if exchange else None,
    )


def _actor(party: Party) -> Actor:
    return Actor(name=party.name, country=party.country, sector=party.sector, text=party.called)


def _location(dyad: Dyad) -> Location | None:
    place = dyad.place
    if place is None:
        return None
    return Location(name=place.name, country=place.country, lat=place.lat, lon=place.lon)


def _text_info(dyad: Dyad, evidence: tuple[Span, ...]) -> TextInfo:
    article = dyad.article
    return TextInfo(
        id=article.id,
        url=article.url,
        publisher=article.publisher,
        date=article.published.value if article.published else None,
        title=article.title,
        offsets=tuple((span.start, span.end) for span in evidence),
    )


def _sum(exchange: Exchange) -> Sum:
    dossier, told = exchange.dossier, exchange.dossier.happening
    return Sum(
        id=happening_iri(dossier),
        first_day=told.period.first.isoformat() if told.period else None,
        last_day=told.period.last.isoformat() if told.period else None,
        is_dated=told.is_dated,
        sources=told.sources,
        articles=len(dossier.sources),
        tellings=told.tellings,
        discrepancies=discrepancies_of(dossier),
    )
