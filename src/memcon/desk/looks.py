"""Look: when, and at which article, the desk was looked at last."""

from datetime import datetime

from memcon.desk.records import LOOKED_UNTIL, now
from memcon.desk.store import Store
from memcon.story.arrivals import Look

_LOOKED_AT = "looked at"
_NOTES = "SELECT key, value FROM notes WHERE key IN (?, ?)"
_NOTE = "INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)"
_TOP = "SELECT coalesce(max(id), 0) FROM articles"


def looked(store: Store) -> Look | None:
    """The last look; None if nobody took note of one."""
    notes = dict(store.query(_NOTES, (_LOOKED_AT, LOOKED_UNTIL)))
    return (
        Look(datetime.fromisoformat(notes[_LOOKED_AT]), int(notes[LOOKED_UNTIL])) if notes else None
    )


def look(store: Store, until: int | None = None) -> Look:
    """Take note that the articles up to a number were looked at now; without one, all of them.

    What was looked at once stays so.
    """
    with store.transaction():
        ((top,),) = store.query(_TOP)
        before = looked(store)
        reached = top if until is None else max(0, min(until, top))
        seen = max(reached, before.until if before else 0)
        at = now()
        store.run_each(_NOTE, [(_LOOKED_AT, at), (LOOKED_UNTIL, str(seen))])
        return Look(datetime.fromisoformat(at), seen)
