"""Incumbents: the holders of offices that a text names, and when it may have named them so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from memcon.codes.offices import Office, Offices
from memcon.codes.spelling import title_key
from memcon.lexicon.era import EraWords

_WORD = re.compile(r"[^\W_][\w.’'-]*")
_BARE = re.compile(r"(?:['’]s)?[.'’]*$")
_LONGEST_NAME = 4
_LONGEST_TITLE = 7
# What stands between two words of one phrase, a full stop only behind an abbreviation.
_JOINT = re.compile(r"['’]?[\s-]{1,2}$")
_STOPPED_JOINT = re.compile(r"\.\s$")
_ABBREVIATION = 4
# More holders of one surname, and the table may well lack the one who is meant.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Incumbent:
    """Someone called by an office: one of `tenures`, which `has_left` ended ("former")."""

    tenures: tuple[Office, ...]
    has_left: bool

    @property
    def stretches(self) -> list[tuple[date, date]]:
        """When a text could speak so: in a tenure, or between its end and the next one."""
        held = sorted((office.first, office.last) for office in self.tenures)
        if not self.has_left:
            return held
        returns = [first for first, _ in held[1:]] + [date.max]
        return [(last, back) for (_, last), back in zip(held, returns, strict=True)]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with its place in the text."""

    form: str
    start: int
    end: int


def find_incumbents(text: str, offices: Offices, words: EraWords) -> tuple[Incumbent, ...]:
    """Everyone whom the text names with an office that the table knows, each wording once.

    "Secretary of State Antony Blinken", "President Biden", "Sergei Lavrov, the foreign minister".
    """
    line = [_word(match) for match in _WORD.finditer(text)]
    found: dict[tuple[tuple[Office, ...], bool], Incumbent] = {}
    number = 0
    while number < len(line):
        length, held = _named(text, line, number, offices)
        if held:
            incumbent = _titled(text, line, number, length, held, words)
            if incumbent is not None:
                found.setdefault((incumbent.tenures, incumbent.has_left), incumbent)
        number += max(length, 1)
    return tuple(found.values())


def _word(match: re.Match[str]) -> _Word:
    """A word without what closes a sentence or marks a possessive."""
    form = _BARE.sub("", match.group())
    return _Word(form, match.start(), match.start() + len(form))


def _named(
    text: str, line: Sequence[_Word], number: int, offices: Offices
) -> tuple[int, tuple[Office, ...]]:
    """How many words from here on are a holder's name, and the offices; a surname is one word."""
    if not line[number].form[:1].isupper():
        return 0, ()
    for length in range(_LONGEST_NAME, 1, -1):
        words = line[number : number + length]
        if len(words) == length and words[-1].form[:1].isupper() and _is_joined(words, text):
            held = offices.holders(" ".join(word.form for word in words))
            if held:
                return length, held
    return 1, offices.by_surname(line[number].form, None)


def _is_joined(words: Sequence[_Word], text: str) -> bool:
    """Whether the words stand in one phrase, with no mark between them."""
    return all(_is_next(text, a, b) for a, b in pairwise(words))


def _is_next(text: str, word: _Word, other: _Word) -> bool:
    """Whether a phrase goes on from one word to the next: "Gen. Ivanov", not "resigned. Ivanov"."""
    gap = text[word.end : other.start].removeprefix("'s").removeprefix("’s")
    if _JOINT.match(gap):
        return True
    is_short = "." in word.form or (len(word.form) <= _ABBREVIATION and word.form[0].isupper())
    return is_short and _STOPPED_JOINT.match(gap) is not None


def _titled(
    text: str,
    line: Sequence[_Word],
    number: int,
    length: int,
    held: Sequence[Office],
    words: EraWords,
) -> Incumbent | None:
    """The holder with the title before the name, or behind a full name and a comma."""
    name = line[number : number + length]
    before = _stretch(text, line[max(0, number - _LONGEST_TITLE - 1) : number + 1])
    for size in range(min(len(before), _LONGEST_TITLE), 0, -1):
        tenures = _tenures(before[-size:], held)
        if tenures:
            is_clear = length > 1 or _is_one(tenures, held)
            return _incumbent(tenures, before[:-size], words) if is_clear else None
    if length == 1 or text[name[-1].end : name[-1].end + 2] != ", ":
        return None
    return _behind(text, line[number + length : number + length + _LONGEST_TITLE + 2], held, words)


def _is_one(tenures: Sequence[Office], held: Sequence[Office]) -> bool:
    """Whether a surname with a title is one person's, and no name that many bear ("Kim")."""
    bearers = {office.person for office in held}
    return len({office.person for office in tenures}) == 1 and len(bearers) <= _FEW


def _behind(
    text: str, line: Sequence[_Word], held: Sequence[Office], words: EraWords
) -> Incumbent | None:
    """The holder whose title stands behind the name: ", the Russian foreign minister"."""
    ends = (n for n, (a, b) in enumerate(pairwise(line), 1) if not _is_next(text, a, b))
    forms = [word.form for word in line[: next(ends, len(line))]]
    for first in range(len(forms)):
        for stop in range(len(forms), first, -1):
            tenures = _tenures(forms[first:stop], held)
            if tenures:
                return _incumbent(tenures, forms[:first], words)
    return None


def _stretch(text: str, line: Sequence[_Word]) -> list[str]:
    """The words that lead up to the last one within its phrase."""
    first = len(line) - 1
    while first > 0 and _is_next(text, line[first - 1], line[first]):
        first -= 1
    return [word.form for word in line[first:-1]]


def _tenures(title: Sequence[str], held: Sequence[Office]) -> tuple[Office, ...]:
    """Those of the offices that have exactly this title."""
    wanted = title_key(" ".join(title))
    return tuple(office for office in held if title_key(office.title) == wanted)


def _incumbent(
    tenures: tuple[Office, ...], before: Sequence[str], words: EraWords
) -> Incumbent | None:
    """The holder as the words before the title have it; None if they make it another title."""
    recent = [word.casefold() for word in before[-2:]]
    if recent and recent[-1] in words.lesser:
        return None
    return Incumbent(tenures, has_left=any(word in words.departed for word in recent))
