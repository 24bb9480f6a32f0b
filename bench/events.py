"""Events: types and dyads that memcon codes from single sentences, beside PLOVER-coded gold.

    python bench/events.py [--shared ../shared]

Reads each sentence of PLV_train as an article of one paragraph and hands the records to
evaluate/events_end_to_end.py. Most sentences have one gold event, so a true event beyond it
counts as an error.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from measurement import Measurement, present, run
from memcon.page.page import Page
from memcon.reading import Reader
from records import figures, scored, without_metrics


def pages(table: Path) -> Iterator[Page]:
    """Each sentence once, under the number of its first row."""
    first: dict[str, int] = {}
    with table.open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows, delimiter="\t")):
            first.setdefault(row["sentence"], number)
    for sentence, number in first.items():
        yield Page(name=f"row {number}", content=sentence, given_id=str(number))


def measure(shared: Path, reader: Reader) -> Measurement:
    """Figures over types, and over source, type and target together."""
    gold = present(shared, "data", "events", "PLV_train.tsv")
    scorer = present(shared, "evaluate", "events_end_to_end.py")
    output = scored(reader, pages(gold), scorer, gold)
    return Measurement("events", without_metrics(output), figures(output), (gold,))


if __name__ == "__main__":
    run(measure, __doc__)
