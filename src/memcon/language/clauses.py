"""Clause: a verb with its subject, complement, negation, tense and modals.

Dependencies are those of spaCy's English models (ClearNLP labels).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from memcon.language.subjects import (
    agents,
    coordinated,
    infinitive_mark,
    is_heading,
    owner,
    shared_subject,
    through_relative,
    undergoer,
)
from memcon.lexicon.grammar import GrammarWords
from memcon.record.span import Span

Tense = Literal["past", "present", "future", "none"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})
AUXILIARIES = frozenset({"aux", "auxpass"})
# What may stand beside a verb in its name; "ccomp" is the "guilty" of "found him guilty".
COMPLEMENT_WORDS = frozenset({"dobj", "acomp", "advmod", "npadvmod", "oprd", "ccomp"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb and what belongs to it.

    `index` is its place in the Parse, `parent` the clause it stands in and `relation` its
    dependency there ("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", …). `lemma` holds
    the particle ("call off"). `subjects` and `objects` are heads of noun phrases with coordination
    undone; a clause without a subject of its own has that of the clause it depends on (control,
    coordination, relatives). In a passive `objects` holds who underwent it and `subjects` its
    agents. `modals` are the lemmas of the modal auxiliaries.
    """

    index: int
    span: Span
    verb: Token
    lemma: str
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    is_negated: bool
    is_passive: bool
    tense: Tense
    modals: tuple[str, ...]
    parent: int | None
    relation: str


def verb_names(clause: Clause) -> tuple[str, ...]:
    """The names a lexicon may know the verb by, the most exact first.

    "called on Russia" is "call on" and "call"; "took part in talks" is "take part in", "take in",
    "take part" and "take"; "pulled out of" is "pull out of"; "found him guilty" is "find guilty";
    "warned that" is "warn that"; "is ready" is "be ready", "is on alert" is "be on".
    """
    children = tuple(clause.verb.children)
    preps = _prepositions(tuple(clause.verb.rights))
    if clause.lemma == "be":
        adjectives = (c.lemma_.lower() for c in children if c.dep_ in ("acomp", "attr"))
        return tuple(f"be {word}" for word in (*adjectives, *preps))
    idioms = (
        f"{c.lemma_.lower()} {prep}"
        for c in children
        if c.dep_ == "dobj"
        for prep in (*_prepositions(tuple(c.children)), *preps)
    )
    others = (c.lemma_.lower() for c in children if c.dep_ in COMPLEMENT_WORDS)
    infinitives = (f"to {c.lemma_.lower()}" for c in children if c.dep_ == "xcomp")
    contents = tuple(
        "for" if any(mark.dep_ == "mark" and mark.lower_ == "for" for mark in c.lefts) else "that"
        for c in clause.verb.rights
        if c.dep_ in ("ccomp", "advcl", "xcomp")
    )
    words = (*idioms, *preps, *others, *infinitives, *contents)
    return (*(f"{clause.lemma} {word}" for word in words), clause.lemma)


def _prepositions(children: Sequence[Token]) -> tuple[str, ...]:
    """The prepositions among the children, "out of" as one and before "out"."""
    found: list[str] = []
    for child in children:
        if child.dep_ in ("prep", "dative") and not _is_temporal(child):
            inner = (c.lower_ for c in child.children if c.dep_ == "prep")
            found += (*(f"{child.lower_} {word}" for word in inner), child.lower_)
    return tuple(found)


def _is_temporal(prep: Token) -> bool:
    """Whether a preposition leads to a time: in "called on Friday" nobody is called on."""
    return any(pobj.ent_type_ in ("DATE", "TIME") for pobj in prep.children)


def is_question(clause: Clause) -> bool:
    """Whether the clause only asks: "asked whether Moscow had agreed to the summit"."""
    return any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in clause.verb.lefts)


def find_clauses(
    doc: Doc, words: GrammarWords, span: Callable[[int, int], Span]
) -> tuple[tuple[Clause, ...], tuple[int, ...]]:
    """The clauses in reading order, and for each token the index of its innermost one (or -1)."""
    verbs = [token for token in doc if is_clause(token)]
    number = {verb.i: index for index, verb in enumerate(verbs)}
    clause_of = _innermost(doc, number)
    made: dict[int, Clause] = {}

    def make(index: int, depth: int = 0) -> Clause:
        """A clause, after the one it depends on, whose subject it may share."""
        if index not in made:
            verb = verbs[index]
            above = clause_of[verb.head.i] if verb.head.i != verb.i else -1
            parent = make(above, depth + 1) if above >= 0 and depth < 200 else None
            made[index] = _clause(index, verb, parent, words, span)
        return made[index]

    return tuple(make(index) for index in range(len(verbs))), clause_of


