"""Watch: a saved question, and up to which article its answer was looked at."""

import json
from collections.abc import Sequence
from typing import get_args

from memcon.desk.parties import party_of
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.story.hits import terms_of
from memcon.story.news import News, Subject, Watch, Watches

_SUBJECTS: tuple[str, ...] = get_args(Subject)
_SEVERAL = 2
_KEPT = """
SELECT name, question, seen, (SELECT count(*) FROM articles WHERE id > seen)
FROM watches ORDER BY id
"""


def watch(store: Store, name: str, question: Sequence[str]) -> Watch:
    """Save a question under a name: ("relation", "USA", "RUS"), ("search", "nord stream").

    What is on the desk by now is no news. DeskError if there is such a watch already, or the
    question cannot be asked.
    """
    subject, words = _checked(store, question)
    if not name.strip() or name.startswith("-"):
        raise DeskError(f"{name!r}: give the watch a name")
    with store.transaction():
        if store.first("SELECT 1 FROM watches WHERE name = ?", (name,)):
            raise DeskError(f"{name}: there is such a watch already; remove it first")
        store.run(
            "INSERT INTO watches (name, question, seen)"
            " VALUES (?, ?, (SELECT coalesce(max(id), 0) FROM articles))",
            (name, json.dumps([subject, *words], ensure_ascii=False)),
        )
    return Watch(name=name, question=(subject, *words), seen=0, waiting=0)


def unwatch(store: Store, name: str) -> None:
    """Forget a saved question; DeskError if there is none of this name."""
    with store.transaction():
        if not store.run("DELETE FROM watches WHERE name = ?", (name,)):
            raise DeskError(f"{name}: there is no such watch{_known(store)}")


def watches(store: Store) -> Watches:
    """The saved questions, in the order in which they were saved."""
    return Watches(
        watches=tuple(
            Watch(name=name, question=tuple(json.loads(question)), seen=seen, waiting=waiting)
            for name, question, seen, waiting in store.query(_KEPT)
        )
    )


def watches_named(store: Store, names: Sequence[str]) -> tuple[Watch, ...]:
    """The watches of these names, in their order; all of them if none is named."""
    kept = {one.name: one for one in watches(store).watches}
    for name in names:
        if name not in kept:
            raise DeskError(f"{name}: there is no such watch{_known(store)}")
    return tuple(kept[name] for name in names) if names else tuple(kept.values())


def mark_seen(store: Store, news: News) -> None:
    """Take note that what is new was looked at; what came since stays new.

    So does all that is new for a watch of which a limit left some out.
    """
    whole = (one for one in news.updates if not one.problem and one.shown == one.found)
    with store.transaction():
        store.run_each(
            "UPDATE watches SET seen = max(seen, ?) WHERE name = ?",
            [(update.until, update.watch) for update in whole],
        )


def _checked(store: Store, question: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What a question is about, and its words; DeskError if it cannot be asked."""
    subject, *words = question or ("",)
    if subject not in _SUBJECTS:
        raise DeskError(f"{subject!r} cannot be watched; {', '.join(_SUBJECTS)} can")
    if subject == "search":
        if not terms_of(" ".join(words)):
            raise DeskError("search: give a word to look for")
    elif subject == "positions":
        if not words:
            raise DeskError("positions: name an issue")
    else:
        _check_parties(store, subject, words)
    return subject, tuple(words)


def _check_parties(store: Store, subject: str, words: Sequence[str]) -> None:
    """DeskError unless the words name as many parties as the question needs."""
    codes = [party_of(store, word).code for word in words]
    if subject == "relation" and (len(codes) != _SEVERAL or codes[0] == codes[1]):
        raise DeskError("relation: name two parties that differ")
    if subject == "actor" and len(codes) != 1:
        raise DeskError("actor: name one actor")


def _known(store: Store) -> str:
    """ "; there are A, B", or nothing."""
    names = ", ".join(one.name for one in watches(store).watches)
    return f"; there are {names}" if names else ""
