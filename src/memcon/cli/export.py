"""`memcon desk export`: what the desk knows, in the formats of other tools."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from memcon.cli.answers import as_of, within
from memcon.cli.desks import uses_store

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from memcon.cli.formats import Consignment, Format, Level, LineFormat, TableFormat
    from memcon.desk.dossiers import Wanted
    from memcon.desk.store import Store

# As in cli/formats.py, which is imported when something is exported.
_FORMATS = (
    *("plover", "icews", "gdelt", "happenings"),
    *("plover-json", "annotations", "jsonld", "ftm", "atom", "corrections"),
)
_STANDARD = Path("-")
_TABLE_SUFFIXES = (".csv", ".parquet")
# So many entries has a feed, unless another number is asked for.
_ENTRIES = 100


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
    from memcon.cli.formats import LEVELLED, TABLES

    if level == "happening" and form not in LEVELLED:
        raise click.UsageError(f"--per happening goes with {', '.join(LEVELLED)}.")
    if form not in TABLES and output.suffix.lower() in _TABLE_SUFFIXES:
        raise click.UsageError(f"{form} is no table; name another file than {output}.")
    with store.read(), _packed(store, form, level, asked, today) as goods:
        if form in TABLES:
            _write_table(output, form, level, goods)
        else:
            _write_lines(output, cast("LineFormat", form), goods)


@contextmanager
def _packed(
    store: Store, form: Format, level: Level, asked: _Asked, today: date
) -> Generator[Consignment]:
    """All that goes out, with a meter over it."""
    from memcon.cli.formats import Consignment, tells_articles, tells_happenings
    from memcon.cli.progress import counted
    from memcon.codes.countries import Countries
    from memcon.desk.dossiers import articles_wanted, happenings_wanted, keys_of
    from memcon.export.selection import Selection

    wanted = _wanted(store, asked, _ENTRIES if form == "atom" else None)
    articles = articles_wanted(store, wanted) if tells_articles(form, level) else ()
    happenings = happenings_wanted(store, wanted) if tells_happenings(form, level) else ()
    pair = (keys_of(store, wanted.pair[0]), keys_of(store, wanted.pair[1])) if wanted.pair else None
    things = " and ".join(
        name for name, some in (("articles", articles), ("happenings", happenings)) if some
    )
    with counted(len(articles) + len(happenings), things) as meter:
        yield Consignment(
            store=store,
            articles=articles,
            happenings=happenings,
            selection=Selection(pair=pair, floor=asked.floor),
            countries=Countries.load(),
            made=datetime.combine(today, time(), UTC),
            meter=meter,
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


def _write_table(output: Path, form: TableFormat, level: Level, goods: Consignment) -> None:
    """A table on standard output or in a file; of one that was interrupted nothing is left."""
    from memcon.cli.formats import columns_of, fill
    from memcon.tables.files import CsvTable, open_table

    columns = columns_of(form, level)
    if output == _STANDARD:
        fill(CsvTable(sys.stdout.buffer, columns), form, goods)
        return
    with open_table(output, columns) as table, _whole(output):
        fill(table, form, goods)


def _write_lines(output: Path, form: LineFormat, goods: Consignment) -> None:
    """Lines on standard output or in a file."""
    from memcon.cli.formats import lines_of
    from memcon.tables.files import open_stream

    if output == _STANDARD:
        sys.stdout.buffer.writelines(lines_of(form, goods))
        sys.stdout.flush()
        return
    with open_stream(output) as stream, _whole(output):
        stream.writelines(lines_of(form, goods))


@contextmanager
def _whole(output: Path) -> Generator[None]:
    """After Ctrl-C nothing is kept, and the user told so."""
    try:
        yield
    except KeyboardInterrupt as error:
        click.echo(f"memcon: interrupted; {output} is as it was", err=True)
        raise click.Abort from error
