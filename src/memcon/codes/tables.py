"""Tables: the packaged TSV files of the field's facts."""

from collections.abc import Iterator
from pathlib import Path

from memcon.errors import ModelError

# Not importlib.resources: to import it takes longer than to read a table.
_FOLDER = Path(__file__).with_name("data")


def rows(name: str) -> Iterator[dict[str, str]]:
    """Each row of `data/<name>.tsv`, by column; lines that begin with "#" are comments.

    ModelError names the table and the line that has too few or too many columns.
    """
    try:
        text = (_FOLDER / f"{name}.tsv").read_text("utf-8")
    except OSError as error:
        raise ModelError(f"table {name}.tsv: {error}") from error
    columns: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
        elif len(cells) != len(columns):
            raise ModelError(f"table {name}.tsv, line {number}: {len(cells)} columns")
        else:
            yield dict(zip(columns, cells, strict=True))


def forms(cell: str) -> tuple[str, ...]:
    """The forms of a cell, parted by "|"."""
    return tuple(form for form in cell.split("|") if form)
