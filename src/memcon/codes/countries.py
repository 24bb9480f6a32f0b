"""Countries: the words that name a state, its people or its government -> ISO 3166-1 alpha-3."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

from memcon.codes.phrases import Phrases
from memcon.codes.tables import forms, rows

Sense = Literal["name", "adjective", "demonym", "capital", "seat"]

# Where one word has several senses, the first of these holds: "Luxembourg" is the state.
_SENSES: tuple[tuple[Sense, str], ...] = (
    ("name", "names"),
    ("adjective", "adjectives"),
    ("demonym", "demonyms"),
    ("capital", "capitals"),
    ("seat", "seats"),
)
# Where so many other countries are named, "Georgia" is one of them and no American state.
_ABROAD = 2


class Hit(NamedTuple):
    """What words mean: a country, and in which sense they name it.

    `also` says what else the word often is: "us-state" of "Georgia", "given-name" of "Jordan".
    """

    iso3: str
    sense: Sense
    also: str

    @property
    def is_state(self) -> bool:
        """Whether it is a country's name that an American state has as well."""
        return self.sense == "name" and self.also == "us-state"


@dataclass(frozen=True, slots=True)
class Country:
    """A country of ISO 3166-1, or Kosovo (XKX); `lat` and `lon` in degrees, its rough middle."""

    iso3: str
    iso2: str
    name: str
    lat: float
    lon: float
    note: str


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries of the world and every form of their names that the press uses."""

    by_code: Mapping[str, Country]
    phrases: Phrases[Hit]

    @classmethod
    def load(cls) -> "Countries":
        """The packaged table; ModelError if it is damaged."""
        table = tuple(rows("countries"))
        pairs = [
            (form, Hit(row["iso3"], sense, also.get(form, "")))
            for sense, column in _SENSES
            for row in table
            for also in (_also(row["also"]),)
            for form in forms(row[column])
        ]
        codes = {row["iso3"]: _country(row) for row in table}
        return cls(by_code=codes, phrases=Phrases.of(pairs))

    def name(self, iso3: str) -> str:
        """The usual English name of a code; KeyError if there is no such country."""
        return self.by_code[iso3].name

    def named(self, words: str) -> Hit | None:
        """What exactly these words name: "the Russians" gives RUS as a demonym."""
        return self.phrases.get(words)

    def find(self, text: str) -> tuple[tuple[int, int, str, Sense], ...]:
        """(start, end, iso3, sense) of every country word in `text`, the longest that fits."""
        found = self.phrases.find(text)
        return tuple((start, end, hit.iso3, hit.sense) for start, end, hit in found)

    def is_american(self, text: str) -> bool:
        """Whether "Georgia" and its like are American states in this text.

        They are where it names the United States and not the country by any other of its words, as
        "Tbilisi", nor several other countries that it may be listed with.
        """
        hits = tuple(self.phrases.find(text))
        doubtful = {hit.iso3 for _, _, hit in hits if hit.is_state}
        certain = {hit.iso3 for _, _, hit in hits if not hit.is_state}
        abroad = certain - {"USA"}
        return "USA" in certain and not doubtful & abroad and len(abroad) < _ABROAD


def _country(row: Mapping[str, str]) -> Country:
    """One row's country."""
    return Country(
        iso3=row["iso3"],
        iso2=row["iso2"],
        name=forms(row["names"])[0],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        note=row["note"],
    )


def _also(cell: str) -> dict[str, str]:
    """ "Georgia=us-state|Jordan=surname" as a mapping."""
    return dict(cast("tuple[str, str]", tuple(form.split("=", 1))) for form in forms(cell))
