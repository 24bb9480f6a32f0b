"""`memcon read`: pages in, memoranda or records out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from memcon.page.page import Page, Rejected
    from memcon.settings import Format

_REFUSED = 2


@click.command()
@click.argument("pages", nargs=-1, required=True)
@click.option("--markdown", "form", flag_value="markdown", help="Write Markdown with footnotes.")
@click.option("--html", "form", flag_value="html", help="Write a self-contained HTML page.")
@click.option("--json", "form", flag_value="json", help="Write the record, one a line.")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day on which the pages were published.",
)
@click.option("--fetch", is_flag=True, help="Allow addresses among PAGES to be fetched.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|FOLDER",
    help="Write there; a folder gets a file for each page.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes read (default: 1).")
def read(
    pages: tuple[str, ...],
    form: Format,
    published: datetime | None,
    fetch: bool,
    output: Path | None,
    jobs: int,
) -> int:
    """Read PAGES and print the memorandum of each.

    A page is a file, a folder, a pattern, a file of JSON Lines, a feed, "-" for standard input or,
    with --fetch, an address.
    """
    # Imported when called: help does without the libraries that these load.
    from memcon.cli.output import format_for, open_output
    from memcon.cli.progress import watched
    from memcon.codes.countries import Countries
    from memcon.page.intake import take_in
    from memcon.page.page import Rejected
    from memcon.reading import Reader

    taken = _dated(take_in(pages, fetch=fetch), published.date() if published else None)
    refused: list[Rejected] = []
    found = 0
    with (
        watched(pages) as watch,
        open_output(output, format_for(output, form), Countries.load()) as sink,
    ):
        for result in Reader().read_all(taken, jobs):
            found += 1
            if isinstance(result, Rejected):
                refused.append(result)
            else:
                watch.clear()
                sink.write(result)
            watch.advance()
    if not found:
        raise MemconError(f"{', '.join(pages)}: no page found")
    return _report(refused, found)


def _dated(pages: Iterable[Page | Rejected], day: date | None) -> Iterator[Page | Rejected]:
    """The pages, published on the day that the user gives."""
    from memcon.page.page import Page

    for page in pages:
        yield replace(page, published=day) if day and isinstance(page, Page) else page


def _report(refused: Sequence[Rejected], found: int) -> int:
    """List the pages that were refused; the exit code says whether there were any."""
    from memcon.brief.lines import plain

    lines = [f"{plain(page.page)}: {plain(page.reason)}" for page in refused]
    if found > 1 and lines:
        click.echo(f"memcon: {len(lines)} of {found} pages refused", err=True)
        lines = [f"  {line}" for line in lines]
    else:
        lines = [f"memcon: {line}" for line in lines]
    for line in lines:
        click.echo(line, err=True)
    return _REFUSED if refused else 0
