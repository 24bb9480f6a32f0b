"""Pairs: types of marked pairs in the sentences that others were scored on, cross-validated.

    python bench/pairs.py [--shared ../shared]

The training parts PLV_train and AW_train into five folds by sentence and types each fold with
models that saw only the other four; its predictions lie in training/out. evaluate/events_pair.py
scores them: PLV's fifteen types, and AW's conflict and cooperation.
"""

from collections.abc import Mapping
from pathlib import Path

from measurement import Measurement, MissingDataError, present, run
from memcon.reading import Reader
from records import figures, output_of, without_metrics

ROOT = Path(__file__).parents[1]
PREDICTIONS = Path("training", "out")
# Of all that the scorer sums up, what is printed below its tables.
SUMS = ("macro_f1", "micro_f1", "accuracy")


def measure(shared: Path, _reader: Reader) -> Measurement:
    """Figures over the types of PLV, and over both classes of AW."""
    scorer = present(shared, "evaluate", "events_pair.py")
    plv = present(shared, "data", "events", "PLV_train.tsv")
    aw = present(shared, "data", "events", "AW_train.tsv")
    types = output_of(scorer, plv, predictions("cv-plv.tsv"))
    classes = output_of(scorer, aw, predictions("cv-aw.tsv"))
    return Measurement(
        "pairs",
        "\n\n".join(_table(name, out) for name, out in (("PLV", types), ("AW", classes))),
        {**_named("plv", figures(types)), **_named("aw", figures(classes))},
        (plv, aw),
    )


def predictions(name: str) -> Path:
    """A file of predictions; MissingDataError where no training has left it."""
    path = PREDICTIONS / name
    if not (ROOT / path).exists():
        raise MissingDataError(f"{path} is written by the training's cross-validation")
    return ROOT / path


def _table(gold: str, output: str) -> str:
    """The scorer's table under the name of its gold, and below it what sums it up."""
    found = figures(output)
    sums = "  ".join(f"{name} {found[name]:.3f}" for name in SUMS if name in found)
    return f"{gold}\n{without_metrics(output)}\n{sums}"


def _named(gold: str, found: Mapping[str, float]) -> Mapping[str, float]:
    """The figures under names that tell whose they are."""
    return {f"{gold}_{key}": value for key, value in found.items()}


if __name__ == "__main__":
    run(measure, __doc__)
