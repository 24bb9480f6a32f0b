"""Network: who met whom, persons or the states for which they stand."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from memcon.story.answers import Answer, Party

Whom = Literal["actor", "state"]


@dataclass(frozen=True, slots=True)
class Node:
    """Who met somebody: an actor by its key, or whom it stands for by its code.

    `meetings` counts those of all its edges that are shown.
    """

    key: str
    name: str
    kind: str
    country: str | None
    meetings: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who met, by their keys: how often, when last, and the numbers of a few happenings, the
    latest first."""

    a: str
    b: str
    meetings: int
    last: date | None
    latest: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A row of the network: one edge."""

    a: str
    a_name: str
    b: str
    b_name: str
    meetings: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Network(Answer[Meeting]):
    """Who met whom, those who met most often first; `of` is whom all of them met, if anybody.

    `found` counts all edges; the nodes are those of the edges that are shown, the busiest first.
    """

    row = Meeting

    grain: Whom
    of: Party | None
    since: date | None
    until: date | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    found: int

    @property
    def left(self) -> int:
        """Edges that are not shown."""
        return self.found - len(self.edges)

    @property
    def rows(self) -> tuple[Meeting, ...]:
        """A row for each edge."""
        names = {node.key: node.name for node in self.nodes}
        return tuple(
            Meeting(e.a, names[e.a], e.b, names[e.b], e.meetings, e.last) for e in self.edges
        )
