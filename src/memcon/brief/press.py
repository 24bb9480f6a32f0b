"""Press: a report printed on a terminal, or as plain text."""

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.brief.lines import Piece, plain
from memcon.brief.paper import print_page, render_page
from memcon.brief.report import Chapter, Grid, Notes, Remark, Report
from memcon.brief.words import calendar
from memcon.story.answers import Witness

_STYLES = {"plain": "", "name": "bold", "quote": "italic"}


def print_report(report: Report, console: Console) -> None:
    """Print a report, no wider than is good to read."""
    print_page(Group(*_blocks(report)), console)


def render_report(report: Report) -> str:
    """The report as plain text of 80 columns, for pipes."""
    return render_page(Group(*_blocks(report)))


def _blocks(report: Report) -> Iterator[RenderableType]:
    """Title, lead, chapters and notes."""
    notes = Notes(report)
    yield Text(plain(report.title), style="bold cyan")
    for remark in report.lead:
        yield _text(remark, notes)
    for chapter in report.chapters:
        yield Text()
        title = plain(chapter.title)
        yield _title(title if chapter.is_named else title.upper())
        yield from _chapter(chapter, notes)
    if notes.called:
        yield Text()
        yield _title("NOTES: THE ARTICLES' WORDS")
        yield _notes(notes)


def _title(words: str) -> RenderableType:
    """The title of a part, on a rule."""
    return Rule(Text(words, "bold cyan"), align="left", style="dim")


def _chapter(chapter: Chapter, notes: Notes) -> Iterator[RenderableType]:
    """What stands under a chapter's title."""
    if chapter.none and not chapter.clusters and not chapter.grid:
        yield Text(plain(chapter.none), style="dim")
    if chapter.grid:
        yield _grid(chapter.grid, notes)
    for number, cluster in enumerate(chapter.clusters):
        if number and cluster.head:
            yield Text()
        if cluster.head:
            yield _text(cluster.head, notes, style="bold")
        if cluster.remarks:
            yield _listed("•", [_text(remark, notes) for remark in cluster.remarks])
    if chapter.more:
        yield Text(plain(chapter.more), style="dim")


def _listed(mark: str, lines: Iterable[Text]) -> RenderableType:
    """Lines with a hanging indent."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for line in lines:
        table.add_row(mark, line)
    return table


def _grid(grid: Grid, notes: Notes) -> RenderableType:
    """A table with its heads on a rule."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for head in grid.heads:
        table.add_column(plain(head), overflow="fold")
    for row in grid.rows:
        table.add_row(*(_text(cell, notes) for cell in row))
    return table


def _notes(notes: Notes) -> RenderableType:
    """Numbers flush right, then whose words, then the words."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", style="dim")
    table.add_column(overflow="fold")
    for number, witness in enumerate(notes.called, 1):
        words = Text(f"{source_words(witness)}: ", style="dim")
        words.append(f"“{plain(witness.words)}”", style="not dim")
        table.add_row(f"[{number}]", words)
    return table


def _text(remark: Remark, notes: Notes, style: str = "") -> Text:
    """A remark with its marks and the numbers of its notes."""
    text = Text(style=style)
    for piece in remark.pieces:
        text.append(set_off(piece, plain(piece.words)), style=_STYLES[piece.kind])
    for mark in remark.marks:
        text.append(f" [{plain(mark)}]", style="yellow")
    for number in notes.of(remark):
        text.append(f"\u00a0[{number}]", style="dim")
    return text


def set_off(piece: Piece, words: str) -> str:
    """Words with the space that they had at their ends, a quotation in quotation marks."""
    if piece.kind == "quote":
        return f"“{words}”"
    before = " " if piece.words[:1].isspace() else ""
    behind = " " if piece.words[-1:].isspace() and words else ""
    return f"{before}{words}{behind}"


def source_words(witness: Witness) -> str:
    """ "Reuters, 20 May 2021"."""
    day = calendar(witness.published.isoformat()) if witness.published else None
    return f"{plain(witness.publisher or '') or 'publisher unknown'}, {day or 'date unknown'}"
