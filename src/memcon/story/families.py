"""Family: wire copies and rewrites of one text, which count as one source."""

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final, Protocol, cast

import rensa  # pyright: ignore[reportMissingTypeStubs]

from memcon.codes.spelling import key, plain
from memcon.record.article import Article
from memcon.tables.days import first_day

# Copies are printed within about a week: a wire's Friday text is a weekend paper's Sunday read.
DAYS: Final = 8

# Shingles are runs of three words: they survive an editor's cuts, and seldom meet by chance.
_RUN = 3
# Of two texts of Jaccard 0.4 some of 20 bands of two values are the same with probability 0.97, of
# two of 0.02 with 0.008. Eight more are made from the first paragraph, which an update leaves.
_BANDS = 20
_LEAD_BANDS = 8
_ROWS = 2
_LEAD = 30
_SEED = 1729
# Texts of fewer shingles say too little to be known again.
_FEWEST = 12
# What two texts have in common, as a share of the shorter one. Copies have most; where one is much
# the longer, more is needed, as it may only quote the other. Of one agency's text a part is enough.
_COPY = 0.5
_EXCERPT = 0.6
_REWRITE = 0.35
_LIKE_IN_LENGTH = 0.2
# A form that is filled in daily ("stocks close higher") is the same but for its numbers.
_FIGURES = 4
_SAME_FIGURES = 0.5

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


@dataclass(frozen=True, slots=True)
class _Text:
    """What an article says as a set of runs of words; `figures` are the numbers in it."""

    shingles: frozenset[str]
    figures: frozenset[str]
    agencies: frozenset[str]
    publisher: str


def sign(article: Article) -> Signature:
    """The signature of what an article says; furniture, credits and notices do not count.

    A text that is too short to be known again has no bands.
    """
    shingles = _shingles(tuple(_words(article, _TOLD)))
    if len(shingles) < _FEWEST:
        return Signature(())
    lead = _shingles(tuple(_words(article, frozenset({"body"})))[:_LEAD])
    whole = _bands(shingles, _BANDS, 0)
    return Signature((*whole, *(_bands(lead, _LEAD_BANDS, _BANDS) if lead else ())))


def find_origin(article: Article, others: Iterable[Article]) -> Article | None:
    """Which of the articles that share a band is of the same family; the likest one.

    Copies have most of the shorter text in common; with the same agency's credit a part is enough.
    Articles more than `DAYS` apart are never copies.
    """
    text = _text(article)
    best: tuple[float, Article] | None = None
    for other in others:
        if other.id == article.id or not _is_near(article, other):
            continue
        share = _share(text, _text(other))
        if share and (best is None or share > best[0]):
            best = (share, other)
    return best[1] if best else None


def _bands(shingles: frozenset[str], bands: int, first: int) -> tuple[int, ...]:
    """So many bands of a set of shingles, numbered from `first`."""
    sketch: _Sketch = cast(Any, rensa).RMinHash(num_perm=bands * _ROWS, seed=_SEED)
    sketch.update(list(shingles))
    values = sketch.digest()
    rows = (values[n * _ROWS : (n + 1) * _ROWS] for n in range(bands))
    return tuple(_band(number, row) for number, row in enumerate(rows, first))


def _band(number: int, values: list[int]) -> int:
    """A band's number and values as one signed integer."""
    packed = struct.pack(f"<{len(values) + 1}I", number, *values)
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "little", signed=True)


def _text(article: Article) -> _Text:
    """An article as it is compared."""
    words = tuple(_words(article, _TOLD))
    return _Text(
        shingles=_shingles(words),
        figures=frozenset(word for word in words if word[0].isdigit()),
        agencies=frozenset(key(c.name) for c in article.credits if c.kind == "agency"),
        publisher=key(article.publisher or ""),
    )


def _shingles(words: tuple[str, ...]) -> frozenset[str]:
    """The runs of words that a text is made of."""
    return frozenset(" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))


def _words(article: Article, kinds: frozenset[str]) -> Iterator[str]:
    """The words of such sections, without case, accents and punctuation."""
    for section in article.sections:
        if section.kind in kinds:
            yield from _WORD.findall(plain(section.words(article.text)).casefold())


def _share(text: _Text, other: _Text) -> float:
    """How much of the shorter text stands in the longer one; 0 where it is no copy."""
    fewest = min(len(text.shingles), len(other.shingles))
    common = len(text.shingles & other.shingles)
    if fewest < _FEWEST or _is_form(text, other):
        return 0.0
    share, jaccard = common / fewest, common / len(text.shingles | other.shingles)
    least = _COPY if jaccard >= _LIKE_IN_LENGTH else _EXCERPT
    return share if share >= (_REWRITE if _is_passed_on(text, other) else least) else 0.0


def _is_form(text: _Text, other: _Text) -> bool:
    """Whether two texts full of figures have few of them in common."""
    fewest = min(len(text.figures), len(other.figures))
    return fewest >= _FIGURES and len(text.figures & other.figures) < _SAME_FIGURES * fewest


def _is_passed_on(text: _Text, other: _Text) -> bool:
    """Whether another publisher has the text of an agency that both credit, or that sent it."""
    senders = (t.agencies | {t.publisher} - {""} for t in (text, other))
    one, two = senders
    return text.publisher != other.publisher and bool(one & two)


def _is_near(article: Article, other: Article) -> bool:
    """Whether two articles may have been published within some days, as far as is known."""
    one, two = (first_day(a.published.value) if a.published else None for a in (article, other))
    return one is None or two is None or abs((one - two).days) <= DAYS
