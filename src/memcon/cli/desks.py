"""Desks: where the desk of a command is, and with which key it is opened.

A flag comes before the settings; without either, the desk is in the user's data folder.

@click.command()
@click.argument("name")
@uses_desk
@answers
def actor(desk: Desk, name: str, form: Form) -> None:
    ...
"""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memcon.errors import DeskError
from memcon.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.desk.keys import Key

_FILE = "desk.memcon"
_TERMINAL = "/dev/tty"
# After how many values, and how many rounds of these, garbage is looked for while a desk is filled.
SELDOM = (20_000, 20, 20)
_OPTIONS = (
    click.option(
        "--desk",
        "desk",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The desk (default: the setting `desk`, else one in your data folder).",
    ),
    click.option(
        "--key-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The file with the key of an encrypted desk.",
    ),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a desk is, and where its key; `is_asked` if the user named a key file just now."""

    desk: Path
    key_file: Path | None
    is_asked: bool


def at_desk(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --desk and --key-file; it gets them as its `place`."""

    @wraps(command)
    def run(desk: Path | None, key_file: Path | None, **others: Any) -> Any:
        return command(place=_place(desk, key_file), **others)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


def uses_desk(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --desk and --key-file; it gets the open Desk as its `desk`."""

    @at_desk
    @wraps(command)
    def run(place: Place, **others: Any) -> Any:
        from memcon.desk.desk import Desk

        with Desk(place.desk, key_at(place)) as desk:
            return command(desk=desk, **others)

    return run


def fills_desk(command: Callable[..., Any]) -> Callable[..., Any]:
    """As `uses_desk`; where there is no desk, a plain one is made, and the user told of it."""

    @at_desk
    @wraps(command)
    def run(place: Place, **others: Any) -> Any:
        from memcon.desk.desk import Desk

        make_if_missing(place)
        # Articles leave next to nothing behind that refers to itself: to look for it as often as
        # Python does takes a tenth of the time.
        gc.set_threshold(*SELDOM)
        with Desk(place.desk, key_at(place)) as desk:
            return command(desk=desk, **others)

    return run


def uses_store(command: Callable[..., Any]) -> Callable[..., Any]:
    """As `uses_desk`; the command gets the open Store as its `store`."""

    @at_desk
    @wraps(command)
    def run(place: Place, **others: Any) -> Any:
        from memcon.desk.store import Store

        with Store.open(place.desk, key_at(place)) as store:
            return command(store=store, **others)

    return run


def key_at(place: Place) -> Key | None:
    """The key of a desk: of its key file, else the keyring's, else the passphrase asked for."""
    from memcon.desk.store import is_encrypted

    key = given_key(place)
    if key or not is_encrypted(place.desk):
        return key
    return ask_passphrase(f"Passphrase of {place.desk}")


def given_key(place: Place) -> Key | None:
    """The key of a desk as far as nobody need be asked: its key file's, else the keyring's."""
    from memcon.desk.keys import read_key_file
    from memcon.desk.store import is_encrypted

    if place.key_file and (place.is_asked or is_encrypted(place.desk)):
        return read_key_file(place.key_file)
    return _kept(place.desk) if is_encrypted(place.desk) else None


def ask_passphrase(question: str, *, twice: bool = False) -> Key:
    """The key of a passphrase that the user types, unseen; DeskError if nobody is there to type."""
    from memcon.desk.keys import Key

    if not _has_terminal():
        raise DeskError("nobody is there to type a passphrase; name a key file with --key-file")
    typed = click.prompt(question, hide_input=True, confirmation_prompt=twice, err=True)
    return Key.of_passphrase(typed)


def _place(desk: Path | None, key_file: Path | None) -> Place:
    """What the flags say, else the settings, else the data folder."""
    settings = click.get_current_context().find_object(Settings) or Settings()
    named = desk or (Path(settings.desk).expanduser() if settings.desk else None)
    kept = Path(settings.key_file).expanduser() if settings.key_file else None
    return Place(named or _usual(), key_file or kept, key_file is not None)


def _usual() -> Path:
    """The desk in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("memcon", appauthor=False) / _FILE


def make_if_missing(place: Place) -> None:
    """Make a plain desk where there is none; another process may do so at the same time."""
    from memcon.desk.store import Store

    if place.desk.exists():
        return
    if place.is_asked:
        raise DeskError(
            f"{place.desk}: there is no such desk; make it with `memcon desk init --encrypt`"
        )
    try:
        Store.create(place.desk).close()
    except DeskError:
        if not place.desk.exists():
            raise
        return
    click.echo(f"memcon: made a desk, not encrypted: {place.desk}", err=True)


def _kept(desk: Path) -> Key | None:
    """The keyring's key of a desk; the user is told where it cannot be asked."""
    from memcon.desk.keyrings import find_in_keyring

    try:
        return find_in_keyring(desk)
    except DeskError as error:
        click.echo(f"memcon: {error}", err=True)
        return None


def _has_terminal() -> bool:
    """Whether a human can be asked, even if standard input is a pipe."""
    try:
        with Path(_TERMINAL).open("rb"):
            return True
    except OSError:
        return sys.stdin.isatty()
