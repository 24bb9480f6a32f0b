"""Discrepancy: where the sources of a happening differ, with each side's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.story.sightings import Sighting

Kind = Literal["date", "place", "number", "proposer", "denial"]


@dataclass(frozen=True, slots=True)
class Side:
    """What some of the sources say: "10 diplomats", and the events that say so."""

    value: str
    told: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two or more sides, the one with the most families first."""

    kind: Kind
    sides: tuple[Side, ...]


def find_discrepancies(
    told: Sequence[Sighting], families: Mapping[str, int]
) -> tuple[Discrepancy, ...]:
    """Where the tellings of one happening differ; a family against itself is no discrepancy."""
    raise NotImplementedError
