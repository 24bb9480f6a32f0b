"""Events: types and dyads that memcon codes from single sentences, beside PLOVER-coded gold.

    python bench/events.py [--shared ../shared]

Each sentence of PLV_train is an article of one paragraph, read with a typer that did not see it in
training: the records lie in training/out. evaluate/events_end_to_end.py scores them. Most sentences
have one gold event, so a true event beyond it counts as an error.
"""

from pathlib import Path

from measurement import Measurement, present, run
from memcon.reading import Reader
from pairs import predictions
from records import figures, output_of, without_metrics


def measure(shared: Path, _reader: Reader) -> Measurement:
    """Figures over types, and over source, type and target together."""
    gold = present(shared, "data", "events", "PLV_train.tsv")
    scorer = present(shared, "evaluate", "events_end_to_end.py")
    output = output_of(scorer, gold, predictions("cv-events.jsonl"))
    return Measurement("events", without_metrics(output), figures(output), (gold,))


if __name__ == "__main__":
    run(measure, __doc__)
