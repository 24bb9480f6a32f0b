"""Relation: what two parties do to each other over time; signals and differences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from memcon.record.terms import EventStatus, EventType

Step = Literal["day", "week", "month"]


@dataclass(frozen=True, slots=True)
class Deed:
    """A happening between two parties; `toward` is 1 where the first acts on the second, -1 the
    other way, 0 where both act; `goldstein` from -10 to 10."""

    happening: int
    day: date
    toward: int
    type: EventType
    status: EventStatus
    goldstein: float


@dataclass(frozen=True, slots=True)
class Point:
    """A day, week or month: the sums of Goldstein values above and below zero, each happening
    once, and which happenings they are."""

    first: date
    cooperation: float
    conflict: float
    happenings: tuple[int, ...]


def series(deeds: Iterable[Deed], step: Step) -> tuple[Point, ...]:
    """The points from the first deed to the last, in order; spans without a deed are left out."""
    raise NotImplementedError


def signals(deeds: Sequence[Deed]) -> tuple[Deed, ...]:
    """What was welcomed, offered and agreed."""
    raise NotImplementedError


def differences(deeds: Sequence[Deed]) -> tuple[Deed, ...]:
    """What was criticised, demanded and rejected."""
    raise NotImplementedError
