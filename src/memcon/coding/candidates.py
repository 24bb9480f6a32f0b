"""Candidates: what may be an event, with its trigger, its parties and the rule that proposed it.

Rules only propose: `events` decides what becomes of a candidate.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.parties import Parties, behind, unique
from memcon.coding.scene import Scene
from memcon.language.clauses import Clause, verb_names
from memcon.lexicon.acts import Act, ActWords
from memcon.lexicon.grammar import GrammarWords

Rule = Literal["object", "verb", "noun", "promise", "must", "refusal"]
NOUNS = frozenset({"NOUN", "PROPN"})
REFUSAL = Act(type="REJECT")
DEMAND = Act(type="REQUEST")


@dataclass(frozen=True, slots=True)
class Candidate:
    """`trigger` is the verb or noun that signals the act, `head` the object that it needs for that.

    `hosts` bring the parties together.
    """

    act: Act
    rule: Rule
    trigger: Token
    head: Token | None
    clause: Clause | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    hosts: tuple[str, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """Source and target."""
        return unique((*self.source, *self.target))


def find_candidates(
    scene: Scene, cast: Cast, words: ActWords, grammar: GrammarWords
) -> tuple[Candidate, ...]:
    """Propose an event for each verb and noun that signals one and has a party, in reading order."""
    parse, parties = scene.parse, Parties(scene, cast)
    verbs, nouns = _by_verb(words), _by_noun(words)
    found = [
        candidate
        for clause in parse.clauses
        if (candidate := _demand(clause, words, parties))
        or (candidate := next(_of_clause(clause, verbs, parties, words, grammar), None))
        or (candidate := _refusal(clause, words, parties))
    ]
    taken = {c.trigger.i for c in found}
    taken |= {c.head.i for c in found if c.head is not None}
    found += [
        candidate
        for token in parse.doc
        if token.pos_ in NOUNS and token.i not in taken
        for act in _acts_of_noun(token, nouns)
        if (candidate := _of_noun(token, act, parties))
    ]
    return tuple(sorted(found, key=lambda c: c.trigger.i))


def _by_verb(words: ActWords) -> Mapping[str, tuple[Act, ...]]:
    """The acts of each verb, in the lexicon's order."""
    table: dict[str, tuple[Act, ...]] = {}
    for act in words.acts:
        for verb in act.verbs:
            table[verb] = (*table.get(verb, ()), act)
    return table


def _by_noun(words: ActWords) -> Mapping[str, tuple[Act, ...]]:
    """The acts that a noun signals by itself."""
    table: dict[str, tuple[Act, ...]] = {}
    for act in words.acts:
        for noun in act.nouns:
            table[noun] = (*table.get(noun, ()), act)
    return table


def _acts_of_noun(noun: Token, nouns: Mapping[str, tuple[Act, ...]]) -> tuple[Act, ...]:
    """The act of a noun or, more exactly, of a compound: "phone call"."""
    lemma = noun.lemma_.lower()
    compounds = (f"{c.lower_} {lemma}" for c in noun.lefts if c.dep_ == "compound")
    return next((nouns[name][:1] for name in (*compounds, lemma) if name in nouns), ())


def _of_clause(
    clause: Clause,
    verbs: Mapping[str, tuple[Act, ...]],
    parties: Parties,
    words: ActWords,
    grammar: GrammarWords,
) -> Iterator[Candidate]:
    """The candidate of a clause, if its verb signals an act."""
    keys = verb_names(clause)
    if _is_about_telling(clause, words, parties):
        return
    objects = _object_lemmas(clause, grammar)
    for wants_object in (True, False):
        for key in keys:
            for act in verbs.get(key, ()):
                if bool(act.objects) is not wants_object:
                    continue
                head = next((objects[o] for o in objects if o in act.objects), None)
                if wants_object and head is None:
                    continue
                made = _fill(act, clause, key, head, parties)
                if made:
                    yield made
                return


def _is_about_telling(clause: Clause, words: ActWords, parties: Parties) -> bool:
    """Whether what is refused, promised or asked for is only to say something: that is no act."""
    for below in parties.parse.clauses[clause.index + 1 : clause.index + 2]:
        is_content = below.parent == clause.index and below.relation == "xcomp"
        if is_content and below.lemma in words.telling:
            return all(t.lemma_.lower() not in words.requests for t in behind("to", (below.verb,)))
    return False


