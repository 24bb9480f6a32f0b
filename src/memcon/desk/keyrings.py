"""Keyrings: keys that the operating system keeps for the user, one for each encrypted desk.

An entry is called after the desk's salt, which anyone can read and which stays when the file moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import keyring
from keyring.errors import KeyringError, NoKeyringError, PasswordDeleteError

from memcon.desk.keys import Key, salt_of
from memcon.errors import DeskError

if TYPE_CHECKING:
    from pathlib import Path

_SERVICE = "memcon desk"
_INSTEAD = "keep the key in a file instead (--key-file)"


def find_in_keyring(desk: Path) -> Key | None:
    """The key that the keyring has for a desk, if any; DeskError if it is locked or broken."""
    try:
        kept = keyring.get_password(_SERVICE, salt_of(desk))
        return Key.of_random(kept) if kept else None
    except NoKeyringError:
        return None
    except KeyringError as error:
        raise DeskError(f"the keyring cannot be read: {error}") from error
    except ValueError as error:
        raise DeskError(f"{desk}: what the keyring has for it is no key") from error


def keep_in_keyring(desk: Path, key: Key) -> None:
    """Have the keyring keep a desk's key; DeskError if it does not."""
    try:
        keyring.set_password(_SERVICE, salt_of(desk), key.secret)
        kept = keyring.get_password(_SERVICE, salt_of(desk))
    except NoKeyringError as error:
        raise DeskError(f"this system has no keyring; {_INSTEAD}") from error
    except KeyringError as error:
        raise DeskError(f"the keyring refuses the key: {error}; {_INSTEAD}") from error
    if kept != key.secret:
        raise DeskError(f"the keyring did not keep the key; {_INSTEAD}")


def drop_from_keyring(entry: str) -> bool:
    """Have the keyring forget the key of an entry; whether it had one."""
    try:
        keyring.delete_password(_SERVICE, entry)
    except (NoKeyringError, PasswordDeleteError):
        return False
    except KeyringError as error:
        raise DeskError(f"the keyring does not give up the key: {error}") from error
    return True
