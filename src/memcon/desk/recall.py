"""Recall: what articles say of happenings and prospects, kept at hand; to decode is slow."""

from collections import OrderedDict
from dataclasses import dataclass, field

from memcon.desk.records import record_of
from memcon.desk.store import Store
from memcon.record.contract import Record
from memcon.story.outlook import Forecast, forecasts
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

    _known: OrderedDict[tuple[str, str], Told] = field(default_factory=OrderedDict)

    def told(self, store: Store, number: int) -> Told:
        """What an article of the desk tells."""
        row = store.first("SELECT article, made_by FROM articles WHERE id = ?", (number,))
        key = (row[0], row[1]) if row else ("", "")
        found = self._known.get(key)
        if found is None:
            found = told_by(record_of(store, number))
            self._known[key] = found
            if len(self._known) > _MOST:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        return found
