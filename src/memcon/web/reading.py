"""Reading: what the web asks of the reading side; whoever makes the application hands it in."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from memcon.brief.explanation import Explained
from memcon.record.contract import Record


@dataclass(frozen=True, slots=True)
class Sent:
    """A file, or a text that was pasted, as it came, and what the sender says of it.

    The name of a file says only of what kind it may be; that of a text (`is_text`) nothing.
    """

    name: str
    content: bytes
    is_text: bool = False
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """How many pages a file has; told before the first is read."""

    pages: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that was not read, and why."""

    page: str
    reason: str


@dataclass(frozen=True, slots=True)
class Familiar:
    """A page whose article is on the desk already."""

    page: str
    article: str


class Reading(Protocol):
    """Reads pages and explains findings. It is slow and may be asked from any thread."""

    def load(self) -> None:
        """Load the models, once; MemconError if one is missing."""
        ...

    def read(
        self, sent: Sent, known: Collection[str]
    ) -> Iterator[Found | Record | Familiar | Refusal]:
        """What the pages in a file say: a page, a feed, many pages, records; all in their order.

        Those whose article's id is known are not read on.
        """
        ...

    def explain(self, record: Record, ident: str) -> Explained | None:
        """Why a finding is in a record as it was read; None if another version, or other models,
        read it."""
        ...
