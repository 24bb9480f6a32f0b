"""Pronouns: whom "he", "she", "they" and "it" stand for. Rather nobody than somebody wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.actors.knowledge import Knowledge
from memcon.actors.mentions import Chain, Gender
from memcon.actors.tokens import SUBJECTS, Tokens
from memcon.language.clauses import Clause

# How many sentences back an antecedent may stand.
_REACH = 3
_SINGULAR = frozenset({"person", "unnamed"})
_BODIES = frozenset(
    {"state", "government", "agency", "igo", "company", "media", "party", "group", "document", "armed-group"}
)


@dataclass(slots=True)
class _Reading:
    """What has been read up to a pronoun: whom each token heads, and each sentence's mentions."""

    tokens: Tokens
    heads: dict[int, tuple[Chain, ...]]
    scenes: dict[int, list[tuple[int, Chain]]]

    def note(self, i: int, chains: tuple[Chain, ...]) -> None:
        """Keep that token i stands for these."""
        self.heads.setdefault(i, chains)
        scene = self.scenes.setdefault(self.tokens.parse.sentence_of[i], [])
        scene.extend((i, chain) for chain in chains)


def find_pronouns(
    chains: Sequence[Chain],
    groups: Mapping[int, tuple[Chain, ...]],
    tokens: Tokens,
    knowledge: Knowledge,
) -> Mapping[int, tuple[Chain, ...]]:
    """For each pronoun whose bearer is plain, the actors it stands for."""
    reading = _Reading(tokens, {}, {})
    for chain in chains:
        for mention in chain.mentions:
            for head in mention.heads:
                reading.note(head, (chain,))
    for head, meant in groups.items():
        reading.note(head, meant)
    found: dict[int, tuple[Chain, ...]] = {}
    for i, word in enumerate(tokens.lowers):
        if tokens.tags[i] in ("PRP", "PRP$") and i not in reading.heads:
            meant = _antecedent(i, word, reading, knowledge)
            if meant:
                found[i] = meant
                reading.note(i, meant)
    return found


def _antecedent(
    i: int, word: str, reading: _Reading, knowledge: Knowledge
) -> tuple[Chain, ...]:
    """Whom the pronoun at token i stands for."""
    pronouns = knowledge.words.pronouns
    if reading.tokens.parse.quote_at(i) is not None:
        return ()
    if word in pronouns.male:
        return _person(i, "male", reading)
    if word in pronouns.female:
        return _person(i, "female", reading)
    if word in pronouns.plural:
        return _several(i, reading)
    if word in pronouns.neuter and not _is_empty(i, reading.tokens):
        return _body(i, reading)
    return ()


def _person(i: int, gender: Gender, reading: _Reading) -> tuple[Chain, ...]:
    """One man or woman: the subject above, else the one named in the sentence, else in those before."""

    def fits(chain: Chain) -> bool:
        return chain.kind in _SINGULAR and not chain.is_plural and chain.gender in (None, gender)

    for meant in _subjects_above(i, reading):
        named = [c for c in meant if fits(c)]
        if len(meant) == 1 and named:
            return _settle(named[0], gender)
    here = reading.tokens.parse.sentence_of[i]
    for number in range(here, max(here - _REACH, -1), -1):
        scene = [(at, c) for at, c in reading.scenes.get(number, ()) if at < i and fits(c)]
        chosen = _salient(scene, number, reading)
        if chosen is not None:
            return _settle(chosen, gender)
        if scene:
            return ()
    return ()


def _settle(chain: Chain, gender: Gender) -> tuple[Chain, ...]:
    """The chain, whose gender is known from now on."""
    if chain.gender is None:
        chain.gender = gender
    return (chain,)


def _salient(
    scene: Sequence[tuple[int, Chain]], number: int, reading: _Reading
) -> Chain | None:
    """The one person of a sentence, or the subject of its main clause."""
    distinct = {id(c): c for _, c in scene}
    if len(distinct) == 1:
        return next(iter(distinct.values()))
    subjects = _main_subjects(number, reading)
    named = [c for _, c in scene if len(subjects) == 1 and c is subjects[0]]
    return named[0] if named else None


def _main_subjects(number: int, reading: _Reading) -> tuple[Chain, ...]:
    """Whom the subject of a sentence's main clause stands for."""
    tokens = reading.tokens
    sentence = tokens.parse.sentences[number]
    for i in range(sentence.first, sentence.stop):
        if tokens.deps[i] == "ROOT":
            clause = tokens.parse.clause(i)
            return () if clause is None else _subjects(clause, reading)
    return ()


def _subjects(clause: Clause, reading: _Reading) -> tuple[Chain, ...]:
    """Whom the subjects of a clause stand for; of a passive, who undergoes it."""
    heads = clause.objects if clause.is_passive else clause.subjects
    found: dict[int, Chain] = {}
    for token in heads:
        for chain in reading.heads.get(token.i, ()):
            found.setdefault(id(chain), chain)
    return tuple(found.values())


def _subjects_above(i: int, reading: _Reading) -> list[tuple[Chain, ...]]:
    """The subjects of the clauses around token i, the nearest first, where they stand before it."""
    parse = reading.tokens.parse
    clause = parse.clause(i)
    is_object = reading.tokens.deps[i] in ("dobj", "dative", "pobj")
    is_subject = reading.tokens.deps[i] in SUBJECTS
    found: list[tuple[Chain, ...]] = []
    depth = 0
    while clause is not None and depth < 20:
        heads = clause.objects if clause.is_passive else clause.subjects
        is_own = depth == 0 and (is_object or is_subject)
        if heads and not is_own and heads[0].i < i and all(h.i != i for h in heads):
            found.append(_subjects(clause, reading))
        clause = None if clause.parent is None else parse.clauses[clause.parent]
        depth += 1
    return [meant for meant in found if meant]


def _several(i: int, reading: _Reading) -> tuple[Chain, ...]:
    """Several actors, or one that is many: the subjects above or of the sentence before."""
    here = reading.tokens.parse.sentence_of[i]
    above = _subjects_above(i, reading)
    for meant in (*above[:2], _main_subjects(here - 1, reading) if here else ()):
        if len(meant) > 1 or any(c.is_plural for c in meant):
            return meant
    return ()


def _body(i: int, reading: _Reading) -> tuple[Chain, ...]:
    """A state or another body: the subject above, or of the sentence before if that says no more."""
    here = reading.tokens.parse.sentence_of[i]
    above = _subjects_above(i, reading)
    for meant in above[:1] or ([_main_subjects(here - 1, reading)] if here else []):
        if len(meant) == 1 and meant[0].kind in _BODIES and not meant[0].is_plural:
            return meant
    return ()


def _is_empty(i: int, tokens: Tokens) -> bool:
    """Whether "it" stands for nobody: "it is clear that", "it took years to"."""
    if tokens.deps[i] not in SUBJECTS:
        return tokens.lowers[i] == "it"
    below = tokens.children.get(tokens.heads[i], ())
    deps = {tokens.deps[c] for c in below}
    if tokens.lemmas[tokens.heads[i]] in ("be", "seem", "appear", "take", "become", "remain", "make"):
        return True
    return "csubj" in deps
