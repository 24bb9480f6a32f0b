"""Findings: what a record says of the article. Each one has its words."""

from typing import Annotated

import msgspec

from memcon.record.span import Span
from memcon.record.terms import (
    ActorKind,
    EventStatus,
    EventType,
    Form,
    ProspectStatus,
    Quad,
    SilenceKind,
    Stance,
    Tenure,
    TimeType,
)

Confidence = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Role(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An office; its span is the title's words or, when a table of offices knows it, the name's."""

    title: str
    of: str | None
    tenure: Tenure


class Actor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who acts, speaks or is acted upon; `mentions` are all the places that name it."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    roles: tuple[Role, ...]
    mentions: tuple[Span, ...]


class Time(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A time expression with its TIMEX3 type and value (ISO 8601, TimeML 1.2.1)."""

    id: str
    type: TimeType
    value: str


class Place(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place with its country and, in degrees, its coordinates."""

    id: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None


class Quantity(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number that belongs to an event, with its unit: a currency code, "people", "troops"."""

    value: float
    unit: str


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one party did to another, in PLOVER's terms; types and modes after its manual."""

    id: str
    type: EventType
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    mutual: bool
    intermediaries: tuple[str, ...]
    issues: tuple[str, ...]
    time: str | None
    place: str | None
    status: EventStatus
    background: bool
    said_by: str | None
    quantities: tuple[Quantity, ...]
    goldstein: float
    quad: Quad
    trigger: Span
    evidence: tuple[Span, ...]
    confidence: Confidence


class Statement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is reported to have said what; `via` reports it at second hand."""

    id: str
    speakers: tuple[str, ...]
    speaker_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    via: str | None
    venue: str | None
    time: str | None
    confidence: Confidence


class Issue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is talked about, as the page names it."""

    id: str
    name: str
    context: str | None
    mentions: tuple[Span, ...]


class Position(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An actor's stance towards an issue, known from a statement or an event."""

    actor: str
    issue: str
    stance: Stance
    statement: str | None
    event: str | None
    evidence: Span
    confidence: Confidence


class Silence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was refused, deflected or left out."""

    actor: str
    about: str | None
    kind: SilenceKind
    asked_by: str | None
    evidence: Span
    confidence: Confidence


class Prospect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gathering or decision that lies ahead, and how firm it is."""

    id: str
    what: str
    participants: tuple[str, ...]
    status: ProspectStatus
    time: str | None
    place: str | None
    deciders: tuple[str, ...]
    announcers: tuple[str, ...]
    conditions: tuple[Span, ...]
    evidence: tuple[Span, ...]
    confidence: Confidence
