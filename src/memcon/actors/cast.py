"""Cast: the actors of an article, found by id, by token or by span."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from memcon.record.findings import Actor
from memcon.record.span import Span


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors in the order in which the article names them.

    `heads` says whom a token stands for when it heads a mention: one actor for "Lavrov", "he",
    "the minister" or "Moscow"; several for "both", "they" or "the two leaders". `owners` says to
    whom a noun belongs that heads no mention: "troops" in "Russian troops".
    """

    actors: tuple[Actor, ...]
    heads: Mapping[int, tuple[str, ...]]
    owners: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def by_id(self, ident: str) -> Actor:
        """The actor of this id; KeyError if there is none."""
        number = int(ident[1:]) - 1 if ident[1:].isdecimal() else -1
        if not 0 <= number < len(self.actors) or self.actors[number].id != ident:
            raise KeyError(ident)
        return self.actors[number]

    def at(self, token: Token) -> tuple[Actor, ...]:
        """Whom the token heads a mention of; () if nobody."""
        return self._all(self.heads.get(token.i, ()))

    def acting(self, token: Token) -> tuple[Actor, ...]:
        """Who acts when the noun phrase of this head acts.

        `at`, or else the actor that the phrase belongs to: "Russian troops" and "Moscow's actions"
        are Russia's, "the U.S. move" the United States'. Coordination is not followed here.
        """
        return self._all(self.heads.get(token.i) or self.owners.get(token.i, ()))

    def within(self, span: Span) -> tuple[Actor, ...]:
        """The actors mentioned inside `span`, each once, in reading order."""
        found: list[tuple[int, Actor]] = []
        for actor in self.actors:
            inside = [m.start for m in actor.mentions if span.covers(m)]
            if inside:
                found.append((inside[0], actor))
        return tuple(actor for _, actor in sorted(found, key=lambda pair: pair[0]))

    def are_one_side(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether one of `some` is one of `others` or of the same country."""
        sides = {side for ident in some for side in self._sides(ident)}
        return any(side in sides for ident in others for side in self._sides(ident))

    def _sides(self, ident: str) -> tuple[str, ...]:
        country = self.by_id(ident).country
        return (ident, country) if country else (ident,)

    def _all(self, idents: tuple[str, ...]) -> tuple[Actor, ...]:
        return tuple(self.by_id(ident) for ident in idents)
