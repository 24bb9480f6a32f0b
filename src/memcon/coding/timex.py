"""Expression: words that tell a time, found by the wordings of the lexicon, not yet worked out.

A text is read as a string of one character a token: a known word has its own, so that a wording
becomes a regular expression over words, and a paragraph is searched in one pass.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from memcon.lexicon.times import TimeWords, Wording
from memcon.record.span import Span

TOKEN: Final = re.compile(
    r"""(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\d)
    |(?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4})(?!\d)
    |(?P<fraction>[1-9]/[1-9])(?!\d)
    |(?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d)(?![:\d])
    |(?P<decade>(?:1\d|20)\d0s|['’]?[1-9]0s)\b
    |(?P<nth>(?:[12]?1st|2?2nd|2?3rd|[12]?[4-9]th|1[0-3]th|[23]0th|31st))\b
    |(?P<quarter_digits>[1-4]Q|Q[1-4])\b
    |(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
    |(?P<initials>[^\W\d_](?:\.[^\W\d_])+\b\.?)
    |(?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
    |(?P<mark>['’]s\b|[^\w\s])""",
    re.VERBOSE,
)
# What a number of digits can be, first that fits; the names are those of the patterns.
NUMBERS: Final = (
    (re.compile(r"(?:1\d|20|21)\d\d"), ("year", "four", "digits")),
    (re.compile(r"\d{4}"), ("four", "digits")),
    (re.compile(r"0[1-9]|1[0-9]|2[0-4]"), ("day", "hour", "two", "digits")),
    (re.compile(r"[1-9]"), ("day", "hour", "digits")),
    (re.compile(r"2[5-9]|3[01]"), ("day", "two", "digits")),
    (re.compile(r"00?"), ("hour", "digits")),
    (re.compile(r"\d\d"), ("two", "digits")),
    (re.compile(r"1?\d\.\d\d"), ("point", "digits")),
    (re.compile(r"[\d.,]+"), ("digits",)),
)
SHAPES: Final = ("iso", "slashed", "fraction", "clock", "decade", "nth", "quarter_digits")
OTHER, NAME, MARK = "x", "X", "."
FIRST_WORD: Final = 0xE000
ATOM: Final = re.compile(
    r"<(?P<slot>\w+)(?::(?P<of>\w+))?>|\{(?P<part>\w+)\}"
    r"|(?P<look>\(\?(?:<?[=!]))|(?P<open>\()|(?P<operator>[)|?*+])|(?P<word>[^\s()|?*+<>{}]+)"
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time: where, by which wording, and the words in each of its slots, in order."""

    span: Span
    wording: Wording
    slots: dict[str, tuple[str, ...]]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The wordings of a lexicon, compiled: `any` finds a place, `each` says what stands there."""

    letters: dict[str, str]
    capitalized: frozenset[str]
    any: re.Pattern[str]
    each: tuple[tuple[Wording, re.Pattern[str]], ...]


def find_expressions(text: str, span: Span, words: TimeWords) -> Iterator[Expression]:
    """The expressions of time in a part of the text, in reading order."""
    grammar = compiled(words)
    tokens = tuple(TOKEN.finditer(text, span.start, span.end))
    letters = "".join(_letter(token, grammar) for token in tokens)
    for found in grammar.any.finditer(letters):
        wording, pattern = grammar.each[int(str(found.lastgroup)[1:])]
        again = pattern.match(letters, found.start())
        if again is None or again.end() == again.start():
            continue
        first, stop = again.span()
        yield Expression(
            span=Span(start=tokens[first].start(), end=tokens[stop - 1].end()),
            wording=wording,
            slots=_slots(again, tokens),
            before=spelled(tokens[first - 1].group()) if first else "",
            after=spelled(tokens[stop].group()) if stop < len(tokens) else "",
        )


def spelled(word: str) -> str:
    """A word as the lexicon's keys are compared: lower case, plain apostrophe, no inner dots."""
    word = word.lower().replace("’", "'")
    return word if len(word) < 2 else word.replace(".", "") if word[0].isalpha() else word


def _slots(found: re.Match[str], tokens: tuple[re.Match[str], ...]) -> dict[str, tuple[str, ...]]:
    """Each slot that was filled, by its name."""
    slots: dict[str, tuple[str, ...]] = {}
    for name in found.groupdict():
        first, stop = found.span(name)
        if first < stop:
            slot = name.rsplit("_", 1)[0]
            slots.setdefault(slot, tuple(spelled(t.group()) for t in tokens[first:stop]))
    return slots


def _letter(token: re.Match[str], grammar: Grammar) -> str:
    """The character of a token."""
    kind, word = str(token.lastgroup), token.group()
    if kind == "number":
        return next(grammar.letters[names[0] + names[-1]] for shape, names in NUMBERS if shape.fullmatch(word))
    ...
