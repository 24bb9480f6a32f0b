"""Sighting: what an article tells of happenings, kept so that it is soon compared.

It follows from the record. To open one that was put down takes a tenth of the time that it takes to
read a record and to find out who is who in it, and whoever adds an article opens several.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from memcon.desk.blobs import pack_record, unpack_record, unpack_text
from memcon.record.findings import Quantity
from memcon.record.span import Span
from memcon.story.identities import Identity
from memcon.story.periods import Period
from memcon.story.sightings import Sighting
from memcon.story.spots import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from memcon.desk.store import Store

_IDENTITY = attrgetter("key", "name", "kind", "country", "sector", "code")
_SPOT = attrgetter("name", "country", "lat", "lon")
# It comes first in what is kept; what has another number is read off the record again.
_LAYOUT = 1
_KEPT = """
SELECT a.article, t.text, s.told FROM sightings s
JOIN texts t ON t.article = s.article JOIN articles a ON a.id = s.article WHERE s.article = ?
"""


def keep_sightings(store: Store, article: int, text: str, told: Iterable[Sighting]) -> None:
    """Put down the events of an article."""
    store.run(
        "INSERT OR REPLACE INTO sightings (article, told) VALUES (?, ?)",
        (article, pack_record(_laid_out(tuple(told)), text)),
    )


def kept_sightings(
    store: Store, article: int, event: str | None = None
) -> tuple[Sighting, ...] | None:
    """The events of an article, or one alone; None if they were not put down in this layout."""
    row = store.first(_KEPT, (article,))
    if row is None:
        return None
    ident, text, told = row
    layout, *sheet = msgspec.msgpack.decode(unpack_record(told, unpack_text(text)))
    if layout != _LAYOUT:
        return None
    published, actors, rows = sheet
    cast = [Identity(*actor) for actor in actors]
    day = date.fromordinal(published) if published else None
    return tuple(
        _sighting(ident, day, cast, row) for row in rows if event is None or row[0] == event
    )


def _laid_out(told: Sequence[Sighting]) -> bytes:
    """Day of publication, actors and events as MessagePack; an actor is known by its place."""
    published = told[0].published.toordinal() if told and told[0].published else 0
    actors: dict[Identity, int] = {}
    rows = [_row(one, actors) for one in told]
    return msgspec.msgpack.encode((_LAYOUT, published, [*map(_IDENTITY, actors)], rows))


def _row(one: Sighting, actors: dict[Identity, int]) -> tuple[Any, ...]:
    """The values of an event, in the order in which `_sighting` takes them."""
    return (
        one.event,
        one.type,
        one.mode,
        one.status,
        one.background,
        one.mutual,
        one.quad,
        one.goldstein,
        [
            [actors.setdefault(actor, len(actors)) for actor in side]
            for side in (one.source, one.target, one.intermediaries, one.said_by)
        ],
        _days(one.period),
        _days(one.beside),
        _SPOT(one.spot) if one.spot else None,
        [(q.value, q.unit, *_place(q)) for q in one.quantities],
        one.issues,
        [_place(span) for span in (one.trigger, *one.evidence)],
        one.confidence,
        " ".join(sorted(one.words)),
        one.is_heading,
    )


def _sighting(
    article: str, published: date | None, cast: Sequence[Identity], row: Sequence[Any]
) -> Sighting:
    """One event from its values."""
    event, type_, mode, status, background, mutual, quad, goldstein, sides, *rest = row
    period, beside, spot, quantities, issues, spans, confidence, words, is_heading = rest
    source, target, intermediaries, said_by = (_side(cast, places) for places in sides)
    trigger, *evidence = (Span(start=start, end=end) for start, end in spans)
    return Sighting(
        article=article,
        event=event,
        published=published,
        type=type_,
        mode=mode,
        status=status,
        background=background,
        mutual=mutual,
        quad=quad,
        goldstein=goldstein,
        source=source,
        target=target,
        intermediaries=intermediaries,
        said_by=said_by,
        period=_period(period),
        spot=Spot(*spot) if spot else None,
        quantities=tuple(
            Quantity(value=value, unit=unit, start=start, end=end)
            for value, unit, start, end in quantities
        ),
        issues=tuple(issues),
        trigger=trigger,
        evidence=tuple(evidence),
        confidence=confidence,
        beside=_period(beside),
        words=frozenset(words.split()),
        is_heading=is_heading,
    )


def _side(cast: Sequence[Identity], places: Sequence[int]) -> tuple[Identity, ...]:
    return tuple(cast[place] for place in places)


def _days(period: Period | None) -> tuple[int, int] | None:
    return (period.first.toordinal(), period.last.toordinal()) if period else None


def _period(days: tuple[int, int] | None) -> Period | None:
    return Period(*map(date.fromordinal, days)) if days else None


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end
