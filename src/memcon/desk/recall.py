"""Recall: what articles say of happenings and prospects, kept at hand; to decode is slow."""

from collections import OrderedDict
from dataclasses import dataclass, field

from memcon.desk.records import record_of
from memcon.desk.store import Store
from memcon.record.contract import Record
from memcon.story.forecasts import Forecast, forecasts
from memcon.story.sightings import Sighting, sightings

_MOST = 4096


@dataclass(frozen=True, slots=True)
class Told:
    """The events and prospects of one article, by their ids in its record."""

    sightings: dict[str, Sighting]
    forecasts: dict[str, Forecast]


def told_by(record: Record) -> Told:
    """What a record tells."""
    return Told(
        {sighting.event: sighting for sighting in sightings(record)},
        {forecast.finding: forecast for forecast in forecasts(record)},
    )


@dataclass(frozen=True, slots=True)
class Recall:
    """What the articles that were last asked for tell; of no more than some thousand of them.

    An article is known by its id and by who read it: what another process reads anew is another.
    """

    _known: OrderedDict[tuple[str, str], Told] = field(
        default_factory=OrderedDict[tuple[str, str], Told]
    )

    def told(self, store: Store, number: int, key: tuple[str, str] | None = None) -> Told:
        """What an article of the desk tells; `key` are its id and who read it, if known."""
        key = key or _key(store, number)
        found = self._known.get(key)
        if found is None:
            return self._hold(key, record_of(store, number))
        self._known.move_to_end(key)
        return found

    def hold(self, store: Store, number: int, record: Record) -> Told:
        """What an article tells that was just put on the desk; it is kept at hand."""
        return self._hold(_key(store, number), record)

    def _hold(self, key: tuple[str, str], record: Record) -> Told:
        found = self._known[key] = told_by(record)
        self._known.move_to_end(key)
        if len(self._known) > _MOST:
            self._known.popitem(last=False)
        return found


def _key(store: Store, number: int) -> tuple[str, str]:
    row = store.first("SELECT article, made_by FROM articles WHERE id = ?", (number,))
    return (row[0], row[1]) if row else ("", "")
