"""Complements: what stands beside a verb: its objects, the lists they open, what hangs on them."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from memcon.coding.parties import behind
from memcon.language.clauses import Clause, coordinated

NOUNS = frozenset({"NOUN", "PROPN"})
ACTED_ON = frozenset(
    {"on", "for", "to", "with", "against", "from", "over", "about", "into", "of", "by"}
)


def behind_each(preposition: str, holders: Sequence[Token]) -> Iterator[Token]:
    """What stands behind a preposition, also where it is repeated: "about X and about Y"."""
    yield from behind(preposition, holders)
    for holder in holders:
        for prep in holder.children:
            if prep.dep_ == "prep" and prep.lower_ == preposition:
                again = (c for c in prep.rights if c.dep_ == "conj" and c.lower_ == preposition)
                yield from (pobj for c in again for pobj in c.children if pobj.dep_ == "pobj")


def complement_words(clause: Clause) -> Iterator[Token]:
    """Adjectives and set phrases that a preposition may hang on: "ready for", "in favour of"."""
    for child in clause.verb.children:
        if child.dep_ == "acomp":
            yield child
        elif child.dep_ == "prep" and clause.lemma in ("be", "express"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def objects_of(clause: Clause) -> tuple[Token, ...]:
    """The objects of a clause; "which" stands for the noun that the clause describes."""
    found = tuple(antecedent(head) for head in clause.objects)
    if not found and clause.relation == "relcl" and _lacks_object(clause):
        return (clause.verb.head,)
    return found


def antecedent(head: Token) -> Token:
    """The noun that "which" or "that" stands for: "a summit which he is to host"."""
    if head.lower_ not in ("which", "that") or head.tag_ not in ("WDT", "WP", "IN"):
        return head
    verb = head.head
    while verb.dep_ in ("xcomp", "ccomp") and verb.head.i != verb.i:
        verb = verb.head
    noun = verb.head if verb.dep_ == "relcl" else head
    while noun.dep_ in ("pobj", "prep", "conj") and (
        noun.ent_type_ == "PERSON" or noun.dep_ == "prep"
    ):
        noun = noun.head  # "a summit between A and B, which …"
    return noun


def _lacks_object(clause: Clause) -> bool:
    """Whether a relative clause without a pronoun misses its object: "a charge Tehran rejected"."""
    is_bare = clause.verb.left_edge.tag_ not in ("WDT", "WP", "WRB")
    return is_bare and clause.subjects != () and not clause.is_passive


def listed(head: Token) -> tuple[Token, ...]:
    """The members of "A, B and C", also where the parser hangs B and C inside A.

    "concerns about troops massed along the border, the health of a critic, and Moscow's actions"
    """
    members = coordinated(head)
    if head.right_edge.i - head.i < 3:
        return members
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


def further(clause: Clause, nouns: Sequence[Token]) -> Iterator[Token]:
    """Further members of a list that the parser hangs on the verb, or beside its object.

    "raised concerns about the troops, the health of a critic, and Moscow's actions"
    """
    first = {noun.i for noun in nouns}
    beside = (c for noun in nouns for c in noun.rights if c.dep_ == "appos")
    for head in (*clause.objects, *beside):
        is_beside = head.dep_ == "conj" and any(c.dep_ in ("det", "poss") for c in head.lefts)
        if first and head.i not in first and (is_beside or _follows_comma(head)):
            yield from listed(head)


def prepositional(clause: Clause) -> Iterator[Token]:
    """What stands behind the prepositions of a verb without an object: "agree on a truce"."""
    for prep in clause.verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ACTED_ON:
            for pobj in prep.children:
                if pobj.dep_ == "pobj":
                    yield from coordinated(pobj)
