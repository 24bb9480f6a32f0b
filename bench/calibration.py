"""Calibration: how often the coding of each rule is right, which is what its confidence should say.

    python bench/calibration.py [--shared ../shared]

Reads each sentence of PLV_train and compares the types of what memcon codes with the gold types of
the sentence. A share is smoothed by one right and one wrong (Laplace). An event that is true but
not in the gold counts as wrong, so the shares are lower bounds. They are the `confidence` table of
`lexicon/en/acts.toml`.
"""

import csv
from collections import defaultdict
from pathlib import Path

from events import pages
from measurement import Measurement, present, run
from memcon.codes.plover import folded
from memcon.reading import Reader


def measure(shared: Path, reader: Reader) -> Measurement:
    """The share of each rule, and how far the confidences are from them (ECE)."""
    table = present(shared, "data", "events", "PLV_train.tsv")
    gold: dict[str, set[str]] = defaultdict(set)
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            gold[row["sentence"]].add(row["gold_root"])
    rule_of = {value: rule for rule, value in reader.models.lexicon.acts.confidence.items()}
    tally = {rule: [0, 0] for rule in rule_of.values()}
    for page in pages(table):
        for event in reader.read(page).events:
            if event.status not in ("denied", "not-happened"):
                counts = tally[rule_of[event.confidence]]
                counts[0] += folded(event.type) in gold[page.content]
                counts[1] += 1
    said = sum(count for _, count in tally.values())
    lines, error = [], 0.0
    for value, rule in sorted(rule_of.items()):
        right, count = tally[rule]
        lines.append(
            f"{rule:8} {right:5} of {count:5}  {(right + 1) / (count + 2):.2f}  now {value:.2f}"
        )
        error += abs(right / count - value) * count / said if count else 0.0
    return Measurement("calibration", "\n".join(lines), {"ece": error}, (table,))


if __name__ == "__main__":
    run(measure, __doc__)
