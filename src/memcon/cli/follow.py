"""`memcon follow`: remember feeds, for `memcon pull` to fetch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli.desks import fills_desk
from memcon.errors import MemconError, PageError

if TYPE_CHECKING:
    from memcon.desk.desk import Desk


@click.command()
@click.argument("feeds", nargs=-1)
@click.option("--list", "lists", is_flag=True, help="List the feeds that are followed.")
@click.option("--remove", "removes", is_flag=True, help="Follow FEEDS no more; what came stays.")
@fills_desk
def follow(desk: Desk, feeds: tuple[str, ...], lists: bool, removes: bool) -> None:
    """Follow FEEDS: addresses or files of RSS or Atom.

    Nothing is fetched before `memcon pull`, and then from no other address than these.
    """
    if lists == bool(feeds) or (lists and removes):
        raise click.UsageError("name FEEDS to follow, or --list those that are.")
    if lists:
        _list(desk)
        return
    for source in map(_place, feeds):
        if removes:
            desk.unfollow(source)
            click.echo(f"no longer followed: {source}")
        else:
            _check(source)
            is_new = desk.follow(source)
            click.echo(f"{'followed' if is_new else 'followed already'}: {source}")


def _list(desk: Desk) -> None:
    for feed in desk.feeds():
        click.echo(f"{feed.pulled or 'not pulled yet'}  {feed.source}")


def _place(source: str) -> str:
    """An address as it is, a file by its whole path."""
    from memcon.page.delivery import is_address

    return source if is_address(source) else str(Path(source).absolute())


def _check(source: str) -> None:
    """Refuse what can be no feed."""
    from memcon.page.delivery import is_address

    if is_address(source) and not source.startswith(("http://", "https://")):
        raise PageError(source, "only http and https addresses can be followed")
    if not is_address(source) and not Path(source).is_file():
        raise MemconError(f"{source}: there is no such file")
