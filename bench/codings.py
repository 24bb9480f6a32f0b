"""Codings: how many of the events that memcon codes in newswire are right, and how sure it was.

    python bench/codings.py [--shared ../shared]

`gold/codings.tsv` holds 300 codings of confidence 0.5 and above, drawn with a fixed seed from
stories that no training saw, and judged by reading, by offsets into title, a blank line and text.
Right is a coding with the right type, parties and direction; a party may be wider or narrower than
the words. Codings that are no longer made are left out, new ones are not judged.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import newswire
from measurement import Measurement, present, run
from memcon.page.page import Page
from memcon.reading import Reader

GOLD = Path(__file__).with_name("gold") / "codings.tsv"
LEAST = 0.5
BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A coding that was judged, with the confidence that it has now."""

    type: str
    confidence: float
    is_right: bool


def measure(shared: Path, reader: Reader) -> Measurement:
    """Precision, by type, and the expected calibration error over ten bins."""
    stories = present(shared, "data", "newswire", "newswire.jsonl.gz")
    found = [*_judged(stories, reader)]
    types = sorted({one.type for one in found})
    lines = [f"{'':10} right    of  share"]
    for name in (*types, "all"):
        own = [one.is_right for one in found if name in (one.type, "all")]
        lines.append(f"{name:10} {sum(own):5} {len(own):5}  {sum(own) / len(own):.3f}")
    figures = {
        "precision": sum(one.is_right for one in found) / len(found),
        "ece": _error(found),
        "codings": float(len(found)),
    }
    lines.append(f"expected calibration error {figures['ece']:.3f}")
    return Measurement("codings", "\n".join(lines), figures, (GOLD, stories))


def _judged(stories: Path, reader: Reader) -> Iterator[Judged]:
    """The judged codings that are still made."""
    gold: dict[str, dict[tuple[int, str], bool]] = defaultdict(dict)
    with GOLD.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            key = (int(row["trigger_start"]), row["coded_type"])
            gold[row["document"]][key] = not row["fault"]
    for story in newswire.pages(stories):
        if story.name not in gold:
            continue
        page = Page(name=story.name, content=f"{story.title or ''}\n\n{story.content}")
        for event in reader.read(page).events:
            is_right = gold[story.name].get((event.trigger.start, event.type))
            if is_right is not None and event.confidence >= LEAST:
                yield Judged(event.type, event.confidence, is_right)


def _error(found: list[Judged]) -> float:
    """The mean distance of confidence and share of right ones (Naeini et al., AAAI 2015)."""
    bins: dict[int, list[Judged]] = defaultdict(list)
    for one in found:
        bins[min(int(one.confidence * BINS), BINS - 1)].append(one)
    return sum(
        abs(sum(one.confidence - one.is_right for one in held)) for held in bins.values()
    ) / len(found)


if __name__ == "__main__":
    run(measure, __doc__)
