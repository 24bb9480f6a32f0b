"""Gatherings: the meetings and decisions that news announces, and whose meeting one is.

The lists and where they come from are in `data/gatherings.tsv` and `data/ranks.tsv`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from memcon.codes.spelling import title_key
from memcon.codes.tables import forms, rows

Rank = Literal["leaders", "ministers", "envoys"]


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


def gathering_kind(what: str) -> GatheringKind:
    """The kind of a prospect's `what`, which its last word tells: "NATO summit" is a summit.

    What the table does not know is a kind by itself.
    """
    words = what.casefold().split() or [""]
    return _gatherings().get(words[-1]) or GatheringKind(words[-1], None, 60, 3)


@lru_cache(maxsize=4096)
def rank_of(title: str) -> Rank | None:
    """Whose meeting one is that a holder of this office attends; None of any other title."""
    words = title_key(title)
    for rank, titles, _ in _ranks():
        if words in titles:
            return rank
    return next((rank for rank, _, endings in _ranks() if words.endswith(endings)), None)


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
def _ranks() -> tuple[tuple[Rank, frozenset[str], tuple[str, ...]], ...]:
    """(rank, its titles, how its other titles end), the highest first."""
    return tuple(
        (cast("Rank", row["rank"]), frozenset(forms(row["titles"])), forms(row["endings"]))
        for row in rows("ranks")
    )
