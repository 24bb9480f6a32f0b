"""Signature: who sets something right on the desk, and says so."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable


def signs(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --who; it gets the name as its `who`, the login name if none is given."""
    return click.option(
        "--who",
        metavar="NAME",
        callback=_or_login,
        help="Who says so (default: your login name).",
    )(command)


def login_name() -> str:
    """Under which name the user is logged in; "unknown" where the system does not say."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _or_login(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """The name that was given, if it has any letters."""
    return " ".join((value or "").split()) or login_name()
