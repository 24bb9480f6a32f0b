"""Sighting: an event as one article tells it, in terms that hold across articles."""

from dataclasses import dataclass
from datetime import date

from memcon.record.contract import Record
from memcon.record.findings import Quantity
from memcon.record.span import Span
from memcon.record.terms import EventStatus, EventType, Quad
from memcon.story.identities import Identity
from memcon.story.periods import Period


@dataclass(frozen=True, slots=True)
class Spot:
    """A place; `lat` and `lon` in degrees."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Sighting:
    """An event of one record; `article` is the record's article id and `event` the event's id.

    `period` is what the article says of its time; None where it says nothing.
    """

    article: str
    event: str
    published: date | None
    type: EventType
    mode: str | None
    status: EventStatus
    background: bool
    mutual: bool
    quad: Quad
    goldstein: float
    source: tuple[Identity, ...]
    target: tuple[Identity, ...]
    intermediaries: tuple[Identity, ...]
    said_by: tuple[Identity, ...]
    period: Period | None
    spot: Spot | None
    quantities: tuple[Quantity, ...]
    issues: tuple[str, ...]
    trigger: Span
    evidence: tuple[Span, ...]
    confidence: float


def sightings(record: Record) -> tuple[Sighting, ...]:
    """The events of a record, in its order."""
    raise NotImplementedError
