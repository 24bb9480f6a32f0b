"""Calibration: temperatures and weights, fitted on what no model was trained on.

Types and statuses on the newswire judgements that were held out, and PLV's folds; a coded event's
confidence on the same judgements; a statement's on PolNeAR's development articles.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize, minimize_scalar
from sklearn.linear_model import LogisticRegression

from memcon.models.marks import TYPES

Array = np.ndarray
BINS = 10


def fit_temperature(scores: Array, gold: Sequence[int]) -> float:
    """The temperature at which the gold labels are most probable (Guo et al., 2017)."""

    def loss(temperature: float) -> float:
        return -float(log_softmax(scores / temperature)[np.arange(len(gold)), gold].mean())

    return float(minimize_scalar(loss, bounds=(0.3, 5.0), method="bounded").x)


def fit_hints(
    scores: Array, hints: Sequence[tuple[str, str] | None], gold: Sequence[int]
) -> dict[str, float]:
    """What a rule's type is worth, by how it fits the pair; scores are log probabilities."""
    kinds = ("both", "one")
    added = np.zeros((len(kinds), *scores.shape))
    for n, hint in enumerate(hints):
        if hint is not None:
            added[kinds.index(hint[1]), n, TYPES.index(hint[0])] = 1

    def loss(weights: Array) -> float:
        chances = log_softmax(scores + np.tensordot(weights, added, 1))
        return -float(chances[np.arange(len(gold)), gold].mean()) + 0.001 * float(weights @ weights)

    found = minimize(loss, np.ones(len(kinds))).x
    return {kind: round(float(w), 3) for kind, w in zip(kinds, found, strict=True)}


def fit_weights(features: Array, right: Sequence[bool]) -> tuple[float, ...]:
    """A constant and a weight for each feature, by logistic regression."""
    model = LogisticRegression(C=1.0, max_iter=1000).fit(features, right)
    return tuple(round(float(w), 4) for w in (model.intercept_[0], *model.coef_[0]))


def log_softmax(scores: Array) -> Array:
    """Row by row."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@dataclass(frozen=True, slots=True)
class Reliability:
    """In each bin of confidence: its mean, the share that is right, and how many there are."""

    bins: tuple[tuple[float, float, int], ...]

    @property
    def error(self) -> float:
        """The expected calibration error (Naeini et al., AAAI 2015)."""
        total = sum(count for _, _, count in self.bins)
        return sum(abs(mean - share) * count for mean, share, count in self.bins) / total


def reliability(chances: Sequence[float], right: Sequence[bool]) -> Reliability:
    """Ten bins of equal width; empty ones are left out."""
    place = np.minimum((np.asarray(chances) * BINS).astype(int), BINS - 1)
    bins = []
    for number in range(BINS):
        inside = place == number
        if inside.any():
            mean = float(np.asarray(chances)[inside].mean())
            share = float(np.asarray(right)[inside].mean())
            bins.append((mean, share, int(inside.sum())))
    return Reliability(tuple(bins))
