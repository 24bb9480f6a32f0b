"""Layout: a report broken into lines of a width, each made of runs of one style.

Nothing of it needs Rich, so that a report in a pipe is there before Rich would be loaded.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from memcon.brief.lines import Piece, inline, plain
from memcon.brief.report import Chapter, Cluster, Grid, Notes, Remark, Report
from memcon.brief.words import calendar
from memcon.story.answers import Witness

# Words and the name of their style in Rich.
Run = tuple[str, str]
Line = tuple[Run, ...]

_STYLES = {"plain": "", "name": "bold", "quote": "italic"}
_BETWEEN = 2
_DASH = "─"
# At this space no line is broken: the words of a mark and the numbers of notes stay together.
_KEPT = "\u00a0"
# What may take no cell, or two; letters of Europe, dashes and quotation marks take one.
_UNEVEN = re.compile("[^\u0000-\u02ff\u2010-\u2027]")


def laid_out(report: Report, width: int) -> Iterator[Line]:
    """Title, lead, chapters and notes as lines, none wider than `width` cells of a terminal."""
    notes = Notes(report)
    yield from wrapped([(plain(report.title), "bold cyan")], width)
    for remark in report.lead:
        yield from wrapped(_runs(remark, notes), width)
    for chapter in report.chapters:
        yield ()
        title = plain(chapter.title)
        yield _title(title if chapter.is_named else title.upper(), width)
        yield from _chapter(chapter, notes, width)
    if notes.called:
        yield ()
        yield _title("NOTES: THE ARTICLES' WORDS", width)
        yield from _notes(notes, width)


def set_off(piece: Piece) -> str:
    """Words with the space that they had at their ends, a quotation in quotation marks."""
    return f"“{plain(piece.words)}”" if piece.kind == "quote" else inline(piece.words)


def source_words(witness: Witness) -> str:
    """ "Reuters, 20 May 2021"."""
    day = calendar(witness.published.isoformat()) if witness.published else None
    return f"{plain(witness.publisher or '') or 'publisher unknown'}, {day or 'date unknown'}"


def wrapped(runs: Sequence[Run], width: int, mark: Run | None = None) -> Iterator[Line]:
    """Runs broken at spaces; behind a mark ("•") they have a hanging indent."""
    head = ((f"{mark[0]} ", mark[1]),) if mark else ()
    indent = ((" " * cells(head[0][0]), ""),) if head else ()
    words = "".join(run for run, _ in runs)
    for start, end in _breaks(words, max(width - sum(cells(run) for run, _ in head), 1)):
        yield (*head, *_cut(runs, start, end))
        head = indent


def cells(words: str) -> int:
    """How many cells of a terminal words take: a Chinese character takes two."""
    return sum(map(_cells, words)) if _UNEVEN.search(words) else len(words)


def _cells(character: str) -> int:
    """How many cells a character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _breaks(words: str, width: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each line; a word that is wider than a line is cut."""
    start = 0
    while start < len(words) or not start:
        end = _reach(words, start, width)
        if end < len(words):
            space = words.rfind(" ", start, end + 1)
            end = space if space > start else end
        yield start, end
        start = end + (len(words[end:]) - len(words[end:].lstrip(" ")))
        if start >= len(words):
            return


def _reach(words: str, start: int, width: int) -> int:
    """Where a line that begins there is full."""
    if not _UNEVEN.search(words, start):
        return min(start + width, len(words))
    taken = 0
    for place in range(start, len(words)):
        taken += _cells(words[place])
        if taken > width:
            return max(place, start + 1)
    return len(words)


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """What stands from `start` to `end` of the runs' words."""
    place = 0
    for words, style in runs:
        piece = words[max(start - place, 0) : max(end - place, 0)]
        if piece:
            yield piece, style
        place += len(words)


def _title(words: str, width: int) -> Line:
    """The title of a part, on a rule."""
    return ((words, "bold cyan"), (f" {_DASH * max(width - cells(words) - 1, 0)}".rstrip(), "dim"))


def _chapter(chapter: Chapter, notes: Notes, width: int) -> Iterator[Line]:
    """What stands under a chapter's title."""
    if chapter.none and not chapter.clusters and not chapter.grid:
        yield from wrapped([(plain(chapter.none), "dim")], width)
    if chapter.grid:
        yield from _grid(chapter.grid, notes, width)
    for number, cluster in enumerate(chapter.clusters):
        if number and cluster.head:
            yield ()
        yield from _cluster(cluster, notes, width)
    if chapter.more:
        yield from wrapped([(plain(chapter.more), "dim")], width)


def _cluster(cluster: Cluster, notes: Notes, width: int) -> Iterator[Line]:
    """A head and, under it, remarks with bullets."""
    if cluster.head:
        yield from wrapped(_runs(cluster.head, notes, "bold"), width)
    for remark in cluster.remarks:
        yield from wrapped(_runs(remark, notes), width, ("•", ""))


def _grid(grid: Grid, notes: Notes, width: int) -> Iterator[Line]:
    """A table; columns that are too wide together are made narrower, the widest first."""
    rows = [[[(plain(head), "dim")] for head in grid.heads]]
    rows += [[_runs(cell, notes) for cell in row] for row in grid.rows]
    widths = [max(_width(row[at]) for row in rows) for at in range(len(grid.heads))]
    while sum(widths) + _BETWEEN * (len(widths) - 1) > width and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    for row in rows:
        columns = [list(wrapped(cell, room)) for cell, room in zip(row, widths, strict=True)]
        for abreast in zip_longest(*columns, fillvalue=()):
            yield _abreast(abreast, widths)


def _abreast(parts: Sequence[Line], widths: Sequence[int]) -> Line:
    """Lines of cells side by side."""
    runs: list[Run] = []
    for part, room in zip(parts, widths, strict=True):
        runs += [*part, (" " * (room - _width(part) + _BETWEEN), "")]
    return tuple(runs[:-1])


def _width(runs: Iterable[Run]) -> int:
    """How many cells runs take."""
    return sum(cells(words) for words, _ in runs)


def _notes(notes: Notes, width: int) -> Iterator[Line]:
    """Numbers flush right, then whose words, then the words."""
    room = len(f"[{len(notes.called)}]")
    for number, witness in enumerate(notes.called, 1):
        runs = [(f"{source_words(witness)}: ", "dim"), (f"“{plain(witness.words)}”", "")]
        yield from wrapped(runs, width, (f"[{number}]".rjust(room), "dim"))


def _runs(remark: Remark, notes: Notes, style: str = "") -> list[Run]:
    """A remark with its marks and the numbers of its notes."""
    runs = [(set_off(piece), f"{style} {_STYLES[piece.kind]}".strip()) for piece in remark.pieces]
    marks = (f" [{plain(mark).replace(' ', _KEPT)}]" for mark in remark.marks)
    runs += [(mark, f"{style} yellow".strip()) for mark in marks]
    numbers = _KEPT.join(f"[{number}]" for number in notes.of(remark))
    return [*runs, (f" {numbers}", "dim")] if numbers else runs
