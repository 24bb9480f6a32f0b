"""Delivery: what a feed holds now, if that may be something new."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from memcon.errors import PageError
from memcon.page.charset import decode
from memcon.page.feed import is_feed, read_feed
from memcon.page.fetch import Address, Stamp, fetch_if_changed
from memcon.page.intake import LARGEST_PAGE, take_in
from memcon.page.page import Page, Rejected


@dataclass(frozen=True, slots=True)
class Delivery:
    """The entries of a feed in its order, and the stamp of this version of it."""

    entries: tuple[Page, ...]
    stamp: Stamp


def take_delivery(
    source: str, stamp: Stamp, *, is_allowed: Callable[[Address], bool] | None = None
) -> Delivery | None:
    """What the feed at an address or in a file holds; None if its server says it is as it was.

    `stamp` is that of the last delivery. PageError where there is no feed.
    """
    if not is_address(source):
        return Delivery(_entries(source, decode(source, _content(source))), Stamp())
    answer = fetch_if_changed(source, stamp, is_allowed=is_allowed)
    if answer is None:
        return None
    text = decode(source, answer.content, declared=answer.charset)
    return Delivery(_entries(source, text), answer.stamp)


def open_entries(
    entries: Iterable[Page], known: Callable[[str], bool]
) -> "Iterable[Page | Rejected]":
    """The page behind each entry, fetched; those whose address is known are left out.

    An entry without an address is taken as it is. What the entry says of the page comes first.
    """
    for entry in entries:
        if entry.url is None:
            yield entry
        elif not known(entry.url):
            for page in take_in((entry.url,), fetch=True):
                yield page if isinstance(page, Rejected) else _joined(page, entry)


def is_address(source: str) -> bool:
    """Whether a source is an address and no file."""
    return "://" in source


def _joined(page: Page, entry: Page) -> Page:
    """A page with what its entry in the feed says of it."""
    return replace(
        page,
        url=entry.url,
        given_id=entry.given_id,
        published=entry.published,
        publisher=entry.publisher,
    )


def _entries(source: str, text: str) -> tuple[Page, ...]:
    if not is_feed(text):
        raise PageError(source, "is no feed: neither RSS nor Atom")
    return tuple(read_feed(source, text))


def _content(source: str) -> bytes:
    try:
        with Path(source).open("rb") as stream:
            content = stream.read(LARGEST_PAGE + 1)
    except OSError as error:
        raise PageError(source, (error.strerror or str(error)).lower()) from error
    if len(content) > LARGEST_PAGE:
        raise PageError(source, f"is larger than {LARGEST_PAGE // 1_000_000} MB")
    return content
