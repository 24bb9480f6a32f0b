"""`memcon code`: pages in, event data out; or labels for sentences whose parties are marked."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from memcon.cli.lines import lines_of
from memcon.cli.pages import REFUSED, Pages, read_each, reads_pages
from memcon.record.terms import EventStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from memcon.record.contract import Record
    from memcon.record.findings import Event
    from memcon.tables.columns import Preset
    from memcon.tables.dyads import Dyad
    from memcon.tables.files import Table

_STATUSES = get_args(EventStatus)
_STANDARD = Path("-")


def _statuses(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> frozenset[str]:
    """The statuses of "actual,ongoing"; all of them if none is given."""
    asked = frozenset(word.strip() for word in (value or ",".join(_STATUSES)).split(","))
    for word in sorted(asked - set(_STATUSES)):
        raise click.BadParameter(f"{word!r} is not one of {', '.join(_STATUSES)}.")
    return asked


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    default="-",
    help="Write there: .csv, .jsonl or .parquet (default: CSV on standard output).",
)
@click.option(
    "--columns",
    "preset",
    type=click.Choice(["plover", "icews", "gdelt"]),
    default="plover",
    help="Whose columns to write (default: plover).",
)
@click.option(
    "--status",
    "statuses",
    metavar="STATUS[,…]",
    callback=_statuses,
    help="Only events of these statuses, as actual,ongoing.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Only events of at least this confidence.",
)
@click.option(
    "--pairs",
    is_flag=True,
    help="PAGES is one TSV file with sentences whose source and target are marked; print the id "
    "and the label of each.",
)
@reads_pages
def code(
    pages: Pages,
    output: Path,
    preset: Preset,
    statuses: frozenset[str],
    min_confidence: float,
    pairs: bool,
) -> int:
    """Code PAGES as event data: a row for each pair of parties of each event.

    PAGES are as for `memcon read`. With --pairs nothing but the sentences of one file is coded.
    """
    if pairs:
        return _label(pages.sources)

    def is_asked_for(event: Event) -> bool:
        return event.status in statuses and event.confidence >= min_confidence

    return _code(pages, output, preset, is_asked_for)


def _code(pages: Pages, output: Path, preset: Preset, keeps: Callable[[Event], bool]) -> int:
    """Read the pages and write a row for each pair of parties of the events that are kept."""
    from memcon.codes.countries import Countries
    from memcon.tables.dyads import dyads

    countries = Countries.load()
    with _table(output, preset) as table:

        def write(record: Record) -> None:
            table.write(dyad for dyad in dyads(record, countries) if keeps(dyad.event))

        return read_each(pages, write)


@contextmanager
def _table(output: Path, preset: Preset) -> Generator[Table[Dyad]]:
    """Where the rows go; after Ctrl-C it says how many there are."""
    from memcon.tables.columns import PRESETS
    from memcon.tables.files import CsvTable, open_table

    if output == _STANDARD:
        yield CsvTable(sys.stdout.buffer, PRESETS[preset])
        return
    with open_table(output, PRESETS[preset]) as table:
        try:
            yield table
        except KeyboardInterrupt:
            kept = f"{output} has the {table.rows} rows found so far"
            told = kept if table.rows else "nothing was written"
            click.echo(f"memcon: interrupted; {told}", err=True)
            raise


def _label(sources: tuple[str, ...]) -> int:
    """Print id and label of each row of a file; those in which nothing is marked have no label."""
    if len(sources) != 1:
        raise click.UsageError("--pairs takes one file.")
    from memcon.coding.pairs import type_pairs
    from memcon.reading import Reader
    from memcon.tables.pairs import read_pairs

    rows = tuple(read_pairs(sources[0], lines_of(sources[0])))
    labels = iter(type_pairs([row.marked for row in rows if row.marked], Reader().models))
    for row in rows:
        click.echo(f"{row.ident}\t{next(labels) if row.marked else ''}")
    unmarked = [row.ident for row in rows if not row.marked]
    if not unmarked:
        return 0
    click.echo(f"memcon: {len(unmarked)} of {len(rows)} rows have no marks", err=True)
    for ident in unmarked:
        click.echo(f"  {ident}", err=True)
    return REFUSED
