"""Languages: which language a text is in, by py3langid's naive Bayes over byte n-grams."""

from dataclasses import dataclass
from typing import Protocol

# The tail of a long text adds time and no certainty.
SAMPLE = 500
# Below this probability the words are too few to tell.
UNSURE = 0.5
# Historical, constructed and closely kin labels that only ever mislead on news.
_LEFT_OUT = frozenset(("an", "br", "eo", "gd", "la", "oc", "vo", "wa"))


class _Identifier(Protocol):
    def rank(self, instance: str, /) -> list[tuple[str, float]]: ...


@dataclass(frozen=True, slots=True)
class Languages:
    """Tells a text's language as a BCP 47 tag."""

    identifier: _Identifier

    @classmethod
    def load(cls) -> "Languages":
        """The packaged model, about 60 MB in memory."""
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        kept = [tag for tag in identifier.labels if len(tag) == 2 and tag not in _LEFT_OUT]
        identifier.set_languages(kept)
        return cls(identifier)

    def identify(self, text: str) -> str:
        """Its language: "en", "ru"; "und" where the words are too few to tell.

        Too few words in plain ASCII are taken as English: names look like any language.
        """
        sample = text[:SAMPLE]
        if sum(map(str.isalpha, sample[:200])) < 3:
            return "und"
        best, probability = self.identifier.rank(sample)[0]
        if probability >= UNSURE:
            return best
        return "en" if sample.isascii() else "und"
