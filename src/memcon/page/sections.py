"""Sections: which block is headline, caption, body …, by its words, shape, place, repetition."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.codes.countries import Countries
from memcon.lexicon.page import PagePatterns, PageWords, fold
from memcon.page.blocks import Block
from memcon.page.datelines import dateline_end, is_place
from memcon.page.shapes import (
    Shape,
    count_words,
    is_quoted,
    is_sentence,
    photo_credit_start,
    shape_of,
    slug_of,
)
from memcon.record.terms import SectionKind

LONGEST_HEADLINE = 200
# A headline that ends with a stop is not longer than this.
LONGEST_SENTENCE = 150
# A line with fewer words is no headline, and one with more is the likelier one.
FEWEST_WORDS = 3
USUAL_WORDS = 5
SHARE_TAKEN_UP = 0.34
# Words that stand twice are a repetition from this length on.
SHORTEST_REPEAT = 5
LONGEST_SHOWN = 250
LONGEST_CREDIT = 300
# So many paragraphs at the end may tell of the writer.
MOST_BIOS = 4
# And so many stand below the last one that tells the news.
MOST_AFTER = 4

_WEEKDAY = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_PERSON = re.compile(
    r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){1,3}(?: ?[|,•/] ?[A-Z][\w ]{2,25})?"
)
_BIO = re.compile(
    r"((?:[^\W\d_a-z][\w.'’-]+ ?){2,4})(?:\([^)]*\) ?)?(?:, [^.]{3,120}?,)? ?"
    r"(?:(?:is|was|has been)(?! \w+ing\b)|has|covers|reports|writes)\b"
)
_SECOND_SENTENCE = re.compile(r"[a-z]{3,}[.!?][\"”’']? [A-Z\"“]")
_SETTING = re.compile(r"\b(?:in|at|during|on|outside|near|before|after|ahead of|as|upon|for)\b")
_PAST = re.compile(r"\b[a-z]{3,}ed\b")


_BELOW_NEWS = ("credit", "furniture", "bio", "notice", "link")


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
    _mark_names(blocks, shapes, start)
    prose = [number for number, shape in enumerate(shapes) if shape == "prose" and number > start]
    if prose:
        _mark_bios(blocks, shapes, prose, patterns)
    told = [number for number in prose if shapes[number] == "prose"]
    body = (told[0], told[-1]) if told else (len(blocks), -1)
    kinds: list[SectionKind] = []
    is_listed = False
    for number, (block, shape) in enumerate(zip(blocks, shapes, strict=True)):
        is_listed = shape == "label" or (is_listed and shape in ("short", "link"))
        is_teaser = shape == "short" and number > body[0] and slug_of(fold(block.text), patterns)
        if shape == "label" or (shape == "short" and is_listed) or is_teaser:
            kinds.append("link")
        elif shape != "short":
            kinds.append("body" if shape == "prose" else shape)
        elif number < start:
            kinds.append("furniture")
        elif number < body[0]:
            kinds.append(_above_body(block, countries))
        else:
            kinds.append("body" if number < body[1] else _below_body(block))
    return kinds


def _above_body(block: Block, countries: Countries) -> SectionKind:
    """A line between headline and body: a second headline, a name, a place or furniture."""
    text = block.text
    if block.hint == "heading":
        return "headline"
    if is_sentence(text):
        return "body"
    if is_place(text, countries):
        return "dateline"
    return "headline" if count_words(text) >= USUAL_WORDS else "furniture"


def _below_body(block: Block) -> SectionKind:
    """A line below the last paragraph."""
    if block.hint in ("heading", "link"):
        return "link"
    return "body" if is_sentence(block.text) or count_words(block.text) > 6 else "furniture"


def _headline(blocks: Sequence[Block], shapes: Sequence[Shape], countries: Countries) -> int | None:
    """Where the headline stands: what the carrier calls so, else the line that names the news.

    Of the lines above the first paragraph it is the first one whose words the text takes up.
    """
    if "headline" in shapes:
        return shapes.index("headline")
    told = shapes.index("prose") if "prose" in shapes else len(blocks)
    lines = [n for n in range(told) if shapes[n] == "short" and _may_head(blocks[n].text)]
    lines = [n for n in lines if not blocks[n].text.isupper()] or lines
    taken_up = _stems(" ".join(b.text for b in blocks[told : told + 8]))
    for number in lines:
        stems = _stems(blocks[number].text)
        if len(stems & taken_up) >= max(2, SHARE_TAKEN_UP * len(stems)):
            return number
    usual = [n for n in lines if count_words(blocks[n].text) >= USUAL_WORDS] or lines
    if usual:
        return usual[0]
    if told < len(blocks) and _is_headline_sentence(blocks[told], blocks[told + 1 :], countries):
        return told
    return None


def _may_head(text: str) -> bool:
    return len(text) <= LONGEST_HEADLINE and count_words(text) >= FEWEST_WORDS


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words, so that "expel" meets "expelled"."""
    return frozenset(word[:5] for word in re.findall(r"\w{4,}", text.casefold()))


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
        key = fold(block.text).casefold().rstrip(".")
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


