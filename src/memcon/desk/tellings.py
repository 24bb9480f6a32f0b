"""Telling: an event of an article, which happening it tells, and why that was decided."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.desk.appearances import number_of
from memcon.desk.candidates import find_candidates
from memcon.desk.happenings import open_happening, tellings_of
from memcon.desk.recall import Recall
from memcon.desk.records import kept
from memcon.desk.rulings import Mark, Ruling, counterparts
from memcon.desk.store import Store
from memcon.story.happenings import choose
from memcon.story.matches import Reason
from memcon.story.sightings import Sighting

# So many tellings speak for a candidate.
_SPOKESMEN = 6
_INSERT = """
INSERT INTO tellings (article, number, happening, start, "end", score, reasons)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which happening an event tells; None: one that is not on the desk yet."""

    happening: int | None
    score: float | None
    reasons: tuple[Reason, ...]


BY_HAND = (Reason("ruling", 1.0, "ruled by hand"),)


def put_tellings(
    store: Store,
    recall: Recall,
    article: int,
    sightings: Iterable[Sighting],
    rulings: Sequence[Ruling],
    before: Sequence[tuple[Sighting, int]],
) -> set[int]:
    """Put each event of an article to the happening it tells; which of these were there before.

    `before` says which happenings the events told when the article was last read: one that nothing
    else tells keeps its number.
    """
    taken: set[int] = set()
    joined: set[int] = set()
    for sighting in sightings:
        verdict = _judge(store, recall, sighting, rulings, taken)
        number = verdict.happening
        if number is None:
            number = _left_behind(store, sighting, before)
        if number is None:
            number = open_happening(store, sighting)
        else:
            joined.add(number)
        taken.add(number)
        put_telling(store, article, sighting, number, verdict)
    return joined


def remove_tellings(store: Store, recall: Recall, article: int) -> list[tuple[Sighting, int]]:
    """Take the events of an article from their happenings; each with the number of its own."""
    told = recall.told(store, article).sightings
    rows = store.query("SELECT number, happening FROM tellings WHERE article = ?", (article,))
    store.run("DELETE FROM tellings WHERE article = ?", (article,))
    return [(told[f"e{number}"], happening) for number, happening in rows]


def put_telling(
    store: Store, article: int, sighting: Sighting, happening: int, verdict: Verdict
) -> None:
    """Put one event to a happening."""
    words = sighting.evidence[0] if sighting.evidence else sighting.trigger
    store.run(
        _INSERT,
        (
            article,
            number_of(sighting.event),
            happening,
            words.start,
            words.end,
            verdict.score,
            as_json(verdict.reasons),
        ),
    )


def as_json(reasons: Iterable[Reason]) -> str:
    """Reasons as they are kept."""
    rows = [[reason.aspect, round(reason.weight, 2), reason.words] for reason in reasons]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _judge(
    store: Store,
    recall: Recall,
    sighting: Sighting,
    rulings: Sequence[Ruling],
    touched: set[int],
) -> Verdict:
    """Where an event belongs: where a ruling puts it, else where it fits best."""
    barred = {
        number
        for mark in counterparts(rulings, "split", sighting)
        if (number := _told_by(store, recall, mark)) is not None
    }
    for mark in counterparts(rulings, "merge", sighting):
        number = _told_by(store, recall, mark)
        if number is not None and number not in barred:
            return Verdict(number, None, BY_HAND)
    candidates = find_candidates(store, sighting, barred | touched)
    known = {
        number: [told.sighting for told in tellings_of(store, recall, number, _SPOKESMEN)]
        for number in candidates
    }
    chosen = choose(sighting, known)
    if chosen is None:
        return Verdict(None, None, ())
    return Verdict(chosen[0], round(chosen[1].score, 4), chosen[1].reasons)


def _told_by(store: Store, recall: Recall, mark: Mark) -> int | None:
    """Which happening the event with this mark tells, if it is on the desk."""
    article = kept(store, mark.article)
    if article is None:
        return None
    events = recall.told(store, article.number).sightings.values()
    for sighting in events:
        if mark.is_on(sighting):
            row = store.first(
                "SELECT happening FROM tellings WHERE article = ? AND number = ?",
                (article.number, number_of(sighting.event)),
            )
            return row[0] if row else None
    return None


def _left_behind(
    store: Store, sighting: Sighting, before: Sequence[tuple[Sighting, int]]
) -> int | None:
    """The happening that the same words told before, if nothing tells it any more."""
    for earlier, number in before:
        if earlier.trigger.overlaps(sighting.trigger):
            is_told = store.first("SELECT 1 FROM tellings WHERE happening = ?", (number,))
            return None if is_told else number
    return None
