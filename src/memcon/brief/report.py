"""Report: an answer of the desk in words: chapters of remarks, each with whose words it rests on.

A question's module here turns its answer into a Report; how that looks on a terminal, in a pipe and
in Markdown is told once, in press.py.
"""

from dataclasses import dataclass

from memcon.brief.lines import Piece
from memcon.story.answers import Witness

# So many notes stand behind one remark; its marks say how many sources there are.
_MOST_NOTES = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """One line: its words, the words of articles that it rests on, and marks that qualify it."""

    pieces: tuple[Piece, ...]
    witnesses: tuple[Witness, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Remarks under one head: a day's happenings, an issue's positions, a speaker's words."""

    head: Remark | None
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the heads of its columns, and rows of as many cells."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Remark, ...], ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a report: clusters, a table, or both; `is_named` if the user gave it its title.

    `none` is what it says when it has neither, `more` what was left out ("12 more; --limit 0 shows
    all").
    """

    title: str
    clusters: tuple[Cluster, ...] = ()
    grid: Grid | None = None
    none: str | None = None
    more: str | None = None
    is_named: bool = False

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All its remarks in the order in which they stand."""
        told = [remark for c in self.clusters for remark in (c.head, *c.remarks) if remark]
        cells = [cell for row in self.grid.rows for cell in row] if self.grid else []
        return (*told, *cells)


@dataclass(frozen=True, slots=True)
class Report:
    """A title, what stands under it, and chapters."""

    title: str
    lead: tuple[Remark, ...]
    chapters: tuple[Chapter, ...]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All remarks in the order in which they stand."""
        return (*self.lead, *(remark for c in self.chapters for remark in c.remarks))


class Notes:
    """The witnesses of a report, numbered from 1 in the order in which they are first called."""

    def __init__(self, report: Report) -> None:
        called: dict[tuple[str, int, int], tuple[int, Witness]] = {}
        # A remark is known by being that remark: to compare its words would take far longer.
        self._numbers: dict[int, tuple[int, ...]] = {}
        for remark in report.remarks:
            for witness in (shown := _shown(remark)):
                called.setdefault(_place(witness), (len(called) + 1, witness))
            numbers = (called[_place(witness)][0] for witness in shown)
            self._numbers[id(remark)] = tuple(dict.fromkeys(numbers))
        self.called = tuple(witness for _, witness in called.values())

    def of(self, remark: Remark) -> tuple[int, ...]:
        """The numbers behind a remark of the report."""
        return self._numbers[id(remark)]


def told(words: str, *witnesses: Witness, marks: tuple[str, ...] = ()) -> Remark:
    """A remark of plain words."""
    return Remark(pieces=(Piece(words),), witnesses=witnesses, marks=marks)


def chapter_of(title: str, remarks: tuple[Remark, ...], none: str, more: str | None) -> Chapter:
    """A chapter that is one list."""
    clusters = (Cluster(head=None, remarks=remarks),) if remarks else ()
    return Chapter(title=title, clusters=clusters, none=none, more=more)


def _shown(remark: Remark) -> tuple[Witness, ...]:
    """The witnesses that get a note: of each family one, then others, as long as there is room."""
    if len(remark.witnesses) <= _MOST_NOTES:
        return remark.witnesses
    heads: dict[int, Witness] = {}
    others: list[Witness] = []
    for witness in remark.witnesses:
        if heads.setdefault(witness.family, witness) is not witness:
            others.append(witness)
    return (*heads.values(), *others)[:_MOST_NOTES]


def _place(witness: Witness) -> tuple[str, int, int]:
    """Where its words stand."""
    return witness.article, witness.start, witness.end
