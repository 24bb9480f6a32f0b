"""Candidates: what may be an event, with its trigger, its parties and the rule that proposed it.

Rules only propose: `events` decides what becomes of a candidate.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from msgspec import structs
from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.parties import Parties, behind, unique
from memcon.coding.scene import Scene
from memcon.coding.triggers import (
    VERBAL,
    acts_of_noun,
    by_noun,
    by_verb,
    fits,
    is_denial,
    objects_by_name,
    only_names,
)
from memcon.language.clauses import Clause, verb_names
from memcon.language.parse import Parse
from memcon.lexicon.acts import Act, ActWords
from memcon.lexicon.grammar import GrammarWords
from memcon.record.terms import EventType

Rule = Literal["object", "verb", "noun", "promise", "must", "refusal"]
NOUNS = frozenset({"NOUN", "PROPN"})
REFUSAL = Act(type="REJECT")
DEMAND = Act(type="REQUEST")
TOGETHER = frozenset({"with", "between", "among", "object"})
# The object of such an act may be a deed of its own: "condemned the attack by Iran on Iraq".
ABOUT_DEEDS: frozenset[EventType] = frozenset({"ACCUSE", "PROTEST", "SUPPORT", "REJECT"})
CLAUSAL = frozenset({"clause", "infinitive", "complement"})
PLURAL = frozenset({"NNS", "NNPS", "PRP"})


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
    """Propose an event for each word that signals one and has a party, in reading order."""
    parse = scene.parse
    parties = Parties(scene, cast, words.documents, words.harms, words.blaming)
    verbs, nouns = by_verb(words), by_noun(words)
    found = [
        candidate
        for clause in (_in_full(c, parse, words) for c in parse.clauses)
        if (candidate := _demand(clause, words, parties))
        or (candidate := next(_of_clause(clause, verbs, parties, words, grammar), None))
        or (candidate := _refusal(clause, words, parties))
    ]
    taken = {c.trigger.i for c in found}
    taken |= {c.head.i for c in found if c.head is not None and c.act.type not in ABOUT_DEEDS}
    found += [
        candidate
        for token in parse.doc
        if token.pos_ in NOUNS and token.i not in taken
        for act, head in acts_of_noun(token, nouns)
        if (candidate := _of_noun(token, head, act, parties))
    ]
    return tuple(sorted(found, key=lambda c: c.trigger.i))


def _in_full(clause: Clause, parse: Parse, words: ActWords) -> Clause:
    """The clause with the object that is only understood.

    The noun that a relative clause describes ("the accord that both struck"); who undergoes a
    headline's passive without its "were" ("Oil workers kidnapped in Nigeria").
    """
    verb = clause.verb
    if clause.relation == "relcl" and any(t.tag_ == "WDT" for t in clause.objects):
        return replace(clause, objects=(verb.head,))
    if clause.is_passive or clause.objects or verb.tag_ not in ("VBD", "VBN"):
        return clause
    if clause.lemma not in words.undergone or parse.sentence(verb).section.kind != "headline":
        return clause
    return replace(clause, objects=clause.subjects, subjects=(), is_passive=True)


def _of_clause(
    clause: Clause,
    verbs: Mapping[str, tuple[Act, ...]],
    parties: Parties,
    words: ActWords,
    grammar: GrammarWords,
) -> Iterator[Candidate]:
    """The candidates of a clause, if its verb signals an act; the first is the best."""
    known = [(key, act) for key in verb_names(clause) for act in verbs.get(key, ())]
    if only_names(clause, words):
        known = [(key, act) for key, act in known if act.objects]
    objects = {key: objects_by_name(clause, key, grammar) for key, act in known if act.objects}
    for key, act in sorted(known, key=lambda pair: not pair[1].objects):
        head = next((h for name, h in objects.get(key, {}).items() if name in act.objects), None)
        if (act.objects and head is None) or not fits(act, clause, words, parties):
            continue
        if act.type == "REJECT" and any(is_denial(noun, words) for noun in clause.objects):
            continue
        made = _fill(act, clause, key, head, parties)
        if made is not None:
            yield made


def _fill(
    act: Act, clause: Clause, key: str, head: Token | None, parties: Parties
) -> Candidate | None:
    """The candidate with its parties; None if it has none."""
    _, source = _first(act.source, lambda slot: parties.of_verb(slot, clause, head))
    if clause.is_passive and not source and head is not None:
        # "Ghana's appeal was made public": who makes it is its owner.
        source = tuple(a.id for a in parties.cast.acting(head))
    rest = key[len(clause.lemma) :].strip()
    own = tuple(p for p in (rest, rest.rpartition(" ")[2]) if rest.rpartition(" ")[2] in act.target)
    slots = (*(("with",) if act.mutual and "with" in act.target else ()), *own, *act.target)
    holder = head or next(iter(behind(rest, (clause.verb,))), None)
    if act.mutual and len(source) > 1:
        slots = tuple(slot for slot in slots if slot == "with")
    besides = frozenset(source)
    if act.type not in VERBAL | {"ACCUSE", "PROTEST", "SUPPORT"}:
        parties = replace(parties, harms=frozenset())
    slot, target = _first(
        slots,
        lambda slot: tuple(
            p
            for p in parties.of_verb(slot, clause, holder)
            if p not in besides and not (slot in CLAUSAL and parties.is_own_state(p, source))
        ),
    )
    if not source and not clause.subjects and not clause.is_passive and clause.relation != "ROOT":
        return None
    is_narrow = (
        act.paired or act.aimed or (act.mutual and act.type != "AGREE" and act.alone is None)
    )
    if not target and len(source) == 1 and not is_narrow:
        # What is sent or withdrawn is not who it is sent to.
        moved = frozenset(a.id for a in parties.cast.at(head)) if head is not None else frozenset()
        target = parties.within(clause, head, besides | moved, has_content=act.type in VERBAL)
    is_mutual = act.mutual and (len(source) > 1 or slot in TOGETHER or act.type == "CONSULT")
    rule: Rule = "verb" if head is None else "object"
    return _candidate(Draft(act, rule, clause.verb, head, clause, is_mutual), source, target)


def _demand(clause: Clause, words: ActWords, parties: Parties) -> Candidate | None:
    """Who says what others must do asks it of them: "Psaki said Moscow should withdraw"."""
    if (
        clause.lemma in words.states
        or clause.is_passive
        or not _is_pressing(clause, words, parties)
    ):
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


def _of_noun(noun: Token, head: Token | None, act: Act, parties: Parties) -> Candidate | None:
    """The candidate of a noun: "talks between A and B", "the Russian attack on B".

    `head` is the object of a deed: "the easing of sanctions on B by A".
    """
    owners = tuple(a.id for a in parties.cast.acting(noun))
    source = owners or _first(act.source, lambda slot: parties.of_noun(slot, noun, head))[1]
    source = source or parties.blamed(noun)
    others = set(source)
    _, target = _first(
        act.target,
        lambda slot: tuple(p for p in parties.of_noun(slot, noun, head) if p not in others),
    )
    clause = parties.parse.clause(noun)
    if act.mutual and len(target) == 1 and not source and clause is not None:
        # "in a call with Putin, Biden proposed …": who acts in the clause is the other side.
        source = tuple(p for p in parties.acting(clause.subjects) if p not in target)
    if len({*source, *target}) < 2 or not (act.mutual or (source and target)):
        return None
    return _candidate(Draft(act, "noun", noun, head, clause, act.mutual), source, target)


def _candidate(draft: Draft, source: tuple[str, ...], target: tuple[str, ...]) -> Candidate | None:
    """Hosts are no party of what they host; an event without a party is none."""
    act = draft.act
    if act.alone is not None and not draft.is_mutual:
        act = structs.replace(act, type=act.alone, mode="troops", mutual=False)
    hosts = source if act.hosts else ()
    if act.hosts:
        source, target = target, ()
    if (not source and not target) or not _is_complete(draft, source, target):
        return None
    return Candidate(
        act,
        draft.rule,
        draft.trigger,
        draft.head,
        draft.clause,
        source,
        target,
        hosts,
        draft.is_mutual,
    )


def _is_complete(draft: Draft, source: tuple[str, ...], target: tuple[str, ...]) -> bool:
    """Whether all sides are there that the act wants; "they met" names both."""
    act, clause = draft.act, draft.clause
    if act.aimed and not target:
        return False
    if not act.paired or (source and target) or (act.mutual and len({*source, *target}) > 1):
        return True
    if clause is None or clause.objects:
        return False
    return act.mutual and any(t.tag_ in PLURAL for t in clause.subjects)


def _first(
    slots: tuple[str, ...], fill: Callable[[str], tuple[str, ...]]
) -> tuple[str, tuple[str, ...]]:
    """The first slot that holds actors, and these."""
    return next(((slot, found) for slot in slots if (found := fill(slot))), ("", ()))
