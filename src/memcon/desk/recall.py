"""Recall: what articles say of happenings and prospects, kept at hand; to decode is slow."""

from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from msgspec.structs import replace

from memcon.desk.records import record_of
from memcon.desk.store import Store
from memcon.record.contract import Record
from memcon.story.forecasts import Forecast, forecasts
from memcon.story.sightings import Sighting, sightings

Reading = tuple[str, int]
"""An article by its id and the number of its record: what is read anew or set right is another."""

# So many findings are kept at hand, and so many records for those of the same article.
_MOST = 16_384
_MOST_RECORDS = 64

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Recall:
    """What was asked for last of what articles tell."""

    _sightings: OrderedDict[tuple[Reading, str], Sighting | None] = field(
        default_factory=OrderedDict[tuple[Reading, str], Sighting | None]
    )
    _forecasts: OrderedDict[tuple[Reading, str], Forecast | None] = field(
        default_factory=OrderedDict[tuple[Reading, str], Forecast | None]
    )
    _records: OrderedDict[Reading, Record] = field(default_factory=OrderedDict[Reading, Record])

    def hold(self, store: Store, number: int, record: Record) -> None:
        """Keep the record of an article at hand that was just put on the desk."""
        _put(self._records, _reading(store, number), record, _MOST_RECORDS)

    def sightings(self, store: Store, number: int) -> tuple[Sighting, ...]:
        """The events of an article."""
        reading = _reading(store, number)
        told = sightings(self._record(store, number, reading))
        for sighting in told:
            _put(self._sightings, (reading, sighting.event), sighting, _MOST)
        return told

    def forecasts(self, store: Store, number: int) -> tuple[Forecast, ...]:
        """The prospects of an article, and its reports of what was held."""
        reading = _reading(store, number)
        told = forecasts(self._record(store, number, reading))
        for forecast in told:
            _put(self._forecasts, (reading, forecast.finding), forecast, _MOST)
        return told

    def sighting(
        self, store: Store, number: int, event: str, reading: Reading | None = None
    ) -> Sighting | None:
        """An event of an article by its id in the record."""
        reading = reading or _reading(store, number)
        key = (reading, event)
        if key not in self._sightings:
            told = sightings(_alone(self._record(store, number, reading), event))
            _put(self._sightings, key, told[0] if told else None, _MOST)
        self._sightings.move_to_end(key)
        return self._sightings[key]

    def forecast(
        self, store: Store, number: int, finding: str, reading: Reading | None = None
    ) -> Forecast | None:
        """A prospect of an article, or a report of what was held, by its id in the record."""
        reading = reading or _reading(store, number)
        key = (reading, finding)
        if key not in self._forecasts:
            told = {one.finding: one for one in forecasts(self._record(store, number, reading))}
            _put(self._forecasts, key, told.get(finding), _MOST)
        self._forecasts.move_to_end(key)
        return self._forecasts[key]

    def _record(self, store: Store, number: int, reading: Reading) -> Record:
        if reading not in self._records:
            _put(self._records, reading, record_of(store, number), _MOST_RECORDS)
        return self._records[reading]


def _alone(record: Record, ident: str) -> Record:
    """A record with one event alone, and of actors and issues those that it needs.

    To find out who each of the others is would take longer than all the rest.
    """
    found = [event for event in record.events if event.id == ident]
    if not found:
        return replace(record, events=())
    event = found[0]
    said = (one.speakers for one in record.statements if one.id == event.said_by)
    needed = {*event.source, *event.target, *event.intermediaries, *chain.from_iterable(said)}
    return replace(
        record,
        events=(event,),
        issues=tuple(issue for issue in record.issues if issue.id in event.issues),
        statements=tuple(one for one in record.statements if one.id == event.said_by),
        actors=tuple(
            actor
            for actor in record.actors
            if actor.id in needed
            # Titles in the words that tell it are no part of what they say.
            or any(role.overlaps(span) for role in actor.roles for span in event.evidence)
        ),
    )


def _put(known: OrderedDict[_Key, _Value], key: _Key, value: _Value, most: int) -> None:
    """Keep something at hand, and let go of what was not asked for longest."""
    known[key] = value
    known.move_to_end(key)
    if len(known) > most:
        known.popitem(last=False)


def _reading(store: Store, number: int) -> Reading:
    row = store.first("SELECT article, revision FROM articles WHERE id = ?", (number,))
    return (row[0], row[1]) if row else ("", 0)
