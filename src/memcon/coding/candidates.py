"""Candidates: what may be an event, with its trigger, its parties and the rule that proposed it.

Rules only propose: `events` decides what becomes of a candidate.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.parties import Parties, behind, unique
from memcon.coding.scene import Scene
from memcon.language.clauses import Clause, coordinated, verb_names
from memcon.lexicon.acts import Act, ActWords
from memcon.lexicon.grammar import GrammarWords
from memcon.record.terms import EventType

Rule = Literal["object", "verb", "noun", "promise", "must", "refusal"]
NOUNS = frozenset({"NOUN", "PROPN"})
REFUSAL = Act(type="REJECT")
DEMAND = Act(type="REQUEST")
# Acts in words, whose content is no act of its own.
VERBAL: frozenset[EventType] = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT"})
TOGETHER = frozenset({"with", "between", "among", "object"})
PLURAL = frozenset({"NNS", "NNPS", "PRP"})
CONTENT = frozenset({"xcomp", "ccomp", "prep", "dative", "prt", "acomp", "attr", "oprd", "advcl"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate before its parties are weighed."""

    act: Act
    rule: Rule
    trigger: Token
    head: Token | None
    clause: Clause | None
    is_mutual: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """`trigger` is the verb or noun that signals the act, `head` the object that it needs for that.

    `hosts` bring the parties together; `is_mutual`: they act on each other.
    """

    act: Act
    rule: Rule
    trigger: Token
    head: Token | None
    clause: Clause | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    hosts: tuple[str, ...]
    is_mutual: bool

    @property
    def parties(self) -> tuple[str, ...]:
        """Source and target."""
        return unique((*self.source, *self.target))


def find_candidates(
    scene: Scene, cast: Cast, words: ActWords, grammar: GrammarWords
) -> tuple[Candidate, ...]:
    """Propose an event for each verb and noun that signals one and has a party, in reading order."""
    parse = scene.parse
    parties = Parties(scene, cast, words.documents, words.harms)
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
    return next((nouns[name][:1] for name in _names(noun) if name in nouns), ())


def _names(noun: Token) -> tuple[str, ...]:
    """The names a lexicon may know a noun by: "verbal attack" is that and "attack"."""
    lemma = noun.lemma_.lower()
    modifiers = tuple(c for c in noun.lefts if c.dep_ in ("compound", "amod"))
    joints = ("-" if c.i + 1 < noun.i and c.nbor(1).text == "-" else " " for c in modifiers)
    return (*(f"{c.lower_}{joint}{lemma}" for c, joint in zip(modifiers, joints, strict=True)), lemma)


def _of_clause(
    clause: Clause,
    verbs: Mapping[str, tuple[Act, ...]],
    parties: Parties,
    words: ActWords,
    grammar: GrammarWords,
) -> Iterator[Candidate]:
    """The candidates of a clause, if its verb signals an act; the first is the best."""
    known = [(key, act) for key in verb_names(clause) for act in verbs.get(key, ())]
    if not known or _only_names(clause, words):
        return
    objects = {key: _objects(clause, key, grammar) for key, act in known if act.objects}
    for key, act in sorted(known, key=lambda pair: not pair[1].objects):
        head = next((h for name, h in objects.get(key, {}).items() if name in act.objects), None)
        if act.objects and head is None or not _fits(act, clause, words, parties):
            continue
        made = _fill(act, clause, key, head, parties)
        if made is not None:
            yield made


def _only_names(clause: Clause, words: ActWords) -> bool:
    """Whether the verb only calls somebody a name: "called the envoy a liar"."""
    return clause.lemma in words.naming and any(c.dep_ == "oprd" for c in clause.verb.children)


def _fits(act: Act, clause: Clause, words: ActWords, parties: Parties) -> bool:
    """Whether the clause is of the shape that the act wants, and means an act and not only words."""
    if act.transitive and not clause.objects:
        return False
    if act.subjects and not any(t.lemma_.lower() in act.subjects for t in clause.subjects):
        return False
    if act.type in VERBAL and (_is_bare(clause) or _is_about_telling(clause, words, parties)):
        return False
    if clause.lemma in words.claims and _asserts(clause, parties):
        return False
    return not any(
        t.lemma_.lower() in words.calamities and not parties.cast.at(t) for t in clause.subjects
    )


def _is_bare(clause: Clause) -> bool:
    """Whether nothing says what is promised, refused or asked for."""
    return not clause.objects and not any(c.dep_ in CONTENT for c in clause.verb.children)


def _asserts(clause: Clause, parties: Parties) -> bool:
    """Whether the complement tells what is, not what is to be: "insists that it was in Malta"."""
    for below in parties.parse.clauses[clause.index + 1 : clause.index + 4]:
        if below.parent == clause.index and below.relation == "ccomp":
            return below.tense != "none" and not below.modals
    return False


def _is_about_telling(clause: Clause, words: ActWords, parties: Parties) -> bool:
    """Whether what is refused, promised or asked for is only to say something: that is no act."""
    for below in parties.parse.clauses[clause.index + 1 : clause.index + 2]:
        is_content = below.parent == clause.index and below.relation == "xcomp"
        if is_content and below.lemma in words.telling:
            return all(t.lemma_.lower() not in words.requests for t in behind("to", (below.verb,)))
    return False


