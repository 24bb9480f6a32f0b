"""Census: how much is on a desk."""

from dataclasses import dataclass

from memcon.desk.drafts import files_of
from memcon.desk.store import Store

_COUNTED = """
SELECT (SELECT count(*) FROM articles),
       (SELECT count(DISTINCT family) FROM articles),
       (SELECT count(*) FROM happenings),
       (SELECT count(*) FROM tellings),
       (SELECT count(*) FROM actors),
       (SELECT count(*) FROM issues),
       (SELECT count(*) FROM outlooks),
       (SELECT count(*) FROM feeds),
       (SELECT count(*) FROM watches),
       (SELECT min(published) FROM articles),
       (SELECT max(published) FROM articles),
       (SELECT added FROM articles ORDER BY id DESC LIMIT 1)
"""


@dataclass(frozen=True, slots=True)
class Census:
    """The desk's file and what is in it; families are sources, articles that tell the same counted
    once. `bytes` is the size of its files, `version` the number of its last migration.
    """

    desk: str
    is_encrypted: bool
    version: int
    bytes: int
    articles: int
    families: int
    happenings: int
    tellings: int
    actors: int
    issues: int
    prospects: int
    feeds: int
    watches: int
    first_published: str | None
    last_published: str | None
    last_added: str | None


def census(store: Store) -> Census:
    """Count what is on the desk, all at the same moment."""
    return Census(
        str(store.path).encode(errors="replace").decode(),
        store.key is not None,
        store.version,
        sum(file.stat().st_size for file in files_of(store.path) if file.exists()),
        *store.query(_COUNTED)[0],
    )
