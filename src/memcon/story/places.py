"""Places: where happenings were, spot by spot."""

from dataclasses import dataclass
from datetime import date

from memcon.record.terms import EventType
from memcon.story.answers import Answer, Party


@dataclass(frozen=True, slots=True)
class Scene:
    """A spot and how much happened there; `latest` are the numbers of a few happenings, the last
    first, and the sums are of Goldstein values above and below zero. `name` is the usual one."""

    name: str
    country: str | None
    lat: float
    lon: float
    happenings: int
    cooperation: float
    conflict: float
    last: date | None
    latest: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """A row of the places: one spot."""

    name: str
    country: str | None
    lat: float
    lon: float
    happenings: int
    cooperation: float
    conflict: float
    last: date | None


@dataclass(frozen=True, slots=True)
class Places(Answer[Pin]):
    """Where happenings were, the busiest spot first; `found` counts all spots, `placed` the
    happenings at one of them, `unplaced` those of which no article tells a place that is known."""

    row = Pin

    parties: tuple[Party, ...]
    types: tuple[EventType, ...]
    since: date | None
    until: date | None
    scenes: tuple[Scene, ...]
    found: int
    placed: int
    unplaced: int

    @property
    def left(self) -> int:
        """Spots that are not shown."""
        return self.found - len(self.scenes)

    @property
    def rows(self) -> tuple[Pin, ...]:
        """A row for each spot."""
        return tuple(
            Pin(
                name=scene.name,
                country=scene.country,
                lat=scene.lat,
                lon=scene.lon,
                happenings=scene.happenings,
                cooperation=scene.cooperation,
                conflict=scene.conflict,
                last=scene.last,
            )
            for scene in self.scenes
        )
