"""Revision: a user takes a happening apart or puts two together, and the desk keeps to it."""

from collections.abc import Sequence

from memcon.desk.appearances import number_of
from memcon.desk.happenings import Told, open_happening, sum_up_happening, tellings_of
from memcon.desk.recall import Recall
from memcon.desk.records import Kept, named
from memcon.desk.rulings import rule
from memcon.desk.store import Store
from memcon.desk.tellings import BY_HAND, as_json
from memcon.errors import DeskError
from memcon.story.sightings import Sighting

_ALL = -1
_MOVE = """
UPDATE tellings SET happening = ?, score = NULL, reasons = ? WHERE article = ? AND number = ?
"""


def split(
    store: Store,
    recall: Recall,
    number: int,
    article: str,
    events: Sequence[str] = (),
    who: str | None = None,
) -> int:
    """Make a happening of its own of what an article tells of one; its number.

    `article` is how the article's id begins; without events, all of them that tell the happening
    are meant. DeskError if nothing would be left of the happening, or nothing is to be split off.
    `who` rules it.
    """
    with store.transaction():
        told = _told(store, recall, number)
        meant = named(store, article)
        apart = [one for one in told if one.article == meant.number and _is_among(one, events)]
        _check(number, meant, apart, events)
        rest = [one for one in told if one not in apart]
        if not rest:
            raise DeskError(f"happening {number}: nothing else tells it; it cannot be split")
        rule(store, "split", _sightings(apart), _sightings(rest), who)
        rule(store, "merge", _sightings(apart[:1]), _sightings(apart[1:]), who)
        made = open_happening(store, apart[0].sighting)
        _move(store, apart, made)
        for one in (number, made):
            sum_up_happening(store, recall, one)
    return made


def merge(store: Store, recall: Recall, number: int, other: int, who: str | None = None) -> int:
    """Make one happening of two, under the number of the first; DeskError if one is missing."""
    if number == other:
        raise DeskError(f"happening {number}: is one with itself already")
    with store.transaction():
        told, others = _told(store, recall, number), _told(store, recall, other)
        rule(store, "merge", _sightings(told), _sightings(others), who)
        _move(store, others, number)
        for one in (number, other):
            sum_up_happening(store, recall, one)
    return number


def _told(store: Store, recall: Recall, number: int) -> tuple[Told, ...]:
    """All tellings of a happening; DeskError if there are none."""
    told = tellings_of(store, recall, number, _ALL)
    if not told:
        raise DeskError(f"there is no happening {number} on the desk")
    return told


def _is_among(told: Told, events: Sequence[str]) -> bool:
    return not events or told.sighting.event in events


def _check(number: int, meant: Kept, apart: Sequence[Told], events: Sequence[str]) -> None:
    """DeskError if the article or one of its events does not tell the happening."""
    found = {one.sighting.event for one in apart}
    missing = [event for event in events if event not in found]
    if missing or not apart:
        what = f"event {missing[0]} of article" if missing else "article"
        raise DeskError(f"happening {number}: {what} {meant.article[:12]} does not tell it")


def _sightings(told: Sequence[Told]) -> list[Sighting]:
    return [one.sighting for one in told]


def _move(store: Store, told: Sequence[Told], number: int) -> None:
    """Put tellings to another happening, by hand."""
    for one in told:
        store.run(_MOVE, (number, as_json(BY_HAND), one.article, number_of(one.sighting.event)))
