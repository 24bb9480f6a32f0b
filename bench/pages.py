"""Pages: how much of an article's text memcon takes from a web page, beside trafilatura.

The measure is that of the article extraction benchmark (Scrapinghub, 2020): runs of four words of
the text that was taken and of the text a person marked, compared as bags; precision and recall are
means over pages, F1 is their harmonic mean. Of memcon the paragraphs that it calls body count.

    python bench/pages.py [--shared ../shared]
"""

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import trafilatura

from measurement import Measurement, present, run
from memcon.codes.countries import Countries
from memcon.codes.offices import Offices
from memcon.errors import PageError
from memcon.lexicon.lexicon import Lexicon
from memcon.models.languages import Languages
from memcon.page.article import take_article
from memcon.page.charset import decode
from memcon.page.page import Page
from memcon.reading import Reader
from memcon.record.article import Article

_WORD = re.compile(r"\w+")
_RUN = 4

Taker = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class PageScore:
    """Precision, recall and F1 over pages, and what one page cost."""

    precision: float
    recall: float
    f1: float
    milliseconds: float


def measure(shared: Path, _reader: Reader) -> Measurement:
    """A line for each system."""
    folder = present(shared, "data", "pages")
    truth = folder / "ground-truth.json"
    gold = {name: entry["articleBody"] for name, entry in json.loads(truth.read_bytes()).items()}
    pages = {
        name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) for name in gold
    }
    lines, figures = [], {}
    for system, take in (("memcon", memcon_taker()), ("trafilatura", _trafilatura)):
        found = score_pages(gold, pages, take)
        figures[system] = round(found.f1, 3)
        lines.append(
            f"{system:12} F1 {found.f1:.3f}  P {found.precision:.3f}  R {found.recall:.3f}"
            f"  {found.milliseconds:.1f} ms a page  ({len(gold)} pages)"
        )
    return Measurement("pages", "\n".join(lines), figures, (folder,))


def score_pages(gold: Mapping[str, str], pages: Mapping[str, bytes], take: Taker) -> PageScore:
    """One system over all pages; a page it refuses counts as empty."""
    start = time.perf_counter()
    found = {name: take(content) for name, content in pages.items()}
    milliseconds = (time.perf_counter() - start) * 1000 / len(pages)
    shares = [_shares(gold[name], found[name]) for name in gold]
    precision = sum(p for p, _ in shares) / len(shares)
    recall = sum(r for _, r in shares) / len(shares)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return PageScore(precision, recall, f1, milliseconds)


def memcon_taker() -> Taker:
    """memcon's own reading, with its tables loaded once."""
    words, languages = Lexicon.load("en").page, Languages.load()
    offices, countries = Offices.load(), Countries.load()

    def take(content: bytes) -> str:
        try:
            page = Page(name="page", content=decode("page", content), media_type="text/html")
            return body_of(take_article(page, words, languages, offices, countries))
        except PageError:
            return ""

    return take


def body_of(article: Article) -> str:
    """The paragraphs that hold body, datelines and all."""
    starts = {section.start for section in article.sections if section.kind == "body"}
    blocks, start = [], 0
    for block in article.text.split("\n\n"):
        if any(start <= body < start + len(block) for body in starts):
            blocks.append(block)
        start += len(block) + 2
    return "\n".join(blocks)


def _trafilatura(content: bytes) -> str:
    return trafilatura.extract(content, fast=True, include_comments=False) or ""


def _runs(text: str) -> Counter[tuple[str, ...]]:
    found = _WORD.findall(text)
    return Counter(tuple(found[n : n + _RUN]) for n in range(max(1, len(found) - _RUN + 1)))


def _shares(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall of one page."""
    wanted, taken = _runs(gold), _runs(found) if found else Counter()
    both = (wanted & taken).total()
    precision = both / taken.total() if taken else 0.0
    return precision, both / wanted.total()


if __name__ == "__main__":
    run(measure, __doc__)
