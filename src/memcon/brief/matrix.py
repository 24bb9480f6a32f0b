"""Matrix: actors by issues, a stance in each cell, and who turned."""

from collections.abc import Iterable, Iterator, Sequence

from memcon.brief.accounts import counted, in_words, more_of
from memcon.brief.lines import Piece, plain
from memcon.brief.report import Chapter, Grid, Remark, Report, chapter_of, told
from memcon.brief.words import STANCES
from memcon.story.answers import Party
from memcon.story.identities import Identity
from memcon.story.matrix import Cell, Matrix, Positions, Stand

# So many issues fit side by side on 80 columns.
_ABREAST = 3
_EMPTY = Remark(pieces=(Piece("–"),))


def positions_report(positions: Positions) -> Report:
    """Who holds what on the issues that the words name."""
    matrix = positions.matrix
    chapters = [*_tables(matrix)] or [
        Chapter(title="Positions", none="No position on such an issue is told.")
    ]
    turned = tuple(_turn(cell) for cell in matrix.cells if cell.is_turned)
    if turned:
        chapters.append(chapter_of("Who turned", turned, "", None))
    lead = [told(f"{counted(matrix.found, 'issue')} with these words.")]
    if more := more_of(matrix.found, len(matrix.issues)):
        lead.append(told(more))
    return Report(
        title=f"Positions: {plain(positions.words)}", lead=tuple(lead), chapters=tuple(chapters)
    )


def facing(matrix: Matrix, parties: Sequence[Party]) -> Grid:
    """Issues downwards, the parties side by side: who of each holds what."""
    rows: list[tuple[Remark, ...]] = []
    for issue, cells in by_issue(matrix):
        sides = (_together([c for c in cells if c.actor.code == p.code]) for p in parties)
        rows.append((told(plain(issue)), *sides))
    return Grid(heads=("Issue", *(party.name for party in parties)), rows=tuple(rows))


def stance_words(cell: Cell, stand: Stand) -> tuple[Piece, ...]:
    """ "Sergei Lavrov opposes the sanctions"."""
    name = Piece(plain(cell.actor.name), "name")
    return (name, Piece(f" {STANCES[stand.stance]} {plain(cell.issue)}"))


def stand_words(stand: Stand) -> str:
    """ "opposes, 20 May 2021, 2 sources"."""
    return f"{stand.stance}, {in_words(stand.until)}, {counted(stand.sources, 'source')}"


def by_issue(matrix: Matrix) -> Iterator[tuple[str, list[Cell]]]:
    """Each issue with its cells."""
    for issue in matrix.issues:
        yield issue, [cell for cell in matrix.cells if cell.issue == issue]


def _tables(matrix: Matrix) -> Iterator[Chapter]:
    """Actors downwards, a few issues side by side in each table."""
    issues = matrix.issues
    for start in range(0, len(issues), _ABREAST):
        abreast = issues[start : start + _ABREAST]
        cells = {(c.actor.key, c.issue): c for c in matrix.cells if c.issue in abreast}
        actors = {c.actor.key: c.actor for c in cells.values()}
        rows = (
            (_actor(actor), *(_holding(cells.get((actor.key, issue))) for issue in abreast))
            for actor in actors.values()
        )
        heads = ("", *(plain(issue) for issue in abreast))
        title = "Further issues" if start else "Who holds what"
        yield Chapter(title=title, grid=Grid(heads=heads, rows=tuple(rows)))


def _actor(actor: Identity) -> Remark:
    """ "Sergei Lavrov (RUS)"."""
    side = f" ({actor.country})" if actor.country else ""
    return Remark(pieces=(Piece(plain(actor.name), "name"), Piece(side)))


def _holding(cell: Cell | None) -> Remark:
    """The latest stance with its day and sources; a dash where none is told."""
    if cell is None:
        return _EMPTY
    stand = cell.latest
    return Remark(
        pieces=(Piece(stand_words(stand)),), witnesses=stand.witnesses, marks=_turned(cell)
    )


def _together(cells: Iterable[Cell]) -> Remark:
    """What all of one side hold on an issue: "Lavrov: opposes, 12 May 2021; Putin: …"."""
    members = tuple(cells)
    if not members:
        return _EMPTY
    pieces: list[Piece] = []
    for cell in members:
        name = Piece(plain(cell.actor.name), "name")
        stance = Piece(f": {cell.latest.stance}, {in_words(cell.latest.until)}")
        pieces += (*((Piece("; "),) if pieces else ()), name, stance)
    return Remark(
        pieces=tuple(pieces),
        witnesses=tuple(w for cell in members for w in cell.latest.witnesses[-1:]),
        marks=("turned",) if any(cell.is_turned for cell in members) else (),
    )


def _turned(cell: Cell) -> tuple[str, ...]:
    """The mark of one who went over to the other side."""
    return ("turned",) if cell.is_turned else ()


def _turn(cell: Cell) -> Remark:
    """ "A on the sanctions: supports (1 May 2021) → opposes (3 June 2021)"."""
    stances = " → ".join(f"{stand.stance} ({in_words(stand.day)})" for stand in cell.stands)
    return Remark(
        pieces=(
            Piece(plain(cell.actor.name), "name"),
            Piece(f" on {plain(cell.issue)}: {stances}"),
        ),
        witnesses=tuple(w for stand in cell.stands for w in stand.witnesses[:1]),
    )
