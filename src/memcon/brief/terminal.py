"""A memo on a terminal: laid out for 80 columns, readable without colour, plain text in a pipe."""

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.brief.lines import Line, Part, Piece
from memcon.brief.memo import Memo
from memcon.brief.paper import print_page, render_page

# Longer lines are hard to read, however wide the window is.
# These parts are a label and what belongs to it, side by side; in the others a head stands above.
# How much wider than its labels such a part's column of lines is.
_SIDE_BY_SIDE = {"participants": 4, "parties": 4, "issues": 1}
_HEAD_SHARE = 4
_STYLES = {"plain": "", "name": "bold", "quote": "italic"}


def print_memo(memo: Memo, console: Console) -> None:
    """Print a memo, no wider than is good to read."""
    print_page(layout(memo), console)


def render_text(memo: Memo) -> str:
    """The memo as plain text of 80 columns, for pipes and files."""
    return render_page(layout(memo))


def layout(memo: Memo) -> RenderableType:
    """The memo as Rich lays it out."""
    return Group(*_blocks(memo))


def _blocks(memo: Memo) -> Iterator[RenderableType]:
    """Title, cautions, head, parts and notes."""
    yield Text("MEMORANDUM", style="bold cyan")
    yield Text(memo.title, style="bold")
    yield Text()
    if memo.cautions:
        lines = [_text(memo, line) for line in memo.cautions]
        yield Panel(
            Group(*lines),
            title="Caution",
            title_align="left",
            border_style="yellow",
            padding=(0, 1),
        )
        yield Text()
    entries = ((Text(e.label, style="dim"), [_text(memo, e.line)]) for e in memo.head)
    yield _columns(entries, _HEAD_SHARE)
    for part in memo.parts:
        yield Text()
        yield from _part(memo, part)
    if memo.notes:
        yield Text()
        yield _title("Notes: the article's words")
        yield _notes(memo)
    yield Text()
    yield Text(f"Read by {memo.made_by}. Numbers refer to the notes.", style="dim")


def _title(words: str) -> RenderableType:
    """The title of a part, on a rule."""
    return Rule(Text(words.upper(), style="bold cyan"), align="left", style="dim")


def _part(memo: Memo, part: Part) -> Iterator[RenderableType]:
    """A part: its title and its groups."""
    yield _title(part.title)
    if not part.groups and part.none:
        yield Text(part.none, style="dim")
    elif part.key in _SIDE_BY_SIDE:
        rows = (
            (_text(memo, group.head), [_text(memo, line) for line in group.lines])
            for group in part.groups
            if group.head
        )
        yield _columns(rows, _SIDE_BY_SIDE[part.key])
    else:
        for number, group in enumerate(part.groups):
            if number and group.head:
                yield Text()
            if group.head:
                yield _text(memo, group.head, style="bold")
            yield _bullets([_text(memo, line) for line in group.lines])


def _columns(rows: Iterable[tuple[Text, list[Text]]], share: int) -> RenderableType:
    """Labels on the left, what belongs to them on the right, `share` times as wide."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=share, overflow="fold")
    for label, lines in rows:
        table.add_row(label, Group(*lines))
    return table


def _bullets(lines: Iterable[Text]) -> RenderableType:
    """Lines with a hanging indent."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for line in lines:
        table.add_row("•", line)
    return table


def _notes(memo: Memo) -> RenderableType:
    """The quotations, numbers flush right."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", style="dim")
    table.add_column(overflow="fold")
    for note in memo.notes:
        table.add_row(f"[{note.number}]", Text(note.words))
    return table


def _text(memo: Memo, line: Line, style: str = "") -> Text:
    """A line with its marks and the numbers of its notes."""
    text = Text(style=style)
    for piece in line.pieces:
        text.append(_words(piece), style=_STYLES[piece.kind])
    for mark in line.marks:
        text.append(f" [{mark}]", style="yellow")
    for number in memo.notes_of(line):
        text.append(f"\u00a0[{number}]", style="dim")
    return text


def _words(piece: Piece) -> str:
    """A quotation in quotation marks, other words as they are."""
    return f"“{piece.words}”" if piece.kind == "quote" else piece.words
