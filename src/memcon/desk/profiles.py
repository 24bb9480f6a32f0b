"""Profile: what the desk knows of an actor, or of a country and all who stand for it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Unpack

from memcon.desk.accounts import Passage, accounts, listed, witnesses
from memcon.desk.casts import aliases_in, offices_in, sample_of, sayings_in
from memcon.desk.days import Days, bounds, day_of
from memcon.desk.holdings import holdings
from memcon.desk.orders import latest
from memcon.desk.parties import party_of
from memcon.desk.partners import partners_of
from memcon.desk.scopes import members
from memcon.desk.store import Store
from memcon.story.answers import Party
from memcon.story.identities import Identity
from memcon.story.matrix import Matrix, arrange
from memcon.story.profiles import Member, Profile
from memcon.story.silences import Hush

_IDENTITY = "SELECT key, name, kind, country, sector, code FROM actors WHERE {} LIMIT 1"
_OF = "actor IN (SELECT value FROM json_each(?))"
_ARTICLES = f"""
SELECT DISTINCT p.article FROM appearances p JOIN articles a ON a.id = p.article
WHERE p.{_OF} AND coalesce(a.published, '') BETWEEN ? AND ?
"""
_ALL_ARTICLES = f"SELECT DISTINCT article FROM appearances WHERE {_OF}"
_HAPPENED = f"SELECT happening FROM parties WHERE {_OF}"
_WITHIN = "SELECT id FROM happenings WHERE coalesce(first, '') BETWEEN ? AND ?"
_MEMBERS = """
SELECT name, key, kind, spoken_of FROM actors
WHERE id IN (SELECT value FROM json_each(?)) AND spoken_of > 0 ORDER BY spoken_of DESC, id LIMIT ?
"""
_POSITIONS = f"""
SELECT article, number FROM positions WHERE {_OF} AND day BETWEEN ? AND ?
ORDER BY day DESC, article DESC LIMIT ?
"""
_SILENCES = f"""
SELECT s.article, 'sil' || s.number, s.start, s."end", i.name, s.kind, s.day,
       a.key, a.name, a.kind, a.country, a.sector, a.code
FROM (SELECT article, number FROM silences WHERE {_OF} AND day BETWEEN ? AND ?
      ORDER BY day DESC, article DESC LIMIT ?) q
JOIN silences s ON s.article = q.article AND s.number = q.number
JOIN actors a ON a.id = s.actor LEFT JOIN issues i ON i.id = s.issue
ORDER BY s.day DESC, s.article DESC, s.number
"""
# The latest so many positions are arranged by issue.
_MOST_POSITIONS = 200


def actor(store: Store, name: str, limit: int | None = None, **days: Unpack[Days]) -> Profile:
    """What the desk knows of an actor; of a country, of all who stand for it.

    With a limit, the latest or most of so many of each part. DeskError if nobody is called so, or
    more than one.
    """
    with store.read():
        party = party_of(store, name)
        actors = members(store, party)
        identity = _identity(store, party)
        own = _numbers(store, identity) if party.actors is None else actors
        sample = sample_of(store, own)
        happened = _happened(store, actors, days)
        ordered = islice(latest(store, "happenings", happened), limit)
        sayings, said = sayings_in(store, actors, days, limit)
        return Profile(
            party=party,
            identity=identity,
            articles=_articles(store, actors, days),
            sampled=len({seen.article for seen in sample}),
            offices=offices_in(sample)[:limit],
            aliases=aliases_in(sample)[:limit],
            members=_members(store, actors, limit) if party.actors is None else (),
            partners=partners_of(store, party, actors, days, limit),
            accounts=tuple(accounts(store, list(ordered)).values()),
            happened=len(happened),
            sayings=sayings,
            said=said,
            matrix=_matrix(store, actors, days, limit),
            silences=_silences(store, actors, days, limit),
        )


def _identity(store: Store, party: Party) -> Identity:
    """Who the party is: a state, a body, or the person of the fullest name."""
    if party.actors is not None:
        row = store.first(_IDENTITY.format("id = ?"), (party.actors[0],))
    else:
        row = store.first(_IDENTITY.format("key IN (?, 'state:' || ?)"), (party.code, party.code))
    if row:
        return Identity(*row)
    return Identity(f"state:{party.code}", party.name, "state", party.code, None, party.code)


def _numbers(store: Store, identity: Identity) -> tuple[int, ...]:
    """The desk's number of an actor, if it is on the desk."""
    rows = store.query("SELECT id FROM actors WHERE key = ?", (identity.key,))
    return tuple(number for (number,) in rows)


def _articles(store: Store, actors: Sequence[int], days: Days) -> int:
    """How many articles of these days have one of the actors."""
    if days.get("since") or days.get("until"):
        rows = store.query(f"SELECT count(*) FROM ({_ARTICLES})", (listed(actors), *bounds(days)))
    else:
        rows = store.query(f"SELECT count(*) FROM ({_ALL_ARTICLES})", (listed(actors),))
    return rows[0][0]


def _happened(store: Store, actors: Sequence[int], days: Days) -> set[int]:
    """The happenings of these days in which one of the actors had a part."""
    found = {number for (number,) in store.each(_HAPPENED, (listed(actors),))}
    if days.get("since") or days.get("until"):
        found &= {number for (number,) in store.each(_WITHIN, bounds(days))}
    return found


def _members(store: Store, actors: Sequence[int], limit: int | None) -> tuple[Member, ...]:
    """Who stands for a country or body, those first of whom most is told."""
    rows = store.query(_MEMBERS, (listed(actors), limit or -1))
    return tuple(Member(*row) for row in rows if len(actors) > 1)


def _matrix(store: Store, actors: Sequence[int], days: Days, limit: int | None) -> Matrix:
    """The latest positions by issue."""
    asked = (listed(actors), *bounds(days), _MOST_POSITIONS)
    matrix = arrange(holdings(store, _POSITIONS, asked))
    shown = set(matrix.issues[:limit])
    return replace(matrix, cells=tuple(cell for cell in matrix.cells if cell.issue in shown))


def _silences(
    store: Store, actors: Sequence[int], days: Days, limit: int | None
) -> tuple[Hush, ...]:
    """On what the actors were silent, the latest first."""
    rows = store.query(_SILENCES, (listed(actors), *bounds(days), limit or -1))
    passages = [Passage(*row[:4]) for row in rows]
    known = witnesses(store, passages)
    return tuple(
        Hush(Identity(*row[7:]), row[4], row[5], day_of(row[6]), known[passage])
        for passage, row in zip(passages, rows, strict=True)
    )
