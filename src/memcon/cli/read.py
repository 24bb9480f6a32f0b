"""`memcon read`: pages in, memoranda or records out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli.pages import Pages, read_each, reads_pages

if TYPE_CHECKING:
    from memcon.settings import Format


@click.command()
@click.option("--markdown", "form", flag_value="markdown", help="Write Markdown with footnotes.")
@click.option("--html", "form", flag_value="html", help="Write a self-contained HTML page.")
@click.option("--json", "form", flag_value="json", help="Write the record, one a line.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|FOLDER",
    help="Write there; a folder gets a file for each page.",
)
@reads_pages
def read(pages: Pages, form: Format, output: Path | None) -> int:
    """Read PAGES and print the memorandum of each.

    A page is a file, a folder, a pattern, a file of JSON Lines, a feed, "-" for standard input or,
    with --fetch, an address.
    """
    from memcon.cli.output import format_for, open_output
    from memcon.codes.countries import Countries

    with open_output(output, format_for(output, form), Countries.load()) as sink:
        return read_each(pages, sink.write)
