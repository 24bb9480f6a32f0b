"""`memcon pull`: fetch the feeds that are followed, and add what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memcon.cli.add import Tally
from memcon.cli.desks import uses_desk
from memcon.errors import DeskError, PageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.desk.desk import Desk
    from memcon.desk.feeds import Feed
    from memcon.page.delivery import Delivery
    from memcon.page.page import Page, Rejected


@click.command()
@click.option("--pages", is_flag=True, help="Fetch the page of each new entry, too.")
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, help="How many processes read (default: 1)."
)
@uses_desk
def pull(desk: Desk, pages: bool, jobs: int) -> int:
    """Fetch the feeds that are followed and add their new entries to the desk.

    A feed that has not changed, as its server says, is not sent again. What a feed carries is read,
    be it a summary; with --pages the page behind each entry.
    """
    feeds = desk.feeds()
    if not feeds:
        raise DeskError(f"{desk.store.path}: no feed is followed; name one with `memcon follow`")
    from memcon.cli.progress import counted
    from memcon.page.fetch import Stamp
    from memcon.page.page import Rejected
    from memcon.reading import Reader

    reader, tally = Reader(), Tally(desk)
    with counted(len(feeds), "feeds", "Pulling") as meter, tally:
        for feed in feeds:
            try:
                delivery = _taken(feed)
            except PageError as error:
                tally.take(Rejected(error.page, error.reason), meter)
                delivery = None
            if delivery:
                entries, refused = _entries(desk, delivery, pages), tally.refused
                for result in reader.read_new(entries, desk.articles(), jobs):
                    tally.take(result, meter)
                # Only now: what is not on the desk yet must be sent again; so must a page that
                # could not be fetched.
                stamp = Stamp() if pages and tally.refused > refused else delivery.stamp
                desk.note_pull(feed.source, stamp.etag, stamp.modified)
            meter.advance()
    return tally.report()


def _taken(feed: Feed) -> Delivery | None:
    """What a feed holds, if it has changed."""
    from memcon.page.delivery import take_delivery
    from memcon.page.fetch import Stamp

    return take_delivery(feed.source, Stamp(feed.etag, feed.modified))


def _entries(desk: Desk, delivery: Delivery, pages: bool) -> Iterator[Page | Rejected]:
    """The entries of a feed, or the pages behind those that are not on the desk."""
    from memcon.page.delivery import open_entries

    return iter(open_entries(delivery.entries, desk.has_page) if pages else delivery.entries)
