"""Activity: which relations are busiest lately, week by week."""

from dataclasses import dataclass
from datetime import date

from memcon.story.answers import Answer, Party


@dataclass(frozen=True, slots=True)
class Week:
    """What was between two parties in one week: how many happenings, and the sums of the Goldstein
    values above and below zero."""

    happenings: int
    cooperation: float
    conflict: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two parties and what was between them, all in all and in each of the `weeks`, in order."""

    a: Party
    b: Party
    happenings: int
    cooperation: float
    conflict: float
    last: date
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Traffic:
    """A row of the activity: one relation."""

    a: str
    a_name: str
    b: str
    b_name: str
    happenings: int
    cooperation: float
    conflict: float
    last: date


@dataclass(frozen=True, slots=True)
class Activity(Answer[Traffic]):
    """The relations of states and organisations from `since` to `until`, the busiest first.

    `weeks` are the Mondays of the weeks that these days lie in; `found` counts all relations.
    """

    row = Traffic

    since: date
    until: date
    weeks: tuple[date, ...]
    ties: tuple[Tie, ...]
    found: int

    @property
    def rows(self) -> tuple[Traffic, ...]:
        """A row for each relation."""
        return tuple(
            Traffic(
                a=tie.a.code,
                a_name=tie.a.name,
                b=tie.b.code,
                b_name=tie.b.name,
                happenings=tie.happenings,
                cooperation=tie.cooperation,
                conflict=tie.conflict,
                last=tie.last,
            )
            for tie in self.ties
        )

    @property
    def left(self) -> int:
        """Relations that are not shown."""
        return self.found - len(self.ties)
