"""`memcon desk`: make a desk, count, check and back it up, take an article off, wipe it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli.articles import named
from memcon.cli.desks import Place, ask_passphrase, at_desk, key_at, uses_desk, uses_store
from memcon.errors import DeskError

if TYPE_CHECKING:
    from memcon.desk.census import Census
    from memcon.desk.desk import Desk
    from memcon.desk.keys import Key
    from memcon.desk.store import Store

_EXPORT = "export"
_PROBLEMS = 2
_KILO = 1000
_REMAINS = """\
What may remain: an SSD keeps old copies of what is overwritten until it clears them; so do
snapshots, file systems that copy on write (APFS, Btrfs, ZFS) and synchronised folders. Journals
that were deleted day by day can lie in free blocks. Backups and exports are files of their own."""
_REMAINS_SEALED = """\
All of that is encrypted. Whoever finds an old copy of the first page and knows the secret can still
read what else he finds; nobody else can."""
_REMAINS_OPEN = """\
This desk was not encrypted: what remains can be read by whoever holds the disk."""


class _Group(click.Group):
    """The commands of a desk; `export` lives in cli/export.py and is imported when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["init", "info", "check", "backup", _EXPORT, "forget", "wipe"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == _EXPORT:
            return import_module("memcon.cli.export").export
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Group)
def desk() -> None:
    """Make a desk, check, back up, export, prune or wipe it."""


@desk.command()
@click.option("--encrypt", is_flag=True, help="Encrypt it, under a passphrase that is asked for.")
@click.option(
    "--keyring",
    "in_keyring",
    is_flag=True,
    help="Encrypt it under a new key that the keyring of your system keeps.",
)
@at_desk
def init(place: Place, encrypt: bool, in_keyring: bool) -> None:
    """Make a new desk.

    With --key-file it is encrypted under the key in that file; where there is no such file, a new
    key is made and kept in it.
    """
    from memcon.desk.store import Store

    if in_keyring and place.is_asked:
        raise click.UsageError("--keyring and --key-file exclude each other.")
    if place.desk.exists():
        raise DeskError(f"{place.desk}: there is such a file already")
    key = _new_key(place, encrypt, in_keyring)
    Store.create(place.desk, key).close()
    if key and in_keyring:
        _keep(place.desk, key)
    click.echo(f"Made {'an encrypted' if key else 'a'} desk: {place.desk}")


@desk.command()
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@uses_store
def info(store: Store, as_json: bool) -> None:
    """Say where the desk is and how much is on it."""
    from memcon.desk.census import census

    found = census(store)
    if as_json:
        from msgspec.json import encode

        click.echo(encode(found))
    else:
        _print(found)


@desk.command()
@uses_store
def check(store: Store) -> int:
    """Check that the desk is whole: its file, its tables, and each record.

    Each problem is a line; the exit code is then 2.
    """
    from memcon.desk.checks import problems

    count = 0
    for problem in problems(store):
        count += 1
        click.echo(problem)
    if not count:
        ((articles,),) = store.query("SELECT count(*) FROM articles")
        click.echo(f"No problem found; {articles} articles are whole.")
    return _PROBLEMS if count else 0


@desk.command()
@click.argument("file", type=click.Path(path_type=Path))
@at_desk
def backup(place: Place, file: Path) -> None:
    """Write a copy of the desk to a new FILE; others may go on adding meanwhile.

    The copy of an encrypted desk is encrypted under the same key.
    """
    from memcon.desk.store import Store

    key = key_at(place)
    with Store.open(place.desk, key) as store:
        store.back_up(file)
    if key and _is_in_keyring(place, key):
        _keep(file, key)
    click.echo(f"Backed up to {file}")


@desk.command()
@click.argument("article")
@click.option("--yes", is_flag=True, help="Do not ask.")
@uses_desk
def forget(desk: Desk, article: str, yes: bool) -> None:
    """Take an ARTICLE off the desk, with all that is known from it alone.

    ARTICLE is its id, or how that begins. Happenings that others tell, too, are summed up anew.
    """
    known = desk.record(article).article
    name = named(known)
    if not yes:
        click.confirm(f"Take {name} off the desk?", abort=True, err=True)
    desk.forget(known.id)
    click.echo(f"Took off {name}")


@desk.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--keep-key", is_flag=True, help="Leave the key file or the keyring's entry.")
@at_desk
def wipe(place: Place, yes: bool, keep_key: bool) -> None:
    """Destroy the desk: of an encrypted one the key first, then the files.

    The key file or the keyring's entry is destroyed as well: nothing else that was encrypted under
    that key can be read any more, unless --keep-key is given.
    """
    from memcon.desk.erasure import wipe as destroy
    from memcon.desk.store import Store

    key = key_at(place)
    Store.open(place.desk, key).close()
    key_file = place.key_file if key and not keep_key else None
    in_keyring = not keep_key and _is_in_keyring(place, key)
    secret = f", and its key {key_file}" if key_file else ""
    if not yes:
        click.confirm(f"Destroy {place.desk}{secret}, for ever?", abort=True, err=True)
    destroy(place.desk, key, key_file, in_keyring=in_keyring)
    click.echo(f"Wiped {place.desk}{secret}")
    click.echo(f"{_REMAINS}\n{_REMAINS_SEALED if key else _REMAINS_OPEN}")


def _new_key(place: Place, encrypt: bool, in_keyring: bool) -> Key | None:
    """The key of a new desk; None if it is not to be encrypted."""
    from memcon.desk.keys import Key, read_key_file, write_key_file

    if in_keyring:
        return Key.new()
    if place.key_file and (place.is_asked or encrypt):
        exists = place.key_file.exists()
        return (read_key_file if exists else write_key_file)(place.key_file)
    return ask_passphrase(f"Passphrase of {place.desk}", twice=True) if encrypt else None


def _keep(path: Path, key: Key) -> None:
    """Have the keyring keep the key of a new desk or copy, which is undone if it does not."""
    from memcon.desk.keyrings import keep_in_keyring

    try:
        keep_in_keyring(path, key)
    except DeskError:
        path.unlink()
        raise


def _is_in_keyring(place: Place, key: Key | None) -> bool:
    """Whether the keyring has the key of a desk; a passphrase is never kept there."""
    if key is None or place.key_file or not key.is_random:
        return False
    from memcon.desk.keyrings import find_in_keyring

    return find_in_keyring(place.desk) == key


def _print(found: Census) -> None:
    """Print a census, a line each."""
    lines = (
        ("Desk", found.desk),
        ("Encrypted", "yes" if found.is_encrypted else "no"),
        ("Version", str(found.version)),
        ("Size", _size(found.bytes)),
        ("Articles", _with_days(found)),
        ("Families", str(found.families)),
        ("Happenings", f"{found.happenings}, told {found.tellings} times"),
        ("Actors", str(found.actors)),
        ("Issues", str(found.issues)),
        ("Prospects", str(found.prospects)),
        ("Feeds", str(found.feeds)),
        ("Watches", str(found.watches)),
        ("Last added", found.last_added or "never"),
    )
    for name, value in lines:
        click.echo(f"{name:<12}{value}")


def _with_days(found: Census) -> str:
    """How many articles there are, and from when to when they were published."""
    if found.first_published is None:
        return str(found.articles)
    return f"{found.articles}, published {found.first_published} to {found.last_published}"


def _size(number: float) -> str:
    """A size in decimal units: "1.2 MB"."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if number < _KILO:
            return f"{number:.0f} bytes" if unit == "bytes" else f"{number:.1f} {unit}"
        number /= _KILO
    return f"{number:.1f} TB"
