"""`memcon prospects`: what lies ahead, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from memcon.cli.answers import Form, answers, as_of, limited, show
from memcon.cli.desks import uses_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from memcon.desk.desk import Desk
    from memcon.story.outlook import State

_STATES: dict[State, str] = {
    "open": "What is still to come.",
    "overdue": "What should have been by now, and nobody told of it.",
    "dormant": "What nobody has spoken of for long.",
    "settled": "What was held, cancelled or rejected.",
}


def _in_states(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command a flag for each state; it gets those that are set as its `states`."""
    for state in reversed(_STATES):
        command = click.option(
            f"--{state}", "states", flag_value=state, multiple=True, help=_STATES[state]
        )(command)
    return command


@click.command()
@click.argument("parties", metavar="[PARTY]...", nargs=-1)
@_in_states
@as_of
@limited(10)
@uses_desk
@answers
def prospects(
    desk: Desk,
    parties: tuple[str, ...],
    states: tuple[State, ...],
    today: date,
    limit: int | None,
    form: Form,
) -> None:
    """Tell what lies ahead: all of it, or that in which each PARTY has a part.

    Each prospect has its history, from the first word of it to the last, with sources. Without
    flags, prospects of every state are told, the overdue ones first.
    """
    from memcon.brief.outlooks import prospects_report

    show(desk.prospects(parties, states, today, limit), form, prospects_report)
