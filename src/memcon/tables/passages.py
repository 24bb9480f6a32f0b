"""Passages: a statement's words, what was quoted and what was paraphrased kept apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.record.findings import Statement
from memcon.record.span import Span

_DOUBLE = re.compile(r"""(?:``|["“„«‟])(?P<words>(?:(?!``|'')[^"“”„«»‟])*)(?:''|["”“»]|\Z)""")
# Asked only of a paragraph without the others, for a single mark is an apostrophe as well.
_SINGLE = re.compile(r"(?<!\w)[‘'‚‛`](?=\S)(?P<words>.+?)(?<=\S)[’'](?!\w)")
_PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)
_OUTSIDE = ' \n\t,;:–—-"“”„«»‟'


@dataclass(frozen=True, slots=True)
class Passage:
    """Words as they stand at `start` to `end` of the article, without the quotation marks."""

    kind: Literal["quoted", "paraphrased"]
    words: str
    start: int
    end: int


def passages(statement: Statement, text: str) -> tuple[Passage, ...]:
    """The passages of a statement's content, in reading order.

    What is direct is quoted as a whole; of what is mixed, only what stands between the marks.
    """
    content = sorted(statement.content, key=lambda span: span.start)
    pieces = (piece for span in content for piece in _paragraphs(text, span))
    if statement.form == "direct":
        found = (_passage("quoted", text, piece) for piece in pieces)
    elif statement.form == "indirect":
        found = (_passage("paraphrased", text, piece) for piece in pieces)
    else:
        found = (passage for piece in pieces for passage in _told_apart(text, piece))
    return tuple(passage for passage in found if passage is not None)


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    """A span, parted where paragraphs end."""
    for piece in _PARAGRAPH.finditer(text, span.start, span.end):
        yield Span(start=piece.start(), end=piece.end())


def _told_apart(text: str, piece: Span) -> Iterator[Passage | None]:
    """What stands between quotation marks within a piece of a paragraph, and what does not."""
    reached = piece.start
    for marked, words in _quotes(text, piece):
        yield _passage("paraphrased", text, _within(reached, marked.start, piece))
        yield _passage("quoted", text, _within(words.start, words.end, piece))
        reached = marked.end
    yield _passage("paraphrased", text, _within(reached, piece.end, piece))


def _quotes(text: str, piece: Span) -> Iterator[tuple[Span, Span]]:
    """What the paragraph around a piece quotes, with the marks and without.

    A mark that is left open quotes the rest of the paragraph.
    """
    start = max(text.rfind("\n\n", 0, piece.start), 0)
    end = text.find("\n\n", piece.end)
    paragraph = text[start : end if end >= 0 else len(text)]
    for match in list(_DOUBLE.finditer(paragraph)) or _SINGLE.finditer(paragraph):
        marked, words = (
            Span(start=start + match.start(group), end=start + match.end(group))
            for group in (0, "words")
        )
        if marked.overlaps(piece):
            yield marked, words


def _within(start: int, end: int, piece: Span) -> Span:
    """As much as lies in the piece; nothing has start and end in one place."""
    first = min(max(start, piece.start), piece.end)
    return Span(start=first, end=max(first, min(end, piece.end)))


def _passage(kind: Literal["quoted", "paraphrased"], text: str, span: Span) -> Passage | None:
    """The words of a span without marks and joints around them; None if there are no words."""
    words = span.words(text)
    start = span.start + len(words) - len(words.lstrip(_OUTSIDE))
    end = span.end - len(words) + len(words.rstrip(_OUTSIDE))
    if not any(letter.isalnum() for letter in text[start:end]):
        return None
    return Passage(kind, text[start:end], start, end)


def shown(parts: Iterable[Passage], text: str) -> str:
    """ "the talks, which he called “frank and substantive.”"

    An ellipsis stands for words that are left out between two passages.
    """
    words, reached = "", 0
    for part in parts:
        gap = any(letter.isalnum() for letter in text[reached : part.start])
        words += (" … " if gap else " ") if words else ""
        words += f"“{part.words}”" if part.kind == "quoted" else part.words
        reached = part.end
    return words
