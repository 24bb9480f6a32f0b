"""Debate: what the desk knows of one issue."""

from typing import Unpack

from memcon.desk.accounts import listed
from memcon.desk.conditions import Condition
from memcon.desk.days import Days, bounds
from memcon.desk.directories import issues
from memcon.desk.holdings import COLUMNS, opened
from memcon.desk.silences import silences
from memcon.desk.store import Store
from memcon.errors import DeskError
from memcon.story.debates import Debate
from memcon.story.issues import issue_key
from memcon.story.matrix import arrange

_ISSUE = "SELECT id, name, context FROM issues WHERE key = ?"
# The actors of whom most is told, then those of whom it is told last.
_ACTORS = """
SELECT actor FROM positions WHERE issue = ? AND day BETWEEN ? AND ?
GROUP BY actor ORDER BY count(*) DESC, max(day) DESC, actor
"""
_POSITIONS = f"""
{COLUMNS}
FROM positions p JOIN issues i ON i.id = p.issue JOIN actors a ON a.id = p.actor
WHERE p.issue = ? AND p.actor IN (SELECT value FROM json_each(?)) AND p.day BETWEEN ? AND ?
"""
# So many issues of like names are told.
_AKIN = 12


def issue(store: Store, name: str, limit: int | None = None, **days: Unpack[Days]) -> Debate:
    """An issue, with what is held on it, by at most so many actors, and the latest silences on it.

    DeskError if no issue is called so.
    """
    with store.read():
        if (found := store.first(_ISSUE, (issue_key(name),))) is None:
            raise DeskError(f"no issue is called {name!r}; look for it by some of its words")
        number, called, context = found
        within = bounds(days)
        actors = [actor for (actor,) in store.query(_ACTORS, (number, *within))]
        rows = store.query(_POSITIONS, (number, listed(actors[:limit]), *within))
        meant = Condition("s.issue = ? AND s.day BETWEEN ? AND ?", (number, *within))
        hushes, hushed = silences(store, meant, limit)
        akin = issues(store, called, _AKIN + 1).topics
    return Debate(
        issue=called,
        context=context,
        since=days.get("since"),
        until=days.get("until"),
        matrix=arrange(opened(store, rows)),
        actors_found=len(actors),
        silences=hushes,
        silences_found=hushed,
        akin=tuple(topic for topic in akin if topic.name != called)[:_AKIN],
    )
