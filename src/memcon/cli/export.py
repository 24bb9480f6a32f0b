"""`memcon desk export`: what the desk knows, in the formats of other tools."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from memcon.cli.answers import as_of, within
from memcon.cli.desks import uses_store

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from memcon.desk.dossiers import Wanted
    from memcon.desk.store import Store
    from memcon.export.formats import Format, Level, LineFormat, Shipment, TableFormat

# As in export/formats.py, which is imported when something is exported.
_FORMATS = (
    *("plover", "icews", "gdelt", "happenings"),
    *("plover-json", "annotations", "jsonld", "ftm", "atom", "corrections"),
)
_STANDARD = Path("-")
_TABLE_SUFFIXES = (".csv", ".parquet")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to go out, in the user's words."""

    since: date | None
    until: date | None
    between: tuple[str, str] | None
    floor: float
    limit: int | None


def _narrows(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --since, --until, --between, --min-confidence, --limit as its `asked`."""

    @within
    @click.option(
        "--between",
        nargs=2,
        metavar="WHO WHO",
        help="Only what was between these two, as USA RUS.",
    )
    @click.option(
        "--min-confidence",
        "floor",
        type=click.FloatRange(0, 1),
        default=0.0,
        help="Only what is at least so sure.",
    )
    @click.option(
        "--limit",
        type=click.IntRange(min=0),
        metavar="N",
        help="Of happenings the newest N; 0 for all (default: all, but 100 for atom).",
    )
    @wraps(command)
    def run(**given: Any) -> Any:
        names = ("since", "until", "between", "floor", "limit")
        asked = _Asked(**{name: given.pop(name) for name in names})
        return command(asked=asked, **given)

    return run


@click.command()
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), required=True, help="What to write; see above."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    default="-",
    help="Write there (default: standard output).",
)
@click.option(
    "--per",
    "level",
    type=click.Choice(["event", "happening"]),
    default="event",
    help="Tell an event as each article has it, or each happening once (default: event).",
)
@_narrows
@as_of
@uses_store
def export(
    store: Store, form: Format, output: Path, level: Level, today: date, asked: _Asked
) -> None:
    """Write what the desk knows in the format of another tool.

    \b
    plover, icews, gdelt  event data: a row a pair of parties
    happenings            a row a happening
    plover-json           PLOVER's events, an object a line
    annotations           W3C Web Annotations, an article a line
    jsonld                schema.org: NewsArticle, Claim, Event
    ftm                   FollowTheMoney entities, one a line
    atom                  a feed of the newest happenings
    corrections           what you set right, to train models with, one a line

    A table is CSV on standard output; in a file its suffix says the format: .csv, .jsonl or
    .parquet. Days are those of happenings; of what each article tells, those of publication.
    """
    from memcon.export.formats import LEVELLED, TABLES

    if level == "happening" and form not in LEVELLED:
        raise click.UsageError(f"--per happening goes with {', '.join(LEVELLED)}.")
    if form not in TABLES and output.suffix.lower() in _TABLE_SUFFIXES:
        raise click.UsageError(f"{form} is no table; name another file than {output}.")
    with store.read(), _packed(store, form, level, asked, today) as shipment:
        if form in TABLES:
            _write_table(output, form, level, shipment)
        else:
            _write_lines(output, cast("LineFormat", form), shipment)


@contextmanager
def _packed(
    store: Store, form: Format, level: Level, asked: _Asked, today: date
) -> Generator[Shipment]:
    """All that goes out, with a meter over it."""
    from memcon.cli.progress import counted
    from memcon.codes.countries import Countries
    from memcon.desk.consignments import consign
    from memcon.export.formats import ENTRIES, Shipment, tells_articles, tells_happenings
    from memcon.export.selection import Selection

    goods = consign(
        store,
        _wanted(store, asked, ENTRIES if form == "atom" else None),
        has_articles=tells_articles(form, level),
        has_happenings=tells_happenings(form, level),
    )
    numbers = {"articles": len(goods.articles), "happenings": len(goods.happenings)}
    things = " and ".join(name for name, number in numbers.items() if number)
    with counted(sum(numbers.values()), things) as meter:
        yield Shipment(
            goods=replace(goods, advance=meter.advance),
            selection=Selection(pair=goods.pair, floor=asked.floor),
            countries=Countries.load(),
            made=datetime.combine(today, time(), UTC),
        )


def _wanted(store: Store, asked: _Asked, most: int | None) -> Wanted:
    """What the desk is asked for; DeskError for a name that it does not know."""
    from memcon.desk.dossiers import Wanted, pair_of

    return Wanted(
        since=asked.since,
        until=asked.until,
        pair=pair_of(store, *asked.between) if asked.between else None,
        floor=asked.floor,
        limit=(most if asked.limit is None else asked.limit) or None,
    )


def _write_table(output: Path, form: TableFormat, level: Level, shipment: Shipment) -> None:
    """A table on standard output or in a file; of one that was interrupted nothing is left."""
    from memcon.export.formats import columns_of, rows_of
    from memcon.tables.files import CsvTable, open_table

    columns = columns_of(form, level)
    if output == _STANDARD:
        table = CsvTable(sys.stdout.buffer, columns)
        for rows in rows_of(form, shipment):
            table.write(rows)
        return
    with open_table(output, columns) as table, _whole(output):
        for rows in rows_of(form, shipment):
            table.write(rows)


def _write_lines(output: Path, form: LineFormat, shipment: Shipment) -> None:
    """Lines on standard output or in a file."""
    from memcon.export.formats import lines_of
    from memcon.tables.files import open_stream

    if output == _STANDARD:
        sys.stdout.buffer.writelines(lines_of(form, shipment))
        sys.stdout.flush()
        return
    with open_stream(output) as stream, _whole(output):
        stream.writelines(lines_of(form, shipment))


@contextmanager
def _whole(output: Path) -> Generator[None]:
    """After Ctrl-C nothing is kept, and the user told so."""
    try:
        yield
    except KeyboardInterrupt as error:
        click.echo(f"memcon: interrupted; {output} is as it was", err=True)
        raise click.Abort from error
