"""Silence: what somebody would not say or left out, on the desk."""

from dataclasses import dataclass
from datetime import date

from memcon.record.terms import SilenceKind
from memcon.story.answers import Witness
from memcon.story.identities import Identity


@dataclass(frozen=True, slots=True)
class Hush:
    """A silence on the desk: who was silent on what, and the words that say so."""

    actor: Identity
    issue: str | None
    kind: SilenceKind
    day: date | None
    witness: Witness
