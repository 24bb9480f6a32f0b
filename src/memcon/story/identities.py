"""Identity: who an actor is in every article: "Lavrov" here is "Sergei Lavrov" there."""

from dataclasses import dataclass

from memcon.record.findings import Actor
from memcon.record.terms import ActorKind


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor across articles.

    `key` is the same for the same actor: "state:RUS", "person:sergei lavrov". `code` is whom it
    stands for in relations: ISO 3166-1 alpha-3 of the state for which it speaks or acts (the state
    itself, its government, its officials and soldiers), else its key.
    """

    key: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    code: str


def identify(actor: Actor) -> Identity:
    """Who an actor of a record is."""
    raise NotImplementedError
