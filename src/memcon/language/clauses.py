"""Clause: a verb with its subject, complement, negation, tense and modals."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from memcon.record.span import Span

Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb and what belongs to it.

    `index` is its place in the Parse, `parent` the clause it stands in and `relation` its dependency
    there ("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", …). `lemma` holds the particle
    ("call off"). `subjects` and `objects` are heads of noun phrases with coordination undone; a clause
    without a subject of its own has that of the clause it depends on (control, coordination, relatives).
    In a passive `objects` holds who underwent it and `subjects` its agents.
    `modals` are the lemmas of modal auxiliaries and of "have to", "be able to" and their like.
    """

    index: int
    span: Span
    verb: Token
    lemma: str
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    is_negated: bool
    is_passive: bool
    tense: Tense
    modals: tuple[str, ...]
    parent: int | None
    relation: str
