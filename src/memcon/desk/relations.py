"""Relation: what the desk knows of two parties: deeds, positions, silences, prospects."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Unpack

from memcon.desk.accounts import Passage, accounts, listed, witnesses
from memcon.desk.days import Days, bounds, day_of
from memcon.desk.disputes import disputes_among
from memcon.desk.parties import party_of
from memcon.desk.positions import positions_between
from memcon.desk.prospects import STATES, find_histories
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.story.answers import Party
from memcon.story.identities import Identity
from memcon.story.relations import (
    FACTS,
    Deed,
    Grain,
    Relation,
    differences,
    meetings,
    series,
    signals,
    toward,
)
from memcon.story.silences import Hush

_DEEDS = """
SELECT d.happening, d.day, d.toward, d.type, d.status, d.goldstein
FROM dyads d WHERE d.a = ? AND d.b = ? AND d.day BETWEEN ? AND ?
"""
_WITH = """
AND EXISTS (SELECT 1 FROM parties p WHERE p.happening = d.happening
            AND p.actor IN (SELECT value FROM json_each(?)))
"""
_TOLD_IN = """
SELECT id, family FROM articles WHERE id IN (
    SELECT article FROM tellings WHERE happening IN (SELECT value FROM json_each(?))
)
"""
_SILENCES = """
SELECT s.kind, s.day, i.name, s.article, 'sil' || s.number, s.start, s."end",
       a.key, a.name, a.kind, a.country, a.sector, a.code, s.actor, c.family
FROM silences s JOIN actors a ON a.id = s.actor JOIN articles c ON c.id = s.article
LEFT JOIN issues i ON i.id = s.issue
WHERE s.article IN (SELECT value FROM json_each(?)) AND a.code IN (SELECT value FROM json_each(?))
AND s.day BETWEEN ? AND ?
ORDER BY s.day DESC, s.article, s.number
"""


def relation(
    store: Store,
    a: str,
    b: str,
    grain: Grain = "month",
    today: date | None = None,
    limit: int | None = None,
    **days: Unpack[Days],
) -> Relation:
    """What two parties did and said to each other, and what lies ahead of them.

    With a limit, the words of the latest so many happenings of each kind are opened, and of as
    many issues, disputes, silences and prospects. What is later than today is left out, save what
    was then ahead.
    DeskError if nobody is called so, or both are one party.
    """
    one, other = party_of(store, a), party_of(store, b)
    if one.code == other.code:
        raise DeskError(f"{a} and {b}: both stand for {_named(one, other)}; name two that differ")
    day = today or date.today()
    known: Days = {"since": days.get("since"), "until": min(days.get("until") or day, day)}
    with store.read():
        deeds = tuple(d for d in _deeds(store, one, other, days) if _is_known(d, day))
        articles = _articles(store, deeds)
        happenings = tuple(dict.fromkeys(deed.happening for deed in deeds))
        disputes, differing = disputes_among(store, happenings, day, limit)
        silences, hushed = _silences(store, (one, other), list(articles), known, limit)
        histories, found = find_histories(store, (one, other), STATES, day, limit)
        return Relation(
            a=one,
            b=other,
            since=days.get("since"),
            until=days.get("until"),
            today=day,
            grain=grain,
            points=series(deeds, grain),
            deeds=deeds,
            articles=len(articles),
            sources=len(set(articles.values())),
            accounts=accounts(store, _to_open(deeds, limit)),
            matrix=positions_between(store, (one, other), list(articles), limit, **known),
            disputes=disputes,
            disputes_found=differing,
            silences=silences,
            silences_found=hushed,
            prospects=histories,
            prospects_found=found,
        )


def _deeds(store: Store, one: Party, other: Party, days: Days) -> tuple[Deed, ...]:
    """All that was between the two, by day; what has no day comes first."""
    first, second = sorted((one.code, other.code))
    sign = 1 if one.code == first else -1
    sql, parameters = _DEEDS, [first, second, *bounds(days)]
    for party in (one, other):
        if party.actors is not None:
            sql, parameters = sql + _WITH, [*parameters, listed(party.actors)]
    rows = store.query(f"{sql} ORDER BY d.day, d.happening", parameters)
    return tuple(
        Deed(
            happening=happening,
            day=day_of(day),
            toward=direction * sign,
            type=type_,
            status=status,
            goldstein=goldstein,
        )
        for happening, day, direction, type_, status, goldstein in rows
    )


def _to_open(deeds: Sequence[Deed], limit: int | None) -> tuple[int, ...]:
    """The happenings to be opened: the latest of all, and of each kind in each direction."""
    kinds = [
        toward(kind, direction)
        for kind in (signals(deeds), differences(deeds))
        for direction in (1, 0, -1)
    ]
    latest = [kind[-limit:] if limit else kind for kind in (deeds, meetings(deeds), *kinds)]
    return tuple(dict.fromkeys(deed.happening for kind in latest for deed in kind))


def _articles(store: Store, deeds: Iterable[Deed]) -> dict[int, int]:
    """The articles that tell of the deeds, each with its family."""
    asked = listed({deed.happening for deed in deeds})
    return dict(store.query(_TOLD_IN, (asked,)))


def _silences(
    store: Store,
    parties: tuple[Party, Party],
    articles: Sequence[int],
    days: Days,
    limit: int | None,
) -> tuple[tuple[Hush, ...], int]:
    """The latest silences of the two in these articles, and how many there are.

    What copies of one text tell is one silence.
    """
    codes = listed(party.code for party in parties)
    rows = store.query(_SILENCES, (listed(articles), codes, *bounds(days)))
    kept: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for row in rows:
        if any(_is_of(party, row[12], row[13]) for party in parties):
            actor, family, kind, issue = row[13], row[14], row[0], row[2]
            kept.setdefault((actor, family, kind, issue), row)
    opened = list(kept.values())[:limit]
    known = witnesses(store, [Passage(*row[3:7]) for row in opened])
    hushes = tuple(
        Hush(
            actor=Identity(*row[7:13]),
            issue=row[2],
            kind=row[0],
            day=day_of(row[1]),
            witness=known[Passage(*row[3:7])],
        )
        for row in opened
    )
    return hushes, len(kept)


def _is_of(party: Party, code: str, actor: int) -> bool:
    """Whether the actor with this code and number on the desk speaks for a party."""
    return code == party.code if party.actors is None else actor in party.actors


def _is_known(deed: Deed, today: date) -> bool:
    """Whether it can be known of today: it has been, or it lay ahead."""
    return deed.day is None or deed.day <= today or deed.status not in FACTS


def _named(one: Party, other: Party) -> str:
    """Whom both stand for: the country if one of them is it."""
    return next((party.name for party in (one, other) if party.actors is None), one.code)
