"""Sections: which block is headline, caption, body …, by its words, shape, place, repetition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.codes.countries import Countries
from memcon.lexicon.page import PagePatterns, PageWords, fold
from memcon.page.blocks import Block
from memcon.page.datelines import dateline_end, is_place
from memcon.page.endmatter import tell_bios, tell_notices
from memcon.page.headline import USUAL_WORDS, find_headline
from memcon.page.pictures import tell_captions, tell_repeats
from memcon.page.shapes import (
    Shape,
    count_words,
    is_sentence,
    photo_credit_start,
    shape_of,
    slug_of,
)
from memcon.record.terms import SectionKind

# A line with so many words tells something, though no stop ends it.
MOST_WORDS = 20
# Of a site's own words below the news few are longer.
MOST_SITE_WORDS = 6
LONGEST_CREDIT = 300

_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){1,3}(?: ?[|,•/] ?[A-Z][\w ]{2,25})?"
)
_SITE: tuple[Shape, ...] = ("furniture", "label", "link", "credit", "bio", "notice")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block and its kind; offsets are those of the block's text."""

    kind: SectionKind
    start: int
    end: int


def find_sections(
    blocks: Sequence[Block], words: PageWords, countries: Countries
) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each block, in order; together they cover every word."""
    patterns = words.patterns
    kinds = _kinds(blocks, patterns, countries)
    first = kinds.index("body") if "body" in kinds else len(kinds)
    return tuple(
        _pieces(block.text, kind, countries if number <= first + 1 else None, patterns)
        for number, (block, kind) in enumerate(zip(blocks, kinds, strict=True))
    )


def _kinds(
    blocks: Sequence[Block], patterns: PagePatterns, countries: Countries
) -> list[SectionKind]:
    """One kind for each block: its shape first, then its neighbours, then its place."""
    shapes: list[Shape] = [shape_of(block, patterns) for block in blocks]
    found = find_headline(blocks, shapes, countries)
    head = -1 if found is None else found
    if found is not None:
        shapes[found] = "headline"
    shapes = tell_repeats(blocks, shapes, found, patterns)
    shapes = tell_captions(blocks, shapes, head, patterns)
    shapes = tell_notices(blocks, shapes, patterns)
    shapes = _tell_names(blocks, shapes, head)
    shapes = tell_bios(blocks, shapes, head, patterns)
    shapes = _tell_teasers(blocks, shapes, head, patterns)
    outline = _Outline.of(shapes, head)
    return [
        _placed(number, block, shape, outline, countries)
        for number, (block, shape) in enumerate(zip(blocks, shapes, strict=True))
    ]


@dataclass(frozen=True, slots=True)
class _Outline:
    """Where headline and body stand, and whether a site's own lines follow."""

    head: int
    first: int
    last: int
    has_site: bool

    @classmethod
    def of(cls, shapes: Sequence[Shape], head: int) -> "_Outline":
        told = [number for number, shape in enumerate(shapes) if shape == "prose" and number > head]
        first, last = (told[0], told[-1]) if told else (len(shapes), -1)
        return cls(head, first, last, any(shape in _SITE for shape in shapes[last + 1 :]))


def _tell_names(blocks: Sequence[Block], shapes: Sequence[Shape], head: int) -> list[Shape]:
    """The shapes with a name on a line of its own, between headline and body, as the writer's."""
    told = list(shapes)
    first = told.index("prose") if "prose" in told else len(told)
    for number in range(head + 1, first if head >= 0 else 0):
        text = blocks[number].text
        if told[number] == "short" and _NAME.fullmatch(text) and not is_sentence(text):
            told[number] = "byline"
    return told


def _tell_teasers(
    blocks: Sequence[Block], shapes: Sequence[Shape], head: int, patterns: PagePatterns
) -> list[Shape]:
    """The shapes with other stories' headlines as links: under a label, or with a slug."""
    told: list[Shape] = []
    is_listed = is_below = False
    for number, (block, shape) in enumerate(zip(blocks, shapes, strict=True)):
        is_below = is_below or (shape == "prose" and number > head)
        is_listed = shape == "label" or (is_listed and shape in ("short", "link"))
        is_teaser = is_listed or (is_below and slug_of(fold(block.text), patterns))
        told.append("link" if shape == "short" and is_teaser else shape)
    return told


def _placed(
    number: int, block: Block, shape: Shape, outline: _Outline, countries: Countries
) -> SectionKind:
    """The kind of a block; a line that no word gives away gets that of its place."""
    if shape == "prose":
        return "body"
    if shape == "label":
        return "link"
    if shape != "short":
        return shape
    if number < outline.head:
        return "furniture"
    if number < outline.first:
        return _above_body(block, countries)
    return "body" if number < outline.last else _below_body(block, outline)


def _above_body(block: Block, countries: Countries) -> SectionKind:
    """A line between headline and body: a second headline, a place or furniture."""
    text = block.text
    if block.hint == "heading":
        return "headline"
    if is_sentence(text) or count_words(text) >= MOST_WORDS:
        return "body"
    if is_place(text, countries):
        return "dateline"
    return "headline" if count_words(text) >= USUAL_WORDS else "furniture"


def _below_body(block: Block, outline: _Outline) -> SectionKind:
    """A line below the last paragraph: the site's if the site has any there, else the text's."""
    if block.hint in ("heading", "link"):
        return "link"
    if is_sentence(block.text) or count_words(block.text) > MOST_SITE_WORDS:
        return "body"
    return "furniture" if outline.has_site else "body"


def _pieces(
    text: str, kind: SectionKind, countries: Countries | None, patterns: PagePatterns
) -> tuple[Piece, ...]:
    """A block of body without its dateline and credit; a caption without its photographer."""
    if kind not in ("body", "caption"):
        return (Piece(kind, 0, len(text)),)
    start = dateline_end(text, countries) if kind == "body" and countries else 0
    end = _credit_start(text, kind, patterns)
    if end <= start:
        start, end = 0, len(text)
    pieces = [Piece(kind, start, len(text[:end].rstrip()))]
    if start:
        pieces.insert(0, Piece("dateline", 0, len(text[:start].rstrip())))
    if end < len(text):
        pieces.append(Piece("credit", end, len(text)))
    return tuple(pieces)


def _credit_start(text: str, kind: SectionKind, patterns: PagePatterns) -> int:
    """Where a credit at the end of the text starts; the text's length if there is none."""
    folded = fold(text)
    if kind == "caption":
        start = photo_credit_start(folded, patterns)
    else:
        found = patterns.credit_end.search(folded, max(0, len(text) - LONGEST_CREDIT))
        start = found.start() if found else len(text)
    return start + (len(text[start:]) - len(text[start:].lstrip()))
