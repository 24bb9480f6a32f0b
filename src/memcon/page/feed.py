"""Feed: an RSS or Atom document -> a Page for each of its entries."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import feedparser

from memcon.errors import PageError
from memcon.page.days import day_in, iso_day
from memcon.page.page import Page

# A feed's own element stands within so much of the beginning.
_HEAD = 100_000
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_START = re.compile(
    r"<(?:\?xml|rss|feed|rdf:RDF|!DOCTYPE\s+(?:rss|feed|rdf:RDF)|!--)", re.IGNORECASE
)
_MARKED_UP = re.compile(r"<\w+[^<>]*>|&\w+;")


def is_feed(text: str) -> bool:
    """Whether a document is RSS or Atom by its outermost element."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    return bool(_START.match(text, start) and _FEED.search(text, start, start + _HEAD))


def read_feed(name: str, text: str) -> Iterator[Page]:
    """The entries in their order; PageError if there is none to read.

    A feed that defines entities of its own is refused: a few lines of them can stand for billions.
    """
    outermost = _FEED.search(text)
    if "<!ENTITY" in text[: outermost.start() if outermost else _HEAD]:
        raise PageError(name, "defines entities of its own; such a feed is not read")
    found = feedparser.parse(io.BytesIO(text.encode("utf-8", "replace")), sanitize_html=True)
    if not found.entries:
        raise PageError(name, "holds no entry of a feed")
    for number, entry in enumerate(found.entries, 1):
        yield _page(f"{name}, entry {number}", entry, found.feed)


def _page(name: str, entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Page:
    content = _content(entry)
    source = entry.get("source") or {}
    return Page(
        name=name,
        content=content,
        media_type="text/html" if _MARKED_UP.search(content) else "text/plain",
        url=_said(entry.get("link")),
        given_id=_said(entry.get("id")),
        title=_said(entry.get("title")),
        published=_day(entry),
        publisher=_said(source.get("title")) or _said(feed.get("title")),
        language=_said(feed.get("language")),
    )


def _content(entry: Mapping[str, Any]) -> str:
    """The longest text that an entry carries."""
    contents: Sequence[Mapping[str, Any]] = entry.get("content") or ()
    texts = [str(part.get("value") or "") for part in contents]
    return max([*texts, str(entry.get("summary") or "")], key=len)


def _day(entry: Mapping[str, Any]) -> date | None:
    """The day as the feed's own clock has it."""
    for key in ("published", "updated", "created"):
        if value := _said(entry.get(key)):
            return iso_day(value) or day_in(value)
    return None


def _said(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
