"""Chain: all mentions of one actor, while the article is being read."""

from dataclasses import dataclass, field
from typing import Literal

from memcon.actors.descriptions import Description
from memcon.actors.tokens import Tokens
from memcon.record.findings import Role
from memcon.record.span import Span
from memcon.record.terms import ActorKind

Gender = Literal["male", "female"]
Form = Literal["name", "noun", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name an actor, the tokens that stand for it in the sentence, and where it is."""

    span: Span
    first: int
    heads: tuple[int, ...]
    form: Form


@dataclass(slots=True)
class Chain:
    """One actor. `noun` is what an unnamed one is called by; `descriptions` are all that describe it."""

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

    def last_before(self, i: int) -> Mention | None:
        """The last mention that begins before token i."""
        found = None
        for mention in self.mentions:
            if mention.first < i and (found is None or mention.first > found.first):
                found = mention
        return found


def mention_of(first: int, last: int, tokens: Tokens, form: Form, around: int = -1) -> Mention:
    """A mention on these tokens; `around` is where the title before it begins."""
    roots = tokens.roots(first, last)
    if 0 <= around < first:
        roots += tuple(i for i in tokens.roots(around, last) if i < first)
    return Mention(tokens.parse.span(first, last), first, roots, form)
