"""Tables: the packaged TSV files of the field's facts."""

from collections.abc import Iterator
from importlib import resources

from memcon.errors import ModelError


def rows(name: str) -> Iterator[dict[str, str]]:
    """Each row of `data/<name>.tsv`, by column; lines that begin with "#" are comments.

    ModelError names the table and the line that has too few or too many columns.
    """
    try:
        text = (resources.files("memcon.codes") / "data" / f"{name}.tsv").read_text("utf-8")
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
