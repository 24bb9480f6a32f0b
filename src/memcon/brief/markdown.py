"""A memo as Markdown: headings, lists, and a footnote for each quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.brief.lines import Line, Part, Piece
    from memcon.brief.memo import Memo

# What Markdown or the HTML in it would act on, anywhere and at the head of a line.
_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~&$^{}])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=:])")


def render_markdown(memo: Memo) -> str:
    """The memo in CommonMark with footnotes (as GitHub, Pandoc and Obsidian know them)."""
    return "\n".join(_rows(memo)) + "\n"


def _rows(memo: Memo) -> Iterator[str]:
    """The rows of the file."""
    yield f"# {escaped(memo.title)}"
    for line in memo.cautions:
        yield from ("", f"> **Caution.** {_line(memo, line)}")
    yield ""
    for entry in memo.head:
        yield f"- **{entry.label}:** {_line(memo, entry.line)}"
    for part in memo.parts:
        yield from _part(memo, part)
    yield ""
    for note in memo.notes:
        yield f"[^{note.number}]: {escaped(note.words)}"
    yield from ("", f"Read by {escaped(memo.made_by)}.")


def _part(memo: Memo, part: Part) -> Iterator[str]:
    """A part: its title and its groups."""
    yield from ("", f"## {part.title}")
    if part.none and not part.groups:
        yield from ("", part.none)
    for group in part.groups:
        yield ""
        if group.head:
            yield from (f"### {_line(memo, group.head)}", "")
        for line in group.lines:
            yield f"- {_line(memo, line)}"


def _line(memo: Memo, line: Line) -> str:
    """A line with its marks and footnotes."""
    words = "".join(_piece(piece) for piece in line.pieces)
    marks = "".join(f" *({mark})*" for mark in line.marks)
    notes = "".join(f"[^{number}]" for number in memo.notes_of(line))
    return f"{words}{marks}{notes}"


def _piece(piece: Piece) -> str:
    """Quotations in quotation marks, names bold."""
    if piece.kind == "quote":
        return f"“{escaped(piece.words)}”"
    return f"**{escaped(piece.words)}**" if piece.kind == "name" else escaped(piece.words)


def escaped(words: str) -> str:
    """Words that Markdown takes for words, whatever the page put into them."""
    inactive = _ACTIVE.sub(r"\\\1", words)
    return _LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", inactive)
