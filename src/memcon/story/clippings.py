"""Clipping: an article on the desk, and what each of its findings became there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from memcon.record.contract import Record
from memcon.story.amendments import Amendment
from memcon.story.answers import Answer


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article of the same family: a wire copy or a rewrite."""

    article: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Thread:
    """A row of a clipping: a finding and what it belongs to on the desk: `kind` is happening (its
    number), prospect (its number) or actor (its key)."""

    finding: str
    kind: str
    number: int | None
    key: str | None


@dataclass(frozen=True, slots=True)
class Clipping(Answer[Thread]):
    """A record with its number on the desk, `family` and the other `copies` of that.

    `happenings` are those that its events tell ("e3"), `prospects` those of which its prospects and
    events tell ("n1", "e3": an event may show that it was held), by number; `actors` the keys of
    its actors ("a2"): who only is named may have none. `amendments` are what was set right in it.
    """

    row = Thread

    record: Record
    number: int
    publisher: str | None
    published: date | None
    added: str
    family: int
    copies: tuple[Copy, ...]
    happenings: Mapping[str, int]
    prospects: Mapping[str, int]
    actors: Mapping[str, str]
    amendments: tuple[Amendment, ...] = ()

    @property
    def rows(self) -> tuple[Thread, ...]:
        """A row for each finding that belongs to something."""
        return (
            *(Thread(event, "happening", n, None) for event, n in self.happenings.items()),
            *(Thread(finding, "prospect", n, None) for finding, n in self.prospects.items()),
            *(Thread(actor, "actor", None, key) for actor, key in self.actors.items()),
        )
