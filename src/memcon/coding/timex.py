"""Expression: words that tell a time, found by the wordings of the lexicon, not yet worked out.

A text is read as a string of one letter a token, where every word that the lexicon knows has a
letter of its own. So a wording becomes a regular expression over words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Final

from memcon.lexicon.times import TimeWords, Wording
from memcon.record.span import Span

TOKEN: Final = re.compile(
    r"""(?P<word>[^\W\d_]{2,}(?:['’](?!s\b)[^\W\d_]+)*)
    |(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\d)
    |(?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4})(?!\d)
    |(?P<fraction>[1-9]/[1-9])(?!\d)
    |(?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d)(?![:\d])
    |(?P<decade>(?:1\d|20)\d0s|['’]?[1-9]0s)\b
    |(?P<nth>[0-3]?\d(?:st|nd|rd|th))\b
    |(?P<quarter_digits>[1-4]Q|Q[1-4])\b
    |(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
    |(?P<initials>[^\W\d_](?:\.[^\W\d_])+\b\.?)
    |(?P<letter>[^\W\d_](?:['’](?!s\b)[^\W\d_]+)*)
    |(?P<mark>['’]s\b|[^\w\s])""",
    re.VERBOSE,
)
# What digits can be: the first shape that fits, and what the patterns may take it for.
NUMBERS: Final = (
    (re.compile(r"(?:1\d|20|21)\d\d"), ("year", "four", "digits")),
    (re.compile(r"\d{4}"), ("four", "digits")),
    (re.compile(r"0[1-9]|1\d|2[0-4]"), ("day", "hour", "two", "digits")),
    (re.compile(r"[1-9]"), ("day", "hour", "digits")),
    (re.compile(r"2[5-9]|3[01]"), ("day", "two", "digits")),
    (re.compile(r"00?"), ("hour", "digits")),
    (re.compile(r"\d\d"), ("two", "digits")),
    (re.compile(r"1?\d\.\d\d"), ("point", "digits")),
    (re.compile(r"[\d.,]+"), ("digits",)),
)
SHAPES: Final = ("iso", "slashed", "fraction", "clock", "decade", "nth", "quarter_digits")
OTHER, NAME, ANY = "x", "X", "any"
FIRST_LETTER: Final = 0xE000  # Unicode's private use area: no letter means anything in a pattern.
Entries = Mapping[str, tuple[tuple[str, ...], ...]]
ATOM: Final = re.compile(
    r"<(?P<slot>\w+)(?::(?P<of>\w+))?>|\{(?P<part>\w+)\}|(?P<operator>\(\?<?[=!]|[()|?*+])"
    r"|(?P<word>[^\s()|?*+<>{}]+)"
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time: where, by which wording, those in its slots and the one before it."""

    span: Span
    wording: Wording
    slots: Mapping[str, tuple[str, ...]]
    before: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """A lexicon's wordings, compiled.

    `letters` of words, numbers and shapes, `forms` of words as they are printed. `island`: known
    words around one that no time can do without; `any`: where a wording fits; `each`: which one.
    """

    letters: Mapping[str, str]
    forms: Mapping[str, str]
    island: re.Pattern[str]
    any: re.Pattern[str]
    each: tuple[tuple[Wording, re.Pattern[str]], ...]


def find_expressions(text: str, span: Span, words: TimeWords) -> Iterator[Expression]:
    """The expressions of time in a part of the text, in reading order; none overlaps another."""
    grammar = grammar_of(words)
    tokens = tuple(TOKEN.finditer(text, span.start, span.end))
    letters = "".join([_letter(token, grammar) for token in tokens])
    for match, wording in _matches(letters, grammar):
        first, stop = match.span()
        yield Expression(
            span=Span(start=tokens[first].start(), end=tokens[stop - 1].end()),
            wording=wording,
            slots=_slots(match, tokens),
            before=spelled(tokens[first - 1].group()) if first else "",
        )


def _matches(letters: str, grammar: Grammar) -> Iterator[tuple[re.Match[str], Wording]]:
    """Where a wording fits, and which."""
    for island in grammar.island.finditer(letters):
        for found in grammar.any.finditer(letters, *island.span()):
            wording, pattern = grammar.each[int(str(found.lastgroup)[1:])]
            match = pattern.match(letters, found.start(), island.end())
            if match is not None and match.end() > match.start():
                yield match, wording


def spelled(word: str) -> str:
    """How a word is looked up: lower case, a plain apostrophe, "p.m." without its points."""
    word = word.lower().replace("’", "'").replace("–", "-")
    return word.replace(".", "") if word[0].isalpha() else word


def entry_words(entry: str) -> tuple[str, ...]:
    """The words of an entry of the lexicon, as they are looked up."""
    return tuple(spelled(token.group()) for token in TOKEN.finditer(entry))


@lru_cache(maxsize=8)
def grammar_of(words: TimeWords) -> Grammar:
    """The grammar of a lexicon, compiled when first asked for."""
    entries = _entries(words)
    vocabulary = _Vocabulary(words.phrases, entries, _letters(entries))
    numbers = count()
    each = tuple((w, re.compile(vocabulary.expand(w.pattern, numbers))) for w in words.wordings)
    anywhere = "|".join(
        f"(?P<w{number}>{vocabulary.expand(wording.pattern, None)})"
        for number, wording in enumerate(words.wordings)
    )
    anchors = [max(entry, key=len) for name in words.anchors for entry in entries[name]]
    keys = (*anchors, *SHAPES, *(shape.pattern for shape, _ in NUMBERS))
    core = "".join(vocabulary.letters[key] for key in keys)
    return Grammar(
        letters=vocabulary.letters,
        forms=_forms(words, vocabulary),
        island=re.compile(f"[^{OTHER}{NAME}{core}]*[{core}][^{OTHER}{NAME}]*"),
        any=re.compile(anywhere),
        each=each,
    )


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """What a pattern may speak of: phrases, entries of tables and lists, and their letters."""

    phrases: Mapping[str, str]
    entries: Entries
    letters: Mapping[str, str]

    def expand(self, pattern: str, numbers: Iterator[int] | None) -> str:
        """A pattern over words as a pattern over letters; without `numbers` no slot is kept."""
        return "".join(self._atom(atom, numbers) for atom in ATOM.finditer(pattern))

    def _atom(self, atom: re.Match[str], numbers: Iterator[int] | None) -> str:
        """One atom of a pattern."""
        if atom["slot"]:
            inner = self._part(atom["of"] or atom["slot"], numbers)
            return inner if numbers is None else f"(?P<{atom['slot']}_{next(numbers)}>{inner})"
        if atom["part"]:
            return self._part(atom["part"], numbers)
        if atom["operator"]:
            return "(?:" if atom["operator"] == "(" else atom["operator"]
        return self.letters[spelled(atom["word"])]

    def _part(self, name: str, numbers: Iterator[int] | None) -> str:
        """A phrase, a table or list, or a shape of digits."""
        if name == ANY:
            return "."
        if name in self.phrases:
            return f"(?:{self.expand(self.phrases[name], numbers)})"
        if name in self.entries:
            return self._one_of(name)
        shapes = [shape.pattern for shape, names in NUMBERS if name in names]
        return "[" + "".join(self.letters[key] for key in shapes or [name]) + "]"

    def _one_of(self, name: str) -> str:
        """Any entry of a table or list, the longer ones first."""
        single = "".join(self.letters[e[0]] for e in self.entries[name] if len(e) == 1)
        longer = ["".join(self.letters[w] for w in e) for e in self.entries[name] if len(e) > 1]
        parts = [*longer, f"[{single}]"] if single else longer
        return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _slots(match: re.Match[str], tokens: tuple[re.Match[str], ...]) -> dict[str, tuple[str, ...]]:
    """The words of each slot that was filled."""
    slots: dict[str, tuple[str, ...]] = {}
    for name in match.groupdict():
        first, stop = match.span(name)
        if first < stop:
            slot = name.rsplit("_", 1)[0]
            slots.setdefault(slot, tuple(spelled(t.group()) for t in tokens[first:stop]))
    return slots


def _letter(token: re.Match[str], grammar: Grammar) -> str:
    """The letter of a token."""
    kind, word = str(token.lastgroup), token.group()
    if kind == "number":
        return next(grammar.letters[s.pattern] for s, _ in NUMBERS if s.fullmatch(word))
    if kind in SHAPES:
        return grammar.letters[kind]
    letter = grammar.forms.get(word)
    if letter is None and (kind in ("initials", "mark") or "’" in word):
        letter = grammar.forms.get(spelled(word))
    return letter or (NAME if word[0].isupper() else OTHER)


def _entries(words: TimeWords) -> Entries:
    """The entries of every table and list by its name, longest first, and the words of patterns."""
    tables = {name: getattr(words, name) for name in words.__struct_fields__}
    named = {name: tuple(table) for name, table in tables.items() if isinstance(table, dict)}
    del named["lists"], named["phrases"]
    entries = {
        name: tuple(sorted({entry_words(e) for e in table}, key=lambda e: (-len(e), e)))
        for name, table in (*named.items(), *words.lists.items())
    }
    patterns = (*words.phrases.values(), *(w.pattern for w in words.wordings))
    spoken = {spelled(a["word"]) for p in patterns for a in ATOM.finditer(p) if a["word"]}
    itself = tuple((word,) for word in sorted(spoken))
    return {**entries, "itself": itself, "other": ((OTHER,),), "name": ((NAME,),)}


def _letters(entries: Entries) -> dict[str, str]:
    """A letter for every word, number and shape; what no entry holds is another word or a name."""
    keys = (*(s.pattern for s, _ in NUMBERS), *SHAPES, *sorted(_words(entries, entries)))
    return {OTHER: OTHER, NAME: NAME, **{k: chr(FIRST_LETTER + i) for i, k in enumerate(keys)}}


def _forms(words: TimeWords, vocabulary: _Vocabulary) -> dict[str, str]:
    """The letter of every word as it may be printed: lower case, capitalized, all capitals."""
    entries, letters = vocabulary.entries, vocabulary.letters
    lower = _words(entries, [name for name in entries if name not in words.capitalized])
    forms = {word: letters[word] for word in lower}
    for word in sorted(_words(entries, entries)):
        forms[word.capitalize()] = forms[word.upper()] = letters[word]
    return forms


def _words(entries: Entries, names: Iterable[str]) -> set[str]:
    """The words in the tables and lists of these names."""
    return {word for name in names for entry in entries[name] for word in entry} - {OTHER, NAME}
