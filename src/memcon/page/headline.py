"""Headline: which of a page's lines names its news."""

import re
from collections.abc import Sequence

from memcon.codes.countries import Countries
from memcon.page.blocks import Block
from memcon.page.datelines import dateline_end
from memcon.page.shapes import Shape, count_words, is_quoted

LONGEST_HEADLINE = 200
# A headline that ends with a full stop is not longer than this.
LONGEST_SENTENCE = 150
# A line with fewer words is no headline, and one with more is the likelier one.
FEWEST_WORDS = 3
USUAL_WORDS = 5
# This share of a headline's longer words comes again in the first paragraphs.
SHARE_TAKEN_UP = 0.34
_PARAGRAPHS = 8
# How much more must follow a sentence that heads it.
_MORE = 300

_WEEKDAY = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_SECOND_SENTENCE = re.compile(r"[a-z]{3,}[.!?][\"”’']? [A-Z\"“]")


def find_headline(
    blocks: Sequence[Block], shapes: Sequence[Shape], countries: Countries
) -> int | None:
    """The number of its block: what the carrier calls so, else the line that names the news.

    Of the lines above the first paragraph it is the first one whose words the text takes up.
    """
    if "headline" in shapes:
        return shapes.index("headline")
    told = shapes.index("prose") if "prose" in shapes else len(blocks)
    lines = [n for n in range(told) if shapes[n] == "short" and _may_head(blocks[n].text)]
    lines = [n for n in lines if not blocks[n].text.isupper()] or lines
    taken_up = _stems(" ".join(block.text for block in blocks[told : told + _PARAGRAPHS]))
    for number in lines:
        stems = _stems(blocks[number].text)
        if len(stems & taken_up) >= max(2, SHARE_TAKEN_UP * len(stems)):
            return number
    usual = [n for n in lines if count_words(blocks[n].text) >= USUAL_WORDS] or lines
    if usual:
        return usual[0]
    if told < len(blocks) and _heads(blocks[told].text, blocks[told + 1 :], countries):
        return told
    return None


def _may_head(text: str) -> bool:
    return len(text) <= LONGEST_HEADLINE and count_words(text) >= FEWEST_WORDS


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words, so that "expel" meets "expelled"."""
    return frozenset(word[:5] for word in re.findall(r"\w{4,}", text.casefold()))


def _heads(sentence: str, below: Sequence[Block], countries: Countries) -> bool:
    """Whether a sentence is a headline: much more follows, and it does not report."""
    if len(sentence) > LONGEST_SENTENCE:
        return False
    if len(sentence) > LONGEST_SENTENCE // 2 and _SECOND_SENTENCE.search(sentence):
        return False
    if _WEEKDAY.search(sentence) or dateline_end(sentence, countries):
        return False
    if is_quoted(sentence) and not sentence.istitle() and sentence.endswith((".", ",")):
        return False
    return sum(len(block.text) for block in below) >= max(_MORE, 2 * len(sentence))
