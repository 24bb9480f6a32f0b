"""`memcon explain`: why a finding is in a record."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from memcon.cli.lines import lines_of
from memcon.errors import RecordError

if TYPE_CHECKING:
    from memcon.record.contract import Record


@click.command()
@click.argument("source", metavar="RECORD")
@click.argument("ident", metavar="ID")
def explain(source: str, ident: str) -> None:
    """Explain why the finding ID is in RECORD: its words, rule and model, and what was rejected.

    RECORD is a file that `memcon read --json` wrote, or "-" for standard input. ID is an event's
    (e3), a statement's (s1) or a prospect's (n1); pos3 is the third position, sil1 the first
    silence. In a file of many records the beginning of the article's id comes first, as it does in
    an Event ID of `memcon code`: d3b621ecd8434ffc-e3.
    """
    from rich.console import Console

    from memcon.cli.explanation import print_explanation, render_explanation, told
    from memcon.codes.countries import Countries
    from memcon.reading import Reader
    from memcon.record.idents import finding

    record, name = _asked_for(source, ident)
    finding(record, name)
    explained = told(record, Reader().explain(record, name), Countries.load())
    if sys.stdout.isatty():
        print_explanation(explained, Console())
    else:
        click.echo(render_explanation(explained), nl=False)


def _asked_for(source: str, ident: str) -> tuple[Record, str]:
    """The record that is meant, and the name of the finding in it."""
    from memcon.record.contract import decode

    head, _, name = ident.rpartition("-")
    lines = [line for line in lines_of(source) if line.strip() and head in line]
    try:
        records = [record for record in map(decode, lines) if record.article.id.startswith(head)]
    except RecordError as error:
        raise RecordError(f"{source}: {error}") from error
    if not records:
        raise RecordError(f"{source}: no record{f' of an article {head}' if head else ''}")
    first = records[0].article.id
    if any(record.article.id != first for record in records):
        raise RecordError(f"{source}: several articles; say of which, as in {first[:16]}-{name}")
    # "e3.2" is the second pair of parties of e3.
    return records[0], name.partition(".")[0]
