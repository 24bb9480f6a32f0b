"""Pictures: which lines stand with a picture, and show instead of telling."""

import re
from collections.abc import Sequence

from memcon.lexicon.page import PagePatterns, bare, fold
from memcon.page.blocks import Block
from memcon.page.shapes import Shape, count_words, photo_credit_start

LONGEST_SHOWN = 250
# Words that stand twice are a repetition from this length on.
SHORTEST_REPEAT = 5
# A caption that ends with a day has at least so many words.
SHORTEST_DATED = 7

_SETTING = re.compile(r"\b(?:in|at|during|on|outside|near|before|after|ahead of|as|upon|for)\b")
# "VIENNA, Austria —": what was sent from somewhere reports.
_SENT = re.compile(r"[A-Z][A-Z]\S*.{0,60}(?: -|—|--|–) ?\S")
_PAST = re.compile(r"\b[a-z]{3,}ed\b")


def tell_repeats(
    blocks: Sequence[Block], shapes: Sequence[Shape], head: int | None, patterns: PagePatterns
) -> list[Shape]:
    """The shapes with each repetition told as furniture, so that words are coded once.

    A sentence that a page repeats at once is a picture's caption. What stands three times is the
    text's own way of putting things, a question of an interview.
    """
    told = list(shapes)
    seen: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        key = _told_words(block.text, shapes[number], patterns)
        if count_words(key) >= SHORTEST_REPEAT or number == head:
            seen.setdefault(key, []).append(number)
    for first, *again in seen.values():
        if again and again[0] == first + 1 and told[first] in ("prose", "short"):
            told[first] = "caption"
        if len(again) == 1 or told[first] in ("caption", "headline", "furniture"):
            for number in again:
                told[number] = "notice" if told[number] == "notice" else "furniture"
    return told


def _told_words(text: str, shape: Shape, patterns: PagePatterns) -> str:
    """What a block says, whoever took its picture, in whatever case and with what stop."""
    folded = fold(text)
    if shape == "caption":
        folded = folded[: photo_credit_start(folded, patterns)]
    return folded.casefold().rstrip(". ")


def tell_captions(
    blocks: Sequence[Block], shapes: Sequence[Shape], head: int, patterns: PagePatterns
) -> list[Shape]:
    """The shapes with what shows between headline and body, or is labelled so, told as captions.

    A sentence must stand right under the headline and above another; a line may stand anywhere.
    """
    told = list(shapes)
    for number in range(1, len(told)):
        label = bare(fold(blocks[number - 1].text))
        if label in patterns.caption_labels and told[number] in ("prose", "short", "link"):
            told[number] = "caption"
        elif label in patterns.photo_labels and told[number] in ("byline", "short"):
            told[number] = "credit"
    prose = [number for number, shape in enumerate(told) if shape == "prose" and number > head]
    if not prose or head < 0:
        return told
    if len(prose) > 1 and _shows(blocks[prose[0]].text, patterns.caption_verb, patterns):
        told[prose[0]] = "caption"
    for number in range(head + 1, prose[0]):
        if told[number] == "short" and _is_shown(blocks[number].text, patterns):
            told[number] = "caption"
    return told


def _is_shown(line: str, patterns: PagePatterns) -> bool:
    """Whether a line without a full stop shows: by its verb, or by the day at its end."""
    if _shows(line, patterns.caption_pose, patterns):
        return True
    return count_words(line) >= SHORTEST_DATED and bool(patterns.caption_day.search(fold(line)))


def _shows(text: str, verbs: re.Pattern[str], patterns: PagePatterns) -> bool:
    """Somebody does something visible, in the present tense, somewhere; nobody says anything."""
    text = fold(text)
    if len(text) > LONGEST_SHOWN or patterns.not_caption.search(text) or _SENT.match(text):
        return False
    verb = verbs.search(text)
    if not verb or not _SETTING.search(text, verb.end()):
        return False
    before = re.findall(r"[\w’.-]+", text[: verb.start()])
    named = sum(not word[0].islower() or word in ("of", "and", "the") for word in before)
    return 0 < len(before) <= 30 and named >= 0.6 * len(before) and not _PAST.search(text)
