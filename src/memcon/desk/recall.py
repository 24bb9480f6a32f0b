"""Recall: what articles say of happenings and prospects, kept at hand; to decode is slow."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TypeVar

from memcon.desk.records import record_of
from memcon.desk.sightings import keep_sightings, kept_sightings
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

    def hold(self, store: Store, number: int, record: Record) -> tuple[Sighting, ...]:
        """Keep at hand what an article tells that was just put on the desk; its events."""
        reading = _reading(store, number)
        _put(self._records, reading, record, _MOST_RECORDS)
        return self._read(store, number, reading)

    def sightings(self, store: Store, number: int) -> tuple[Sighting, ...]:
        """The events of an article."""
        told = kept_sightings(store, number)
        return self._read(store, number, _reading(store, number)) if told is None else told

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
            told = kept_sightings(store, number, event)
            if told is None:
                told = self._read(store, number, reading)
            _put(self._sightings, key, next((s for s in told if s.event == event), None), _MOST)
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

    def _read(self, store: Store, number: int, reading: Reading) -> tuple[Sighting, ...]:
        """The events of an article, read off its record and put down where that can be done."""
        record = self._record(store, number, reading)
        told = sightings(record)
        if store.is_changing:
            keep_sightings(store, number, record.article.text, told)
        for one in told:
            _put(self._sightings, (reading, one.event), one, _MOST)
        return told

    def _record(self, store: Store, number: int, reading: Reading) -> Record:
        if reading not in self._records:
            _put(self._records, reading, record_of(store, number), _MOST_RECORDS)
        return self._records[reading]


def _put(known: OrderedDict[_Key, _Value], key: _Key, value: _Value, most: int) -> None:
    """Keep something at hand, and let go of what was not asked for longest."""
    known[key] = value
    known.move_to_end(key)
    if len(known) > most:
        known.popitem(last=False)


def _reading(store: Store, number: int) -> Reading:
    row = store.first("SELECT article, revision FROM articles WHERE id = ?", (number,))
    return (row[0], row[1]) if row else ("", 0)
