"""History: a prospect from the first word of it to the last, each step with its source."""

from dataclasses import dataclass
from datetime import date

from memcon.record.terms import ProspectStatus
from memcon.story.answers import Answer, Party, Witness, names_of
from memcon.story.outlook import Outlook, State, is_undated


@dataclass(frozen=True, slots=True)
class Stage:
    """A status for as long as it was told: `sources` counts the families that told it."""

    day: date | None
    until: date | None
    status: ProspectStatus
    sources: int
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What one article says of a prospect on a day."""

    day: date | None
    status: ProspectStatus
    witness: Witness


@dataclass(frozen=True, slots=True)
class History:
    """A prospect with its number on the desk, how it stands, and its stages in order."""

    number: int
    outlook: Outlook
    state: State
    stages: tuple[Stage, ...]

    @property
    def is_undated(self) -> bool:
        """Whether no day places the prospect."""
        return is_undated(self.outlook, self.state)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A row of the prospects: one stage of one prospect."""

    prospect: int
    what: str
    participants: str
    state: str
    expected_from: date | None
    expected_until: date | None
    place: str | None
    day: date | None
    status: str
    sources: int
    publisher: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Prospects(Answer[Milestone]):
    """The prospects that were asked for; `found` counts them all, shown or not."""

    row = Milestone

    parties: tuple[Party, ...]
    states: tuple[State, ...]
    today: date
    histories: tuple[History, ...]
    found: int

    @property
    def rows(self) -> tuple[Milestone, ...]:
        """A row for each stage."""
        return tuple(
            _milestone(history, stage) for history in self.histories for stage in history.stages
        )

    @property
    def left(self) -> int:
        """Prospects that were not opened."""
        return self.found - len(self.histories)


@dataclass(frozen=True, slots=True)
class Horizon:
    """What is not settled today, the first few of each state: of what is open, the next; else those
    of which was spoken last."""

    today: date
    overdue: tuple[History, ...]
    open: tuple[History, ...]
    dormant: tuple[History, ...]


def stages(marks: tuple[Mark, ...]) -> tuple[Stage, ...]:
    """The marks of one prospect as its stages: what is told again and again is one of them.

    Marks without a day come first, and are stages of their own: the last stage is the latest known.
    """
    runs: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda m: m.day or date.min):
        if runs and _goes_on(runs[-1][-1], mark):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return tuple(
        Stage(
            day=run[0].day,
            until=run[-1].day,
            status=run[0].status,
            sources=len({mark.witness.family for mark in run}),
            witnesses=tuple(mark.witness for mark in run),
        )
        for run in runs
    )


def _goes_on(last: Mark, mark: Mark) -> bool:
    """Whether a mark tells again what the last one told."""
    return (last.status, last.day is None) == (mark.status, mark.day is None)


def _milestone(history: History, stage: Stage) -> Milestone:
    """The row of a stage, with the words of its first witness."""
    outlook, first = history.outlook, next(iter(stage.witnesses), None)
    return Milestone(
        prospect=history.number,
        what=outlook.what,
        participants=names_of(outlook.participants),
        state=history.state,
        expected_from=outlook.period.first if outlook.period else None,
        expected_until=outlook.period.last if outlook.period else None,
        place=outlook.spot.name if outlook.spot else None,
        day=stage.day,
        status=stage.status,
        sources=stage.sources,
        publisher=first.publisher if first else None,
        words=first.words if first else None,
    )
