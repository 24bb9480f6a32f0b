"""Reading: what the web asks of the reading side; whoever makes the application hands it in."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from memcon.brief.explanation import Explained
from memcon.record.contract import Record


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

    def read(
        self, name: str, content: bytes, published: date | None, known: Collection[str]
    ) -> Iterator[Record | Familiar | Refusal]:
        """What the pages in a file say: a page, a feed, an archive; those known are not read on."""
        ...

    def explain(self, record: Record, ident: str) -> Explained | None:
        """Why a finding is in a record as it was read; None if another version, or other models,
        read it."""
        ...
