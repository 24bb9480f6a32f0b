"""Matrix: actors by issues, in each cell what was held, from the first stance to the latest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from memcon.record.terms import Stance
from memcon.story.answers import Answer, Witness
from memcon.story.identities import Identity

_FOR: tuple[Stance, ...] = ("supports", "offers", "welcomes", "open")
_AGAINST: tuple[Stance, ...] = ("opposes", "criticizes", "denies", "concerned")


@dataclass(frozen=True, slots=True)
class Holding:
    """A position as one article tells it; `topic` is the desk's number of its issue."""

    actor: Identity
    topic: int
    issue: str
    stance: Stance
    day: date | None
    confidence: float
    witness: Witness


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance for as long as it was held, from `day` until it was last told; `sources` counts
    families."""

    stance: Stance
    day: date | None
    until: date | None
    sources: int
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What an actor holds on an issue: its stands in order of time, never none."""

    actor: Identity
    issue: str
    stands: tuple[Stand, ...]

    @property
    def latest(self) -> Stand:
        """The stance that was told last."""
        return self.stands[-1]

    @property
    def turns(self) -> tuple[Stand, ...]:
        """The stands with which it went over from one side to the other: opposes, after supports;
        what is neither may stand between them."""
        sided = [stand for stand in self.stands if side_of(stand.stance)]
        return tuple(
            after
            for before, after in pairwise(sided)
            if side_of(before.stance) != side_of(after.stance)
        )

    @property
    def is_turned(self) -> bool:
        """Whether it ever did."""
        return bool(self.turns)


@dataclass(frozen=True, slots=True)
class Attitude:
    """A row of the matrix: one stand of one actor on one issue."""

    issue: str
    actor: str
    country: str | None
    stance: str
    day: date | None
    until: date | None
    is_latest: bool
    is_turned: bool
    sources: int
    publisher: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Matrix(Answer[Attitude]):
    """Cells by issue and, within an issue, by actor: the issue that most is told of first.

    `found` counts all issues there are, shown or not.
    """

    row = Attitude

    cells: tuple[Cell, ...]
    found: int

    @property
    def issues(self) -> tuple[str, ...]:
        """The issues in order."""
        return tuple(dict.fromkeys(cell.issue for cell in self.cells))

    @property
    def actors(self) -> tuple[Identity, ...]:
        """The actors in the order in which they first stand."""
        return tuple({cell.actor.key: cell.actor for cell in self.cells}.values())

    @property
    def rows(self) -> tuple[Attitude, ...]:
        """A row for each stand."""
        return tuple(_attitude(cell, stand) for cell in self.cells for stand in cell.stands)


@dataclass(frozen=True, slots=True)
class Positions(Answer[Attitude]):
    """What is held on the issues that words name."""

    row = Attitude

    words: str
    since: date | None
    until: date | None
    matrix: Matrix

    @property
    def rows(self) -> tuple[Attitude, ...]:
        """The matrix's rows."""
        return self.matrix.rows

    @property
    def left(self) -> int:
        """Issues that were not opened."""
        return self.matrix.found - len(self.matrix.issues)


def arrange(holdings: Iterable[Holding]) -> Matrix:
    """Positions of any order as a matrix."""
    held: dict[int, dict[str, list[Holding]]] = {}
    for holding in holdings:
        actors = held.setdefault(holding.topic, {})
        actors.setdefault(holding.actor.key, []).append(holding)
    cells = [
        _cell(ones)
        for actors in sorted(held.values(), key=_weight, reverse=True)
        for ones in sorted(actors.values(), key=_last, reverse=True)
    ]
    return Matrix(cells=tuple(cells), found=len(held))


def _weight(actors: dict[str, list[Holding]]) -> tuple[int, int, date]:
    """How much is told of an issue: actors, families, last day."""
    holdings = [holding for ones in actors.values() for holding in ones]
    families = {holding.witness.family for holding in holdings}
    return len(actors), len(families), _last(holdings)


def _last(holdings: list[Holding]) -> date:
    """The last day on which it was told."""
    return max(holding.day or date.min for holding in holdings)


def _cell(holdings: list[Holding]) -> Cell:
    """One actor's positions on one issue: a stance told again and again is one stand."""
    runs: list[list[Holding]] = []
    for holding in sorted(holdings, key=lambda h: h.day or date.min):
        if runs and runs[-1][-1].stance == holding.stance:
            runs[-1].append(holding)
        else:
            runs.append([holding])
    last = holdings[-1]
    return Cell(actor=last.actor, issue=last.issue, stands=tuple(_stand(run) for run in runs))


def _stand(run: list[Holding]) -> Stand:
    """Positions of the same stance in a row."""
    return Stand(
        stance=run[0].stance,
        day=run[0].day,
        until=run[-1].day,
        sources=len({holding.witness.family for holding in run}),
        witnesses=tuple(holding.witness for holding in run),
    )


def side_of(stance: Stance) -> int:
    """1 for what is for it, -1 against, 0 for what is neither: a demand may be either."""
    return (stance in _FOR) - (stance in _AGAINST)


def _attitude(cell: Cell, stand: Stand) -> Attitude:
    """The row of a stand, with the words of its first witness."""
    first = next(iter(stand.witnesses), None)
    return Attitude(
        issue=cell.issue,
        actor=cell.actor.name,
        country=cell.actor.country,
        stance=stand.stance,
        day=stand.day,
        until=stand.until,
        is_latest=stand is cell.latest,
        is_turned=cell.is_turned,
        sources=stand.sources,
        publisher=first.publisher if first else None,
        words=first.words if first else None,
    )
