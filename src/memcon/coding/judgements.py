"""Judgements: verdicts that a clause passes: "called it barbaric", "the move is illegal"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.language.clauses import Clause
from memcon.lexicon.affairs import AffairWords
from memcon.record.terms import Stance

SMALL = frozenset(
    {"oprd", "attr", "acomp", "ccomp", "xcomp", "dobj", "amod", "pobj", "pcomp", "conj"}
)
NOMINAL = frozenset({"NOUN", "PROPN"})
OPPOSITE: dict[Stance, Stance] = {"welcomes": "criticizes"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stance by what a thing is called, and the heads of what is so called."""

    stance: Stance
    things: tuple[Token, ...]


def judged(clause: Clause, words: AffairWords) -> Verdict | None:
    """The verdict of a clause with a verb of calling or with "be", if it passes one."""
    verb = clause.verb
    if clause.lemma == "be":
        said = [c for c in verb.rights if c.dep_ in ("acomp", "attr")]
        things = clause.subjects
    else:
        inside = (p for o in clause.objects for p in o.rights if p.lower_ == "as")
        every = [(c.dep_, t) for c in (*verb.rights, *inside) for t in _said(c)]
        others = [token for relation, token in every if relation != "dobj"]
        said = others or [token for _, token in every]
        things = tuple(_things(clause, said, bool(others)))
    stance: Stance | None = next((s for t in said if (s := _polarity(t, words))), None)
    if stance is not None and clause.is_negated:
        stance = OPPOSITE.get(stance)
    return Verdict(stance, things) if stance is not None and things else None


def _said(child: Token) -> Iterator[Token]:
    """The words that may hold the verdict: the complement, or what stands behind "as"."""
    if child.dep_ == "prep":
        if child.lower_ == "as":
            for inner in child.children:
                if inner.dep_ in SMALL:
                    yield from (inner, *(c for c in inner.rights if c.dep_ == "conj"))
    elif child.dep_ in SMALL:
        yield from (child, *(c for c in child.rights if c.dep_ == "conj"))


def _things(clause: Clause, said: list[Token], has_object: bool) -> Iterator[Token]:
    """What is called so: the object, or the subject of the complement.

    The parser may read "called the strike barbarism" as one compound; then it is the first noun.
    """
    if clause.is_passive:
        yield from clause.objects
        return
    objects = [o for o in clause.objects if o.dep_ != "oprd" and has_object]
    if objects:
        yield objects[0]
        return
    for token in said:
        subjects = [c for c in token.lefts if c.dep_ in ("nsubj", "compound")]
        if subjects and subjects[0].pos_ in NOMINAL:
            yield subjects[0]
            return


def _polarity(token: Token, words: AffairWords) -> Stance | None:
    """The stance that a word or its adjectives express: "a dangerous failure"."""
    parts = [token, *(c for c in token.lefts if c.dep_ == "amod")]
    of = (o for c in token.rights if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj")
    lemmas = [form for part in (*parts, *of) for form in (part.lower_, part.lemma_.lower())]
    for stance, verdicts in words.verdicts.items():
        if any(lemma in verdicts for lemma in lemmas):
            return stance
    return None
