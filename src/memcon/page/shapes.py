"""Shapes: what a block looks like by itself, before its neighbours are asked."""

import re
from typing import Literal

from memcon.lexicon.page import PagePatterns, bare, fold
from memcon.page.blocks import Block
from memcon.record.terms import SectionKind

# "prose" is at least a sentence, "label" heads a list of links, "short" is any other line.
Shape = SectionKind | Literal["prose", "short", "label"]

LONGEST_LINE = 160
LONGEST_REMARK = 500
LONGEST_NOTICE = 900
LONGEST_CAPTION = 400
# A name and a role have fewer words than a sentence about the writer.
FEWEST_TOLD = 7

_SENTENCE_END = re.compile(r"[.!?…。！？।؟۔:][\"'”’»)\]*†]*$")
_WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS},?(?:\s+\d{{4}})?"
    rf"|{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}/\d{1,2}/\d{1,2})"
)
_ZONE = r"(?:\s*(?:[A-Z]{2,5}|(?:gmt|utc)\s*[+-]\d{1,2}(?::?\d{2})?|\w+ time))?"
_CLOCK = (
    rf"(?:\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?)?|\d{{1,2}}\s*[ap]\.?m\.?){_ZONE}"
)
_STAMP = re.compile(
    rf"\W*(?:{_CLOCK}\W*)?(?:{_WEEKDAY}{_DATE}\W*){{1,2}}(?:(?:at\s)?{_CLOCK})?\W*"
    r"|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}\S*",
    re.IGNORECASE,
)


def shape_of(block: Block, patterns: PagePatterns) -> Shape:
    """The shape of one block."""
    text = fold(block.text)
    hinted = _hinted_shape(block, text, patterns)
    if hinted:
        return hinted
    if len(text) <= LONGEST_LINE and (shape := _line_shape(text, patterns)):
        return shape
    if shape := _passage_shape(text, patterns):
        return shape
    return "prose" if _is_prose(block) else "short"


def count_words(text: str) -> int:
    """How many words; scripts without spaces count two characters as one."""
    wide = len(_WIDE.findall(text[:400]))
    return len(text) // 2 if wide > len(text[:400]) // 4 else len(text.split())


def is_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return bool(_SENTENCE_END.search(text[-8:]))


def is_quoted(text: str) -> bool:
    """Whether it begins with somebody's words."""
    return text[:1] in "\"“„«‘’'"


def slug_of(text: str, patterns: PagePatterns) -> str | None:
    """The slug that a folded line begins with, in lower case: "EXCLUSIVE-", "Opinion:".

    A slug that a mere hyphen joins to the line is in capitals: "Live-fire drill" has none.
    """
    found = patterns.slug.match(text)
    if not found or (found.group().endswith("-") and not found.group(1).isupper()):
        return None
    return found.group(1).lower()


def is_notice(text: str, patterns: PagePatterns) -> bool:
    """Whether folded text warns its reader: of the law, of danger, of what it shows."""
    if patterns.notice.match(text):
        return True
    if is_quoted(text) or not patterns.notice_reader.search(text):
        return False
    if patterns.not_notice.search(text):
        return False
    return len({m.group().lower() for m in patterns.notice_law.finditer(text)}) >= 2


def _hinted_shape(block: Block, text: str, patterns: PagePatterns) -> Shape | None:
    """What markup says, where the words do not speak against it."""
    hint = block.hint
    if hint == "title":
        return "headline"
    if hint == "bio":
        return "bio" if count_words(text) > 5 else "byline"
    if hint == "caption":
        return _caption_shape(text, patterns)
    if hint == "byline" and len(text) <= LONGEST_REMARK:
        is_told = count_words(text) >= FEWEST_TOLD and is_sentence(text)
        return _line_shape(text, patterns) or ("bio" if is_told else "byline")
    if hint == "stamp" and len(text) <= LONGEST_LINE and any(map(str.isdigit, text)):
        return _line_shape(text, patterns) or "dateline"
    return "link" if hint == "link" and count_words(text) <= 25 else None


def _caption_shape(text: str, patterns: PagePatterns) -> Shape:
    """The text under a picture: what it shows, or who took it."""
    if bare(text) in patterns.furniture:
        return "furniture"
    return "credit" if _is_photo_credit(text, patterns) else "caption"


def photo_credit_start(text: str, patterns: PagePatterns) -> int:
    """Where the credit at the end of a folded caption starts; its length if there is none."""
    tail = max(0, len(text) - LONGEST_LINE)
    found = patterns.photo_bracket.search(text, tail) or patterns.photo_credit_end.search(
        text, tail
    )
    return found.start() if found and found.start() else len(text)


def _is_photo_credit(text: str, patterns: PagePatterns) -> bool:
    return len(text) <= 110 and bool(patterns.photo_credit.fullmatch(text.strip(" ()[].")))


def _line_shape(text: str, patterns: PagePatterns) -> Shape | None:
    """What a short line is by its words alone."""
    plain = bare(text)
    if not plain or not any(map(str.isalnum, plain)):
        return "furniture"
    if plain in patterns.labels:
        return "label"
    if plain in patterns.furniture or patterns.furniture_line.fullmatch(text):
        return "furniture"
    if _STAMP.fullmatch(text) or patterns.stamp.match(text):
        return "dateline"
    if is_quoted(text):
        return None
    if patterns.byline.match(text) and not (is_sentence(text) and count_words(text) > 12):
        return "byline"
    return "credit" if _is_photo_credit(text, patterns) else None


def _passage_shape(text: str, patterns: PagePatterns) -> Shape | None:
    """What a block of any length is by its words alone; long ones only by how they begin."""
    if len(text) <= LONGEST_NOTICE and is_notice(text, patterns):
        return "notice"
    if len(text) > LONGEST_REMARK or is_quoted(text):
        return None
    if patterns.remark.match(text):
        return "furniture"
    if patterns.credit.match(text):
        return "credit"
    if patterns.link.match(text):
        return "link"
    if _is_caption(text, patterns):
        return "caption"
    return "bio" if patterns.bio.match(text) else None


def _is_caption(text: str, patterns: PagePatterns) -> bool:
    """Whether it says that it stands with a picture."""
    if len(text) > LONGEST_CAPTION:
        return False
    if patterns.caption_head.match(text):
        return True
    plain = text.lower()
    if not any(cue in plain for cue in patterns.caption_cues):
        return False
    if patterns.caption.search(text) or photo_credit_start(text, patterns) < len(text):
        return not (len(text) > 200 and patterns.not_caption.search(text))
    return False


def _is_prose(block: Block) -> bool:
    """At least one sentence; a paragraph of markup need not end with a stop, a heading is none."""
    if block.hint == "heading":
        return False
    length = count_words(block.text)
    if length >= 25 or (length >= 6 and is_sentence(block.text)):
        return True
    return (length >= 3 and is_quoted(block.text)) or (length >= 10 and block.hint == "paragraph")
