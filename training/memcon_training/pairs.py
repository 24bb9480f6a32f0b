"""Sentences with a marked source and target, and what the one does to the other.

From the Zero-Shot-PLOVER files (Hu et al., ACL 2024), and our own examples. `type` is one of the 15
PLV labels or `none`; an AW row says only whether it is conflict.
"""

import csv
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from memcon.models.marks import COOPERATION, STATUSES, TYPES

MARK = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Pair:
    """A marked sentence; `types` are those that it may be, `status` is None where nobody said."""

    sentence: str
    types: tuple[int, ...]
    status: int | None
    language: str = "en"

    @property
    def plain(self) -> str:
        """The sentence without its marks."""
        return MARK.sub("", self.sentence)


def load_plv(path: Path) -> list[Pair]:
    """The rows of PLV_train: one type each."""
    return [
        Pair(row["marked_sentence"], (TYPES.index(row["gold_root"]),), None) for row in _rows(path)
    ]


def load_aw(path: Path) -> list[Pair]:
    """The rows of AW_train: conflict may be any type of conflict."""
    conflict = tuple(n for n, t in enumerate(TYPES) if t not in COOPERATION and t != "none")
    peace = tuple(n for n, t in enumerate(TYPES) if t in COOPERATION)
    return [
        Pair(row["marked_sentence"], conflict if row["gold_binary"] == "1" else peace, None)
        for row in _rows(path)
    ]


def load_examples(folder: Path) -> list[Pair]:
    """Our own sentences, in all languages."""
    return [
        Pair(row["sentence"], (TYPES.index(row["type"]),), _status(row["status"]), row["language"])
        for path in sorted(folder.glob("*.tsv"))
        for row in _rows(path)
    ]


def _status(name: str) -> int | None:
    return STATUSES.index(name) if name in STATUSES else None


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file, delimiter="\t")]


def reversed_pairs(pairs: Iterable[Pair], symmetric: frozenset[str]) -> list[Pair]:
    """The same sentences with source and target exchanged: of a one-sided act, no event."""
    none = (TYPES.index("none"),)
    swap = {"<s>": "<t>", "</s>": "</t>", "<t>": "<s>", "</t>": "</s>"}
    return [
        Pair(MARK.sub(lambda m: swap[m[0]], pair.sentence), none, None, pair.language)
        for pair in pairs
        if len(pair.types) == 1
        and TYPES[pair.types[0]] not in {*symmetric, "none"}
        and "<t>" in pair.sentence
        and "<s>" in pair.sentence
    ]


def fold_of(pair: Pair, folds: int) -> int:
    """The fold of a sentence, the same for all its pairs."""
    digest = hashlib.sha256(pair.plain.encode()).digest()
    return int.from_bytes(digest[:4], "big") % folds
