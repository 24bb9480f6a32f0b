"""End matter: what stands below the news and is none: who wrote it, and what the law says of it."""

import re
from collections.abc import Iterable, Sequence

from memcon.lexicon.page import PagePatterns, fold
from memcon.page.blocks import Block
from memcon.page.shapes import Shape

# What tells of an outlet's standing is not longer than this.
LONGEST_STANDING = 250
# So many paragraphs at the end may tell of the writer.
MOST_BIOS = 4
# Warnings stand among so many paragraphs at the top and at the bottom.
_TOP, _BOTTOM = 2, 4

_BELOW_NEWS = ("credit", "furniture", "bio", "notice", "link")
_WRITER = re.compile(
    r"((?:[^\W\d_a-z][\w.'’-]+ ?){2,4})(?:\([^)]*\) ?)?(?:, [^.]{3,120}?,)? ?"
    r"(?:(?:is|was|has been)(?! \w+ing\b)|has|covers|reports|writes)\b"
)


def tell_notices(
    blocks: Sequence[Block], shapes: Sequence[Shape], patterns: PagePatterns
) -> list[Shape]:
    """The shapes with warnings above and below the news only, whole with what goes with them.

    A sentence beside a warning that tells of the outlet's standing belongs to it.
    """
    told = list(shapes)
    prose = [number for number, shape in enumerate(shapes) if shape in ("prose", "notice")]
    amid = set(prose[_TOP:-_BOTTOM])
    for number in [n for n, shape in enumerate(shapes) if shape == "notice"]:
        if number in amid and not patterns.notice.match(fold(blocks[number].text)):
            told[number] = "prose"
            continue
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(blocks) and told[beside] in ("prose", "short", "bio"):
                text = fold(blocks[beside].text)
                if len(text) < LONGEST_STANDING and patterns.notice_standing.search(text):
                    told[beside] = "notice"
    return told


def tell_bios(
    blocks: Sequence[Block], shapes: Sequence[Shape], head: int, patterns: PagePatterns
) -> list[Shape]:
    """The shapes with who wrote the news told from the news: the writer, or the outlet itself."""
    told = list(shapes)
    prose = [n for n, shape in enumerate(shapes) if shape == "prose" and n > head]
    bylines = " ".join(b.text for b, shape in zip(blocks, shapes, strict=True) if shape == "byline")
    tail = [n for n, s in enumerate(shapes) if s in ("prose", "short") and prose and n > prose[0]]
    for number in tail[-MOST_BIOS:]:
        block = blocks[number]
        is_apart = block.hint == "item" or told[number - 1] in _BELOW_NEWS
        news = (blocks[n].text for n in prose if n < number)
        is_outlet = is_apart and _is_outlet(block.text, patterns)
        if is_outlet or _is_writer(block.text, news, bylines, patterns):
            told[number] = "bio"
    return told


def _is_outlet(text: str, patterns: PagePatterns) -> bool:
    """ "RFE/RL's Uzbek Service is one of the few …": an outlet and what it does."""
    folded = fold(text)
    return bool(patterns.agency.match(folded) and patterns.bio_outlet.search(folded))


def _is_writer(text: str, news: Iterable[str], bylines: str, patterns: PagePatterns) -> bool:
    """ "Jane Doe is a correspondent …": one who has the byline, or is nowhere in the news."""
    name = _WRITER.match(text)
    if not name:
        return False
    full = name.group(1).strip()
    if full in bylines:
        return True
    surname = full.split()[-1]
    return bool(patterns.bio_role.search(fold(text))) and not any(surname in told for told in news)