def _objects(clause: Clause, key: str, grammar: GrammarWords) -> Mapping[str, Token]:
    """The nouns that head the object by name, also behind a measure ("a round of talks").

    Objects are those behind the verb, behind "with" ("supplied Kyiv with tanks") and behind the
    preposition that belongs to the verb's name ("take part in").
    """
    holders = (clause.verb, *clause.objects)
    preposition = key[len(clause.lemma) :].strip()
    given = behind("with", (clause.verb,)) if clause.objects else ()
    heads = [*clause.objects, *given, *behind(preposition, (clause.verb,))]
    heads += behind(preposition.rpartition(" ")[2], holders) if " " in preposition else ()
    named: dict[str, Token] = {}
    for head in heads:
        inner = behind("of", (head,)) if head.lemma_.lower() in grammar.measures else ()
        for noun in (*(t for i in inner for t in coordinated(i)), head):
            for name in _names(noun):
                named.setdefault(name, noun)
    return named


def _fill(
    act: Act, clause: Clause, key: str, head: Token | None, parties: Parties
) -> Candidate | None:
    """The candidate with its parties; None if it has none."""
    _, source = _first(act.source, lambda slot: parties.of_verb(slot, clause, head))
    rest = key[len(clause.lemma) :].strip()
    own = tuple(p for p in (rest, rest.rpartition(" ")[2]) if rest.rpartition(" ")[2] in act.target)
    slots = (*own, *act.target)
    if act.mutual and len(source) > 1:
        slots = tuple(slot for slot in slots if slot == "with")
    besides = frozenset(source)
    if act.type not in VERBAL | {"ACCUSE", "PROTEST", "SUPPORT"}:
        parties = replace(parties, harms=frozenset())
    slot, target = _first(
        slots,
        lambda slot: tuple(p for p in parties.of_verb(slot, clause, head) if p not in besides),
    )
    is_narrow = act.paired or act.aimed or (act.mutual and act.type != "AGREE")
    if not target and len(source) == 1 and not is_narrow:
        target = parties.within(clause, head, besides, has_content=act.type in VERBAL)
    is_mutual = act.mutual and (len(source) > 1 or slot in TOGETHER or act.type == "CONSULT")
    rule: Rule = "verb" if head is None else "object"
    return _candidate(Draft(act, rule, clause.verb, head, clause, is_mutual), source, target)


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
    return Candidate(
        DEMAND, "must", clause.verb, None, clause, statement.speakers, target, (), False
    )


def _is_pressing(clause: Clause, words: ActWords, parties: Parties) -> bool:
    """Whether it must be done: "should withdraw", "has to withdraw"."""
    if words.pressing & set(clause.modals):
        return True
    if clause.relation != "xcomp" or clause.parent is None:
        return False
    return parties.parse.clauses[clause.parent].lemma in words.pressing


def _refusal(clause: Clause, words: ActWords, parties: Parties) -> Candidate | None:
    """Who says that it will not do something refuses: "Hungary will not accept any refugees"."""
    is_refusing = clause.tense == "future" or clause.lemma in words.acceptances
    if not clause.is_negated or not is_refusing or clause.is_passive:
        return None
    if clause.lemma in words.telling or clause.lemma in words.states:
        return None
    source = parties.of_verb("subject", clause)
    if not source:
        return None
    others = set(source)
    _, target = _first(
        ("object", "complement", "with", "to"),
        lambda slot: tuple(p for p in parties.of_verb(slot, clause) if p not in others),
    )
    target = target or parties.within(clause, None, frozenset(source), has_content=True)
    return Candidate(REFUSAL, "refusal", clause.verb, None, clause, source, target, (), False)


def _of_noun(noun: Token, act: Act, parties: Parties) -> Candidate | None:
    """The candidate of a noun: "talks between A and B", "the Russian attack on B"."""
    owners = tuple(a.id for a in parties.cast.acting(noun))
    source = owners or _first(act.source, lambda slot: parties.of_noun(slot, noun))[1]
    others = set(source)
    _, target = _first(
        act.target, lambda slot: tuple(p for p in parties.of_noun(slot, noun) if p not in others)
    )
    clause = parties.parse.clause(noun)
    if act.mutual and len(target) == 1 and not source and clause is not None:
        # "in a call with Putin, Biden proposed …": who acts in the clause is the other side.
        source = tuple(p for p in parties.acting(clause.subjects) if p not in target)
    if len({*source, *target}) < 2 or not (act.mutual or (source and target)):
        return None
    return _candidate(Draft(act, "noun", noun, None, clause, act.mutual), source, target)


def _candidate(
    draft: Draft, source: tuple[str, ...], target: tuple[str, ...]
) -> Candidate | None:
    """Hosts are no party of what they host; an event without a party is none."""
    act = draft.act
    hosts = source if act.hosts else ()
    if act.hosts:
        source, target = target, ()
    if not source and not target or not _is_complete(draft, source, target):
        return None
    return Candidate(
        act, draft.rule, draft.trigger, draft.head, draft.clause, source, target, hosts, draft.is_mutual
    )


def _is_complete(draft: Draft, source: tuple[str, ...], target: tuple[str, ...]) -> bool:
    """Whether all sides are there that the act wants; "they met" names both."""
    act, clause = draft.act, draft.clause
    if act.aimed and not target:
        return False
    if not act.paired or (source and target) or (act.mutual and len({*source, *target}) > 1):
        return True
    is_plain = clause is not None and not clause.objects
    return act.mutual and is_plain and any(t.tag_ in PLURAL for t in clause.subjects)


def _first(
    slots: tuple[str, ...], fill: Callable[[str], tuple[str, ...]]
) -> tuple[str, tuple[str, ...]]:
    """The first slot that holds actors, and these."""
    return next(((slot, found) for slot in slots if (found := fill(slot))), ("", ()))
