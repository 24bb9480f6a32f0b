"""Ruling: what a user decided: that two events are one happening, or that they are not.

An event is known by its article and its trigger, so that a ruling holds when the article is read
again and its events have other numbers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from memcon.desk.records import now
from memcon.desk.store import Store
from memcon.record.span import Span
from memcon.story.sightings import Sighting

Kind = Literal["split", "merge"]

_OF_ARTICLE = """
SELECT kind, one, one_start, one_end, other, other_start, other_end FROM rulings WHERE one = ?
UNION ALL
SELECT kind, other, other_start, other_end, one, one_start, one_end FROM rulings WHERE other = ?
"""
_DELETE = """
DELETE FROM rulings WHERE one = ? AND one_start < ? AND one_end > ?
AND other = ? AND other_start < ? AND other_end > ?
"""
_INSERT = """
INSERT INTO rulings (kind, one, one_start, one_end, other, other_start, other_end, ruled, who)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event, by the id of its article and the words that name it."""

    article: str
    trigger: Span

    @classmethod
    def of(cls, sighting: Sighting) -> "Mark":
        """The mark of an event as an article tells it."""
        return cls(sighting.article, sighting.trigger)

    def is_on(self, sighting: Sighting) -> bool:
        """Whether this is the mark of an event."""
        return self.article == sighting.article and self.trigger.overlaps(sighting.trigger)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was ruled of two events."""

    kind: Kind
    one: Mark
    other: Mark


def rulings_on(store: Store, article: str) -> tuple[Ruling, ...]:
    """What was ruled of the events of an article, each as the `one`."""
    return tuple(
        Ruling(kind, _mark(*one_and_other[:3]), _mark(*one_and_other[3:]))
        for kind, *one_and_other in store.query(_OF_ARTICLE, (article, article))
    )


def rule(
    store: Store,
    kind: Kind,
    some: Iterable[Sighting],
    others: Iterable[Sighting],
    who: str | None,
) -> None:
    """Rule of each of some events and each of the others; what was ruled of them before is void."""
    ruled = now()
    for sighting, other in product(tuple(some), tuple(others)):
        one, two = Mark.of(sighting), Mark.of(other)
        store.run(_DELETE, (*_touching(one), *_touching(two)))
        store.run(_DELETE, (*_touching(two), *_touching(one)))
        store.run(_INSERT, (kind, *_row(one), *_row(two), ruled, who))


def remove_rulings(store: Store, article: str) -> None:
    """Forget what was ruled of the events of an article."""
    store.run("DELETE FROM rulings WHERE one = ? OR other = ?", (article, article))


def counterparts(rulings: Iterable[Ruling], kind: Kind, sighting: Sighting) -> Iterator[Mark]:
    """The events of which something was ruled together with this one."""
    for ruling in rulings:
        if ruling.kind == kind and ruling.one.is_on(sighting):
            yield ruling.other


def _mark(article: str, start: int, end: int) -> Mark:
    return Mark(article, Span(start=start, end=end))


def _row(mark: Mark) -> tuple[str, int, int]:
    return mark.article, mark.trigger.start, mark.trigger.end


def _touching(mark: Mark) -> tuple[str, int, int]:
    """What a span must begin before and end after to overlap."""
    return mark.article, mark.trigger.end, mark.trigger.start
