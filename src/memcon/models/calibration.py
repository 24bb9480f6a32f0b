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

LEAST = 1e-6


class Calibration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `calibration.json` holds.

    `event` are a constant and the weights of: the log odds of the coded type, those of no event,
    those of the rule's share of right codings, and that both sides are named. `statement` the same
    for a statement: a constant and the weights of the log odds of its cue, of its content and of
    the rule's share. `hints` are what a rule's type adds to the log probability of that type for a
    given pair, when its parties are both of the pair, or one of them.
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

    def event_confidence(self, coded: float, none: float, rule: float, *, is_paired: bool) -> float:
        """How probably a coded event is right, from the probabilities of its type and of none."""
        return _weighed(self.event, (log_odds(coded), log_odds(none), log_odds(rule), is_paired))

    def statement_confidence(self, cue: float, content: float, rule: float) -> float:
        """How probably a statement is one, from the tags of its cue and content."""
        return _weighed(self.statement, (log_odds(cue), log_odds(content), log_odds(rule)))


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
