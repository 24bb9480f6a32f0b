"""Appearance: where an actor of a record is which actor of the desk."""

from collections.abc import Iterable, Mapping

from memcon.desk.store import Store
from memcon.record.contract import Record
from memcon.story.identities import Identity, identify
from memcon.story.issues import issue_key

Numbers = Mapping[str, int]

# Of whom a reader asks even where they do nothing.
_ALWAYS = frozenset({"person", "state", "igo"})
_HEARD = """
SELECT 1 FROM appearances WHERE actor = :actor
UNION ALL SELECT 1 FROM parties WHERE actor = :actor
UNION ALL SELECT 1 FROM outlook_parties WHERE actor = :actor
LIMIT 1
"""


def number_of(ident: str) -> int:
    """3 of "a3", "e3" or "pos3"."""
    return int(ident.lstrip("abcdefghijklmnopqrstuvwxyz"))


def put_actors(store: Store, article: int, record: Record) -> Numbers:
    """The desk's numbers of a record's actors, by their ids there; new ones are entered.

    Groups, companies and things that are merely named are left out: the words of the text have
    them.
    """
    acting = _acting(record)
    known = {
        actor.id: enter_actor(store, identify(actor))
        for actor in record.actors
        if actor.id in acting or actor.kind in _ALWAYS
    }
    store.run_each(
        "INSERT INTO appearances (actor, article, number) VALUES (?, ?, ?)",
        [(actor, article, number_of(ident)) for ident, actor in known.items()],
    )
    return known


def _acting(record: Record) -> set[str]:
    """The actors of a record who do, say, hold, withhold or await something."""
    events, prospects = record.events, record.prospects
    return {
        *(ident for event in events for ident in (*event.source, *event.target)),
        *(ident for event in events for ident in event.intermediaries),
        *(ident for statement in record.statements for ident in statement.speakers),
        *(ident for prospect in prospects for ident in prospect.participants),
        *(position.actor for position in record.positions),
        *(silence.actor for silence in record.silences),
    }


def enter_actor(store: Store, identity: Identity) -> int:
    """The desk's number of an actor, which is entered if it is new.

    Whom it stands for may be known from a later article only.
    """
    row = store.first("SELECT id, code FROM actors WHERE key = ?", (identity.key,))
    called = (identity.name, identity.kind, identity.country, identity.sector, identity.code)
    if row is None:
        number = store.insert(
            "INSERT INTO actors (key, name, kind, country, sector, code) VALUES (?, ?, ?, ?, ?, ?)",
            (identity.key, *called),
        )
        store.run("INSERT INTO names (rowid, name) VALUES (?, ?)", (number, identity.name))
        return number
    number, code = row
    if code == identity.key != identity.code:
        store.run(
            "UPDATE actors SET country = ?, sector = ?, code = ? WHERE id = ?",
            (identity.country, identity.sector, identity.code, number),
        )
    return number


def appearing(store: Store, article: int) -> set[int]:
    """The actors of the desk who appear in an article."""
    rows = store.query("SELECT actor FROM appearances WHERE article = ?", (article,))
    return {actor for (actor,) in rows}


def remove_unheard(store: Store, actors: Iterable[int]) -> None:
    """Take those of the actors off the desk of whom no article speaks any more."""
    for actor in actors:
        if not store.first(_HEARD, {"actor": actor}):
            store.run("DELETE FROM names WHERE rowid = ?", (actor,))
            store.run("DELETE FROM actors WHERE id = ?", (actor,))


def put_issues(store: Store, record: Record) -> Numbers:
    """The desk's numbers of a record's issues, by their ids there; new ones are entered.

    Those on which nobody takes a position or keeps silent are left out.
    """
    asked = {position.issue for position in record.positions}
    asked |= {silence.about for silence in record.silences if silence.about}
    return {
        issue.id: _enter_issue(store, issue.name, issue.context)
        for issue in record.issues
        if issue.id in asked and issue_key(issue.name)
    }


def _enter_issue(store: Store, name: str, context: str | None) -> int:
    key = issue_key(name)
    row = store.first("SELECT id FROM issues WHERE key = ?", (key,))
    if row:
        return row[0]
    number = store.insert(
        "INSERT INTO issues (key, name, context) VALUES (?, ?, ?)", (key, name, context)
    )
    store.run("INSERT INTO topics (rowid, name) VALUES (?, ?)", (number, f"{name} {key}"))
    return number
