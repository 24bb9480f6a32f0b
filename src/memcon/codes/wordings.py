"""Wordings: the words that one issue is named with or without, from `data/wordings.tsv`."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from memcon.codes.tables import forms, rows

WordingKind = Literal["filler", "label", "onto", "prefix", "particle"]


def wordings(kind: WordingKind) -> frozenset[str]:
    """The words of a kind, in lower case."""
    return _table().get(kind, frozenset())


@cache
def _table() -> Mapping[str, frozenset[str]]:
    """The table, by kind."""
    table: dict[str, frozenset[str]] = {}
    for row in rows("wordings"):
        table[row["kind"]] = table.get(row["kind"], frozenset()) | frozenset(forms(row["words"]))
    return table
