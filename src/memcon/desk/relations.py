"""Relation: what the desk knows of two parties: deeds, positions, silences, prospects."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Unpack

from memcon.desk.accounts import accounts, listed
from memcon.desk.conditions import Condition, all_of, of_party
from memcon.desk.days import Days, bounds, day_of
from memcon.desk.disputes import disputes_among
from memcon.desk.parties import party_of
from memcon.desk.positions import positions_between
from memcon.desk.prospects import STATES, find_histories
from memcon.desk.silences import silences
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.story.answers import Party
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
_BY_CODE, _BY_ACTORS = "a.code = ?", "a.id IN (SELECT value FROM json_each(?))"
_SILENT = "s.article IN (SELECT value FROM json_each(?)) AND s.day BETWEEN ? AND ?"


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
        silent = _silent((one, other), list(articles), known)
        hushes, hushed = silences(store, silent, limit)
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
            silences=hushes,
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


def _silent(parties: Sequence[Party], articles: Sequence[int], days: Days) -> Condition:
    """That a silence is one of these parties', in these articles."""
    of_parties = [of_party(party, _BY_CODE, _BY_ACTORS) for party in parties]
    either = Condition(
        f"({' OR '.join(of.where for of in of_parties)})",
        tuple(parameter for of in of_parties for parameter in of.parameters),
    )
    return all_of(Condition(_SILENT, (listed(articles), *bounds(days))), either)


def _is_known(deed: Deed, today: date) -> bool:
    """Whether it can be known of today: it has been, or it lay ahead."""
    return deed.day is None or deed.day <= today or deed.status not in FACTS


def _named(one: Party, other: Party) -> str:
    """Whom both stand for: the country if one of them is it."""
    return next((party.name for party in (one, other) if party.actors is None), one.code)
