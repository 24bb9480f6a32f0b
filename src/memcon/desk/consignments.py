"""Consignment: what goes out of the desk at once: records, happenings, and what was set right."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from memcon.desk.corrections import ruled, set_right
from memcon.desk.dossiers import (
    Wanted,
    articles_wanted,
    dossiers,
    happenings_wanted,
    keys_of,
    records,
)
from memcon.desk.store import Store
from memcon.record.contract import Record
from memcon.story.amendments import Amendment, Judgement
from memcon.story.dossiers import Dossier


def _unheard() -> None:
    return


@dataclass(frozen=True, slots=True)
class Consignment:
    """Articles and happenings by their numbers on the desk, in the order in which they go out.

    `pair` are the codes and keys by which two sides are known; `advance` is called after each.
    """

    store: Store
    articles: tuple[int, ...]
    happenings: tuple[int, ...]
    pair: tuple[frozenset[str], frozenset[str]] | None
    advance: Callable[[], object] = _unheard

    def records(self) -> Iterator[Record]:
        """The records of the articles."""
        return self._heard(records(self.store, self.articles))

    def dossiers(self) -> Iterator[Dossier]:
        """The happenings."""
        return self._heard(dossiers(self.store, self.happenings))

    def set_right(self) -> Iterator[tuple[Record, Sequence[Amendment]]]:
        """Articles as they were read, with what was set right in each."""
        return iter(set_right(self.store, self.articles))

    def ruled(self) -> Iterator[tuple[Judgement, Record, Record]]:
        """Which events were ruled to be one, or not to be, each with its article."""
        return ruled(self.store, self.articles)

    def _heard(self, things: Iterator[Any]) -> Iterator[Any]:
        for thing in things:
            yield thing
            self.advance()


def consign(
    store: Store, wanted: Wanted, *, has_articles: bool, has_happenings: bool
) -> Consignment:
    """What is wanted, of articles, happenings or both; within one reading of the desk."""
    return Consignment(
        store=store,
        articles=articles_wanted(store, wanted) if has_articles else (),
        happenings=happenings_wanted(store, wanted) if has_happenings else (),
        pair=(keys_of(store, wanted.pair[0]), keys_of(store, wanted.pair[1]))
        if wanted.pair
        else None,
    )
