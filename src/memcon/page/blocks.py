"""Blocks: a page as pieces of text in reading order, before anyone says what each one is."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

# What the carrier says of a block: markup, a bullet, a title from JSON. "line" is plain text.
Hint = Literal[
    "title", "heading", "line", "paragraph", "item", "caption", "byline", "stamp", "bio", "link"
]


@dataclass(frozen=True, slots=True)
class Block:
    """Text without line breaks, NFC, and its hint."""

    text: str
    hint: Hint = "line"


_BULLET = re.compile(r"[ \t]*(?:[•‣▪●◦·*\u2043\u2219-]|--)[ \t]+(?=\S)")
_INDENT = re.compile(r"(?: {3,}|\t)")
# Controls, direction marks, soft hyphens, zero-width spaces and half surrogates. The joiners that
# Persian and Indic words need are kept.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# A zero-width non-joiner outside the scripts that need it is some site's mark.
_STRAY_JOINER = re.compile(r"(?<![\u0600-\u08ff\u0900-\u0dff\ufb50-\ufeff])\u200c")
_SPACES = re.compile(r"\s+")
# Lines of text that was wrapped to a column are about as long as the longest, and no longer than:
_WIDEST_COLUMN = 100
_NARROWEST_COLUMN = 40


def tidy(text: str) -> str:
    """NFC, runs of whitespace as one space, nothing that cannot be seen."""
    plain = " ".join(text.split())
    if plain.isascii() and plain.isprintable():
        return plain
    seen = _STRAY_JOINER.sub("", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", seen).strip())


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of plain text: paragraphs parted by blank lines, or one a line."""
    groups = _groups(text)
    joined = _unwrapped(groups) if _is_wrapped(groups) else (line for g in groups for line in g)
    blocks = (_block(line) for line in joined)
    return tuple(block for block in blocks if block.text)


def _block(line: str) -> Block:
    """A line as a block; a bullet or an indent makes it an item."""
    bullet = _BULLET.match(line)
    if bullet:
        return Block(tidy(line[bullet.end() :]), "item")
    return Block(tidy(line), "item" if _INDENT.match(line) else "line")


def _groups(text: str) -> list[list[str]]:
    """Lines that stand together, parted at blank lines."""
    groups: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return groups if groups[-1] else groups[:-1]


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Whether paragraphs were broken to a column, as mail and old wire copy are."""
    inner = [len(line.strip()) for group in groups for line in group[:-1]]
    widest = max((len(line.strip()) for group in groups for line in group), default=0)
    if len(inner) < 3 or not _NARROWEST_COLUMN <= widest <= _WIDEST_COLUMN:
        return False
    return sum(length >= 0.75 * widest for length in inner) >= 0.75 * len(inner)


def _unwrapped(groups: list[list[str]]) -> Iterable[str]:
    """Each group as one line, where its lines are as long as the column; else line by line."""
    for group in groups:
        widest = max(len(line.strip()) for line in group)
        if len(group) > 1 and min(len(line.strip()) for line in group[:-1]) >= 0.6 * widest:
            yield " ".join([group[0], *(line.strip() for line in group[1:])])
        else:
            yield from group
