"""Lexicon: the words of one language, a table for each part of the reading.

Each table is a TOML file beside its type: `times.py` says what `en/times.toml` holds.
"""

from dataclasses import dataclass
from importlib import resources
from typing import TypeVar

import msgspec

from memcon.errors import ModelError
from memcon.lexicon.actors import ActorWords
from memcon.lexicon.acts import ActWords
from memcon.lexicon.affairs import AffairWords
from memcon.lexicon.grammar import GrammarWords
from memcon.lexicon.page import PageWords
from memcon.lexicon.places import PlaceWords
from memcon.lexicon.speech import SpeechWords
from memcon.lexicon.times import TimeWords

Table = TypeVar("Table", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words: of grammar, pages, times, places, actors, speech, acts (events) and
    affairs (issues).
    """

    language: str
    grammar: GrammarWords
    page: PageWords
    times: TimeWords
    places: PlaceWords
    actors: ActorWords
    speech: SpeechWords
    acts: ActWords
    affairs: AffairWords

    @classmethod
    def load(cls, language: str) -> "Lexicon":
        """The packaged lexicon of a language ("en"); ModelError names the table and the entry."""
        return cls(
            language=language,
            grammar=_table(language, "grammar", GrammarWords),
            page=_table(language, "page", PageWords),
            times=_table(language, "times", TimeWords),
            places=_table(language, "places", PlaceWords),
            actors=_table(language, "actors", ActorWords),
            speech=_table(language, "speech", SpeechWords),
            acts=_table(language, "acts", ActWords),
            affairs=_table(language, "affairs", AffairWords),
        )


def _table(language: str, concern: str, kind: type[Table]) -> Table:
    """One table, checked against its type."""
    path = resources.files("memcon.lexicon") / language / f"{concern}.toml"
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError) as error:
        raise ModelError(f"lexicon {language}/{concern}.toml: {error}") from error