def _object_lemmas(clause: Clause, grammar: GrammarWords) -> Mapping[str, Token]:
    """The nouns that head the object, also behind a measure ("a round of talks") or a preposition."""
    preps = {c.lower_ for c in clause.verb.children if c.dep_ == "prep"}
    heads = [*clause.objects, *(t for p in sorted(preps) for t in behind(p, (clause.verb,)))]
    for head in tuple(heads):
        if head.lemma_.lower() in grammar.measures:
            heads += behind("of", (head,))
    return {head.lemma_.lower(): head for head in heads}


def _fill(
    act: Act, clause: Clause, key: str, head: Token | None, parties: Parties
) -> Candidate | None:
    """The candidate with its parties; None if it has none."""
    source = _first(act.source, lambda slot: parties.of_verb(slot, clause, head))
    preposition = key.partition(" ")[2]
    slots = (preposition, *act.target) if preposition in act.target else act.target
    if act.mutual and len(source) > 1:
        slots = tuple(slot for slot in slots if slot == "with")
    others = set(source)
    target = _first(
        slots,
        lambda slot: tuple(p for p in parties.of_verb(slot, clause, head) if p not in others),
    )
    rule: Rule = "verb" if head is None else "object"
    return _candidate(act, rule, (clause.verb, head), clause, source, target)


def _demand(clause: Clause, words: ActWords, parties: Parties) -> Candidate | None:
    """Who says what others must do asks it of them: "Psaki said Moscow should withdraw"."""
    if clause.lemma in words.states or clause.is_passive or not _is_pressing(clause, words, parties):
        return None
    statement = parties.scene.statement_at(clause.verb)
    target = parties.acting(clause.subjects)
    if statement is None or not statement.speakers or not target:
        return None
    if parties.cast.are_one_side(statement.speakers, target):
        return None
    return Candidate(DEMAND, "must", clause.verb, None, clause, statement.speakers, target, ())


def _is_pressing(clause: Clause, words: ActWords, parties: Parties) -> bool:
    """Whether it must be done: "should withdraw", "has to withdraw"."""
    if words.pressing & set(clause.modals):
        return True
    if clause.relation != "xcomp" or clause.parent is None:
        return False
    return parties.parse.clauses[clause.parent].lemma in words.pressing


def _refusal(clause: Clause, words: ActWords, parties: Parties) -> Candidate | None:
    """Who says that it will not do something refuses: "Hungary will not accept any refugees"."""
    if not clause.is_negated or clause.tense != "future" or clause.is_passive:
        return None
    if clause.lemma in words.telling or clause.lemma in words.states:
        return None
    source = parties.of_verb("subject", clause)
    if not source:
        return None
    others = set(source)
    target = _first(
        ("object", "complement", "with", "to"),
        lambda slot: tuple(p for p in parties.of_verb(slot, clause) if p not in others),
    )
    return Candidate(REFUSAL, "refusal", clause.verb, None, clause, source, target, ())


def _of_noun(noun: Token, act: Act, parties: Parties) -> Candidate | None:
    """The candidate of a noun: "talks between A and B", "the Russian attack on B"."""
    owners = tuple(a.id for a in parties.cast.acting(noun))
    source = owners or _first(act.source, lambda slot: parties.of_noun(slot, noun))
    others = set(source)
    target = _first(
        act.target, lambda slot: tuple(p for p in parties.of_noun(slot, noun) if p not in others)
    )
    clause = parties.parse.clause(noun)
    if act.mutual and len(target) == 1 and not source and clause is not None:
        # "in a call with Putin, Biden proposed …": who acts in the clause is the other side.
        source = tuple(p for p in parties.acting(clause.subjects) if p not in target)
    if len({*source, *target}) < 2:
        return None
    return _candidate(act, "noun", (noun, None), clause, source, target)


def _candidate(
    act: Act,
    rule: Rule,
    words: tuple[Token, Token | None],
    clause: Clause | None,
    source: tuple[str, ...],
    target: tuple[str, ...],
) -> Candidate | None:
    """Hosts are no party of what they host; an event without a party is none."""
    hosts = source if act.hosts else ()
    if act.hosts:
        source, target = target, ()
    if not source and not target or act.paired and not (source and target):
        return None
    return Candidate(act, rule, *words, clause, source, target, hosts)


def _first(slots: tuple[str, ...], fill: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """The actors of the first slot that holds any."""
    return next((found for slot in slots if (found := fill(slot))), ())
