"""Network: who met whom, asked of the desk."""

from collections import Counter
from collections.abc import Collection, Iterable
from heapq import nlargest
from typing import NamedTuple, Unpack

from memcon.desk.accounts import listed
from memcon.desk.conditions import Condition, is_power
from memcon.desk.days import Days, bounds, day_of
from memcon.desk.parties import names_of_codes, party_of
from memcon.desk.scopes import members
from memcon.desk.store import Store
from memcon.story.answers import Party
from memcon.story.networks import Edge, Network, Node, Whom

# What took place or is under way: a meeting, a call, a visit.
_MET = "{0}.type = 'CONSULT' AND {0}.status IN ('actual', 'ongoing')"
_STATES = f"""
SELECT d.a, d.b, d.day, d.happening FROM dyads d
WHERE {_MET.format("d")} AND d.day BETWEEN ? AND ?
  AND d.b <> '' AND {is_power("d.a")} AND {is_power("d.b")}
"""
# Those on the two sides, or all of them where it was mutual; who mediates is no party to it.
_ACTORS = f"""
SELECT p.actor, q.actor, p.day, h.id
FROM happenings h CROSS JOIN parties p ON p.happening = h.id
CROSS JOIN parties q ON q.happening = h.id
WHERE {_MET.format("h")} AND coalesce(h.first, '') BETWEEN ? AND ?
  AND p.actor < q.actor AND p.side <> 'intermediary' AND q.side <> 'intermediary'
  AND (p.side <> q.side OR h.mutual)
"""
_WITH_CODE = " AND ? IN (d.a, d.b)"
_WITH_PART = " AND d.happening IN (SELECT happening FROM parties WHERE actor {})"
_WITH_ACTOR = " AND (p.actor {0} OR q.actor {0})"
_AMONG = "IN (SELECT value FROM json_each(?))"
_KNOWN = f"SELECT id, key, name, kind, country FROM actors WHERE id {_AMONG}"
# So many happenings of an edge are named.
_NAMED = 5

Met = tuple[str, int]
"""A day as it is kept, and the number of the happening."""
Ends = tuple[int | str, int | str]
"""The two who met: the desk's numbers of actors, or codes."""


class _Who(NamedTuple):
    """Who met somebody."""

    key: str
    name: str
    kind: str
    country: str | None


def network(
    store: Store,
    of: str | None = None,
    grain: Whom = "actor",
    limit: int | None = None,
    **days: Unpack[Days],
) -> Network:
    """Who met whom in these days, those first who met most often.

    By actors, or by the states and organisations for which they stand; with `of`, whom this party
    met. DeskError if nobody is called so, or more than one.
    """
    party = party_of(store, of) if of else None
    with store.read():
        met = _meetings(store, party, grain, days)
        shown = sorted(met, key=lambda ends: (-len(met[ends]), ends))[:limit]
        counted: Counter[int | str] = Counter()
        for ends in shown:
            counted.update(dict.fromkeys(ends, len(met[ends])))
        known = _actors(store, counted) if grain == "actor" else _powers(store, counted)
    return Network(
        grain=grain,
        of=party,
        since=days.get("since"),
        until=days.get("until"),
        nodes=tuple(Node(*known[one], count) for one, count in counted.most_common()),
        edges=tuple(_edge(known[a], known[b], met[a, b]) for a, b in shown),
        found=len(met),
    )


def _meetings(store: Store, party: Party | None, grain: Whom, days: Days) -> dict[Ends, set[Met]]:
    """The meetings of each two who met; a happening is one, on however many sides they stand."""
    narrowed = _narrowed(store, party, grain)
    sql = (_ACTORS if grain == "actor" else _STATES) + narrowed.where
    met: dict[Ends, set[Met]] = {}
    for a, b, day, happening in store.query(sql, (*bounds(days), *narrowed.parameters)):
        met.setdefault((a, b), set()).add((day, happening))
    return met


def _narrowed(store: Store, party: Party | None, grain: Whom) -> Condition:
    """That a party is one of the two."""
    if party is None:
        return Condition("", ())
    if grain == "actor":
        actors = listed(members(store, party))
        return Condition(_WITH_ACTOR.format(_AMONG), (actors, actors))
    if party.actors is None:
        return Condition(_WITH_CODE, (party.code,))
    sql = _WITH_CODE + _WITH_PART.format(_AMONG)
    return Condition(sql, (party.code, listed(party.actors)))


def _actors(store: Store, numbers: Iterable[int | str]) -> dict[int | str, _Who]:
    """Who the actors with these numbers are."""
    return {number: _Who(*known) for number, *known in store.query(_KNOWN, (listed(numbers),))}


def _powers(store: Store, codes: Iterable[int | str]) -> dict[int | str, _Who]:
    """Which states and organisations these codes stand for."""
    names = names_of_codes(store, map(str, codes))
    return {code: _power(code, name) for code, name in names.items()}


def _power(code: str, name: str) -> _Who:
    """The state of a code, or the organisation whose key it is."""
    kind, parted, _ = code.partition(":")
    return _Who(code, name, kind, None) if parted else _Who(code, name, "state", code)


def _edge(a: _Who, b: _Who, meetings: Collection[Met]) -> Edge:
    """Two who met, from their meetings."""
    latest = nlargest(_NAMED, meetings)
    return Edge(
        a=a.key,
        b=b.key,
        meetings=len(meetings),
        last=day_of(latest[0][0]),
        latest=tuple(number for _, number in latest),
    )
