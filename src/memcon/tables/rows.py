"""Rows: the findings of records as flat tables, one row type a finding.

A cell is text, a number, a truth value, a date or None. Several names stand in one cell, parted by
"; ", in the record's order; countries are ISO 3166-1 alpha-3, each once. A row quotes its evidence
in `words`, and names its article by `article` (the record's id) and `published`.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Who acts, speaks or is acted upon."""

    article: str
    published: date | None
    actor: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    offices: str
    mentions: int


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A time expression and its TIMEX3 value."""

    article: str
    published: date | None
    time: str
    type: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place; `lat` and `lon` in degrees."""

    article: str
    published: date | None
    place: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    words: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """What one party did to another; in a mutual event all parties are in `source`."""

    article: str
    published: date | None
    event: str
    type: str
    mode: str | None
    cameo: str | None
    contexts: str
    source: str
    source_countries: str
    target: str
    target_countries: str
    mutual: bool
    intermediaries: str
    issues: str
    time: str | None
    place: str | None
    place_country: str | None
    status: str
    background: bool
    said_by: str
    goldstein: float
    quad: str
    confidence: float
    words: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who is reported to have said what."""

    article: str
    published: date | None
    statement: str
    speakers: str
    speaker_countries: str
    form: str
    via: str | None
    venue: str | None
    time: str | None
    confidence: float
    words: str


@dataclass(frozen=True, slots=True)
class PositionRow:
    """Where an actor stands on an issue."""

    article: str
    published: date | None
    actor: str
    country: str | None
    issue: str
    context: str | None
    stance: str
    confidence: float
    words: str


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """What an actor refused or left out."""

    article: str
    published: date | None
    actor: str
    country: str | None
    about: str | None
    kind: str
    asked_by: str | None
    confidence: float
    words: str


@dataclass(frozen=True, slots=True)
class ProspectRow:
    """What lies ahead."""

    article: str
    published: date | None
    prospect: str
    what: str
    participants: str
    participant_countries: str
    status: str
    time: str | None
    place: str | None
    deciders: str
    announcers: str
    conditions: str
    confidence: float
    words: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of many records, by finding."""

    actors: tuple[ActorRow, ...]
    times: tuple[TimeRow, ...]
    places: tuple[PlaceRow, ...]
    events: tuple[EventRow, ...]
    statements: tuple[StatementRow, ...]
    positions: tuple[PositionRow, ...]
    silences: tuple[SilenceRow, ...]
    prospects: tuple[ProspectRow, ...]
