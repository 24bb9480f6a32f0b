"""`memcon quotes`: pages in, what was said by whom out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import click

from memcon.cli.pages import Pages, read_each, reads_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from memcon.codes.countries import Countries
    from memcon.record.contract import Record
    from memcon.tables.quotations import Quotation

    Form = Literal["json", "csv"] | None
    Printer = Callable[[Record, Sequence[Quotation]], None]


@click.command()
@click.option("--speaker", metavar="NAME", help="Only by NAME: a part of a name, or a country.")
@click.option(
    "--about",
    metavar="WORDS",
    help="Only what has these WORDS, or words that begin so, in it or in the name of its issue.",
)
@click.option("--json", "form", flag_value="json", help="Write a line of JSON for each.")
@click.option("--csv", "form", flag_value="csv", help="Write a row of CSV for each.")
@reads_pages
def quotes(pages: Pages, speaker: str | None, about: str | None, form: Form) -> int:
    """Print what was said in PAGES: by whom, where, through whom.

    What was quoted stands in quotation marks; the rest is as the article words it.
    """
    from memcon.codes.countries import Countries
    from memcon.tables.quotations import quotations

    countries = Countries.load()
    show = _printer(form, countries)
    is_any = False

    def write(record: Record) -> None:
        nonlocal is_any
        found = [
            quotation
            for quotation in quotations(record)
            if (speaker is None or quotation.is_by(speaker, countries))
            and (about is None or quotation.is_about(about))
        ]
        if found:
            is_any = True
            show(record, found)

    code = read_each(pages, write)
    if not is_any and not code:
        click.echo("memcon: no statement found", err=True)
    return code


def _printer(form: Form, countries: Countries) -> Printer:
    """How to print the quotations of a record: as lines for other programs, or as a digest."""
    import msgspec
    from rich.console import Console

    from memcon.brief.digest import print_digest, render_digest
    from memcon.tables.files import CsvTable
    from memcon.tables.quotations import COLUMNS

    if form == "json":
        return lambda _, found: click.echo(b"\n".join(map(msgspec.json.encode, found)))
    if form == "csv":
        table = CsvTable(sys.stdout.buffer, COLUMNS)
        return lambda _, found: table.write(found)
    if sys.stdout.isatty():
        console = Console()
        return lambda record, found: print_digest(record, found, countries, console)
    return lambda record, found: click.echo(render_digest(record, found, countries), nl=False)
