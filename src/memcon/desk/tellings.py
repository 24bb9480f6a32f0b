"""Telling: an event of an article, which happening it tells, and why that was decided."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.desk.appearances import number_of
from memcon.desk.candidates import find_candidates, told_by_copies
from memcon.desk.happenings import open_happening, tellings_of
from memcon.desk.recall import Recall
from memcon.desk.records import kept
from memcon.desk.rulings import Mark, Ruling, counterparts
from memcon.desk.store import Store
from memcon.story.echoes import Echo, find_echoes
from memcon.story.happenings import assign
from memcon.story.matches import Match, Reason
from memcon.story.sightings import Sighting

# So many tellings speak for a candidate.
_SPOKESMEN = 2
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
    told = tuple(sightings)
    echoes = find_echoes(told)
    # What is told again comes last: where it belongs is known when the text's own are put.
    places = sorted(range(len(told)), key=lambda place: place in echoes)
    text = [place for place in places if place not in echoes]
    kin = told_by_copies(store, article)
    own = _assigned(store, recall, [told[place] for place in text], kin, rulings)
    assigned = dict(zip(text, own, strict=True))
    numbers: dict[int, int] = {}
    joined: set[int] = set()
    for place in places:
        sighting = told[place]
        if echo := echoes.get(place):
            assigned[place] = _echoed(
                numbers[echo.of], echo, _apart(store, recall, sighting, rulings)
            )
        # What was ruled of two events of one article can be seen only when the first is there.
        ruled = _ruled(store, recall, sighting, rulings) or assigned[place]
        number = ruled.happening
        if number is None:
            number = _left_behind(store, sighting, before)
        if number is None:
            number = open_happening(store, sighting)
        else:
            joined.add(number)
        numbers[place] = number
        put_telling(store, article, sighting, number, ruled)
    return joined


def remove_tellings(store: Store, recall: Recall, article: int) -> list[tuple[Sighting, int]]:
    """Take the events of an article from their happenings; each with the number of its own."""
    told = {one.event: one for one in recall.sightings(store, article)}
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


def _assigned(
    store: Store,
    recall: Recall,
    told: Sequence[Sighting],
    kin: Sequence[int],
    rulings: Sequence[Ruling],
) -> tuple[Verdict, ...]:
    """Which happening each event of an article tells: where it was put by hand, else fits best."""
    ruled = [_ruled(store, recall, sighting, rulings) for sighting in told]
    taken = {verdict.happening for verdict in ruled if verdict}
    known: list[dict[int, list[Sighting]]] = []
    for sighting, verdict in zip(told, ruled, strict=True):
        barred = taken | _apart(store, recall, sighting, rulings)
        numbers = () if verdict else find_candidates(store, sighting, kin, barred)
        known.append({number: _spokesmen(store, recall, number) for number in numbers})
    return tuple(
        verdict or (_verdict(*chosen) if chosen else Verdict(None, None, ()))
        for verdict, chosen in zip(ruled, assign(told, known), strict=True)
    )


def _verdict(number: int, found: Match) -> Verdict:
    return Verdict(number, round(found.score, 4), found.reasons)


def _echoed(number: int, echo: Echo, barred: set[int | None]) -> Verdict:
    """An event that is told again tells what the first told, unless a ruling forbids it."""
    return Verdict(None, None, ()) if number in barred else _verdict(number, echo.match)


def _spokesmen(store: Store, recall: Recall, number: int) -> list[Sighting]:
    """What some of the tellings of a happening say."""
    return [told.sighting for told in tellings_of(store, recall, number, _SPOKESMEN)]


def _ruled(
    store: Store, recall: Recall, sighting: Sighting, rulings: Sequence[Ruling]
) -> Verdict | None:
    """Where a ruling puts an event, if any does."""
    for mark in counterparts(rulings, "merge", sighting):
        number = _told_by(store, recall, mark)
        if number is not None and number not in _apart(store, recall, sighting, rulings):
            return Verdict(number, None, BY_HAND)
    return None


def _apart(
    store: Store, recall: Recall, sighting: Sighting, rulings: Sequence[Ruling]
) -> set[int | None]:
    """The happenings that an event does not tell, as was ruled."""
    marks = counterparts(rulings, "split", sighting)
    return {_told_by(store, recall, mark) for mark in marks} - {None}


def _told_by(store: Store, recall: Recall, mark: Mark) -> int | None:
    """Which happening the event with this mark tells, if it is on the desk."""
    article = kept(store, mark.article)
    if article is None:
        return None
    for sighting in recall.sightings(store, article.number):
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
