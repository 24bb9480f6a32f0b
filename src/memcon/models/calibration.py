"""Calibration: raw scores -> probabilities, fitted on texts that no model was trained on.

Temperatures after Guo et al. (ICML 2017); what typer and rules say together is weighed by a
logistic regression.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec
import numpy as np

from memcon.errors import ModelError
from memcon.models.vectors import Floats
from memcon.models.weights import Weights

LEAST = 0.01


class Calibration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `calibration.json` holds.

    `event` are a constant and a weight for each feature of a verdict, `statement` the same for a
    report: see `verdicts.features` and `tagged.features`. `hints` are what a rule's type adds to
    the log probability of that type for a given pair, when its parties are both of the pair, or one
    of them.
    """

    type_temperature: float
    status_temperature: float
    hints: dict[Literal["both", "one"], float]
    event: tuple[float, ...]
    statement: tuple[float, ...]

    @classmethod
    def load(cls, weights: Weights) -> "Calibration":
        """The calibration that belongs to the weights; ModelError when it is damaged."""
        path = weights.path("calibration.json")
        try:
            return msgspec.json.decode(path.read_bytes(), type=cls)
        except msgspec.MsgspecError as error:
            raise ModelError(f"{path}: {error}") from error

    def types(self, scores: Floats) -> Floats:
        """Probabilities of the types."""
        return _softmax(scores / self.type_temperature)

    def statuses(self, scores: Floats) -> Floats:
        """Probabilities of the statuses."""
        return _softmax(scores / self.status_temperature)

    def event_confidence(self, features: Sequence[float]) -> float:
        """How probably a coded event is right."""
        return _weighed(self.event, features)

    def statement_confidence(self, features: Sequence[float]) -> float:
        """How probably a report is a statement."""
        return _weighed(self.statement, features)


def log_odds(chance: float) -> float:
    """ln(p / (1 - p)), kept finite."""
    chance = min(max(chance, LEAST), 1 - LEAST)
    return float(np.log(chance / (1 - chance)))


def _weighed(weights: Sequence[float], features: Sequence[float]) -> float:
    """The logistic function of constant and weighed features."""
    score = weights[0] + sum(w * f for w, f in zip(weights[1:], features, strict=True))
    return float(1 / (1 + np.exp(-score)))


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
