"""Sections: which block is headline, caption, body, credit …, by words, shape, place and repetition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.lexicon.page import PageWords
from memcon.page.blocks import Block
from memcon.page.shapes import Shape, count_words, is_sentence, shape_of
from memcon.record.terms import SectionKind

# A headline is not longer than this, and a paragraph that tells a story not shorter.
LONGEST_HEADLINE = 200
SHORTEST_LEAD = 150


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block and its kind; offsets are those of the block's text."""

    kind: SectionKind
    start: int
    end: int


def find_sections(blocks: Sequence[Block], words: PageWords) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each block, in order; together they cover every word."""
    kinds = _kinds(blocks, words)
    first = kinds.index("body") if "body" in kinds else len(kinds)
    return tuple(
        _split(block.text, kind, is_first=number <= first + 1, words=words)
        for number, (block, kind) in enumerate(zip(blocks, kinds, strict=True))
    )


def _kinds(blocks: Sequence[Block], words: PageWords) -> list[SectionKind]:
    """One kind for each block."""
    shapes: list[Shape] = [shape_of(block, words) for block in blocks]
    _mark_repeats(blocks, shapes)
    head = _headline(blocks, shapes)
    if head is not None:
        shapes[head] = "headline"
    start = -1 if head is None else head
    _mark_captions(blocks, shapes, start, words)
    prose = [number for number, shape in enumerate(shapes) if shape == "prose" and number > start]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), len(blocks))
    _mark_bios(blocks, shapes, first, words)
    _mark_notices(blocks, shapes, words)
    kinds: list[SectionKind] = []
    under_label = False
    for number, (block, shape) in enumerate(zip(blocks, shapes, strict=True)):
        under_label = shape == "label" or (under_label and shape in ("short", "link"))
        kinds.append(
            _kind(block, shape, (number > start) + (number > first) + (number > last), under_label)
        )
    return kinds


def _kind(block: Block, shape: Shape, region: int, under_label: bool) -> SectionKind:
    """The kind of a block in its region: 0 above the headline, 1 above the body, 2 in it, 3 below."""
    if shape == "label":
        return "link"
    if shape == "prose":
        return "body"
    if shape != "short":
        return shape
    if under_label:
        return "link"
    if region == 0:
        return "furniture"
    if region == 1:
        return _above_body(block.text)
    return "body" if region == 2 else _below_body(block)


def _above_body(text: str) -> SectionKind:
    """A short line between headline and body: a deck, a name or furniture."""
    if count_words(text) >= 5:
        return "headline"
    return "byline" if re.fullmatch(r"(?:[^\W\d_a-z][\w.'’-]+ ?){2,4}", text) else "furniture"


def _below_body(block: Block) -> SectionKind:
    """A short line under the last paragraph."""
    return "furniture" if count_words(block.text) <= 6 else "body"


def _mark_repeats(blocks: Sequence[Block], shapes: list[Shape]) -> None:
    """Words that a page repeats are coded once: a sentence repeated at once is a picture's caption."""
    seen: dict[str, int] = {}
    for number, block in enumerate(blocks):
        key = block.text.casefold()
        if count_words(key) < 5:
            continue
        earlier = seen.setdefault(key, number)
        if earlier == number:
            continue
        if shapes[number] in ("prose", "short") and earlier == number - 1:
            shapes[earlier] = "caption"
        if shapes[number] not in ("notice",):
            shapes[number] = "furniture"


def _headline(blocks: Sequence[Block], shapes: Sequence[Shape]) -> int | None:
    """Where the headline stands: what the carrier calls so, else the first line that looks so."""
    for number, shape in enumerate(shapes):
        if shape == "headline":
            return number
    stop = next(
        (n for n, s in enumerate(shapes) if s == "prose" and len(blocks[n].text) >= 80), len(blocks)
    )
    lines = [
        number
        for number in range(min(stop, len(blocks)))
        if shapes[number] == "short"
        and 3 <= count_words(blocks[number].text)
        and len(blocks[number].text) <= LONGEST_HEADLINE
    ]
    if lines:
        longest = [n for n in lines if count_words(blocks[n].text) >= 5]
        return (longest or lines)[0]
    return _sentence_headline(blocks, shapes)


def _sentence_headline(blocks: Sequence[Block], shapes: Sequence[Shape]) -> int | None:
    """A headline that ends with a stop: one short sentence above a longer paragraph."""
    told = [n for n, shape in enumerate(shapes) if shape == "prose"]
    if len(told) < 2:
        return None
    head, lead = blocks[told[0]].text, blocks[told[1]].text
    if len(head) > SHORTEST_LEAD or len(lead) < 1.5 * len(head) or head[:1] in '"“':
        return None
    if _WEEKDAY.search(head) or DATELINE.match(head):
        return None
    return told[0]


