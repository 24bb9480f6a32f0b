"""Main text: which parts of an HTML page are its article, by trafilatura and by what they say."""

import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from memcon.lexicon.page import PageWords
from memcon.page.blocks import Block, text_blocks
from memcon.page.markup import Part, read_parts
from memcon.page.shapes import count_words, shape_of

logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_WORD = re.compile(r"\w+")
_SHINGLE = 4
# What trafilatura may raise on a tree that it did not foresee.
_MISHAPS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError)
_MISHAPS += (ValueError, etree.LxmlError)
# This share of a part's shingles in the extracted text makes it main text.
_SHARED = 0.6
# A class of block that holds so many paragraphs of the text is the text's own.
SURE_HOME = 3
# Shapes that an article has outside its main text.
_BESIDE = frozenset(("credit", "notice", "bio", "byline", "dateline", "caption", "furniture"))


def main_blocks(root: HtmlElement, title: str, words: PageWords) -> tuple[Block, ...]:
    """The blocks of the article in reading order, its headline first."""
    parts = read_parts(root)
    extracted = _extracted(root)
    known = _Known.of(extracted)
    is_main = [known.holds(part) for part in parts]
    if known.size and _size(parts, is_main) < known.size // 2:
        # The text came from the page's data, not from its tree.
        return _with_title(text_blocks(extracted), title)
    head = _headline(parts, is_main, title)
    chosen = _chosen(parts, is_main, head, words)
    blocks = tuple(_block(parts[n], is_main[n], n == head) for n in chosen)
    return blocks if head is not None else _with_title(blocks, title)


def _extracted(root: HtmlElement) -> str:
    """What trafilatura takes for the article."""
    try:
        found = trafilatura.bare_extraction(root, fast=True, include_comments=False)
    except _MISHAPS:
        return ""
    return (found.text or "") if found else ""


@dataclass(frozen=True, slots=True)
class _Known:
    """The extracted text as shingles and whole lines."""

    shingles: frozenset[tuple[str, ...]]
    lines: frozenset[tuple[str, ...]]
    size: int

    @classmethod
    def of(cls, text: str) -> "_Known":
        lines = [tuple(_WORD.findall(line.casefold())) for line in text.splitlines()]
        everything = [word for line in lines for word in line]
        return cls(frozenset(_shingles(everything)), frozenset(lines), len(everything))

    def holds(self, part: Part) -> bool:
        found = tuple(_WORD.findall(part.text.casefold()))
        if len(found) < _SHINGLE:
            return bool(found) and found in self.lines
        shingles = _shingles(found)
        return sum(s in self.shingles for s in shingles) >= _SHARED * len(shingles)


def _shingles(found: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(found[n : n + _SHINGLE]) for n in range(len(found) - _SHINGLE + 1)]


def _size(parts: Sequence[Part], is_main: Sequence[bool]) -> int:
    return sum(len(_WORD.findall(p.text)) for p, main in zip(parts, is_main, strict=True) if main)


def _headline(parts: Sequence[Part], is_main: Sequence[bool], title: str) -> int | None:
    """The heading that the page's title names, else the last first-level one above the text."""
    first = is_main.index(True) if True in is_main else len(parts)
    wanted = set(_WORD.findall(title.casefold()))
    best, best_share = None, 0.6
    for number, part in enumerate(parts):
        if part.tag not in ("h1", "h2", "h3") or number > first + 3:
            continue
        found = set(_WORD.findall(part.text.casefold()))
        share = len(found & wanted) / len(found) if len(found) >= 2 else 0.0
        if share > best_share or (
            share == best_share
            and best is not None
            and part.tag == "h1"
            and parts[best].tag != "h1"
        ):
            best, best_share = number, share
    if best is not None:
        return best
    tops = [
        n for n, p in enumerate(parts) if p.tag == "h1" and n <= first and count_words(p.text) >= 3
    ]
    return tops[-1] if tops else None


def _chosen(
    parts: Sequence[Part], is_main: Sequence[bool], head: int | None, words: PageWords
) -> list[int]:
    """Main text, and from beside it what belongs to the article."""
    mains = [n for n, main in enumerate(is_main) if main]
    if not mains:
        mains = [
            n for n, p in enumerate(parts) if p.tag == "p" and not p.is_away and p.linked < 0.5
        ]
    main = set(mains)
    first = min([*mains[:1], *([] if head is None else [head])], default=0)
    last = mains[-1] if mains else -1
    homes = Counter(parts[n].home for n in mains if parts[n].tag == "p")
    kept = []
    for number, part in enumerate(parts):
        if number in main or number == head:
            kept.append(number)
        elif first < number < last:
            if not part.is_away and _belongs(part, homes, words):
                kept.append(number)
        elif number > last and (_is_afterword(part, words) or _goes_on(part, homes, words)):
            kept.append(number)
    return kept


def _belongs(part: Part, homes: Mapping[str, int], words: PageWords) -> bool:
    """Whether a part between paragraphs is of the article."""
    if part.hint in ("caption", "byline", "stamp"):
        return True
    shape = shape_of(Block(part.text), words.patterns)
    if shape in _BESIDE:
        return True
    return shape == "prose" and part.tag == "p" and part.home in homes and part.linked < 0.3


def _goes_on(part: Part, homes: Mapping[str, int], words: PageWords) -> bool:
    """Whether a paragraph below the text is more of it: its block is of a class that holds much."""
    if part.tag != "p" or homes[part.home] < SURE_HOME or part.home.endswith("."):
        return False
    return not part.is_away and _belongs(part, homes, words)


def _is_afterword(part: Part, words: PageWords) -> bool:
    """Whether a part below the text is its credit, its writer's bio or a warning."""
    shape = shape_of(Block(part.text, part.hint), words.patterns)
    return shape == "notice" or (not part.is_away and shape in ("credit", "bio"))


def _block(part: Part, is_main: bool, is_head: bool) -> Block:
    if is_head:
        return Block(part.text, "title")
    if part.linked > 0.8 and part.hint in ("line", "item"):
        return Block(part.text, "link")
    return Block(part.text, part.hint)


def _with_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    return (Block(title, "title"), *blocks) if title else blocks
