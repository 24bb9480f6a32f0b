"""Correction: a reader sets right what was read, or takes that back, and the desk keeps to it.

Each in one transaction, with all that follows from it, as when the article is read again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from memcon.desk.accounts import Passage, witnesses
from memcon.desk.amendments import amended, put_correction, remove_correction
from memcon.desk.intake import put_anew
from memcon.desk.records import kept, named, reading_of, record_of
from memcon.errors import DeskError
from memcon.record.span import Span
from memcon.story.amendments import Amendment, Corrections, Judgement
from memcon.story.corrections import corrected, found

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.desk.recall import Recall
    from memcon.desk.store import Store
    from memcon.record.contract import Record
    from memcon.story.corrections import Correction

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
        meant = None if article is None else named(store, article).number

        @lru_cache(maxsize=64)
        def reading(number: int) -> Record:
            return reading_of(store, number)

        return Corrections(
            amendments=_amendments(store, meant, reading),
            judgements=_judgements(store, meant, reading),
        )


def _amendments(
    store: Store, meant: int | None, reading: Callable[[int], Record]
) -> tuple[Amendment, ...]:
    """The corrections of records, each with the words that it is about."""
    rows = amended(store, None if meant is None else (meant,))
    passages = {
        number: Passage(article, _finding(reading(article), one), one.words.start, one.words.end)
        for number, article, one in rows
    }
    known = witnesses(store, tuple(passages.values()))
    return tuple(Amendment(number, one, known[passages[number]]) for number, _, one in rows)


def _finding(reading: Record, correction: Correction) -> str:
    """The id of the finding that is meant, in the article as it was last read; "" if none is."""
    return next((one.id for one in found(reading, correction)), "")


@dataclass(frozen=True, slots=True)
class _Ruling:
    """A ruling with the two passages that it is about."""

    kind: Any
    one: Passage
    other: Passage
    who: str | None
    ruled: str


def _judgements(
    store: Store, meant: int | None, reading: Callable[[int], Record]
) -> tuple[Judgement, ...]:
    """The rulings on what is one happening, each with the words of both events."""
    ruled = [
        _Ruling(kind, _event(reading, *both[:3]), _event(reading, *both[3:]), who, when)
        for kind, *both, who, when in store.query(_RULINGS)
        if meant is None or meant in (both[0], both[3])
    ]
    known = witnesses(store, [passage for one in ruled for passage in (one.one, one.other)])
    return tuple(
        Judgement(
            kind=one.kind,
            one=known[one.one],
            other=known[one.other],
            who=one.who,
            when=datetime.fromisoformat(one.ruled),
        )
        for one in ruled
    )


def _event(reading: Callable[[int], Record], article: int, start: int, end: int) -> Passage:
    """The passage of an event's trigger; its finding is empty where the article has none there."""
    trigger = Span(start=start, end=end)
    events = (one.id for one in reading(article).events if one.trigger.overlaps(trigger))
    return Passage(article, next(events, ""), start, end)
