"""Outlook: a prospect across articles, and its history: open, dormant, overdue or settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from memcon.record.contract import Record
from memcon.record.span import Span
from memcon.record.terms import ProspectStatus
from memcon.story.identities import Identity
from memcon.story.periods import Period
from memcon.story.sightings import Spot

State = Literal["open", "dormant", "overdue", "settled"]


@dataclass(frozen=True, slots=True)
class Forecast:
    """A prospect as one article tells it, or an event that shows that it was held.

    `finding` is the id of the prospect or event in the record; `kind` is the class of gathering or
    decision that `what` names: "summit" and "meeting of the leaders" are both "meeting".
    """

    article: str
    finding: str
    day: date | None
    what: str
    kind: str
    status: ProspectStatus
    participants: tuple[Identity, ...]
    period: Period | None
    spot: Spot | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """A prospect summed up: its `status` is what its latest sources say."""

    what: str
    kind: str
    status: ProspectStatus
    participants: tuple[Identity, ...]
    period: Period | None
    spot: Spot | None
    opened: date | None
    mentioned: date | None
    sources: int


def forecasts(record: Record) -> tuple[Forecast, ...]:
    """The prospects of a record and its meetings that were held, in reading order."""
    raise NotImplementedError


def choose_outlook(forecast: Forecast, known: Mapping[int, Sequence[Forecast]]) -> int | None:
    """Which of the known prospects is meant, by number; None if it is a new one."""
    raise NotImplementedError


def sum_up(told: Sequence[Forecast], families: Mapping[str, int]) -> Outlook:
    """What the forecasts of one prospect say together."""
    raise NotImplementedError


def state_of(outlook: Outlook, today: date) -> State:
    """How a prospect stands on a day.

    Settled: held, cancelled or rejected. Overdue: its last day passed without report. Dormant: no
    article has spoken of it for long.
    """
    raise NotImplementedError
