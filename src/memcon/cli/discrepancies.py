"""`memcon discrepancies`: where sources differ, each side in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memcon.cli.answers import Form, answers, limited, show, within
from memcon.cli.desks import uses_desk

if TYPE_CHECKING:
    from typing import Unpack

    from memcon.desk.days import Days
    from memcon.desk.desk import Desk
    from memcon.story.discrepancies import Kind


@click.command()
@click.argument("parties", nargs=-1)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(["date", "place", "number", "proposer", "denial"]),
    multiple=True,
    help="Only on this: when, where, how many, who proposed it, whether it is so.",
)
@within
@limited(20)
@uses_desk
@answers
def discrepancies(
    desk: Desk,
    parties: tuple[str, ...],
    kinds: tuple[Kind, ...],
    limit: int | None,
    form: Form,
    **days: Unpack[Days],
) -> None:
    """Show where sources differ on happenings in which all PARTIES took part.

    Each with what either side says. PARTIES are as NAME is for `memcon actor`; without one, all
    happenings count.
    """
    from memcon.brief.disputes import disputes_report

    show(desk.discrepancies(parties, kinds, limit, **days), form, disputes_report)
