"""Sections: which block is headline, caption, body, credit …, by words, shape, place and repetition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.codes.countries import Countries
from memcon.lexicon.page import PagePatterns, PageWords, fold
from memcon.page.blocks import Block
from memcon.page.datelines import dateline_end
from memcon.page.shapes import Shape, count_words, is_quoted, is_sentence, shape_of
from memcon.record.terms import SectionKind

LONGEST_HEADLINE = 200
# A headline that ends with a stop is not longer than this.
LONGEST_SENTENCE = 150
# A line with fewer words is no headline, and one with more is the likelier one.
FEWEST_WORDS = 3
USUAL_WORDS = 5
# Words that stand twice are a repetition from this length on.
SHORTEST_REPEAT = 5
LONGEST_SHOWN = 250

_WEEKDAY = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){1,3}")
_CAPITALS = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}")
_BIO = re.compile(
    r"((?:[^\W\d_a-z][\w.'’-]+ ?){2,4})(?:\([^)]*\) ?)?(?:, [^.]{3,120}?,)? ?"
    r"(?:is|was|has been|has|covers|reports|writes)\b"
)
_SECOND_SENTENCE = re.compile(r"[a-z]{3,}[.!?][\"”’']? [A-Z\"“]")
_SETTING = re.compile(r"\b(?:in|at|during|on|outside|near|before|after|ahead of|as|upon|for)\b")
_PAST = re.compile(r"\b[a-z]{3,}ed\b")


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
    shapes = [shape_of(block, patterns) for block in blocks]
    head = _headline(blocks, shapes, countries)
    if head is not None:
        shapes[head] = "headline"
    _mark_repeats(blocks, shapes, head)
    start = -1 if head is None else head
    _mark_caption(blocks, shapes, start, patterns)
    _mark_notices(blocks, shapes, patterns)
    prose = [number for number, shape in enumerate(shapes) if shape == "prose" and number > start]
    _mark_bios(blocks, shapes, prose, patterns)
    told = [number for number in prose if shapes[number] == "prose"]
    return _placed(blocks, shapes, start, (told[0], told[-1]) if told else (len(blocks), -1))


def _placed(
    blocks: Sequence[Block], shapes: Sequence[Shape], head: int, body: tuple[int, int]
) -> list[SectionKind]:
    """Lines that no word gives away get the kind of their place."""
    kinds: list[SectionKind] = []
    is_listed = False
    for number, (block, shape) in enumerate(zip(blocks, shapes, strict=True)):
        is_listed = shape == "label" or (is_listed and shape in ("short", "link"))
        if shape == "label" or (shape == "short" and is_listed):
            kinds.append("link")
        elif shape == "prose":
            kinds.append("body")
        elif shape != "short":
            kinds.append(shape)
        elif number < head:
            kinds.append("furniture")
        elif number < body[0]:
            kinds.append(_above_body(block))
        else:
            kinds.append("body" if number < body[1] else _below_body(block))
    return kinds


def _above_body(block: Block) -> SectionKind:
    """A line between headline and body: a second headline, a name, a place or furniture."""
    text = block.text
    if is_sentence(text):
        return "body"
    if _CAPITALS.fullmatch(text) and count_words(text) <= 3:
        return "dateline"
    if _PERSON.fullmatch(text):
        return "byline"
    return "headline" if count_words(text) >= USUAL_WORDS else "furniture"


def _below_body(block: Block) -> SectionKind:
    """A line below the last paragraph."""
    if is_sentence(block.text) or count_words(block.text) > 6:
        return "link" if block.hint in ("heading", "link") else "body"
    return "furniture"


def _headline(blocks: Sequence[Block], shapes: Sequence[Shape], countries: Countries) -> int | None:
    """Where the headline stands: what the carrier calls so, else the first line that looks so."""
    if "headline" in shapes:
        return shapes.index("headline")
    told = shapes.index("prose") if "prose" in shapes else len(blocks)
    lines = [
        n for n in range(told) if shapes[n] == "short" and len(blocks[n].text) <= LONGEST_HEADLINE
    ]
    for fewest in (USUAL_WORDS, FEWEST_WORDS):
        for number in lines:
            if count_words(blocks[number].text) >= fewest:
                return number
    if told < len(blocks) and _is_headline_sentence(blocks[told], blocks[told + 1 :], countries):
        return told
    return None


def _is_headline_sentence(block: Block, below: Sequence[Block], countries: Countries) -> bool:
    """A sentence stands for a headline if much more follows, and it does not report."""
    text = block.text
    if len(text) > LONGEST_SENTENCE or (len(text) > 80 and _SECOND_SENTENCE.search(text)):
        return False
    if _WEEKDAY.search(text) or dateline_end(text, countries):
        return False
    if is_quoted(text) and not text[:-1].istitle() and text.endswith((".", ",")):
        return False
    return sum(len(b.text) for b in below) >= max(300, 2 * len(text))


def _mark_repeats(blocks: Sequence[Block], shapes: list[Shape], head: int | None) -> None:
    """What a page repeats is coded once: a sentence repeated at once is a picture's caption."""
    seen: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        key = block.text.casefold().rstrip(".")
        if count_words(key) >= SHORTEST_REPEAT or number == head:
            seen.setdefault(key, []).append(number)
    for numbers in seen.values():
        first, *again = numbers
        if again and again[0] == first + 1 and shapes[first] in ("prose", "short"):
            shapes[first] = "caption"
        if len(again) == 1 or shapes[first] in ("caption", "headline", "furniture"):
            for number in again:
                if shapes[number] != "notice":
                    shapes[number] = "furniture"


