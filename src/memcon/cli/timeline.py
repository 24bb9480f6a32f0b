"""`memcon timeline`: happenings by date."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from memcon.cli.answers import Form, answers, limited, show, within
from memcon.cli.desks import uses_desk
from memcon.record.terms import EventStatus, EventType

if TYPE_CHECKING:
    from typing import Unpack

    from memcon.desk.days import Days
    from memcon.desk.desk import Desk


@click.command()
@click.argument("parties", metavar="[PARTY]...", nargs=-1)
@click.option(
    "--type",
    "types",
    type=click.Choice(get_args(EventType), case_sensitive=False),
    multiple=True,
    help="Only of this type; may be given more than once.",
)
@click.option(
    "--status",
    "statuses",
    type=click.Choice(get_args(EventStatus), case_sensitive=False),
    multiple=True,
    help="Only of this status; may be given more than once.",
)
@within
@limited(30)
@uses_desk
@answers
def timeline(
    desk: Desk,
    parties: tuple[str, ...],
    types: tuple[EventType, ...],
    statuses: tuple[EventStatus, ...],
    limit: int | None,
    form: Form,
    **days: Unpack[Days],
) -> None:
    """Tell what happened, by date: all of it, or that in which each PARTY has a part.

    A PARTY is a country or an actor, as for `memcon relation`. With a limit, the latest are told.
    """
    from memcon.brief.timeline import timeline_report

    show(desk.timeline(parties, types, statuses, limit, **days), form, timeline_report)
