"""Clerk: the one thread that has the desk open; every question goes through it, one at a time.

An encrypted desk that nobody asks for a while is closed and its key forgotten, until somebody gives
the key anew. What takes long, as an export does, is asked beside the others, of the desk as it is
then, and broken off when the desk is locked.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from typing import TypeVar

from memcon.desk.desk import Desk
from memcon.desk.keys import Key
from memcon.desk.store import Store, is_encrypted
from memcon.errors import DeskError, MemconError

# While one question waits for another process to have written, all others wait with it.
_PATIENCE_SECONDS = 3.0

Given = TypeVar("Given")


class LockedError(MemconError):
    """The desk is locked: its key was not given yet, or was forgotten after a while."""


class Clerk:
    """Has a desk open, or locked; an encrypted one stays open unasked for `idle_seconds`.

    `key` opens it at the start; `find_key` looks for that key again, where it is kept.
    """

    def __init__(
        self,
        path: Path,
        key: Key | None,
        idle_seconds: float,
        find_key: Callable[[], Key | None] | None = None,
    ) -> None:
        self.path = path
        self._first_key = key
        self._find_key = find_key
        self.idle_seconds = idle_seconds
        self.is_encrypted = is_encrypted(path)
        # Whether the key was found without anybody being asked, and may be found so again.
        self.is_key_kept = key is not None and find_key is not None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._desk: Desk | None = None
        self._beside: set[_Errand] = set()
        self._asked = monotonic()

    @property
    def is_locked(self) -> bool:
        """Whether the key must be given before anything can be asked."""
        return self._desk is None

    async def ask(self, question: Callable[[Desk], Given]) -> Given:
        """What the desk answers; LockedError if it is locked."""
        self._asked = monotonic()
        return await self._run(lambda: question(self.opened()))

    async def ask_beside(
        self, question: Callable[[Store], Iterable[bytes]]
    ) -> AsyncGenerator[bytes, None]:
        """The answer's pieces, one after another, while others ask; LockedError once it is locked.

        All of it is of the desk as it is when the first piece is asked for.
        """
        desk = self.opened()
        errand = _Errand(self.path, desk.store.key, question)
        self._beside.add(errand)
        try:
            while True:
                self._asked = monotonic()
                piece = await errand.next_piece()
                if self._desk is not desk:
                    raise _locked(self.path)
                if piece is None:
                    return
                yield piece
        finally:
            self._beside.discard(errand)
            errand.end()

    async def start(self) -> None:
        """Open the desk if nobody need give a key for it."""
        key, self._first_key = self._first_key, None
        if key or not self.is_encrypted:
            await self.unlock(key)

    async def unlock(self, key: Key | None) -> None:
        """Open the desk; DeskError if this is not its key."""
        await self._run(lambda: self._open(key))
        self._asked = monotonic()

    async def unlock_again(self) -> None:
        """Open the desk with the key that is kept; DeskError if it is not found, or is not it."""
        await self._run(lambda: self._open(self._kept_key()))
        self._asked = monotonic()

    async def lock(self) -> None:
        """Close the desk and forget its key."""
        await self._run(self._close)

    async def lock_when_idle(self) -> None:
        """Lock an encrypted desk whenever nobody has asked it for long; never ends by itself."""
        while True:
            left = self._asked + self.idle_seconds - monotonic()
            if left > 0:
                await asyncio.sleep(left)
                continue
            if self.is_encrypted and not self.is_locked:
                await self.lock()
            await asyncio.sleep(self.idle_seconds)

    async def close(self) -> None:
        """Close the desk for good."""
        await self.lock()
        self._thread.shutdown()

    def opened(self) -> Desk:
        """The desk, for its own thread; LockedError if it is locked."""
        if self._desk is None:
            raise _locked(self.path)
        return self._desk

    async def _run(self, what: Callable[[], Given]) -> Given:
        return await asyncio.get_running_loop().run_in_executor(self._thread, what)

    def _kept_key(self) -> Key | None:
        key = self._find_key() if self._find_key else None
        if key is None:
            raise DeskError(f"{self.path}: its key is not found where it was; give the passphrase")
        return key

    def _open(self, key: Key | None) -> None:
        opened = Desk(self.path, key)
        opened.store.wait_at_most(_PATIENCE_SECONDS)
        self._close()
        self._desk = opened

    def _close(self) -> None:
        closed, self._desk = self._desk, None
        if closed is not None:
            closed.close()
        for errand in tuple(self._beside):
            errand.end()


class _Errand:
    """A long question in a thread of its own, with the desk opened once more."""

    def __init__(
        self, path: Path, key: Key | None, question: Callable[[Store], Iterable[bytes]]
    ) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="beside")
        self._pieces = _pieces(path, key, question)
        self._is_ended = False

    async def next_piece(self) -> bytes | None:
        """The next piece of the answer; None at its end."""
        if self._is_ended:
            return None
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, next, self._pieces, None
        )

    def end(self) -> None:
        """Close the desk that was opened, as soon as the piece that is being made is made."""
        if not self._is_ended:
            self._is_ended = True
            self._thread.submit(self._pieces.close)
            self._thread.shutdown(wait=False)


def _pieces(
    path: Path, key: Key | None, question: Callable[[Store], Iterable[bytes]]
) -> Generator[bytes]:
    with Store.open(path, key) as store, store.read():
        yield from question(store)


def _locked(path: Path) -> LockedError:
    return LockedError(f"{path}: the desk is locked")
