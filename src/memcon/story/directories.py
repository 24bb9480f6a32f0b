"""Directory: the issues, actors and outlets of a desk, those first of which most is told."""

from dataclasses import dataclass
from datetime import date

from memcon.record.terms import ActorKind
from memcon.story.answers import Answer, names_of
from memcon.story.identities import Identity


@dataclass(frozen=True, slots=True)
class Topic:
    """An issue: how many positions articles tell on it, by how many actors, when last, and the few
    actors of whom most are told."""

    name: str
    context: str | None
    positions: int
    actors: int
    last: date | None
    most: tuple[Identity, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the issues."""

    issue: str
    context: str | None
    positions: int
    actors: int
    last: date | None
    most: str


@dataclass(frozen=True, slots=True)
class Issues(Answer[Listed]):
    """The issues whose names have the words; `found` counts them all."""

    row = Listed

    words: str | None
    topics: tuple[Topic, ...]
    found: int

    @property
    def left(self) -> int:
        """Issues that are not shown."""
        return self.found - len(self.topics)

    @property
    def rows(self) -> tuple[Listed, ...]:
        """A row for each issue."""
        return tuple(
            Listed(t.name, t.context, t.positions, t.actors, t.last, names_of(t.most))
            for t in self.topics
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the desk, and how often articles speak of it."""

    identity: Identity
    articles: int


@dataclass(frozen=True, slots=True)
class Named:
    """A row of the actors."""

    key: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    code: str
    articles: int


@dataclass(frozen=True, slots=True)
class Actors(Answer[Named]):
    """The actors whose names have the words, or words that begin so; `found` counts them all."""

    row = Named

    words: str | None
    kind: ActorKind | None
    entries: tuple[Entry, ...]
    found: int

    @property
    def left(self) -> int:
        """Actors that are not shown."""
        return self.found - len(self.entries)

    @property
    def rows(self) -> tuple[Named, ...]:
        """A row for each actor."""
        return tuple(
            Named(
                key=entry.identity.key,
                name=entry.identity.name,
                kind=entry.identity.kind,
                country=entry.identity.country,
                sector=entry.identity.sector,
                code=entry.identity.code,
                articles=entry.articles,
            )
            for entry in self.entries
        )


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: its articles on the desk, and the days of the first and the last."""

    name: str
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Outlets(Answer[Outlet]):
    """The publishers, those with most articles first; `unnamed` articles name none."""

    row = Outlet

    outlets: tuple[Outlet, ...]
    unnamed: int

    @property
    def rows(self) -> tuple[Outlet, ...]:
        """A row for each publisher."""
        return self.outlets
