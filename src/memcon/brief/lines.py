"""Line: one sentence of a memo, with the spans that it rests on. Groups and parts hold lines."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from memcon.record.span import Span

PieceKind = Literal["plain", "name", "quote"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one kind: of the memo's own, the name of a party, or quoted from the article."""

    words: str
    kind: PieceKind = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """What is said, the evidence that it is said on, and marks that qualify it ("ongoing")."""

    pieces: tuple[Piece, ...]
    evidence: tuple[Span, ...]
    marks: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The line as bare text, quotation marks included, notes and marks left out."""
        return "".join(
            f"“{piece.words}”" if piece.kind == "quote" else piece.words for piece in self.pieces
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one head: a country's participants, a speaker's words, an issue's positions."""

    head: Line | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the memo; `none` is what it says when there is nothing to tell."""

    key: str
    title: str
    groups: tuple[Group, ...]
    none: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered quotation from the article."""

    number: int
    span: Span
    words: str


def sentence(*pieces: Piece) -> tuple[Piece, ...]:
    """The pieces with a capital at their head, unless they begin with a quotation."""
    first, *rest = pieces
    if first.kind == "quote":
        return pieces
    return (Piece(first.words[:1].upper() + first.words[1:], first.kind), *rest)


def plain(words: str) -> str:
    """Words of a page made fit to show anywhere: one line, nothing that steers a terminal.

    Control characters and marks that turn the direction of text are left out, so that a page cannot
    move the cursor or make a line read other than it is.
    """
    if words.isascii() and words.isprintable():
        return " ".join(words.split())
    kept = (" " if c.isspace() else c for c in words if c.isspace() or not steers(c))
    return " ".join("".join(kept).split())


def inline(words: str) -> str:
    """The same of words within a line: a space at either end stays one."""
    shown = plain(words)
    before = " " if words[:1].isspace() else ""
    behind = " " if words[-1:].isspace() and shown else ""
    return f"{before}{shown}{behind}"


def steers(character: str) -> bool:
    """Whether it is a control, or a mark that embeds, overrides or isolates a direction."""
    kind = unicodedata.category(character)
    return kind in ("Cc", "Cs") or unicodedata.bidirectional(character) in _DIRECTING


_DIRECTING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def listed(pieces: Iterable[Piece], joint: str = "and") -> tuple[Piece, ...]:
    """ "A", "A and B", "A, B and C"."""
    members = tuple(pieces)
    if len(members) < 2:
        return members
    made: list[Piece] = [members[0]]
    for member in members[1:-1]:
        made += [Piece(", "), member]
    return (*made, Piece(f" {joint} "), members[-1])


def grouped(lines: Iterable[Line], head: Line | None = None) -> tuple[Group, ...]:
    """The lines as one group; () if there are none."""
    members = tuple(lines)
    return (Group(head=head, lines=members),) if members else ()
