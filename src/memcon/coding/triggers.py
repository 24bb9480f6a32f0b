"""Triggers: the words that signal an act, and whether the words around them let it be one."""

from collections.abc import Mapping

from spacy.tokens import Token

from memcon.coding.parties import Parties, behind
from memcon.language.clauses import Clause, coordinated
from memcon.lexicon.acts import Act, ActWords
from memcon.lexicon.grammar import GrammarWords
from memcon.record.terms import EventType

# Acts in words, whose content is no act of its own.
VERBAL: frozenset[EventType] = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT"})
CONTENT = frozenset({"xcomp", "ccomp", "prep", "dative", "prt", "acomp", "attr", "oprd", "advcl"})


def by_verb(words: ActWords) -> Mapping[str, tuple[Act, ...]]:
    """The acts of each verb, in the lexicon's order."""
    table: dict[str, tuple[Act, ...]] = {}
    for act in words.acts:
        for verb in act.verbs:
            table[verb] = (*table.get(verb, ()), act)
    return table


def by_noun(words: ActWords) -> Mapping[str, tuple[Act, ...]]:
    """The acts that a noun signals, by itself or with an object."""
    table: dict[str, tuple[Act, ...]] = {}
    for act in words.acts:
        for noun in (*act.nouns, *act.deeds):
            table[noun] = (*table.get(noun, ()), act)
    return table


def acts_of_noun(
    noun: Token, nouns: Mapping[str, tuple[Act, ...]]
) -> tuple[tuple[Act, Token | None], ...]:
    """The act of a noun or, more exactly, of a compound ("phone call"), with the object of a deed.

    "the easing of sanctions" is known by both its nouns.
    """
    for name in _names(noun):
        for act in nouns.get(name, ()):
            if name in act.nouns:
                return ((act, None),)
            for head in behind("of", (noun,)):
                if any(name in act.objects for name in _names(head)):
                    return ((act, head),)
    return ()


def _names(noun: Token) -> tuple[str, ...]:
    """The names a lexicon may know a noun by: "verbal attack" is that and "attack".

    A name is also known by the noun before it: "the tanker Stena Impero" is a tanker.
    """
    lemma = noun.lemma_.lower()
    modifiers = tuple(c for c in noun.lefts if c.dep_ in ("compound", "amod"))
    joints = ("-" if c.i + 1 < noun.i and c.nbor(1).text == "-" else " " for c in modifiers)
    kinds = (c.lemma_.lower() for c in modifiers if c.pos_ == "NOUN" and noun.pos_ == "PROPN")
    return (
        *(f"{c.lower_}{joint}{lemma}" for c, joint in zip(modifiers, joints, strict=True)),
        lemma,
        *kinds,
    )


def only_names(clause: Clause, words: ActWords) -> bool:
    """Whether the verb only calls somebody a name: "called the envoy a liar"."""
    return clause.lemma in words.naming and any(c.dep_ == "oprd" for c in clause.verb.children)


def fits(act: Act, clause: Clause, words: ActWords, parties: Parties) -> bool:
    """Whether the clause has the shape that the act wants, and means an act, not only words."""
    if act.transitive and not clause.objects:
        return False
    if act.subjects and not any(t.lemma_.lower() in act.subjects for t in clause.subjects):
        return False
    if act.type in VERBAL and (_is_bare(clause) or is_about_telling(clause, words, parties)):
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


def is_about_telling(clause: Clause, words: ActWords, parties: Parties) -> bool:
    """Whether what is refused, promised or asked for is only to say something: that is no act."""
    for below in parties.parse.clauses[clause.index + 1 : clause.index + 2]:
        is_content = below.parent == clause.index and below.relation == "xcomp"
        if is_content and below.lemma in words.telling:
            return all(t.lemma_.lower() not in words.requests for t in behind("to", (below.verb,)))
    return False


def is_denial(noun: Token, words: ActWords) -> bool:
    """Whether who rejects it only says that it is not so: "rejected reports that it sent arms"."""
    is_told = any(c.dep_ in ("acl", "ccomp") and c.tag_ != "VBN" for c in noun.children)
    return is_told and noun.lemma_.lower() in words.assertions


def objects_by_name(clause: Clause, key: str, grammar: GrammarWords) -> Mapping[str, Token]:
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
