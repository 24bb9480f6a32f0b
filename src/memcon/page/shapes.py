"""Shapes: what a block looks like by itself, before its neighbours are asked."""

import re
from typing import Literal

from memcon.lexicon.page import PageWords
from memcon.page.blocks import Block
from memcon.record.terms import SectionKind

# "prose" is at least a sentence, "short" is anything else that no word gives away.
Shape = SectionKind | Literal["prose", "short", "label"]

_SENTENCE_END = re.compile(r"[.!?…。！？।؟۔:;][\"'”’»)\]*†]*$")
_WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS},?(?:\s+\d{{4}})?"
    rf"|{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}/\d{1,2}/\d{1,2})"
)
_CLOCK = (
    r"(?:\W*(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
    r"|\W*(?:at\s+)?\d{1,2}\s*[ap]\.?m\.?)?\W*"
    r"(?:[A-Z]{2,5}|(?:gmt|utc)\s*[+-]\d{1,2}(?::?\d{2})?|local time|(?:moscow|eastern|central) time)?"
)
_STAMP = re.compile(rf"\W*{_WEEKDAY}{_DATE}{_CLOCK}\W*{_CLOCK}\W*$", re.IGNORECASE)
_ISO_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}\S*$")


def count_words(text: str) -> int:
    """How many words; scripts without spaces count two characters as one."""
    wide = len(_WIDE.findall(text[:400]))
    return wide // 2 if wide > len(text[:400]) // 4 else len(text.split())


def is_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return bool(_SENTENCE_END.search(text[-8:]))


def shape_of(block: Block, words: PageWords) -> Shape:
    """The shape of one block."""
    text = block.text
    if block.hint == "title":
        return "headline"
    if block.hint in ("caption", "byline"):
        return block.hint
    if len(text) < 160 and (shape := _line_shape(text, words)):
        return shape
    return _passage_shape(text, words) or ("prose" if _is_prose(text) else "short")


def is_stamp(text: str) -> bool:
    """Whether the line is a date and nothing else."""
    return bool(_STAMP.match(text) or _ISO_STAMP.match(text))


def _line_shape(text: str, words: PageWords) -> Shape | None:
    """What a short line is by its words alone."""
    patterns = words.patterns
    if patterns["link_labels"].fullmatch(text.rstrip(" :>»→")):
        return "label"
    if patterns["furniture"].fullmatch(text.strip(" |·•:>»→-–—.…")) or not any(
        map(str.isalnum, text)
    ):
        return "furniture"
    if is_stamp(text) or patterns["stamps"].match(text):
        return "dateline"
    if patterns["bylines"].match(text) and not _is_quoted(text):
        return "byline"
    return None


def _passage_shape(text: str, words: PageWords) -> Shape | None:
    """What a block of any length is by its words alone; long ones only by how they begin."""
    patterns = words.patterns
    if len(text) < 900 and is_notice(text, words):
        return "notice"
    if len(text) > 500:
        return None
    if patterns["remarks"].match(text):
        return "furniture"
    if patterns["credits"].match(text):
        return "credit"
    if patterns["links"].match(text) and not _is_quoted(text):
        return "link"
    if patterns["captions"].search(text) and not (len(text) > 300 and _reports(text, words)):
        return "caption"
    if patterns["bios"].match(text):
        return "bio"
    return None


def is_notice(text: str, words: PageWords) -> bool:
    """Whether the text warns its reader: of the law, of danger, of what it shows."""
    patterns = words.patterns
    if patterns["notices"].match(text):
        return True
    if _is_quoted(text) or not patterns["notice_readers"].search(text):
        return False
    return len({m.group().lower() for m in patterns["notice_law"].finditer(text)}) >= 2


def _reports(text: str, words: PageWords) -> bool:
    return bool(words.patterns["not_captions"].search(text))


def _is_quoted(text: str) -> bool:
    """Whether it begins with somebody's words."""
    return text[:1] in "\"“„«‘'"


def _is_prose(text: str) -> bool:
    """At least one sentence."""
    length = count_words(text)
    return length >= 30 or (length >= 6 and is_sentence(text)) or (length >= 3 and _is_quoted(text))
