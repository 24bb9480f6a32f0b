"""Pronouns: whom "he", "they", "it" and "both" stand for. Rather nobody than somebody wrong."""

from collections.abc import Mapping, Sequence

from memcon.actors.antecedents import Reading, leading, states_of
from memcon.actors.knowledge import Knowledge
from memcon.actors.mentions import Chain, Gender
from memcon.actors.tokens import SUBJECTS, Tokens

# How many sentences back an antecedent may stand.
_REACH = 3
_SINGULAR = frozenset({"person", "unnamed"})
_EMPTY = frozenset({"be", "seem", "appear", "take", "become", "remain", "make"})
_ARGUMENTS = SUBJECTS | {"dobj", "pobj", "dative", "appos", "agent", "conj"}


def find_pronouns(
    chains: Sequence[Chain],
    groups: Mapping[int, tuple[Chain, ...]],
    tokens: Tokens,
    knowledge: Knowledge,
) -> Mapping[int, tuple[Chain, ...]]:
    """For each pronoun whose bearer is plain, the actors it stands for."""
    reading = Reading.of(chains, tokens)
    for head, meant in groups.items():
        reading.note(head, meant)
    pair = _leading_pair(chains)
    found: dict[int, tuple[Chain, ...]] = {}
    for i, word in enumerate(tokens.lowers):
        meant: tuple[Chain, ...] = ()
        if i in reading.heads or tokens.parse.quote_of[i] >= 0:
            continue
        if tokens.tags[i] in ("PRP", "PRP$"):
            meant = _antecedent(i, word, reading, knowledge)
        elif word in knowledge.words.pronouns.pair and _stands_alone(i, tokens):
            meant = _both(i, reading, chains, pair)
        if meant:
            found[i] = meant
            reading.note(i, meant)
    return found


def _stands_alone(i: int, tokens: Tokens) -> bool:
    """Whether "both" or "the two" is a subject or object, not a word before a noun."""
    if tokens.deps[i] not in _ARGUMENTS:
        return False
    return tokens.lowers[i] == "both" or (i > 0 and tokens.lowers[i - 1] in ("the", "these"))


def _antecedent(i: int, word: str, reading: Reading, knowledge: Knowledge) -> tuple[Chain, ...]:
    """Whom the pronoun at token i stands for."""
    pronouns = knowledge.words.pronouns
    if word in pronouns.male:
        return _person(i, "male", reading)
    if word in pronouns.female:
        return _person(i, "female", reading)
    if word in pronouns.plural:
        return _several(i, reading)
    if word in pronouns.neuter and not _is_empty(i, reading.tokens):
        return _body(i, reading)
    return ()


def _person(i: int, gender: Gender, reading: Reading) -> tuple[Chain, ...]:
    """One man or woman: the subject above, else the one named in the sentence or those before."""

    def fits(chain: Chain) -> bool:
        return chain.kind in _SINGULAR and not chain.is_plural and chain.gender in (None, gender)

    for meant in reading.subjects_above(i):
        if len(meant) == 1 and fits(meant[0]):
            return _settle(meant[0], gender)
    here = reading.tokens.parse.sentence_of[i]
    for number in range(here, max(here - _REACH, -1), -1):
        named = reading.named(number, i, fits)
        if len(named) == 1:
            return _settle(named[0], gender)
        if named:
            subjects = reading.main_subjects(number)
            is_one = len(subjects) == 1 and any(c is subjects[0] for c in named)
            return _settle(subjects[0], gender) if is_one else ()
    return ()


def _settle(chain: Chain, gender: Gender) -> tuple[Chain, ...]:
    """The chain, whose gender is known from now on."""
    if chain.gender is None:
        chain.gender = gender
    return (chain,)


def _several(i: int, reading: Reading) -> tuple[Chain, ...]:
    """Several actors, or one that is many: the subjects above or of the sentence before."""
    here = reading.tokens.parse.sentence_of[i]
    above = reading.subjects_above(i)
    for meant in (*above[:2], reading.main_subjects(here - 1) if here else ()):
        if len(meant) > 1 or any(c.is_plural for c in meant):
            return meant
    return ()


def _body(i: int, reading: Reading) -> tuple[Chain, ...]:
    """A state or another body: the subject above, or else of the sentence before."""
    here = reading.tokens.parse.sentence_of[i]
    above = reading.subjects_above(i)
    before = [reading.main_subjects(here - 1)] if here else []
    for meant in above[:1] or before:
        if len(meant) == 1 and meant[0].kind not in _SINGULAR and not meant[0].is_plural:
            return meant
    return ()


def _is_empty(i: int, tokens: Tokens) -> bool:
    """Whether "it" stands for nobody: "it is clear that", "it took years to"."""
    if tokens.deps[i] not in SUBJECTS:
        return tokens.lowers[i] == "it"
    verb = tokens.heads[i]
    below = {tokens.deps[c] for c in tokens.children.get(verb, ())}
    return tokens.lemmas[verb] in _EMPTY or "csubj" in below


def _both(
    i: int, reading: Reading, chains: Sequence[Chain], pair: Sequence[Chain]
) -> tuple[Chain, ...]:
    """The two persons, or the two countries' states, of the sentence or of the one before."""
    here = reading.tokens.parse.sentence_of[i]
    for number in (here, here - 1):
        persons = reading.named(number, i, lambda c: c.kind == "person")
        if len(persons) == 2:
            return persons
        if len(persons) > 2:
            break
        named = reading.named(number, i, lambda c: c.kind in ("state", "government"))
        codes = tuple(dict.fromkeys(c.country for c in named if c.country is not None))
        if len(codes) == 2 and not persons:
            return states_of(codes, chains)
    is_named = all(c.last_before(i) >= 0 for c in pair)
    return tuple(pair) if is_named else ()


def _leading_pair(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The two persons whom the article is about."""
    by_name = {c.name: c for c in chains if c.kind == "person"}
    return tuple(by_name[n] for n in leading({n: len(c.mentions) for n, c in by_name.items()}))
