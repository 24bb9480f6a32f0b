"""Known: the packaged tables of who is who and where, each read once, when first asked for.

A table is imported when it is read, too: whoever asks the desk needs few of them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.codes.countries import Countries
    from memcon.codes.offices import Offices
    from memcon.codes.organisations import Organisations


@cache
def countries() -> Countries:
    """The countries of the world; ModelError if the table is damaged."""
    from memcon.codes.countries import Countries

    return Countries.load()


@cache
def offices() -> Offices:
    """Who held which office; ModelError if the table is damaged."""
    from memcon.codes.offices import Offices

    return Offices.load()


@cache
def organisations() -> Organisations:
    """The bodies that act beside states; ModelError if the table is damaged."""
    from memcon.codes.organisations import Organisations

    return Organisations.load()
