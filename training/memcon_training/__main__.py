"""Train everything that memcon carries: `python -m memcon_training --shared ../shared`."""

import argparse
import json
from pathlib import Path

import torch

from memcon_training.course import Sources, make_base, make_tagger, make_typers
from memcon_training.evaluation import calibrate, cross_validate

ROOT = Path(__file__).parents[2]


def main() -> None:
    """From the data folder to the weights in the package, and the figures of their cards."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT / ".." / "shared")
    parser.add_argument("--work", type=Path, default=ROOT / "training" / "out")
    parser.add_argument("--weights", type=Path, default=ROOT / "src/memcon/models/weights")
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    sources = Sources(asked.shared, ROOT / "training")
    asked.work.mkdir(parents=True, exist_ok=True)
    asked.weights.mkdir(parents=True, exist_ok=True)
    base = make_base(sources, asked.weights)
    make_tagger(base, sources, asked.work, asked.weights)
    make_typers(base, sources, asked.work, asked.weights)
    found = calibrate(sources, asked.weights)
    cross_validate(sources, asked.work, asked.weights)
    bins = {name: {"ece": r.error, "bins": r.bins} for name, r in found.items()}
    (asked.work / "reliability.json").write_text(json.dumps(bins, indent=2), encoding="utf-8")


main()
