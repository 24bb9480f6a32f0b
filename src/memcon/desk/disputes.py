"""Dispute: where the sources of a happening differ, asked of the desk."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Unpack

from memcon.desk.accounts import Passage, accounts, listed, witnesses
from memcon.desk.days import Days, bounds
from memcon.desk.parties import party_of
from memcon.desk.scopes import members
from memcon.desk.store import Store
from memcon.story.answers import Party
from memcon.story.disputes import Dispute, Disputes, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from memcon.story.discrepancies import Kind

_DISPUTES = """
SELECT d.happening, d.kind, d.sides FROM discrepancies d JOIN happenings h ON h.id = d.happening
WHERE (?1 = '[]' OR d.kind IN (SELECT value FROM json_each(?1)))
  AND coalesce(h.last, '') >= ?2 AND coalesce(h.first, '') <= ?3
ORDER BY h.first DESC, d.happening DESC, d.kind
"""
_WITH = """
SELECT happening FROM parties
WHERE happening IN (SELECT value FROM json_each(?)) AND actor IN (SELECT value FROM json_each(?))
"""
_TOLD = """
SELECT t.article, t.number, t.start, t."end", a.family
FROM json_each(?) j
JOIN tellings t ON t.article = j.value ->> 0 AND t.number = j.value ->> 1
JOIN articles a ON a.id = t.article
"""
_PUBLISHED_AFTER = """
SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND published > ?
"""
# So many witnesses of a version are heard, each of another family.
_HEARD = 5

Told = tuple[int, int]
"""An event: the desk's number of its article, and its number there."""


@dataclass(frozen=True, slots=True)
class Discord:
    """A discrepancy as it is kept: what each side says, and the events that say so."""

    happening: int
    kind: Kind
    sides: tuple[tuple[str, tuple[Told, ...]], ...]


def discrepancies(
    store: Store,
    parties: Sequence[str] = (),
    kinds: Sequence[Kind] = (),
    limit: int | None = None,
    **days: Unpack[Days],
) -> Disputes:
    """Where the sources of happenings differ in which all these parties took part.

    The latest happening comes first. DeskError for a name that the desk does not know.
    """
    with store.read():
        whom = tuple(party_of(store, words) for words in parties)
        rows = store.query(_DISPUTES, (listed(kinds), *bounds(days)))
        kept = _between(store, rows, whom)
        disputes = open_disputes(store, [_discord(*row) for row in kept[:limit]])
    return Disputes(
        parties=whom,
        kinds=tuple(kinds),
        since=days.get("since"),
        until=days.get("until"),
        disputes=disputes,
        found=len(kept),
    )


def discords_of(store: Store, happenings: Iterable[int]) -> list[Discord]:
    """The discrepancies of these happenings, in their order."""
    rows = store.query(
        "SELECT happening, kind, sides FROM discrepancies"
        " WHERE happening IN (SELECT value FROM json_each(?)) ORDER BY happening, kind",
        (listed(happenings),),
    )
    return [_discord(*row) for row in rows]


def disputes_among(
    store: Store, happenings: Sequence[int], today: date, limit: int | None
) -> tuple[tuple[Dispute, ...], int]:
    """Where articles up to today differ on these happenings, and how many discrepancies there are.

    The last of the happenings comes first.
    """
    order = {number: place for place, number in enumerate(happenings)}
    kept = _up_to(store, discords_of(store, happenings), today)
    kept.sort(key=lambda discord: order[discord.happening], reverse=True)
    return open_disputes(store, kept[:limit]), len(kept)


def open_disputes(store: Store, kept: Sequence[Discord]) -> tuple[Dispute, ...]:
    """Discrepancies with the words of each side."""
    told = {event for discord in kept for _, events in discord.sides for event in events}
    places, families = _places(store, told)
    heard = {
        event: places[event]
        for discord in kept
        for _, events in discord.sides
        for event in _first_of_each(events, families)
    }
    known = witnesses(store, list(heard.values()))
    opened = accounts(store, [discord.happening for discord in kept])

    def version(value: str, events: Sequence[Told]) -> Version:
        heads = _first_of_each(events, families)
        return Version(
            value=value,
            sources=len({families[event] for event in events if event in families}),
            witnesses=tuple(known[heard[event]] for event in heads),
        )

    return tuple(
        Dispute(
            account=opened[discord.happening],
            kind=discord.kind,
            versions=tuple(version(value, events) for value, events in discord.sides),
        )
        for discord in kept
    )


def _discord(happening: int, kind: Kind, sides: str) -> Discord:
    """A discrepancy from its row."""
    told: list[tuple[str, list[list[int]]]] = json.loads(sides)
    return Discord(
        happening=happening,
        kind=kind,
        sides=tuple(
            (value, tuple((article, number) for article, number in events))
            for value, events in told
        ),
    )


def _between(
    store: Store, kept: list[tuple[Any, ...]], parties: Sequence[Party]
) -> list[tuple[Any, ...]]:
    """Those of the rows whose happening all the parties took part in."""
    for party in parties:
        asked = listed({happening for happening, *_ in kept})
        rows = store.query(_WITH, (asked, listed(members(store, party))))
        within = {happening for (happening,) in rows}
        kept = [row for row in kept if row[0] in within]
    return kept


def _up_to(store: Store, kept: Iterable[Discord], today: date) -> list[Discord]:
    """The same without what later articles say; where only one version is left, nobody differs."""
    discords = list(kept)
    told = {article for d in discords for _, events in d.sides for article, _ in events}
    rows = store.query(_PUBLISHED_AFTER, (listed(told), today.isoformat()))
    later = {article for (article,) in rows}
    known = (
        replace(
            discord,
            sides=tuple(
                (value, heard)
                for value, events in discord.sides
                if (heard := tuple(event for event in events if event[0] not in later))
            ),
        )
        for discord in discords
    )
    return [discord for discord in known if len(discord.sides) > 1]


def _places(
    store: Store, told: Iterable[Told]
) -> tuple[Mapping[Told, Passage], Mapping[Told, int]]:
    """Where the words of each event stand, and its family."""
    rows = store.query(_TOLD, (json.dumps(list(told)),))
    places = {(a, n): Passage(a, f"e{n}", start, end) for a, n, start, end, _ in rows}
    return places, {(a, n): family for a, n, *_, family in rows}


def _first_of_each(events: Sequence[Told], families: Mapping[Told, int]) -> tuple[Told, ...]:
    """The first event of each family, as many as are heard."""
    firsts = {families[event]: event for event in reversed(events) if event in families}
    return tuple(event for event in events if event in set(firsts.values()))[:_HEARD]
