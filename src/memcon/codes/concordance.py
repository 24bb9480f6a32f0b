"""Concordance: what other event data call the countries that we know by ISO 3166-1 alpha-3.

The codes and their sources are in `data/concordance.tsv`.
"""

from collections.abc import Mapping
from functools import cache

from memcon.codes.tables import rows


def cow_of(iso3: str) -> int | None:
    """The number in the Correlates of War state list; None for what is no state there."""
    number = _table().get(iso3, {}).get("cow")
    return int(number) if number else None


def fips_of(iso3: str) -> str | None:
    """The FIPS 10-4 code: "RS" of Russia, where ISO has "RU"."""
    return _table().get(iso3, {}).get("fips") or None


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """The packaged table by country, read once."""
    return {row["iso3"]: row for row in rows("concordance")}