_WEEKDAY = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def _mark_captions(
    blocks: Sequence[Block], shapes: list[Shape], head: int, words: PageWords
) -> None:
    """A sentence above the body that shows and does not report is a caption."""
    told = [n for n, shape in enumerate(shapes) if shape == "prose" and n > head]
    for number, after in zip(told, told[1:], strict=False):
        text = blocks[number].text
        if not _shows(text, words) or len(blocks[after].text) < len(text) // 2:
            return
        shapes[number] = "caption"


def _shows(text: str, words: PageWords) -> bool:
    """Present tense, one sentence, a place or a day, and nobody who says anything."""
    patterns = words.patterns
    if len(text) > 250 or DATELINE.match(text) or patterns["not_captions"].search(text):
        return False
    return bool(re.search(rf"\b(?:{patterns['caption_verbs'].pattern})\b", text, re.IGNORECASE))


def _mark_bios(blocks: Sequence[Block], shapes: list[Shape], first: int, words: PageWords) -> None:
    """Under the body, "Jane Doe is a correspondent …" of one who is not in the news herself."""
    for number in range(len(blocks) - 1, first, -1):
        if shapes[number] != "prose":
            continue
        name = _BIO.match(blocks[number].text)
        told = " ".join(block.text for block in blocks[first:number])
        if not name or not words.patterns["bio_roles"].search(blocks[number].text):
            return
        if name.group(1).split()[-1] in told:
            return
        shapes[number] = "bio"


_BIO = re.compile(
    r"((?:[^\W\d_a-z][\w.'’-]+ ?){2,4})(?:\([^)]*\) ?)?(?:, [^.]{3,120}, )?(?:is|was|has been|covers|reports|writes)\b"
)


def _mark_notices(blocks: Sequence[Block], shapes: list[Shape], words: PageWords) -> None:
    """What stands beside a warning and tells of the outlet's standing belongs to it."""
    standing = words.patterns["notice_standing"]
    for number, shape in enumerate(shapes):
        if shape != "notice":
            continue
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(blocks) and shapes[beside] in ("prose", "short"):
                if len(blocks[beside].text) < 400 and standing.search(blocks[beside].text):
                    shapes[beside] = "notice"


_PLACE = r"(?:[A-Z][A-Z.'’ /-]*[A-Z.]|[A-Z]{2,})"
_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|May|June|July)\s+\d{1,2}(?:,? \d{4})?"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:,? \d{4})?"
)
_AGENCY = r"(?:\([A-Z][\w/ .&-]{1,40}\)|/[A-Z][\w/ .&-]{1,30}/)"
_DASH = r"(?:\s*[—–]\s*|\s+--?\s+|\s*--\s*|-\s+)"
DATELINE = re.compile(
    rf"{_PLACE}(?:, (?:[A-Z][\w.]+\.?(?: [A-Z][\w.]+)?))?(?:,? (?:{_DAY}))?\.?(?: ?{_AGENCY})?{_DASH}(?=\S)"
    rf"|{_PLACE}(?:, [A-Z][\w. ]+?)?(?:,? (?:{_DAY}))?\.? ?{_AGENCY}\.?{_DASH}?\s*(?=\S)"
    rf"|[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){{0,3}}(?:, [A-Z][\w. ]{{1,25}}?)?(?:,? (?:{_DAY}))?,? ?{_AGENCY}\.?{_DASH}?\s*(?=\S)"
    rf"|(?:{_DAY}) {_AGENCY}{_DASH}(?=\S)"
    rf"|{_AGENCY}{_DASH}(?=\S)"
)


def _split(text: str, kind: SectionKind, is_first: bool, words: PageWords) -> tuple[Piece, ...]:
    """A block of body in its dateline, its words and the credit behind them."""
    if kind != "body":
        return (Piece(kind, 0, len(text)),)
    start, end = 0, len(text)
    pieces: list[Piece] = []
    dateline = DATELINE.match(text) if is_first else None
    if dateline and dateline.end() < len(text):
        start = dateline.end()
        pieces.append(Piece("dateline", 0, len(text[:start].rstrip())))
    credit = re.search(
        rf"\s(?:{words.patterns['credit_ends'].pattern})\W*$", text[start:], re.IGNORECASE
    )
    if credit:
        end = start + credit.start()
    pieces.append(Piece("body", start, end))
    if credit:
        pieces.append(Piece("credit", end + 1, len(text)))
    return tuple(pieces)
