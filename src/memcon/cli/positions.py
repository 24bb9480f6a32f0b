"""`memcon positions`: who holds what on an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memcon.cli.answers import Form, answers, limited, show, within
from memcon.cli.desks import uses_desk

if TYPE_CHECKING:
    from typing import Unpack

    from memcon.desk.days import Days
    from memcon.desk.desk import Desk


@click.command()
@click.argument("issue", nargs=-1, required=True)
@within
@limited(6)
@uses_desk
@answers
def positions(
    desk: Desk, issue: tuple[str, ...], limit: int | None, form: Form, **days: Unpack[Days]
) -> None:
    """Tell who holds what on an ISSUE: the latest stance of each actor, and who turned.

    An ISSUE is words of its name, or words that begin so: "nord stream" is the pipeline and the
    sanctions on it. With a limit, the issues are told of which most actors speak.
    """
    from memcon.brief.matrix import positions_report

    show(desk.positions(" ".join(issue), limit, **days), form, positions_report)
