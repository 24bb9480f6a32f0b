"""Order: many articles or happenings, the latest first, without sorting more than is looked at."""

from collections.abc import Iterator, Set
from typing import Literal

from memcon.desk.accounts import listed
from memcon.desk.store import Store

Kind = Literal["articles", "happenings"]

_WALKS: dict[Kind, str] = {
    "articles": "SELECT id FROM articles INDEXED BY articles_published"
    " ORDER BY published DESC, id DESC",
    "happenings": "SELECT id FROM happenings INDEXED BY happenings_first"
    " ORDER BY first DESC, id DESC",
}
_DAYS: dict[Kind, str] = {
    "articles": "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))"
    " ORDER BY published DESC, id DESC",
    "happenings": "SELECT id FROM happenings WHERE id IN (SELECT value FROM json_each(?))"
    " ORDER BY first DESC, id DESC",
}
# So few are put in order by their own days; of more, the calendar is walked back.
_FEW = 2_000


def latest(store: Store, kind: Kind, numbers: Set[int]) -> Iterator[int]:
    """The numbers, latest first, those without a day last."""
    if len(numbers) <= _FEW:
        return (one for (one,) in store.each(_DAYS[kind], (listed(numbers),)))
    return (one for (one,) in store.each(_WALKS[kind]) if one in numbers)
