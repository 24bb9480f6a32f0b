"""Upload: a file that was sent to be added: how far it is, and what became of each of its pages.

One after another is read, in a thread of its own, and each record is added as soon as it is there,
so that whoever looks at the desk meanwhile waits for no page. All of it is in memory alone.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Thread
from typing import Any, Literal, TypeVar

from memcon.errors import MemconError, RecordError
from memcon.record.contract import Record
from memcon.web.clerk import Clerk, LockedError
from memcon.web.reading import Familiar, Found, Reading, Refusal, Sent
from memcon.web.unforeseen import note

Given = TypeVar("Given")
Stage = Literal["waiting", "loading", "reading", "done", "cancelled"]

LARGEST_FILE = 20_000_000
# What waits to be read is held in memory: so many bytes of it, and so many files.
MOST_BYTES, MOST_WAITING = 200_000_000, 1_000
# Of files that are done the list shows the last, and all with refusals that nobody dismissed.
_MOST_DONE, _MOST_REFUSED = 100, 1_000
# Of one file's pages it names so many.
_MOST_NAMED = 50
_PATIENCE_SECONDS = 2.0
_UNFORESEEN = "could not be read, and the fault is memcon's; the terminal says where it went wrong"
_LOCKED = "the desk was locked before it was added; add it again"


class FullError(MemconError):
    """Too much is waiting to be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that was added: by its id, with its title."""

    article: str
    title: str | None


@dataclass(slots=True)
class Upload:
    """What was sent under a name, and what has become of it so far.

    `pages` is None until it is known how many there are; of `added` and `refused` the first are
    named, all are counted.
    """

    number: int
    name: str
    stage: Stage = "waiting"
    pages: int | None = None
    read: int = 0
    known: int = 0
    added: int = 0
    refused: int = 0
    entries: list[Entry] = field(default_factory=list[Entry])
    refusals: list[Refusal] = field(default_factory=list[Refusal])

    @property
    def is_under_way(self) -> bool:
        """Whether more is to come."""
        return self.stage in ("waiting", "loading", "reading")

    def refuse(self, refusal: Refusal) -> None:
        """Note that a page was not added, and why."""
        self.refused += 1
        if len(self.refusals) < _MOST_NAMED:
            self.refusals.append(refusal)

    def add(self, record: Record) -> None:
        """Note that an article was added."""
        self.added += 1
        if len(self.entries) < _MOST_NAMED:
            self.entries.append(Entry(record.article.id, record.article.title))


class Uploads:
    """All that was sent in this run; asked for by its event loop alone."""

    def __init__(self, clerk: Clerk, reading: Reading) -> None:
        self._clerk = clerk
        self._reading = reading
        self._thread = _Thread()
        self._uploads: dict[int, Upload] = {}
        self._waiting: deque[tuple[Upload, Sent]] = deque()
        self._arrived = asyncio.Event()
        self._held = self._last = 0

    def __iter__(self) -> Iterator[Upload]:
        """All that are shown, the newest first."""
        return reversed(self._uploads.values())

    def check_room(self, size: int) -> None:
        """FullError if so many bytes more cannot be held."""
        refused = sum(1 for upload in self._uploads.values() if upload.refused)
        if self._held + size > MOST_BYTES or len(self._waiting) >= MOST_WAITING:
            raise FullError("Too much is waiting to be read; send this when some of it is done.")
        if refused >= _MOST_REFUSED:
            raise FullError("Too many files were refused; look at them and dismiss them first.")

    def take(self, sent: Sent) -> Upload:
        """Have a file read and added when its turn comes; FullError."""
        self.check_room(len(sent.content))
        upload = self._listed(sent.name)
        self._held += len(sent.content)
        self._waiting.append((upload, sent))
        self._arrived.set()
        return upload

    def refuse(self, name: str, reason: str) -> None:
        """List a file that is not taken, and why."""
        upload = self._listed(name)
        upload.refuse(Refusal(name, reason))
        upload.stage = "done"

    def cancel(self, number: int) -> None:
        """Add no more of a file; what is added of it stays."""
        upload = self._uploads.get(number)
        if upload and upload.is_under_way:
            upload.stage = "cancelled"
            self._drop(upload)

    def dismiss(self, number: int | None = None) -> None:
        """Show a file, or all files, no longer, unless it is still under way."""
        for upload in tuple(self._uploads.values()):
            if not upload.is_under_way and number in (None, upload.number):
                del self._uploads[upload.number]

    async def work(self) -> None:
        """Read and add whatever comes; never ends by itself."""
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            known: set[str] = set()
            try:
                if self._waiting:
                    known |= await self._clerk.ask(lambda desk: desk.articles())
                while self._waiting:
                    upload, sent = self._waiting.popleft()
                    await self._follow(upload, sent, known)
            except Exception as error:  # noqa: BLE001 - what is sent next shall be read all the same
                reason = _reason(error)
                for upload, _ in tuple(self._waiting):
                    self._end(upload, reason)
                    self._drop(upload)

    def close(self) -> None:
        """Read no further; a page that takes long is not waited for."""
        self._waiting.clear()
        self._thread.end(_PATIENCE_SECONDS)

    def _listed(self, name: str) -> Upload:
        self._last += 1
        done = [u for u in self._uploads.values() if not u.is_under_way and not u.refused]
        for upload in done[: max(0, len(done) - _MOST_DONE)]:
            del self._uploads[upload.number]
        upload = self._uploads[self._last] = Upload(self._last, name)
        return upload

    def _drop(self, upload: Upload) -> None:
        """Forget what was sent, if its turn has not come."""
        for waiting in tuple(self._waiting):
            if waiting[0] is upload:
                self._waiting.remove(waiting)
                self._held -= len(waiting[1].content)

    async def _follow(self, upload: Upload, sent: Sent, known: set[str]) -> None:
        """Read a file and add what it says; whatever goes wrong is told of that file."""
        try:
            self._clerk.opened()
            upload.stage = "loading"
            await self._thread.run(self._reading.load)
            if upload.is_under_way:
                upload.stage = "reading"
                await self._read(upload, self._reading.read(sent, known), known)
            if upload.is_under_way:
                upload.stage = "done"
        except Exception as error:  # noqa: BLE001 - the next file shall be read all the same
            self._end(upload, _reason(error))
        finally:
            self._held -= len(sent.content)

    async def _read(
        self,
        upload: Upload,
        results: Iterator[Found | Record | Familiar | Refusal],
        known: set[str],
    ) -> None:
        while (result := await self._thread.run(lambda: next(results, None))) is not None:
            if not upload.is_under_way:
                return
            if isinstance(result, Found):
                upload.pages = result.pages
                continue
            if isinstance(result, Refusal):
                upload.refuse(result)
            elif isinstance(result, Familiar):
                upload.known += 1
            else:
                await self._add(upload, result, known)
            upload.read += 1

    async def _add(self, upload: Upload, record: Record, known: set[str]) -> None:
        try:
            added = await self._clerk.ask(lambda desk: desk.add(record))
        except RecordError as error:
            upload.refuse(Refusal(f"article {record.article.id}", str(error)))
            return
        known.add(record.article.id)
        if added.is_new:
            upload.add(record)
        else:
            upload.known += 1

    def _end(self, upload: Upload, reason: str) -> None:
        upload.refuse(Refusal(upload.name, reason))
        upload.stage = "done"


def _reason(error: Exception) -> str:
    """Why a file is not added, as its sender is told."""
    if isinstance(error, LockedError):
        return _LOCKED
    if isinstance(error, MemconError):
        return str(error)
    note(error)
    return _UNFORESEEN


class _Thread:
    """One thread for what takes long; a process that ends does not wait for it."""

    def __init__(self) -> None:
        self._orders: SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="reading", daemon=True)

    async def run(self, what: Callable[[], Given]) -> Given:
        """What it gives, when its turn comes."""
        if not self._thread.is_alive():
            self._thread.start()
        future: Future[Given] = Future()
        self._orders.put((what, future))
        return await asyncio.wrap_future(future)

    def end(self, patience_seconds: float) -> None:
        """Take no more orders; wait a little for the one that is being carried out."""
        self._orders.put(None)
        if self._thread.is_alive():
            self._thread.join(patience_seconds)

    def _work(self) -> None:
        while order := self._orders.get():
            what, future = order
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(what())
            except BaseException as error:  # noqa: BLE001 - handed to whoever gave the order
                future.set_exception(error)
