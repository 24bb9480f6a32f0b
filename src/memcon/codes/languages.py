"""Languages: what data sets that know a language by three letters call one of two.

The codes and their source are in `data/languages.tsv`.
"""

from collections.abc import Mapping
from functools import cache

from memcon.codes.tables import rows


def alpha3_of(tag: str) -> str | None:
    """The ISO 639-3 code of a BCP 47 tag: "eng" of "en-GB"; None for what the table lacks."""
    return _table().get(tag.split("-")[0].lower())


@cache
def _table() -> Mapping[str, str]:
    """The packaged table, read once."""
    return {row["iso1"]: row["iso3"] for row in rows("languages")}
