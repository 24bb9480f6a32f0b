"""`memcon relation`: the brief of two parties."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from memcon.cli.answers import Form, answers, as_of, limited, show, within
from memcon.cli.desks import uses_desk

if TYPE_CHECKING:
    from datetime import date
    from typing import Unpack

    from memcon.desk.days import Days
    from memcon.desk.desk import Desk
    from memcon.story.relations import Grain


@click.command()
@click.argument("parties", metavar="PARTY PARTY", nargs=2)
@click.option(
    "--by",
    "grain",
    type=click.Choice(["day", "week", "month"]),
    default="month",
    show_default=True,
    help="What a point of the series sums up.",
)
@within
@as_of
@limited(6)
@uses_desk
@answers
def relation(
    desk: Desk,
    parties: tuple[str, str],
    grain: Grain,
    today: date,
    limit: int | None,
    form: Form,
    **days: Unpack[Days],
) -> None:
    """Brief two parties: what lies ahead, signals and differences, where sources differ.

    A PARTY is a country by its code or name, or an actor by name: USA, Russia, NATO, Lavrov. An
    actor whose name several have is told apart by its key, as "person:sergei lavrov". The series
    weighs what happened by Goldstein's values; #12 is what `memcon happening 12` opens.
    """
    from memcon.brief.relation import relation_report

    answer = desk.relation(*parties, grain, today, limit, **days)
    show(answer, form, partial(relation_report, limit=limit))
