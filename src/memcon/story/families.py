"""Family: wire copies and rewrites of one text, which count as one source."""

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.record.article import Article


@dataclass(frozen=True, slots=True)
class Signature:
    """The MinHash of an article's text, as bands: near duplicates share at least one.

    Each band is a signed integer of 64 bits (Broder 1997; Leskovec et al., Mining of Massive
    Datasets, 3.4).
    """

    bands: tuple[int, ...]


def sign(article: Article) -> Signature:
    """The signature of what an article says; furniture, credits and notices do not count."""
    raise NotImplementedError


def find_origin(article: Article, others: Iterable[Article]) -> Article | None:
    """Which of the articles that share a band is of the same family; the likest one.

    Copies have most of their words in common; with the same agency's credit a part is enough.
    """
    raise NotImplementedError
