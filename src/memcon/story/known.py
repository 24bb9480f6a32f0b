"""Known: the packaged tables of who is who and where, read once, when first asked for."""

from dataclasses import dataclass
from functools import cache

from memcon.codes.countries import Countries
from memcon.codes.offices import Offices
from memcon.codes.organisations import Organisations


@dataclass(frozen=True, slots=True)
class Known:
    """The tables of offices, organisations and countries."""

    offices: Offices
    organisations: Organisations
    countries: Countries


@cache
def known() -> Known:
    """The tables; ModelError if one is damaged."""
    return Known(Offices.load(), Organisations.load(), Countries.load())
