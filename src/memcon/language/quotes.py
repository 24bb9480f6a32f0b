"""Quote: what stands between quotation marks, closed or not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from memcon.record.span import Span

DOUBLE = frozenset({*'"“”„‟«»', "''", "``"})
SINGLE = frozenset("'‘’‚‛`")
ALWAYS_OPENS = frozenset({*"“„«‘‚", "``"})
ALWAYS_CLOSES = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens `first` up to, without, `stop`: the words between the marks, without the marks.

    `span` is the words in the article. `is_open`: the paragraph ends before the quote is closed, as
    news does when the quote goes on in the next one; `continues` is true of that next one.
    """

    first: int
    stop: int
    span: Span
    is_open: bool
    continues: bool


def find_quotes(
    text: str, starts: Sequence[int], ends: Sequence[int], paragraphs: Iterable[tuple[int, int]]
) -> tuple[Quote, ...]:
    """Find what each paragraph quotes; `paragraphs` are its first token and the one behind it.

    Marks inside a quote ('…' within "…") are part of it. A double mark left open quotes the rest of
    its paragraph; a single one left open is an apostrophe.
    """
    found: list[Quote] = []
    was_open = False
    for first, stop in paragraphs:
        quotes = tuple(_in_paragraph(text, starts, ends, first, stop))
        for number, (begin, behind, is_open) in enumerate(quotes):
            span = Span(start=starts[begin], end=ends[behind - 1])
            continues = was_open and number == 0 and begin - first <= 1
            found.append(Quote(begin, behind, span, is_open, continues))
        was_open = bool(quotes) and quotes[-1][2]
    return tuple(found)


def _in_paragraph(
    text: str, starts: Sequence[int], ends: Sequence[int], first: int, stop: int
) -> Iterator[tuple[int, int, bool]]:
    """(first token, token behind, whether it is left open) of each quote of a paragraph."""
    opened, marks = -1, DOUBLE
    for i in range(first, stop):
        mark = text[starts[i] : ends[i]]
        if opened >= 0:
            if mark in marks and mark not in ALWAYS_OPENS and opened < i:
                if opened + 1 < i:
                    yield opened + 1, i, False
                opened = -1
        elif (mark in DOUBLE or mark in SINGLE) and _opens(text, starts[i], mark):
            if mark in SINGLE and not _closes_later(text, starts, ends, i + 1, stop):
                continue
            opened, marks = i, DOUBLE if mark in DOUBLE else SINGLE
    if opened >= 0 and opened + 1 < stop:
        yield opened + 1, stop, True


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether a mark opens: nothing before it touches it, and words follow at once.

    A single mark before a digit is an apostrophe: "in '08".
    """
    if mark in ALWAYS_CLOSES or (mark in SINGLE and text[at + 1 : at + 2].isdigit()):
        return False
    if mark in ALWAYS_OPENS:
        return True
    before = text[at - 1] if at else " "
    behind = text[at + len(mark)] if at + len(mark) < len(text) else " "
    return not before.isalnum() and before not in ".,;!?" and not behind.isspace()


def _closes_later(
    text: str, starts: Sequence[int], ends: Sequence[int], first: int, stop: int
) -> bool:
    """Whether a single mark further on in the paragraph can close."""
    for i in range(first, stop):
        if text[starts[i] : ends[i]] in {"'", "’"}:
            behind = text[ends[i]] if ends[i] < len(text) else " "
            if not behind.isalnum():
                return True
    return False
