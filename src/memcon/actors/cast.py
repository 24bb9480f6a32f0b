"""Cast: the actors of an article, found by id, by token or by span."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.record.findings import Actor
from memcon.record.span import Span


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors in the order in which the article names them.

    `heads` says whom a token stands for when it heads a mention: one actor for "Lavrov", "he",
    "the minister" or "Moscow"; several for "both", "they" or "the two leaders".
    """

    actors: tuple[Actor, ...]
    heads: Mapping[int, tuple[str, ...]]

    def by_id(self, ident: str) -> Actor:
        """The actor of this id; KeyError if there is none."""
        raise NotImplementedError

    def at(self, token: Token) -> tuple[Actor, ...]:
        """Whom the token heads a mention of; () if nobody."""
        raise NotImplementedError

    def acting(self, token: Token) -> tuple[Actor, ...]:
        """Who acts when the noun phrase of this head acts.

        `at`, or else the actor that the phrase belongs to: "Russian troops" and "Moscow's actions" are
        Russia's, "the U.S. move" the United States'. Coordination is not followed here.
        """
        raise NotImplementedError

    def within(self, span: Span) -> tuple[Actor, ...]:
        """The actors mentioned inside `span`, each once, in reading order."""
        raise NotImplementedError
