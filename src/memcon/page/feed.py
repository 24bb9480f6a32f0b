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

_HEAD = 4_000
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*(?:\[(?:[^\]\"']|\"[^\"]*\"|'[^']*')*\]\s*)?>")
_MARKED_UP = re.compile(r"<\w+[^<>]*>|&\w+;")


def is_feed(text: str) -> bool:
    """Whether a document is RSS or Atom by its outermost element."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and bool(_FEED.search(head))


def read_feed(name: str, text: str) -> Iterator[Page]:
    """The entries in their order; PageError if there is none to read.

    Entities that a document defines are cut off unread, so one that defines billions costs nothing.
    """
    plain = _without_doctype(text).encode("utf-8", "replace")
    found = feedparser.parse(io.BytesIO(plain), sanitize_html=True)
    if not found.entries:
        raise PageError(name, "holds no entry of a feed")
    for number, entry in enumerate(found.entries, 1):
        yield _page(f"{name}, entry {number}", entry, found.feed)


def _without_doctype(text: str) -> str:
    start = text.find("<!DOCTYPE", 0, _HEAD)
    doctype = _DOCTYPE.match(text, start) if start >= 0 else None
    return text[:start] + text[doctype.end() :] if doctype else text


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
