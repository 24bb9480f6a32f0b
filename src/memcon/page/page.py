"""Page: one thing to read, as it came: a file, a line of JSON, a feed's entry, a fetched URL."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

MediaType = Literal["text/html", "text/plain"]


@dataclass(frozen=True, slots=True)
class Page:
    """Content with what its carrier says of it; `name` is what an error calls it.

    `content` is decoded text. What the carrier does not say is None.
    """

    name: str
    content: str
    media_type: MediaType = "text/plain"
    url: str | None = None
    given_id: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A page that was refused, and why."""

    page: str
    reason: str
