"""`memcon happening`: one happening, its sources side by side; taken apart or put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memcon.cli.answers import Form, answers, show
from memcon.cli.desks import uses_desk
from memcon.cli.signatures import signs

if TYPE_CHECKING:
    from memcon.desk.desk import Desk

_SHOW = "show"


class _Group(click.Group):
    """`memcon happening 12` is `memcon happening show 12`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = [_SHOW, *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Group)
def happening() -> None:
    """Show a happening and its sources side by side; split it or merge it with another.

    `memcon happening N` shows happening number N.
    """


@happening.command(_SHOW)
@click.argument("number", type=int)
@uses_desk
@answers
def show_happening(desk: Desk, number: int, form: Form) -> None:
    """Show happening NUMBER: what each source says, in its words, and where they differ."""
    from memcon.brief.comparison import comparison_report

    show(desk.happening(number), form, comparison_report)


@happening.command()
@click.argument("number", type=int)
@click.argument("article")
@click.argument("events", nargs=-1)
@signs
@uses_desk
def split(desk: Desk, number: int, article: str, events: tuple[str, ...], who: str) -> None:
    """Take what an ARTICLE tells out of happening NUMBER, and make a happening of it.

    ARTICLE is how its id begins, EVENTS are e3, e4 …; without one, all that tell the happening. The
    ruling holds when the article is read again. `memcon happening merge` takes it back.
    """
    made = desk.split(number, article, events, who)
    click.echo(f"Happening {made} is parted from happening {number}.")


@happening.command()
@click.argument("number", type=int)
@click.argument("other", type=int)
@signs
@uses_desk
def merge(desk: Desk, number: int, other: int, who: str) -> None:
    """Make happening OTHER a part of happening NUMBER.

    The ruling holds when their articles are read again. `memcon happening split` takes it back.
    """
    desk.merge(number, other, who)
    click.echo(f"Happening {other} is part of happening {number} now.")
