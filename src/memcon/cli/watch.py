"""`memcon watch`: questions saved, and what is new since they were last looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memcon.brief.lines import plain
from memcon.cli.answers import Form, answers, limited, show
from memcon.cli.desks import uses_desk

if TYPE_CHECKING:
    from memcon.desk.desk import Desk

_NEWS = "news"


class _Group(click.Group):
    """The commands of a watch; what is no command is the name of one: `memcon watch geneva`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `news` before names and options; --help stays the group's."""
        known = {*self.commands, *ctx.help_option_names}
        if not args or args[0] not in known:
            args = [_NEWS, *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Group)
def watch() -> None:
    """Tell what is new for saved questions: `memcon watch`, or `memcon watch NAME`.

    What is told counts as seen; where --limit leaves some out, all of it stays new. `memcon watch
    news --keep` only looks.
    """


@watch.command()
@click.argument("names", nargs=-1)
@click.option("--keep", is_flag=True, help="Only look: what is new stays new.")
@limited(20)
@uses_desk
@answers
def news(desk: Desk, names: tuple[str, ...], keep: bool, limit: int | None, form: Form) -> None:
    """Tell what is new since the watches NAMES, or all, were last looked at."""
    from memcon.brief.news import news_report

    found = desk.news(names, limit)
    show(found, form, news_report)
    if not keep:
        desk.mark_seen(found)


@watch.command()
@click.argument("name")
@click.argument("question", nargs=-1, required=True)
@uses_desk
def add(desk: Desk, name: str, question: tuple[str, ...]) -> None:
    """Save a QUESTION as NAME; what is on the desk by now is no news.

    \b
    relation PARTY PARTY     their happenings, prospects and discrepancies
    timeline [PARTY…]        happenings in which all of them have a part
    actor NAME               what it did and holds, and what it is to take part in
    positions ISSUE          who holds what on it
    prospects [PARTY…]       new statuses of what lies ahead
    discrepancies [PARTY…]   where sources differ
    search WORDS             articles in which the words stand
    """
    from memcon.cli.search import as_query

    if name in watch.commands:
        raise click.BadParameter(f"{name!r} is a command; take another name.")
    subject, *words = question
    asked = (subject, as_query(tuple(words))) if subject == "search" else question
    saved = desk.watch(name, asked)
    click.echo(f"saved {plain(name)}: {plain(' '.join(saved.question))}", err=True)


@watch.command("list")
@uses_desk
@answers
def list_watches(desk: Desk, form: Form) -> None:
    """List the watches, their questions, and how many articles came since the last look."""
    from memcon.brief.news import watches_report

    show(desk.watches(), form, watches_report)


@watch.command()
@click.argument("names", nargs=-1, required=True)
@uses_desk
def remove(desk: Desk, names: tuple[str, ...]) -> None:
    """Forget the watches NAMES."""
    for name in names:
        desk.unwatch(name)
        click.echo(f"removed {plain(name)}", err=True)
