"""Mention: the words that name an actor; Chain: all mentions of one, while the article is read."""

from dataclasses import dataclass, field
from typing import Literal

from memcon.actors.descriptions import Description
from memcon.actors.tokens import Tokens
from memcon.record.findings import Role
from memcon.record.span import Span
from memcon.record.terms import ActorKind

Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last`; `heads` are those that stand for the actor in the sentence."""

    span: Span
    first: int
    last: int
    heads: tuple[int, ...]


@dataclass(slots=True)
class Chain:
    """One actor. `noun` is what an unnamed one is called; `descriptions` all that describe it."""

    kind: ActorKind
    name: str
    country: str | None = None
    sector: str | None = None
    noun: str = ""
    is_plural: bool = False
    gender: Gender | None = None
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)

    def last_before(self, i: int) -> int:
        """The first token of the last mention before token i; -1 if there is none."""
        return max((m.first for m in self.mentions if m.first < i), default=-1)


def mention_of(first: int, last: int, tokens: Tokens, around: int = -1) -> Mention:
    """A mention on these tokens; `around` is where the title before it begins."""
    roots = tokens.roots(first, last)
    if 0 <= around < first:
        roots += tuple(i for i in tokens.roots(around, last) if i < first)
    return Mention(tokens.parse.span(first, last), first, last, roots)
