"""Atlas: where the names of one article lie, decided by what else the article names."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log10
from typing import Literal

from memcon.codes.countries import Countries, Hit
from memcon.models.gazetteer import Candidate, Gazetteer

# "area" is of places.tsv and cannot act; "realm" can: a continent or one of the United States.
Kind = Literal["country", "capital", "seat", "realm", "area", "city"]

_REALMS = frozenset({"continent", "state"})
# How much it weighs against size, in powers of ten, that the article names a place's country, and
# that a place is a capital: Tripoli is Libya's, but Lebanon's in an article on Lebanon alone. News
# names the state of all but the largest American cities, so there only the state counts.
_NAMED = 1.0
_CAPITAL = 0.2
_BY_STATE = "USA"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a name lies; `admin` is the code of an American state."""

    kind: Kind
    country: str | None
    lat: float | None
    lon: float | None
    admin: str = ""

    @property
    def is_territory(self) -> bool:
        """Whether it says in which country or state a place named before it lies."""
        return self.kind in ("country", "realm")


@dataclass(frozen=True, slots=True)
class Atlas:
    """The gazetteer and the countries for one article.

    `named` are the countries it speaks of, and the codes of American states.
    """

    gazetteer: Gazetteer
    countries: Countries
    named: frozenset[str]
    is_american: bool

    @classmethod
    def of(cls, text: str, gazetteer: Gazetteer, countries: Countries) -> "Atlas":
        """The atlas of an article with this text."""
        hits = countries.find(text)
        named = {iso3 for _, _, iso3, sense in hits if sense != "capital"}
        areas = (area.name for _, _, area in gazetteer.areas.find(text))
        named |= {gazetteer.states[name] for name in areas if name in gazetteer.states}
        return cls(gazetteer, countries, frozenset(named), countries.is_american(text))

    def locate(self, name: str, beside: Location | None = None) -> Location | None:
        """Where `name` lies, with the country or state named behind it; None if nothing has it."""
        hit = self.countries.named(name)
        candidates = self.gazetteer.candidates(name)
        if hit is not None and beside is None and hit.sense in ("name", "capital", "seat"):
            return self._of_country(hit, candidates)
        candidate = _likeliest(candidates, beside, self.named)
        return None if candidate is None else self._of_candidate(candidate)

    def _of_country(self, hit: Hit, candidates: Iterable[Candidate]) -> Location:
        """A country, its capital, or a building that stands for its government."""
        if hit.sense == "name":
            states = [c for c in candidates if c.kind == "state"]
            if hit.is_state and self.is_american and states:
                return self._of_candidate(states[0])
            country = self.countries.by_code[hit.iso3]
            return Location("country", hit.iso3, country.lat, country.lon)
        capital = hit.iso3 if hit.sense == "capital" else None
        best = _likeliest(candidates, None, self.named, capital)
        if best is not None and best.country != hit.iso3 and capital is not None:
            return self._of_candidate(best)
        kind: Kind = "seat" if capital is None else "capital"
        if best is None or best.country != hit.iso3:
            return Location(kind, hit.iso3, None, None)
        return Location(kind, hit.iso3, best.lat, best.lon)

    def _of_candidate(self, candidate: Candidate) -> Location:
        """A place of the gazetteer."""
        kind: Kind = "city" if candidate.kind == "city" else "area"
        if candidate.kind in _REALMS:
            kind = "realm"
        admin = candidate.admin or self.gazetteer.states.get(candidate.name, "")
        return Location(kind, candidate.country, candidate.lat, candidate.lon, admin)


def _likeliest(
    candidates: Iterable[Candidate],
    beside: Location | None,
    named: frozenset[str],
    capital: str | None = None,
) -> Candidate | None:
    """The candidate in the country beside it; else a large one, of a country that is named."""
    if beside is not None:
        candidates = [c for c in candidates if _lies_in(c, beside)]
    return max(candidates, key=lambda c: _weight(c, named, capital), default=None)


def _lies_in(candidate: Candidate, beside: Location) -> bool:
    """Whether a candidate lies in that country or state."""
    if beside.admin:
        return candidate.country == beside.country and candidate.admin == beside.admin
    return candidate.country == beside.country


def _weight(candidate: Candidate, named: frozenset[str], capital: str | None) -> tuple[bool, float]:
    """What speaks for a candidate: a place of the news before any city."""
    home = candidate.admin if candidate.country == _BY_STATE else candidate.country
    nearness = _NAMED if home in named else 0.0
    nearness += _CAPITAL if candidate.country == capital else 0.0
    return candidate.kind != "city", log10(candidate.population + 1) + nearness