def is_clause(token: Token) -> bool:
    """Whether the token is a verb with a clause of its own, not an auxiliary or an attribute."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return token.dep_ not in AUXILIARIES and token.dep_ not in ("amod", "compound", "nmod", "case")


def _innermost(doc: Doc, number: dict[int, int]) -> tuple[int, ...]:
    """For each token the index of the clause it stands in, its own for a verb."""
    heads = [token.head.i for token in doc]
    found: list[int | None] = [number.get(i) for i in range(len(heads))]
    for i in range(len(heads)):
        path = []
        at = i
        while found[at] is None and heads[at] != at:
            path.append(at)
            at = heads[at]
        value = found[at]
        for step in path:
            found[step] = -1 if value is None else value
    return tuple(-1 if value is None else value for value in found)


def _clause(
    index: int,
    verb: Token,
    parent: Clause | None,
    words: GrammarWords,
    span: Callable[[int, int], Span],
) -> Clause:
    """One clause, from its verb's children."""
    children = tuple(verb.children)
    auxiliaries = [child for child in children if child.dep_ in AUXILIARIES]
    heads = tuple(t for c in children if c.dep_ in SUBJECTS for t in coordinated(c))
    objects = tuple(t for c in _objects(children) for t in coordinated(c))
    is_passive = _is_passive(verb, children)
    subjects = through_relative(verb, heads, words) or owner(verb, words)
    if is_passive:
        objects = subjects or undergoer(verb, parent)
        subjects = agents(children)
    elif not subjects:
        subjects = shared_subject(verb, parent, words)
    if not is_passive and not heads and verb.dep_ == "acl" and verb.tag_ == "VBG":
        subjects = coordinated(verb.head)[:1]
    particle = next((" " + c.lower_ for c in children if c.dep_ == "prt"), "")
    return Clause(
        index=index,
        span=span(verb.left_edge.i, verb.right_edge.i),
        verb=verb,
        lemma=verb.lemma_.lower() + particle,
        subjects=subjects,
        objects=objects,
        is_negated=_is_negated(children, words),
        is_passive=is_passive,
        tense=_tense(verb, auxiliaries, parent, words),
        modals=tuple(a.lemma_.lower() for a in auxiliaries if a.tag_ == "MD"),
        parent=None if parent is None else parent.index,
        relation=verb.dep_,
    )


def _objects(children: Sequence[Token]) -> Iterator[Token]:
    """The objects of a verb, with whom an adjective describes: "found him guilty"."""
    for child in children:
        if child.dep_ in OBJECTS:
            yield child
        elif child.dep_ == "ccomp" and child.pos_ == "ADJ":
            yield from (c for c in child.lefts if c.dep_ == "nsubj")


def _is_passive(verb: Token, children: Sequence[Token]) -> bool:
    """As in "was met" or "men imprisoned in Russia"; not "has met"."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in AUXILIARIES for child in children):
        return False
    has_object = any(child.dep_ in OBJECTS for child in children)
    return verb.dep_ in ("acl", "relcl") or (verb.dep_ == "advcl" and not has_object)


def _is_negated(children: Sequence[Token], words: GrammarWords) -> bool:
    """As in "did not meet", "never met", "no one met", "made no decision"."""
    for child in children:
        if child.dep_ == "neg" or child.lower_ in words.negative_adverbs:
            return True
        if child.dep_ in SUBJECTS or child.dep_ in ("dobj", "attr"):
            if child.lower_ in words.negative:
                return True
            if any(part.dep_ == "det" and part.lower_ in words.negative for part in child.lefts):
                return True
    return False


def _is_ahead(verb: Token, parent: Clause | None) -> bool:
    """Whether an infinitive tells what is to come: "is to meet", "is going to meet", a headline's
    "Biden, Putin to meet"."""
    if parent is None or verb.dep_ != "xcomp":
        return verb.dep_ == "ROOT" or is_heading(verb)
    is_bare_be = parent.lemma == "be" and not any(c.dep_ == "acomp" for c in parent.verb.children)
    return is_bare_be or parent.verb.lower_ == "going"


def _tense(
    verb: Token, auxiliaries: Sequence[Token], parent: Clause | None, words: GrammarWords
) -> Tense:
    """Tense from the finite auxiliary or the verb; "going to" is future, an infinitive has none."""
    if any(a.lower_ in words.future for a in auxiliaries):
        return "future"
    if infinitive_mark(verb) is not None and _is_ahead(verb, parent):
        return "future"
    finite = [a.tag_ for a in auxiliaries if a.tag_ in ("VBD", "VBZ", "VBP")] or [verb.tag_]
    has_had = any(a.lemma_ == "have" for a in auxiliaries) and verb.tag_ in ("VBN", "VBD")
    if has_had or finite[0] == "VBD" or (finite[0] == "VBN" and verb.dep_ in ("acl", "ROOT")):
        return "past"
    return "present" if finite[0] in ("VBZ", "VBP") else "none"
