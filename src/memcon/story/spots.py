"""Spot: where something was, and whether two places can be one."""

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Final

from memcon.story.known import countries

# Places so near are one: a villa in a city, a suburb of it.
NEARBY_KM: Final = 50.0
_EARTH_KM: Final = 12742


@dataclass(frozen=True, slots=True)
class Spot:
    """A place; `lat` and `lon` in degrees."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None

    @property
    def is_nationwide(self) -> bool:
        """Whether it is a whole country: "Iceland"."""
        return self.country is not None and _land(self.name) == self.country

    def is_near(self, other: "Spot") -> bool:
        """Whether it is surely the same place."""
        if self.name == other.name and self.country == other.country:
            return True
        distance = kilometres(self, other)
        return distance is not None and distance <= NEARBY_KM

    def excludes(self, other: "Spot") -> bool:
        """Whether the two are surely different places and neither lies in the other."""
        if self.country and other.country and self.country != other.country:
            return True
        if not self.country or not other.country or self.is_nationwide or other.is_nationwide:
            return False
        distance = kilometres(self, other)
        return distance is not None and distance > NEARBY_KM


def kilometres(one: Spot, other: Spot) -> float | None:
    """How far two places are from each other; None where that of one is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, lon = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(lat / 2) ** 2
    chord += cos(radians(one.lat)) * cos(radians(other.lat)) * sin(lon / 2) ** 2
    return _EARTH_KM * asin(sqrt(min(chord, 1.0)))


@lru_cache(maxsize=4096)
def _land(name: str) -> str | None:
    """The country of which these words are the name."""
    hit = countries().named(name)
    return hit.iso3 if hit and hit.sense == "name" else None
