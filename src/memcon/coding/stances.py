"""Stances: clauses that take a stance, and the noun phrases that it is taken towards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.coding.parties import behind
from memcon.language.clauses import Clause, coordinated, infinitive_mark, is_question, verb_names
from memcon.language.parse import Parse
from memcon.lexicon.affairs import AffairWords, Taking
from memcon.record.terms import Stance

NOUNS = frozenset({"NOUN", "PROPN"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp"})


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance, the clause that takes it, and the heads of what it is about."""

    stance: Stance
    clause: Clause
    about: tuple[Token, ...]


def find_stances(parse: Parse, words: AffairWords) -> tuple[Taken, ...]:
    """Each clause that takes a stance towards something named, in reading order."""
    table = _by_verb(words.takings)
    found = (_taken(clause, table, parse) for clause in parse.clauses)
    return tuple(taken for taken in found if taken is not None and taken.about)


def _by_verb(takings: Iterable[Taking]) -> Mapping[str, tuple[Taking, ...]]:
    table: dict[str, tuple[Taking, ...]] = {}
    for taking in takings:
        for verb in taking.verbs:
            table[verb] = (*table.get(verb, ()), taking)
    return table


def _taken(
    clause: Clause, table: Mapping[str, tuple[Taking, ...]], parse: Parse
) -> Taken | None:
    """The stance of one clause."""
    objects = {head.lemma_.lower(): head for head in clause.objects}
    if is_question(clause):
        return None
    for name in verb_names(clause):
        for taking in table.get(name, ()):
            nouns = [objects[noun] for noun in objects if noun in taking.objects]
            if taking.objects and not nouns:
                continue
            if taking.modals and not taking.modals & set(_modals(clause, parse)):
                continue
            stance = taking.denied if clause.is_negated else taking.stance
            if stance is None:
                return None
            about = _about(taking, clause, nouns, parse)
            if about:
                return Taken(stance, clause, about)
    return None


def listed(head: Token) -> tuple[Token, ...]:
    """The members of "A, B and C", also where the parser hangs B and C inside A.

    "concerns about troops massed along the border, the health of a critic, and Moscow's actions"
    """
    members = coordinated(head)
    subtree = [t for t in head.subtree if t.dep_ in ("conj", "appos") and t.pos_ in NOUNS]
    inside = [t for t in subtree if t not in members and _follows_comma(t)]
    is_list = any(t.doc[t.left_edge.i - 1].lower_ == "and" for t in inside)
    return (*members, *(inside if is_list else ()))


def _follows_comma(token: Token) -> bool:
    """Whether a comma, or a comma and "and", stands before the phrase of a token."""
    at = token.left_edge.i - 1
    if at > 0 and token.doc[at].lower_ == "and":
        at -= 1
    return at > 0 and token.doc[at].text == ","


def _modals(clause: Clause, parse: Parse) -> Iterator[str]:
    """The clause's modals, "have to", and those of the clause it continues."""
    yield from clause.modals
    if clause.parent is None or clause.relation not in ("xcomp", "conj"):
        return
    above = parse.clauses[clause.parent]
    yield from above.modals
    if above.lemma == "have" and clause.relation == "xcomp":
        yield "must"
    if clause.relation == "xcomp" and any(c.dep_ == "acomp" for c in above.verb.children):
        yield "may"


def _about(
    taking: Taking, clause: Clause, nouns: Sequence[Token], parse: Parse
) -> tuple[Token, ...]:
    """The heads of what the stance is about, in the first place that has any."""
    holders = (clause.verb, *nouns, *(nouns and () or clause.objects))
    for place in taking.on:
        if place == "object":
            heads = clause.objects
        elif place == "complement":
            heads = tuple(_of_complements(clause, parse))
        else:
            heads = tuple(t for pobj in behind(place, holders) for t in listed(pobj))
        if heads:
            return (*heads, *_further(clause, nouns))
    return ()


def _further(clause: Clause, nouns: Sequence[Token]) -> Iterator[Token]:
    """Further members of a list that the parser hangs on the verb, or beside its object.

    "raised concerns about the troops, the health of a critic, and Moscow's actions"
    """
    first = {noun.i for noun in nouns}
    beside = (c for noun in nouns for c in noun.rights if c.dep_ == "appos")
    for head in (*clause.objects, *beside):
        if first and head.i not in first and _follows_comma(head):
            yield from listed(head)


def _of_complements(clause: Clause, parse: Parse) -> Iterator[Token]:
    """What the clauses below act on: "push for Russia to release citizens", "work on fighting X"."""
    wanted = {clause.index}
    for below in parse.clauses[clause.index + 1 : clause.index + 8]:
        if below.parent not in wanted or below.relation not in COMPLEMENTS:
            continue
        if below.relation == "acl" and infinitive_mark(below.verb) is None:
            continue
        if below.relation in ("pcomp", "advcl"):
            wanted.add(below.index)
        yield from below.objects
        for prep in below.verb.children:
            if prep.dep_ == "prep" and not below.objects:
                for pobj in prep.children:
                    if pobj.dep_ == "pobj":
                        yield from coordinated(pobj)