def _mark_caption(
    blocks: Sequence[Block], shapes: list[Shape], head: int, patterns: PagePatterns
) -> None:
    """The first sentence under the headline is a caption if it shows and does not report."""
    told = [number for number, shape in enumerate(shapes) if shape == "prose" and number > head]
    if len(told) > 1 and head >= 0 and _shows(fold(blocks[told[0]].text), patterns):
        shapes[told[0]] = "caption"


def _shows(text: str, patterns: PagePatterns) -> bool:
    """Somebody does something visible, in the present tense, somewhere; nobody says anything."""
    if len(text) > LONGEST_SHOWN or patterns.not_caption.search(text):
        return False
    verb = patterns.caption_verb.search(text)
    if not verb or not _SETTING.search(text, verb.end()):
        return False
    before = re.findall(r"[\w'’.-]+", text[: verb.start()])
    named = sum(not word[0].islower() or word in ("of", "and", "the") for word in before)
    return 0 < len(before) <= 30 and named >= 0.6 * len(before) and not _PAST.search(text)


def _mark_notices(blocks: Sequence[Block], shapes: list[Shape], patterns: PagePatterns) -> None:
    """What stands beside a warning and tells of the outlet's standing belongs to it."""
    for number in [n for n, shape in enumerate(shapes) if shape == "notice"]:
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(blocks) and shapes[beside] in ("prose", "short", "bio"):
                text = fold(blocks[beside].text)
                if len(text) < LONGEST_SHOWN and patterns.notice_standing.search(text):
                    shapes[beside] = "notice"


def _mark_bios(
    blocks: Sequence[Block], shapes: list[Shape], prose: Sequence[int], patterns: PagePatterns
) -> None:
    """Under the news, who wrote it: one who is not in the news, or the outlet itself."""
    for place, number in reversed(list(enumerate(prose))):
        if not place or not _is_bio(blocks, prose[:place], number, patterns):
            return
        shapes[number] = "bio"


def _is_bio(
    blocks: Sequence[Block], told: Sequence[int], number: int, patterns: PagePatterns
) -> bool:
    text = fold(blocks[number].text)
    outlet = patterns.agency.match(text)
    if outlet and blocks[number].hint == "item":
        return bool(patterns.bio_outlet.search(text))
    name = _BIO.match(text)
    if not name or not patterns.bio_role.search(text):
        return False
    surname = name.group(1).split()[-1]
    return not any(surname in fold(blocks[n].text) for n in told)


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
    tail = max(0, len(text) - 300)
    pattern = patterns.credit_end if kind == "body" else patterns.photo_credit_end
    found = pattern.search(fold(text), tail)
    if not found or not found.start():
        return len(text)
    return found.start() + (len(found.group()) - len(found.group().lstrip()))
