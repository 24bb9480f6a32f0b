"""News: what came to the desk since a saved question was last looked at."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from memcon.desk.accounts import accounts, listed
from memcon.desk.disputes import Discord, discords_of, open_disputes
from memcon.desk.holdings import holdings
from memcon.desk.orders import latest
from memcon.desk.parties import match_of, party_of
from memcon.desk.scopes import members
from memcon.desk.search import search
from memcon.desk.store import Store
from memcon.desk.turns import turns_since
from memcon.desk.watches import watches_named
from memcon.errors import DeskError
from memcon.story.answers import Account, Party
from memcon.story.issues import issue_key
from memcon.story.matrix import Holding
from memcon.story.news import Development, News, Update, Watch

_TOP = "SELECT coalesce(max(id), 0) FROM articles"
_IN = "IN (SELECT value FROM json_each(?))"
_TOLD = "SELECT DISTINCT happening FROM tellings WHERE article > ?"
_BETWEEN = f"SELECT happening FROM dyads WHERE happening {_IN} AND a = ? AND b = ?"
_WITH = f"SELECT happening FROM parties WHERE happening {_IN} AND actor {_IN}"
_KNOWN = f"SELECT DISTINCT happening FROM tellings WHERE happening {_IN} AND article <= ?"
_IDS = "SELECT article FROM articles WHERE id > ?"
_HELD_BY = f"SELECT article, number FROM positions WHERE article > ? AND actor {_IN}"
_HELD_ON = """
SELECT article, number FROM positions
WHERE article > ? AND issue IN (SELECT rowid FROM topics WHERE topics MATCH ?)
"""
# What a question about these is answered with.
_BY_HAPPENING = ("relation", "timeline", "actor")
_BY_PROSPECT = ("relation", "prospects", "actor")
_BY_DISCREPANCY = ("relation", "timeline", "discrepancies", "actor")


def news(store: Store, names: Sequence[str] = (), limit: int | None = None) -> News:
    """What is new for the watches of these names, or for all of them.

    With a limit, so much of each kind. `mark_seen` takes note that it was looked at; until then it
    stays new. DeskError if there is no such watch.
    """
    with store.read():
        ((until,),) = store.query(_TOP)
        updates = [_update(store, one, until, limit) for one in watches_named(store, names)]
    return News(updates=tuple(updates))


def _update(store: Store, watch: Watch, until: int, limit: int | None) -> Update:
    """What is new for one watch; where the question can no longer be asked, why."""
    nothing = Update(
        watch=watch.name,
        question=watch.question,
        articles=watch.waiting,
        until=until,
        problem=None,
        developments=(),
        turns=(),
        disputes=(),
        holdings=(),
        hits=(),
        found=0,
    )
    try:
        return _answered(store, nothing, watch.seen, limit)
    except DeskError as error:
        return replace(nothing, problem=str(error))


def _answered(store: Store, update: Update, seen: int, limit: int | None) -> Update:
    """An update with what is new."""
    subject, *words = update.question
    if subject == "search":
        found = search(store, " ".join(words), limit, after=seen)
        left = found.articles - found.shown
        return replace(update, hits=found.hits, found=len(found.hits) + left)
    if subject == "positions":
        held = holdings(store, _HELD_ON, (seen, match_of(issue_key(" ".join(words)), is_open=True)))
        return replace(update, holdings=held[:limit], found=len(held))
    parties = tuple(party_of(store, word) for word in words)
    happenings = _happenings(store, subject, parties, seen)
    told = happenings if subject in _BY_HAPPENING else []
    turns = turns_since(store, parties, seen) if subject in _BY_PROSPECT else ()
    discords = discords_since(store, happenings, seen) if subject in _BY_DISCREPANCY else []
    held = _held_by(store, parties[0], seen) if subject == "actor" else ()
    return replace(
        update,
        developments=developments(store, told, seen, limit),
        turns=turns[:limit],
        disputes=open_disputes(store, discords[:limit]),
        holdings=held[:limit],
        found=len(told) + len(turns) + len(discords) + len(held),
    )


def _happenings(store: Store, subject: str, parties: Sequence[Party], seen: int) -> list[int]:
    """The happenings of which new articles tell and in which all the parties took part."""
    kept = [number for (number,) in store.query(_TOLD, (seen,))]
    if subject == "relation":
        codes = sorted(party.code for party in parties)
        kept = _within(kept, store.query(_BETWEEN, (listed(kept), *codes)))
    for party in parties:
        if subject != "relation" or party.actors is not None:
            asked = (listed(kept), listed(members(store, party)))
            kept = _within(kept, store.query(_WITH, asked))
    return list(latest(store, "happenings", set(kept)))


def _within(kept: Iterable[int], rows: Iterable[tuple[int]]) -> list[int]:
    """Those of the numbers that stand in the rows."""
    found = {number for (number,) in rows}
    return [number for number in kept if number in found]


def developments(
    store: Store, happenings: Sequence[int], seen: int, limit: int | None
) -> tuple[Development, ...]:
    """The happenings with the words of the new articles alone, those first that are all new."""
    known = {number for (number,) in store.query(_KNOWN, (listed(happenings), seen))}
    ordered = sorted(happenings, key=lambda number: number in known)[:limit]
    fresh = {article for (article,) in store.query(_IDS, (seen,))}
    return tuple(
        Development(account=_fresh(account, fresh), is_new=number not in known)
        for number, account in accounts(store, ordered).items()
    )


def _fresh(account: Account, articles: Collection[str]) -> Account:
    """A happening with the words of these articles alone."""
    heard = (witness for witness in account.witnesses if witness.article in articles)
    return replace(account, witnesses=tuple(heard))


def discords_since(store: Store, happenings: Sequence[int], seen: int) -> list[Discord]:
    """Where the sources of these happenings differ, and did not before."""
    return [one for one in discords_of(store, happenings) if not _was_known(one, seen)]


def _was_known(discord: Discord, seen: int) -> bool:
    """Whether two sides of it stood when the desk was last looked at."""
    old = [any(article <= seen for article, _ in events) for _, events in discord.sides]
    return sum(old) > 1


def _held_by(store: Store, party: Party, seen: int) -> tuple[Holding, ...]:
    """What a party holds in new articles."""
    return holdings(store, _HELD_BY, (seen, listed(members(store, party))))
