"""Correction: a reader sets right what was read, or takes that back, and the desk keeps to it.

Each in one transaction, with all that follows from it, as when the article is read again.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from memcon.desk.accounts import Passage, witnesses
from memcon.desk.amendments import amended, put_correction, remove_correction
from memcon.desk.intake import put_anew
from memcon.desk.records import kept, named, reading_of, record_of
from memcon.errors import DeskError
from memcon.record.span import Span
from memcon.story.amendments import Amendment, Corrections, Judgement
from memcon.story.corrections import corrected, found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Set

    from memcon.desk.recall import Recall
    from memcon.desk.store import Store
    from memcon.record.contract import Record
    from memcon.story.corrections import Correction

# So many articles are kept at hand.
_KEPT = 64
_RULINGS = """
SELECT r.kind, one.id, r.one_start, r.one_end, other.id, r.other_start, r.other_end, r.who, r.ruled
FROM rulings r JOIN articles one ON one.article = r.one
JOIN articles other ON other.article = r.other ORDER BY r.id
"""


def correct(store: Store, recall: Recall, correction: Correction) -> int:
    """Set something right in an article; the number by which that is taken back.

    DeskError if the article is not on the desk, or nothing in it would be another.
    """
    with store.transaction():
        known = kept(store, correction.article)
        if known is None:
            raise DeskError(f"{store.path}: there is no article {correction.article}")
        before = record_of(store, known.number)
        if corrected(before, (correction,)) == before:
            raise DeskError(
                f"article {known.article[:12]}: has it so already, or has no such finding"
            )
        reading = reading_of(store, known.number)
        number = put_correction(store, correction)
        put_anew(store, recall, known.number, reading)
    return number


def uncorrect(store: Store, recall: Recall, number: int) -> Correction:
    """Take a correction back, and give it; what was read stands again, and other corrections do.

    DeskError if there is none of this number.
    """
    with store.transaction():
        row = store.first("SELECT article FROM corrections WHERE id = ?", (number,))
        if row is None:
            raise DeskError(f"there is no correction {number} on the desk")
        (article,) = row
        taken = {key: one for key, _, one in amended(store, (article,))}[number]
        reading = reading_of(store, article)
        remove_correction(store, number)
        put_anew(store, recall, article, reading)
    return taken


def corrections(store: Store, article: str | None = None) -> Corrections:
    """All that readers set right, or that in the article whose id begins so."""
    with store.read():
        meant = None if article is None else {named(store, article).number}
        reading = _opener(store)
        return Corrections(
            amendments=_amendments(store, meant, reading),
            judgements=_judgements(store, meant, reading),
        )


def set_right(
    store: Store, articles: Iterable[int]
) -> Iterator[tuple[Record, tuple[Amendment, ...]]]:
    """Of these articles those in which something was set right, as they were read, and what."""
    reading = _opener(store)
    touched = {article for _, article, _ in amended(store)}
    for number in sorted(touched.intersection(articles)):
        yield reading(number), _amendments(store, {number}, reading)


def ruled(store: Store, articles: Iterable[int]) -> Iterator[tuple[Judgement, Record, Record]]:
    """The rulings on events of these articles, each with both articles as they were read."""
    reading = _opener(store)
    for one in _judgements(store, set(articles), reading):
        both = (named(store, one.one.article), named(store, one.other.article))
        yield one, reading(both[0].number), reading(both[1].number)


def _opener(store: Store) -> Callable[[int], Record]:
    """What gives an article as it was read, and keeps some at hand."""

    @lru_cache(maxsize=_KEPT)
    def opened(number: int) -> Record:
        return reading_of(store, number)

    return opened


def _amendments(
    store: Store, meant: Set[int] | None, reading: Callable[[int], Record]
) -> tuple[Amendment, ...]:
    """The corrections of these records, or of all, each with the words that it is about."""
    rows = amended(store, meant)
    passages = {
        number: Passage(article, _finding(reading(article), one), one.words.start, one.words.end)
        for number, article, one in rows
    }
    known = witnesses(store, tuple(passages.values()))
    return tuple(Amendment(number, one, known[passages[number]]) for number, _, one in rows)


def _finding(reading: Record, correction: Correction) -> str:
    """The id of the finding that is meant, in the article as it was last read; "" if none is."""
    return next((one.id for one in found(reading, correction)), "")


def _judgements(
    store: Store, meant: Set[int] | None, reading: Callable[[int], Record]
) -> tuple[Judgement, ...]:
    """The rulings on events of these articles, or on all, each with the words of both events."""
    rulings = [
        (kind, _event(reading, *both[:3]), _event(reading, *both[3:]), who, when)
        for kind, *both, who, when in store.query(_RULINGS)
        if meant is None or meant & {both[0], both[3]}
    ]
    known = witnesses(store, [passage for _, *both, _, _ in rulings for passage in both])
    return tuple(
        Judgement(kind, known[one], known[other], who, datetime.fromisoformat(when))
        for kind, one, other, who, when in rulings
    )


def _event(reading: Callable[[int], Record], article: int, start: int, end: int) -> Passage:
    """The passage of an event's trigger; its finding is empty where the article has none there."""
    trigger = Span(start=start, end=end)
    events = (one.id for one in reading(article).events if one.trigger.overlaps(trigger))
    return Passage(article, next(events, ""), start, end)
