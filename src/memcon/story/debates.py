"""Debate: an issue: who holds what on it over time, and who would not speak of it."""

from dataclasses import dataclass
from datetime import date

from memcon.story.answers import Answer
from memcon.story.directories import Topic
from memcon.story.matrix import Attitude, Matrix
from memcon.story.silences import Hush


@dataclass(frozen=True, slots=True)
class Debate(Answer[Attitude]):
    """What is held on one issue, by the actors of whom most is told; `actors_found` counts all.

    `silences_found` counts all silences, `akin` are issues whose names have the same words.
    """

    row = Attitude

    issue: str
    context: str | None
    since: date | None
    until: date | None
    matrix: Matrix
    actors_found: int
    silences: tuple[Hush, ...]
    silences_found: int
    akin: tuple[Topic, ...]

    @property
    def rows(self) -> tuple[Attitude, ...]:
        """The matrix's rows."""
        return self.matrix.rows

    @property
    def left(self) -> int:
        """Actors whose positions were not opened."""
        return self.actors_found - len(self.matrix.cells)
