"""Draft: a file that is written beside the place where it shall be, and put there when whole."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from memcon.desk.connections import reason_of
from memcon.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@contextmanager
def drafted(path: Path) -> Generator[Path]:
    """Give an empty file that only its owner can read, and `path` to it when all went well.

    So there is a whole file or none, and one that came there meanwhile is not overwritten.
    """
    from secrets import token_hex

    draft = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            yield draft
            sync(draft)
            path.hardlink_to(draft)
            sync(path.parent)
        finally:
            for file in files_of(draft):
                file.unlink(missing_ok=True)
    except FileExistsError as error:
        raise DeskError(f"{path}: there is such a file already") from error
    except OSError as error:
        raise DeskError(f"{path}: {reason_of(error)}") from error


def make_folder(folder: Path) -> None:
    """Make the folders that are missing, each its owner's alone."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise DeskError(f"{folder}: {reason_of(error)}") from error


def files_of(path: Path) -> tuple[Path, ...]:
    """The files that a desk may consist of, the desk itself last."""
    beside = (path.with_name(path.name + end) for end in ("-journal", "-shm", "-wal"))
    return (*beside, path)


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