def _mark_names(blocks: Sequence[Block], shapes: list[Shape], head: int) -> None:
    """A name on a line of its own between headline and body is the writer's."""
    told = shapes.index("prose") if "prose" in shapes else len(shapes)
    for number in range(head + 1, told if head >= 0 else 0):
        text = blocks[number].text
        if shapes[number] == "short" and _PERSON.fullmatch(text) and not is_sentence(text):
            shapes[number] = "byline"


def _mark_caption(
    blocks: Sequence[Block], shapes: list[Shape], head: int, patterns: PagePatterns
) -> None:
    """Between headline and body, what shows and does not report is a caption."""
    told = [number for number, shape in enumerate(shapes) if shape == "prose" and number > head]
    if len(told) < 1 or head < 0:
        return
    if len(told) > 1 and _shows(blocks[told[0]].text, patterns.caption_verb, patterns):
        shapes[told[0]] = "caption"
    for number in range(head + 1, told[0]):
        if shapes[number] == "short" and _shows(
            blocks[number].text, patterns.caption_pose, patterns
        ):
            shapes[number] = "caption"


def _shows(text: str, verbs: re.Pattern[str], patterns: PagePatterns) -> bool:
    """Somebody does something visible, in the present tense, somewhere; nobody says anything."""
    text = fold(text)
    if len(text) > LONGEST_SHOWN or patterns.not_caption.search(text):
        return False
    verb = verbs.search(text)
    if not verb or not _SETTING.search(text, verb.end()):
        return False
    before = re.findall(r"[\w’.-]+", text[: verb.start()])
    named = sum(not word[0].islower() or word in ("of", "and", "the") for word in before)
    return 0 < len(before) <= 30 and named >= 0.6 * len(before) and not _PAST.search(text)


def _mark_notices(blocks: Sequence[Block], shapes: list[Shape], patterns: PagePatterns) -> None:
    """Warnings stand above or below the news, with what they tell of the outlet's standing."""
    prose = [number for number, shape in enumerate(shapes) if shape in ("prose", "notice")]
    amid = set(prose[2:-MOST_AFTER])
    for number in [n for n, shape in enumerate(shapes) if shape == "notice"]:
        if number in amid and not patterns.notice.match(fold(blocks[number].text)):
            shapes[number] = "prose"
            continue
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(blocks) and shapes[beside] in ("prose", "short", "bio"):
                text = fold(blocks[beside].text)
                if len(text) < LONGEST_SHOWN and patterns.notice_standing.search(text):
                    shapes[beside] = "notice"


def _mark_bios(
    blocks: Sequence[Block], shapes: list[Shape], prose: Sequence[int], patterns: PagePatterns
) -> None:
    """Under the news, who wrote it: one who is not in the news, or the outlet itself."""
    bylines = " ".join(b.text for b, shape in zip(blocks, shapes, strict=True) if shape == "byline")
    tail = [n for n, shape in enumerate(shapes) if shape in ("prose", "short") and n > prose[0]]
    for number in tail[-MOST_BIOS:]:
        told = (blocks[n].text for n in prose if n < number)
        is_apart = blocks[number].hint == "item" or shapes[number - 1] in _BELOW_NEWS
        if (is_apart and _is_outlet(blocks[number].text, patterns)) or _is_writer(
            blocks[number].text, told, bylines, patterns
        ):
            shapes[number] = "bio"


def _is_outlet(text: str, patterns: PagePatterns) -> bool:
    """ "RFE/RL's Uzbek Service is one of the few …": an outlet and what it does."""
    folded = fold(text)
    return bool(patterns.agency.match(folded) and patterns.bio_outlet.search(folded))


def _is_writer(text: str, told: Iterable[str], bylines: str, patterns: PagePatterns) -> bool:
    """ "Jane Doe is a correspondent …": one who has the byline, or is nowhere in the news."""
    name = _BIO.match(text)
    if not name:
        return False
    full = name.group(1).strip()
    if full in bylines:
        return True
    return bool(patterns.bio_role.search(fold(text))) and not any(
        full.split()[-1] in t for t in told
    )


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
