"""Antecedent: whom a later word may stand for: what was named, where, and in which role."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.actors.mentions import Chain
from memcon.actors.tokens import SUBJECTS, Tokens
from memcon.language.clauses import Clause

Fits = Callable[[Chain], bool]


@dataclass(slots=True)
class Reading:
    """What has been read so far: whom each token heads, and each sentence's mentions."""

    tokens: Tokens
    heads: dict[int, tuple[Chain, ...]]
    scenes: dict[int, list[tuple[int, Chain]]]

    @classmethod
    def of(cls, chains: Sequence[Chain], tokens: Tokens) -> "Reading":
        """The mentions of these chains."""
        reading = cls(tokens, {}, {})
        for chain in chains:
            for mention in chain.mentions:
                for head in mention.heads:
                    reading.note(head, (chain,))
        return reading

    def note(self, i: int, chains: Sequence[Chain]) -> None:
        """Keep that token i stands for these."""
        self.heads.setdefault(i, tuple(chains))
        scene = self.scenes.setdefault(self.tokens.parse.sentence_of[i], [])
        scene.extend((i, chain) for chain in chains)

    def named(self, number: int, before: int, fits: Fits) -> tuple[Chain, ...]:
        """The fitting actors of a sentence before a token, each once, in reading order."""
        scene = sorted(self.scenes.get(number, ()), key=lambda pair: pair[0])
        return distinct(c for at, c in scene if at < before and fits(c))

    def subjects(self, clause: Clause) -> tuple[Chain, ...]:
        """Whom the subjects of a clause stand for; of a passive, who undergoes it."""
        heads = clause.objects if clause.is_passive else clause.subjects
        return distinct(c for token in heads for c in self.heads.get(token.i, ()))

    def main_subjects(self, number: int) -> tuple[Chain, ...]:
        """Whom the subject of a sentence's main clause stands for."""
        parse = self.tokens.parse
        sentence = parse.sentences[number]
        for i in range(sentence.first, sentence.stop):
            if self.tokens.deps[i] == "ROOT":
                clause = parse.clause(i)
                return () if clause is None else self.subjects(clause)
        return ()

    def subjects_above(self, i: int) -> list[tuple[Chain, ...]]:
        """The subjects of the clauses around token i that stand before it, the nearest first."""
        parse = self.tokens.parse
        clause = parse.clause(i)
        is_argument = self.tokens.deps[i] in ("dobj", "dative", "pobj") or (
            self.tokens.deps[i] in SUBJECTS
        )
        found: list[tuple[Chain, ...]] = []
        depth = 0
        while clause is not None and depth < 20:
            heads = clause.objects if clause.is_passive else clause.subjects
            if heads and heads[0].i < i and not (depth == 0 and is_argument):
                found.append(self.subjects(clause))
            clause = None if clause.parent is None else parse.clauses[clause.parent]
            depth += 1
        return [meant for meant in found if meant]


def distinct(chains: Iterable[Chain]) -> tuple[Chain, ...]:
    """Each chain once."""
    return tuple({id(c): c for c in chains}.values())


def leading(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The two keys that the article speaks of far more than of any third; () if there are none."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][1] < 2 * ranked[2][1]):
        return ()
    return ranked[0][0], ranked[1][0]


def states_of(codes: Sequence[str], chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The state, or else the government, of each country; () if one of them does not act."""
    found: list[Chain] = []
    for code in codes:
        fits = [c for c in chains if c.country == code and c.kind in ("state", "government")]
        if not fits:
            return ()
        found.append(min(fits, key=lambda c: c.kind != "state"))
    return tuple(found)
