"""Reason: what speaks for two events being one, or against it, and what the reasons add up to."""

from dataclasses import dataclass
from math import exp, log
from typing import Final

# So low a weight that nothing makes up for it.
NEVER: Final = -20.0


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for two events being one (a weight above 0) or against it (below 0).

    "parties", 2.9, "Joe Biden, Vladimir Putin"; the weight is in log-odds.
    """

    aspect: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Match:
    """How likely it is, from 0 to 1, that two events are one, and why."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_impossible(self) -> bool:
        """Whether something speaks against it that nothing can make up for."""
        return any(reason.weight <= NEVER for reason in self.reasons)

    @property
    def total(self) -> float:
        """The score in log-odds; 0 is as likely as not."""
        return logit(self.score)


def logistic(total: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-total))


def logit(score: float) -> float:
    """A probability as log-odds, from -20 to 20."""
    return max(NEVER, min(-NEVER, log(score / (1 - score)) if 0 < score < 1 else NEVER))
