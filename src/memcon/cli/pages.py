"""Pages: what a command that reads is pointed at, how far it is, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from memcon.page.page import Page, Rejected
    from memcon.record.contract import Record

REFUSED = 2
_OPTIONS = (
    click.option(
        "--published",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="The day on which the pages were published.",
    ),
    click.option("--fetch", is_flag=True, help="Allow addresses among PAGES to be fetched."),
    click.option(
        "--jobs", type=click.IntRange(min=1), help="How many processes read (default: 1)."
    ),
)


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the pages are, when they were published if the user says so, and how to read them."""

    sources: tuple[str, ...]
    published: date | None
    fetch: bool
    jobs: int


def reads_pages(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command PAGES, --published, --fetch and --jobs; it gets them as its `pages`."""
    return _reads(command, is_required=True)


def may_read_pages(command: Callable[..., int]) -> Callable[..., int]:
    """The same, where PAGES may be left out."""
    return _reads(command, is_required=False)


def _reads(command: Callable[..., int], *, is_required: bool) -> Callable[..., int]:
    @wraps(command)
    def run(
        pages: tuple[str, ...], published: datetime | None, fetch: bool, jobs: int, **others: Any
    ) -> int:
        day = published.date() if published else None
        return command(pages=Pages(pages, day, fetch, jobs), **others)

    for option in reversed(_OPTIONS):
        run = option(run)
    return click.argument("pages", nargs=-1, required=is_required)(run)


def read_each(pages: Pages, show: Callable[[Record], None]) -> int:
    """Read the pages and show each record; list what was refused, and give the exit code."""
    # Imported when called: help does without the libraries that these load.
    from memcon.cli.progress import metered
    from memcon.page.intake import take_in
    from memcon.page.page import Rejected
    from memcon.reading import Reader

    taken = dated(take_in(pages.sources, fetch=pages.fetch), pages.published)
    refused: list[Rejected] = []
    found = 0
    with metered(pages.sources) as meter:
        for result in Reader().read_all(taken, pages.jobs):
            found += 1
            if isinstance(result, Rejected):
                refused.append(result)
            else:
                meter.clear()
                show(result)
            meter.advance()
    if not found:
        raise MemconError(f"{', '.join(pages.sources)}: no page found")
    return report(refused, found)


def dated(pages: Iterable[Page | Rejected], day: date | None) -> Iterator[Page | Rejected]:
    """The pages, published on the day that the user gives."""
    from memcon.page.page import Page

    for page in pages:
        yield replace(page, published=day) if day and isinstance(page, Page) else page


def report(refused: Sequence[Rejected], found: int) -> int:
    """List the pages that were refused; the exit code says whether there were any."""
    from memcon.brief.lines import plain

    lines = [f"{plain(page.page)}: {plain(page.reason)}" for page in refused]
    if found > 1 and lines:
        click.echo(f"memcon: {len(lines)} of {found} pages refused", err=True)
        lines = [f"  {line}" for line in lines]
    else:
        lines = [f"memcon: {line}" for line in lines]
    for line in lines:
        click.echo(line, err=True)
    return REFUSED if refused else 0
