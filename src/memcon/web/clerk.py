"""Clerk: the one thread that has the desk open; every question goes through it, one at a time.

An encrypted desk that nobody asks for a while is closed and its key forgotten, until somebody gives
the key anew.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from typing import TypeVar

from memcon.desk.desk import Desk
from memcon.desk.keys import Key
from memcon.desk.store import is_encrypted
from memcon.errors import MemconError

Given = TypeVar("Given")


class LockedError(MemconError):
    """The desk is locked: its key was not given yet, or was forgotten after a while."""


class Clerk:
    """Has a desk open, or locked; an encrypted one stays open unasked for `idle_seconds`."""

    def __init__(self, path: Path, key: Key | None, idle_seconds: float) -> None:
        self.path = path
        self._first_key = key
        self.idle_seconds = idle_seconds
        self.is_encrypted = is_encrypted(path)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._desk: Desk | None = None
        self._asked = monotonic()

    @property
    def is_locked(self) -> bool:
        """Whether the key must be given before anything can be asked."""
        return self._desk is None

    async def ask(self, question: Callable[[Desk], Given]) -> Given:
        """What the desk answers; LockedError if it is locked."""
        self._asked = monotonic()
        return await self._run(lambda: question(self._opened()))

    async def start(self) -> None:
        """Open the desk if nobody need give a key for it."""
        key, self._first_key = self._first_key, None
        if key or not self.is_encrypted:
            await self.unlock(key)

    async def unlock(self, key: Key | None) -> None:
        """Open the desk; DeskError if this is not its key."""
        await self._run(lambda: self._open(key))
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

    async def _run(self, what: Callable[[], Given]) -> Given:
        return await asyncio.get_running_loop().run_in_executor(self._thread, what)

    def _opened(self) -> Desk:
        if self._desk is None:
            raise LockedError(f"{self.path}: the desk is locked")
        return self._desk

    def _open(self, key: Key | None) -> None:
        opened = Desk(self.path, key)
        self._close()
        self._desk = opened

    def _close(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None
