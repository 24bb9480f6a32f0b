"""Main text: which parts of an HTML page are its article, by trafilatura and by what they say."""

import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import trafilatura
from lxml.etree import LxmlError  # pyright: ignore[reportAttributeAccessIssue]
from lxml.html import HtmlElement

from memcon.lexicon.page import PagePatterns, PageWords, bare, fold
from memcon.page.blocks import Block, text_blocks
from memcon.page.markup import Part, read_parts
from memcon.page.shapes import Shape, count_words, shape_of

logging.getLogger("trafilatura").addHandler(logging.NullHandler())

# A page of so much text is no article's, and not searched for one.
MOST_TEXT = 2_000_000
# This share of a part's runs of words in the extracted text makes it main text.
SHARED = 0.6
# A class of block that holds so many paragraphs of the text is the text's own.
SURE_HOME = 3
# A paragraph of the text is no link for the most part.
MOST_LINKED = 0.3
# A heading whose words the page's title has to this share is the headline.
NAMED_BY_TITLE = 0.6

_WORD = re.compile(r"\w+")
_RUN = 4
# A slug stands so near above the headline.
_ABOVE = 2
_HEADINGS = ("h1", "h2", "h3")
# Shapes that an article has beside its main text.
_BESIDE: tuple[Shape, ...] = (
    "credit",
    "notice",
    "bio",
    "byline",
    "dateline",
    "caption",
    "furniture",
)
# What trafilatura may raise on a tree that it did not foresee.
_MISHAPS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    LxmlError,
    RecursionError,
    TypeError,
    ValueError,
)


def main_blocks(root: HtmlElement, title: str, words: PageWords) -> tuple[Block, ...]:
    """The blocks of the article in reading order, its headline first.

    `title` is what the page calls itself; it finds the headline, or stands for it.
    """
    parts = read_parts(root)
    if sum(len(part.text) for part in parts) > MOST_TEXT:
        return tuple(Block(part.text) for part in parts)
    extracted = _extracted(root)
    known = _Known.of(extracted)
    main = {number for number, part in enumerate(parts) if known.holds(part)}
    if known.size > 2 * sum(len(_WORD.findall(parts[number].text)) for number in main):
        # The text came from the page's data, not from its tree.
        return _titled(text_blocks(extracted), title)
    main = main or {n for n, part in enumerate(parts) if _may_be_told(part)}
    head = _headline(parts, min(main, default=len(parts)), title)
    choice = _Choice.of(parts, main, head, words.patterns)
    blocks = tuple(
        _block(part, number == head) for number, part in enumerate(parts) if choice.takes(number)
    )
    return blocks if head is not None else _titled(blocks, title)


def _extracted(root: HtmlElement) -> str:
    """What trafilatura takes for the article."""
    try:
        found = trafilatura.bare_extraction(root, fast=True, include_comments=False)
    except _MISHAPS:
        return ""
    return getattr(found, "text", None) or ""


@dataclass(frozen=True, slots=True)
class _Known:
    """The extracted text as runs of words and whole lines."""

    runs: frozenset[tuple[str, ...]]
    lines: frozenset[tuple[str, ...]]
    size: int

    @classmethod
    def of(cls, text: str) -> "_Known":
        lines = [tuple(_WORD.findall(line.casefold())) for line in text.splitlines()]
        everything = [word for line in lines for word in line]
        return cls(frozenset(_runs(everything)), frozenset(lines), len(everything))

    def holds(self, part: Part) -> bool:
        """Whether a part is of the text: most of its runs, or the whole of a short line."""
        found = tuple(_WORD.findall(part.text.casefold()))
        if len(found) < _RUN:
            return bool(found) and found in self.lines
        runs = _runs(found)
        return sum(run in self.runs for run in runs) >= SHARED * len(runs)


def _runs(found: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(found[n : n + _RUN]) for n in range(len(found) - _RUN + 1)]


def _headline(parts: Sequence[Part], first: int, title: str) -> int | None:
    """The heading that the page's title names, else the last of the first level above the text."""
    wanted = set(_WORD.findall(title.casefold()))
    best: tuple[float, bool, int] = (NAMED_BY_TITLE, False, 0)
    tops: list[int] = []
    for number, part in enumerate(parts):
        if part.tag not in _HEADINGS:
            continue
        found = set(_WORD.findall(part.text.casefold()))
        share = len(found & wanted) / len(found) if len(found) > 1 else 0.0
        best = max(best, (share, part.tag == "h1", -number))
        if part.tag == "h1" and number <= first and count_words(part.text) > 2:
            tops.append(number)
    if best[0] > NAMED_BY_TITLE:
        return -best[2]
    return tops[-1] if tops else None


@dataclass(frozen=True, slots=True)
class _Choice:
    """Main text, and from beside it what belongs to the article."""

    parts: Sequence[Part]
    main: set[int]
    head: int | None
    homes: Mapping[str, int]
    first: int
    last: int
    patterns: PagePatterns

    @classmethod
    def of(
        cls, parts: Sequence[Part], main: set[int], head: int | None, patterns: PagePatterns
    ) -> "_Choice":
        homes = Counter(parts[number].home for number in main if parts[number].tag == "p")
        first = min([*main, *(() if head is None else (head,))], default=0)
        return cls(parts, main, head, homes, first, max(main, default=-1), patterns)

    def takes(self, number: int) -> bool:
        """Whether a part is of the article."""
        part = self.parts[number]
        if self.head is not None and part.text == self.parts[self.head].text:
            return number == self.head
        if number in self.main:
            return True
        if number > self.last:
            return self._is_afterword(part) or self._goes_on(part)
        if part.is_away:
            return False
        return self._belongs(part) if number > self.first else self._is_slug(number)

    def _belongs(self, part: Part) -> bool:
        """Whether a part between headline and end of the text is no teaser and no tool."""
        if part.hint in ("caption", "byline", "stamp"):
            return True
        shape = shape_of(Block(part.text), self.patterns)
        return shape in _BESIDE or (
            shape == "prose" and part.home in self.homes and _may_be_told(part)
        )

    def _goes_on(self, part: Part) -> bool:
        """Whether a paragraph below is more of the text: its block's class holds much of it."""
        is_sure = self.homes.get(part.home, 0) >= SURE_HOME and not part.home.endswith(".")
        return is_sure and _may_be_told(part) and self._belongs(part)

    def _is_afterword(self, part: Part) -> bool:
        """Whether a part below the text is its credit, its writer's bio or a warning."""
        shape = shape_of(Block(part.text, part.hint), self.patterns)
        return shape == "notice" or (not part.is_away and shape in ("credit", "bio"))

    def _is_slug(self, number: int) -> bool:
        """Whether a part right above the headline says what sort of article it is."""
        part = self.parts[number]
        if self.head is None or not 0 < self.head - number <= _ABOVE or part.linked:
            return False
        return bare(fold(part.text)) in self.patterns.flags


def _may_be_told(part: Part) -> bool:
    return part.tag == "p" and not part.is_away and part.linked < MOST_LINKED


def _block(part: Part, is_head: bool) -> Block:
    if is_head:
        return Block(part.text, "title")
    is_link = part.linked > 0.8 and part.hint in ("line", "item")
    return Block(part.text, "link" if is_link else part.hint)


def _titled(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    return (Block(title, "title"), *blocks) if title else blocks
