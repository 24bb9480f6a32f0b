"""Newswire pairs that were judged by reading: document and offsets, type and status."""

import csv
import gzip
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from memcon.models.marks import STATUSES, TYPES
from memcon_training.pairs import Pair


def load_newswire(path: Path) -> dict[str, str]:
    """The text of each story by its id: title, a blank line, text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        stories = [json.loads(line) for line in lines]
    return {story["id"]: f"{story['title'] or ''}\n\n{story['text']}" for story in stories}


def load_judgements(
    path: Path, stories: Mapping[str, str], *, held_out: bool = False
) -> list[Pair]:
    """The judged pairs of the stories that are for training, or held out; unmarked is a side
    without offsets."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file, delimiter="\t")]
    return [
        _pair(row, stories[row["document"]])
        for row in rows
        if is_held_out(row["document"]) is held_out
    ]


def _pair(row: Mapping[str, str], text: str) -> Pair:
    start, end = int(row["start"]), int(row["end"])
    marks = []
    for side in ("s", "t"):
        if row[f"{side}_start"]:
            marks.append((int(row[f"{side}_start"]), f"<{side}>"))
            marks.append((int(row[f"{side}_end"]), f"</{side}>"))
    # From the back, so that the offsets in front stay true; of two at one place the closing first.
    for at, mark in sorted(marks, key=lambda m: (m[0], m[1][1] != "/"), reverse=True):
        text = text[:at] + mark + text[at:]
        end += len(mark)
    status = STATUSES.index(row["status"]) if row["status"] in STATUSES else None
    return Pair(" ".join(text[start:end].split()), (TYPES.index(row["plv"]),), status)


def is_held_out(document: str) -> bool:
    """Whether a story is kept from training, to calibrate and to weigh the rules on it."""
    return hashlib.sha256(document.encode()).digest()[0] % 10 < 3
