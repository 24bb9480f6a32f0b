"""Happening: what took place, told by many events of many articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.record.terms import EventStatus, EventType, Quad
from memcon.story.identities import Identity
from memcon.story.periods import Period
from memcon.story.sightings import Sighting, Spot


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for or against two events being one: "parties", 0.9, "Biden, Putin"."""

    aspect: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Match:
    """How likely it is, from 0 to 1, that two events are one, and why."""

    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening summed up from its tellings; the desk gives it its number.

    `period` holds the days on which it may have been; where no article gives a time, it is that of
    the first report and `is_dated` is false. `sources` counts families, not articles.
    """

    type: EventType
    mode: str | None
    status: EventStatus
    quad: Quad
    goldstein: float
    mutual: bool
    source: tuple[Identity, ...]
    target: tuple[Identity, ...]
    intermediaries: tuple[Identity, ...]
    period: Period | None
    is_dated: bool
    spot: Spot | None
    sources: int
    tellings: int
    confidence: float


def match(sighting: Sighting, other: Sighting) -> Match:
    """How well an event agrees with another in type, parties, time and place."""
    raise NotImplementedError


def choose(sighting: Sighting, known: Mapping[int, Sequence[Sighting]]) -> tuple[int, Match] | None:
    """Which of the known happenings an event tells, by number; None if it is a new one."""
    raise NotImplementedError


def merge(told: Sequence[Sighting], families: Mapping[str, int]) -> Happening:
    """What the tellings of one happening say together; `families` by article id."""
    raise NotImplementedError
