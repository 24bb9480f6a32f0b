"""Family: wire copies and rewrites of one text, which count as one source."""

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any, Protocol, cast

import rensa  # pyright: ignore[reportMissingTypeStubs]

from memcon.codes.spelling import key, plain
from memcon.record.article import Article

# Copies are printed within about a week: a wire's Sunday read is a Friday's text.
DAYS = 8

# Shingles are runs of so many words: three survive an editor's cuts and seldom meet by chance.
_RUN = 3
# Two texts of Jaccard 0.4 share one of 24 bands of two values with probability 0.98, two of 0.01
# with 0.002: a week of a thousand articles costs two readings.
_BANDS = 24
_ROWS = 2
_SEED = 1729
# Texts of fewer shingles are too short to tell a copy from two briefs in the same words.
_FEWEST = 12
_SHORT = 60

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_TOLD = frozenset({"headline", "body"})


class _Sketch(Protocol):
    """What is used of a MinHash: fill it with shingles, read its values of 32 bits."""

    def update(self, shingles: list[str]) -> None: ...
    def digest(self) -> list[int]: ...


@dataclass(frozen=True, slots=True)
class Signature:
    """The MinHash of an article's text, as bands: near duplicates share at least one.

    Each band is a signed integer of 64 bits (Broder 1997; Leskovec et al., Mining of Massive
    Datasets, 3.4).
    """

    bands: tuple[int, ...]


def sign(article: Article) -> Signature:
    """The signature of what an article says; furniture, credits and notices do not count.

    A text that is too short to be known again has no bands.
    """
    shingles = _shingles(article)
    if len(shingles) < _FEWEST:
        return Signature(())
    sketch: _Sketch = cast(Any, rensa).RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update(list(shingles))
    values = sketch.digest()
    bands = (values[n : n + _ROWS] for n in range(0, len(values), _ROWS))
    return Signature(tuple(_band(number, rows) for number, rows in enumerate(bands)))


def find_origin(article: Article, others: Iterable[Article]) -> Article | None:
    """Which of the articles that share a band is of the same family; the likest one.

    Copies have most of their words in common; with the same agency's credit, or of the same
    publisher, a part is enough. Articles more than `DAYS` apart are never copies.
    """
    shingles = _shingles(article)
    best: tuple[float, Article] | None = None
    for other in others:
        if other.id == article.id or not _is_near(article, other):
            continue
        share = _share(shingles, _shingles(other))
        if share >= _least(article, other, len(shingles)) and (best is None or share > best[0]):
            best = (share, other)
    return best[1] if best else None


def _band(number: int, values: list[int]) -> int:
    """A band's number and values as one signed integer."""
    packed = struct.pack(f"<{len(values) + 1}I", number, *values)
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "little", signed=True)


def _shingles(article: Article) -> frozenset[str]:
    """The runs of words that an article is made of."""
    words = tuple(_words(article))
    return frozenset(" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))


def _words(article: Article) -> Iterator[str]:
    """The words of headline and body, without case, accents and punctuation."""
    for section in article.sections:
        if section.kind in _TOLD:
            yield from _WORD.findall(plain(section.words(article.text)).casefold())


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    """How much of the shorter text stands in the longer one, 0 to 1."""
    fewest = min(len(some), len(others))
    return len(some & others) / fewest if fewest >= _FEWEST else 0.0


def _least(article: Article, other: Article, size: int) -> float:
    """The share that makes two articles one family."""
    if size < _SHORT:
        return 0.8
    return 0.25 if _senders(article) & _senders(other) else 0.5


def _senders(article: Article) -> frozenset[str]:
    """Who sent the text out: the agencies that it credits, and its publisher."""
    names = [credit.name for credit in article.credits if credit.kind == "agency"]
    if article.publisher:
        names.append(article.publisher)
    return frozenset(key(name) for name in names)


def _is_near(article: Article, other: Article) -> bool:
    """Whether two articles may have been published within a week, as far as is known."""
    if article.published is None or other.published is None:
        return True
    one, two = (date.fromisoformat(a.published.value) for a in (article, other) if a.published)
    return abs((one - two).days) <= DAYS
