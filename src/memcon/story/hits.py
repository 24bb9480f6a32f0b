"""Hit: an article in which words that were looked for stand, and the passage where they do."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from memcon.record.span import Span
from memcon.story.answers import Answer

# As many code points of the text stand around the first hit.
_AROUND = 80
_PHRASE = re.compile(r'"([^"]*)"?(\*)?|([^\s"]+)')
# A word as SQLite's unicode61 knows it: letters and digits, with the marks that stand on them.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
# What parts the paragraphs of an article's text.
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Term:
    """What is looked for: words that stand one after the other; `is_prefix`: the last one may be
    the beginning of a word."""

    words: tuple[str, ...]
    is_prefix: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article's text around a hit; `marks` are the hits within `words`."""

    start: int
    end: int
    words: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """The first article of a family in which the words stand; `copies` counts the others of it
    that have them too."""

    article: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    family: int
    copies: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the hits."""

    article: str
    published: date | None
    publisher: str | None
    title: str | None
    url: str | None
    copies: int
    words: str


@dataclass(frozen=True, slots=True)
class Hits(Answer[Found]):
    """What was found for `words`; `articles` counts all articles that match, copies too.

    `shown` of them are behind these hits.
    """

    row = Found

    words: str
    hits: tuple[Hit, ...]
    articles: int

    @property
    def shown(self) -> int:
        """How many articles the hits stand for."""
        return sum(1 + hit.copies for hit in self.hits)

    @property
    def left(self) -> int:
        """How many more articles match."""
        return self.articles - self.shown

    @property
    def rows(self) -> tuple[Found, ...]:
        """A row for each hit."""
        return tuple(
            Found(
                article=hit.article,
                published=hit.published,
                publisher=hit.publisher,
                title=hit.title,
                url=hit.url,
                copies=hit.copies,
                words=hit.passage.words,
            )
            for hit in self.hits
        )


def terms_of(words: str) -> tuple[Term, ...]:
    """What is looked for: words, "a phrase", beginnings of words*; all of them must be there.

    Anything else in it parts words, as it does in a text: "U.S." is "U" and then "S".
    """
    found: list[Term] = []
    for told in _PHRASE.finditer(words):
        raw = told[1] if told[3] is None else told[3].rstrip("*")
        is_prefix = bool(told[2]) or bool(told[3] and told[3].endswith("*"))
        if members := tuple(_folded(m[0]) for m in _WORD.finditer(raw)):
            found.append(Term(words=members, is_prefix=is_prefix))
    return tuple(found)


def has_term(text: str, term: Term) -> bool:
    """Whether a term stands somewhere in a text."""
    return bool(_hits(text, (term,)))


def passage_of(text: str, terms: Sequence[Term]) -> Passage:
    """The passage that has most of the terms, its hits marked; the head of the text if the words
    stand in the title alone."""
    hits = _hits(text, terms)
    reaches = {span: _around(text, span) for _, span in hits}
    best = max(hits, key=lambda hit: (_variety(hits, reaches[hit[1]]), -hit[1].start), default=None)
    start, end = reaches[best[1]] if best else _around(text, Span(start=0, end=0))
    marks = tuple(
        Span(start=span.start - start, end=span.end - start)
        for _, span in hits
        if start <= span.start and span.end <= end
    )
    return Passage(start=start, end=end, words=text[start:end], marks=marks)


def _variety(hits: Sequence[tuple[int, Span]], reach: tuple[int, int]) -> int:
    """How many different terms stand within a stretch of the text."""
    start, end = reach
    return len({term for term, span in hits if start <= span.start and span.end <= end})


def _hits(text: str, terms: Sequence[Term]) -> list[tuple[int, Span]]:
    """(number of the term, where it stands) in reading order."""
    tokens = [(_folded(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]
    words = [word for word, _, _ in tokens]
    found = [
        (number, Span(start=tokens[at][1], end=tokens[at + len(term.words) - 1][2]))
        for number, term in enumerate(terms)
        for at in range(len(tokens) - len(term.words) + 1)
        if _stands(term, words[at : at + len(term.words)])
    ]
    return sorted(found, key=lambda hit: hit[1].start)


def _stands(term: Term, words: Sequence[str]) -> bool:
    """Whether these words are the term."""
    last = term.words[-1]
    if tuple(words[:-1]) != term.words[:-1]:
        return False
    return words[-1].startswith(last) if term.is_prefix else words[-1] == last


def _folded(word: str) -> str:
    """A word in lower case and without diacritics: "orban" for "Orbán"."""
    bare = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in bare if not unicodedata.combining(c))


def _around(text: str, hit: Span) -> tuple[int, int]:
    """Whole words around a hit, within its paragraph."""
    opening = text.rfind(_BREAK, 0, hit.start)
    opening = 0 if opening < 0 else opening + len(_BREAK)
    closing = text.find(_BREAK, hit.end)
    closing = len(text) if closing < 0 else closing
    start, end = max(opening, hit.start - _AROUND), min(closing, hit.end + _AROUND)
    if start > opening:
        start = min(text.find(" ", start, hit.start) + 1 or hit.start, hit.start)
    if end < closing:
        end = max(text.rfind(" ", hit.end, end), hit.end)
    return start, end
