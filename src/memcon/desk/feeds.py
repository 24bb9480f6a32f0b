"""Feed: an address or a file whose entries the desk is to have."""

from dataclasses import dataclass

from memcon.desk.records import now
from memcon.desk.store import Store
from memcon.errors import DeskError


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is followed; ETag and Last-Modified as its server sent them last.

    `pulled` is the time, in UTC, of the last pull that went well.
    """

    source: str
    etag: str | None
    modified: str | None
    pulled: str | None


def follow(store: Store, source: str) -> bool:
    """Remember a feed; whether it was not followed before."""
    with store.transaction():
        return store.run("INSERT OR IGNORE INTO feeds (source) VALUES (?)", (source,)) > 0


def unfollow(store: Store, source: str) -> None:
    """Forget a feed; what came from it stays. DeskError if it is not followed."""
    with store.transaction():
        if not store.run("DELETE FROM feeds WHERE source = ?", (source,)):
            raise DeskError(f"{source}: is not followed; `memcon follow --list` shows what is")


def feeds(store: Store) -> tuple[Feed, ...]:
    """The feeds that are followed, the first one first."""
    rows = store.query("SELECT source, etag, modified, pulled FROM feeds ORDER BY id")
    return tuple(Feed(*row) for row in rows)


def note_pull(store: Store, source: str, etag: str | None, modified: str | None) -> None:
    """Remember that all entries of this version of a feed are on the desk."""
    with store.transaction():
        store.run(
            "UPDATE feeds SET etag = ?, modified = ?, pulled = ? WHERE source = ?",
            (etag, modified, now(), source),
        )
