"""Manuscript: a report as Markdown: headings, lists, tables, and a footnote for each witness."""

from collections.abc import Iterable, Iterator

from memcon.brief.layout import set_off, source_words
from memcon.brief.lines import Piece, plain
from memcon.brief.markdown import escaped
from memcon.brief.report import Chapter, Notes, Remark, Report


def report_markdown(report: Report) -> str:
    """The report in CommonMark with footnotes and tables (as GitHub and Pandoc know them)."""
    return "\n".join(_rows(report)) + "\n"


def _rows(report: Report) -> Iterator[str]:
    """The rows of the Markdown file."""
    notes = Notes(report)
    yield f"# {escaped(plain(report.title))}"
    for remark in report.lead:
        yield from ("", _marked(remark, notes))
    for chapter in report.chapters:
        yield from ("", f"## {escaped(plain(chapter.title))}")
        yield from _part(chapter, notes)
    if notes.called:
        yield ""
    for number, witness in enumerate(notes.called, 1):
        yield f"[^{number}]: {escaped(source_words(witness))}: “{escaped(plain(witness.words))}”"


def _part(chapter: Chapter, notes: Notes) -> Iterator[str]:
    """A chapter in Markdown, without its title."""
    if chapter.none and not chapter.clusters and not chapter.grid:
        yield from ("", escaped(plain(chapter.none)))
    if chapter.grid:
        yield ""
        yield _row(escaped(plain(head)) for head in chapter.grid.heads)
        yield _row("---" for _ in chapter.grid.heads)
        for row in chapter.grid.rows:
            yield _row(_marked(cell, notes) for cell in row)
    for cluster in chapter.clusters:
        yield ""
        if cluster.head:
            yield from (f"### {_marked(cluster.head, notes)}", "")
        for remark in cluster.remarks:
            yield f"- {_marked(remark, notes)}"
    if chapter.more:
        yield from ("", escaped(plain(chapter.more)))


def _row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"


def _marked(remark: Remark, notes: Notes) -> str:
    """A remark in Markdown with its marks and footnotes."""
    words = "".join(_piece(piece) for piece in remark.pieces)
    marks = "".join(f" *({escaped(plain(mark))})*" for mark in remark.marks)
    return f"{words}{marks}{''.join(f'[^{number}]' for number in notes.of(remark))}"


def _piece(piece: Piece) -> str:
    """Quotations in quotation marks, names bold."""
    words = set_off(piece)
    return f"**{escaped(words)}**" if piece.kind == "name" else escaped(words)
