"""Explanation: why a finding is in the record: the words, the rule, the model's opinion.

What the finding itself says (its evidence, its trigger, its parties) is in the record.
"""

from dataclasses import dataclass
from typing import NamedTuple

from memcon.record.span import Span


class Label(NamedTuple):
    """What the model may call it, and how probable that is."""

    name: str
    probability: float


@dataclass(frozen=True, slots=True)
class Rejection:
    """What a rule proposed in the same sentence and `reason` kept out of the record.

    `labels` are the model's most probable three; () where it was not asked.
    """

    words: Span
    rule: str
    labels: tuple[Label, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """`words` are those that the rule rests on, `labels` as those of a rejection."""

    ident: str
    rule: str
    words: tuple[Span, ...]
    labels: tuple[Label, ...]
    rejected: tuple[Rejection, ...]
