"""Intake: an article comes to the desk, is read again, or leaves it; each in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from memcon.desk.amendments import corrections_on
from memcon.desk.appearances import appearing, put_actors, put_issues, remove_unheard
from memcon.desk.families import join_family, leave_family
from memcon.desk.findings import put_findings, remove_findings
from memcon.desk.happenings import sum_up_happening
from memcon.desk.outlooks import put_steps, remove_steps, sum_up_outlook
from memcon.desk.recall import Recall
from memcon.desk.records import (
    Kept,
    keep_reading,
    kept,
    named,
    put_record,
    record_of,
    remove_record,
    renew_record,
)
from memcon.desk.rulings import remove_rulings, rulings_on
from memcon.desk.store import Store
from memcon.desk.tellings import put_tellings, remove_tellings
from memcon.errors import DeskError, RecordError
from memcon.record.contract import Record, check
from memcon.story.corrections import corrected
from memcon.story.forecasts import Forecast
from memcon.story.sightings import Sighting


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a record: the article's id, its number on the desk and its family's.

    `is_new` is false where the desk had the article already; then nothing was changed.
    """

    article: str
    number: int
    family: int
    is_new: bool

    @property
    def is_copy(self) -> bool:
        """Whether the desk has an article of the same family that came before it."""
        return self.family != self.number


@dataclass(frozen=True, slots=True)
class _Taken:
    """What an article told until now, each event and forecast with the number it had."""

    events: Sequence[tuple[Sighting, int]]
    forecasts: Sequence[tuple[Forecast | None, int]]

    @property
    def happenings(self) -> set[int]:
        return {number for _, number in self.events}

    @property
    def outlooks(self) -> set[int]:
        return {number for _, number in self.forecasts}


def add(store: Store, recall: Recall, record: Record) -> Added:
    """Put a record on the desk, and all that follows from it; one that is there stays as it is.

    RecordError if the record breaks the contract, DeskError if it cannot be kept.
    """
    _check(record)
    if known := kept(store, record.article.id):
        return _added(known, is_new=False)
    with store.transaction():
        # Another process may have been faster.
        if known := kept(store, record.article.id):
            return _added(known, is_new=False)
        number = put_record(store, record)
        changed = join_family(store, number, record)
        _put_story(store, recall, number, record, _Taken((), ()), changed)
        return _added(_there(store, record.article.id), is_new=True)


def reread(store: Store, recall: Recall, record: Record) -> Added:
    """Put what was read anew off an article in the place of what the desk has of it.

    Its number, what was ruled of its events and what was set right in it stay. DeskError if it is
    not on the desk.
    """
    _check(record)
    with store.transaction():
        put_anew(store, recall, _there(store, record.article.id).number, record)
        return _added(_there(store, record.article.id), is_new=False)


def put_anew(store: Store, recall: Recall, number: int, reading: Record) -> None:
    """Put how an article was read, and what was set right in it, in the place of what there is.

    To be called within a transaction.
    """
    record = corrected(reading, corrections_on(store, number))
    actors = appearing(store, number)
    before = record_of(store, number)
    changed = leave_family(store, number, before)
    taken = _take_out(store, recall, number, before)
    renew_record(store, number, record)
    keep_reading(store, number, reading if reading != record else None)
    changed |= join_family(store, number, record)
    _put_story(store, recall, number, record, taken, changed)
    remove_unheard(store, actors)


def forget(store: Store, recall: Recall, name: str) -> str:
    """Take an article off the desk with all that is known from it alone; its id.

    `name` is how its id begins. DeskError if there is no such article, or more than one.
    """
    with store.transaction():
        known = named(store, name)
        actors = appearing(store, known.number)
        before = record_of(store, known.number)
        changed = leave_family(store, known.number, before)
        taken = _take_out(store, recall, known.number, before)
        remove_rulings(store, known.article)
        remove_record(store, known.number)
        _sum_up(store, recall, taken.happenings, taken.outlooks, changed)
        remove_unheard(store, actors)
    return known.article


def _check(record: Record) -> None:
    """RecordError if a record breaks the contract, or its id is not that of its text."""
    check(record)
    if sha256(record.article.text.encode()).hexdigest() != record.article.id:
        raise RecordError(f"article {record.article.id}: its id is not the SHA-256 of its text")


def _put_story(
    store: Store, recall: Recall, number: int, record: Record, taken: _Taken, changed: set[int]
) -> None:
    """Put down all that an article tells, and sum up what that changes.

    `taken` is what it told before, `changed` are the articles whose family is another now.
    """
    actors, issues = put_actors(store, number, record), put_issues(store, record)
    put_findings(store, number, record, actors, issues)
    rulings = rulings_on(store, record.article.id)
    told = recall.hold(store, number, record)
    joined = put_tellings(store, recall, number, told, rulings, taken.events)
    steps = put_steps(store, recall, number, taken.forecasts)
    _sum_up(store, recall, joined | taken.happenings, steps | taken.outlooks, changed - {number})


def _take_out(store: Store, recall: Recall, number: int, record: Record) -> _Taken:
    """Take all that an article tells off the desk; what that was."""
    remove_findings(store, number, record)
    return _Taken(
        remove_tellings(store, recall, number),
        remove_steps(store, recall, number),
    )


def _sum_up(
    store: Store,
    recall: Recall,
    happenings: Iterable[int],
    outlooks: Iterable[int],
    changed: Iterable[int],
) -> None:
    """Sum up these happenings and prospects, and those of articles whose family changed."""
    told, steps = set(happenings), set(outlooks)
    for article in changed:
        told |= _column(store, "SELECT happening FROM tellings WHERE article = ?", article)
        steps |= _column(store, "SELECT outlook FROM steps WHERE article = ?", article)
    for number in sorted(told):
        sum_up_happening(store, recall, number)
    for number in sorted(steps):
        sum_up_outlook(store, recall, number)


def _column(store: Store, sql: str, article: int) -> set[int]:
    return {number for (number,) in store.query(sql, (article,))}


def _there(store: Store, article: str) -> Kept:
    """The article with this id; DeskError if it is not on the desk."""
    known = kept(store, article)
    if known is None:
        raise DeskError(f"{store.path}: there is no article {article}")
    return known


def _added(known: Kept, *, is_new: bool) -> Added:
    return Added(known.article, known.number, known.family, is_new)
