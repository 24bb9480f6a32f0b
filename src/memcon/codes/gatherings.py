"""Gatherings: the meetings and decisions that news announces, and whose meeting one is.

The lists and where they come from are in `data/gatherings.tsv` and `data/ranks.tsv`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from memcon.codes.spelling import title_key
from memcon.codes.tables import forms, rows

Rank = Literal["leaders", "ministers", "envoys"]

# Before it stands the office, after it whose it is: "ambassador to the United Nations".
_OF = re.compile(r" (?:of|to|for|on) ")


@dataclass(frozen=True, slots=True)
class GatheringKind:
    """What a word for a gathering or decision means: "summit" is a meeting of leaders.

    `dormant` is after how many days without a word it is no longer talked about, `grace` within
    how many days after its date a report may still come.
    """

    kind: str
    rank: Rank | None
    dormant: int
    grace: int


# Days of a kind that the table does not know.
_UNKNOWN_DORMANT = 60


@dataclass(frozen=True, slots=True)
class _Offices:
    """The offices of a rank, and how titles like them end, and do not begin."""

    rank: Rank
    titles: frozenset[str]
    endings: tuple[str, ...]
    beginnings: tuple[str, ...]

    def has_like(self, title: str) -> bool:
        """Whether a title that no rank has is one of this rank by its ending."""
        return title.endswith(self.endings) and not title.startswith(self.beginnings)


@lru_cache(maxsize=4096)
def gathering_kind(what: str) -> GatheringKind:
    """The kind of a prospect's `what`, which its last word tells: "NATO summit" is a summit.

    What the table does not know is a kind by itself.
    """
    words = what.casefold().split() or [""]
    return _gatherings().get(words[-1]) or GatheringKind(words[-1], None, _UNKNOWN_DORMANT, 3)


def longest_silence() -> int:
    """After so many days without a word no kind of prospect is talked about any more."""
    return max(_UNKNOWN_DORMANT, *(kind.dormant for kind in _gatherings().values()))


@lru_cache(maxsize=4096)
def rank_of(title: str) -> Rank | None:
    """Whose meeting one is that a holder of this office attends; None of any other title."""
    whole = title_key(title)
    for words in dict.fromkeys((whole, _OF.split(whole)[0])):
        for row in _ranks():
            if words in row.titles:
                return row.rank
        for row in _ranks():
            if row.has_like(words):
                return row.rank
    return None


@cache
def _gatherings() -> Mapping[str, GatheringKind]:
    """The table, by word."""
    return {
        row["what"]: GatheringKind(
            kind=row["kind"],
            rank=cast("Rank | None", row["rank"] or None),
            dormant=int(row["dormant"]),
            grace=int(row["grace"]),
        )
        for row in rows("gatherings")
    }


@cache
def _ranks() -> tuple[_Offices, ...]:
    """The offices of each rank, the highest first."""
    return tuple(
        _Offices(
            rank=cast("Rank", row["rank"]),
            titles=frozenset(forms(row["titles"])),
            endings=forms(row["endings"]),
            beginnings=forms(row["beginnings"]),
        )
        for row in rows("ranks")
    )
