"""Phrases: the words of a noun phrase that name a thing, without what is told of it beside that."""

from spacy.tokens import Token

from memcon.language.clauses import coordinated
from memcon.language.parse import Parse
from memcon.lexicon.affairs import AffairWords
from memcon.record.span import Span

LEFT_OUT = frozenset(
    {
        "conj",
        "cc",
        "punct",
        "relcl",
        "advcl",
        "det",
        "predet",
        "preconj",
        "appos",
        "ccomp",
        "parataxis",
    }
)
LOOSE_ENDS = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PUNCT", "PART", "AUX"})
QUOTED = frozenset({'"', "“", "”", "''", "``", "‘"})
NOUNS = frozenset({"NOUN", "PROPN"})
NO_NAMES = frozenset({"such", "same", "own", "each", "other", "'s", "’s"})
LONGEST = 14
LONGEST_CLAUSE = 7


def phrase(head: Token, parse: Parse, words: AffairWords) -> Span:
    """The span of the noun phrase of a head: "health of detained critic X" without "the".

    Circumstances ("despite a pullback", "in its statement"), what is told in a clause of its own
    and "its" or "their" before it are left out. A long phrase ends before a preposition.
    """
    if head.pos_ == "VERB":
        return _act(head, parse, words)
    taken = {head.i}
    _take(head, taken, words, depth=0)
    _take_infinitive(head, taken, words)
    first = last = head.i
    while first - 1 in taken:
        first -= 1
    while last + 1 in taken:
        last += 1
    first = _without_owner(first, head)
    return parse.span(first, _without_loose_ends(_cut(first, last, head), head))


def _act(verb: Token, parse: Parse, words: AffairWords) -> Span:
    """What is to be done or is denied, as a verb with what it acts on: "lift the sanctions"."""
    objects = [t for c in verb.rights if c.dep_ == "dobj" for t in coordinated(c)]
    last = max((c.i for c in verb.rights if c.dep_ == "prt"), default=verb.i)
    for found in objects:
        taken = {found.i}
        _take(found, taken, words, depth=0)
        while last + 1 in taken or verb.doc[last + 1].dep_ in ("det", "cc") or last + 1 < found.i:
            last += 1
            if last - verb.i >= LONGEST:
                break
    if not objects:
        preps = [c for c in verb.rights if c.dep_ == "prep" and c.right_edge.i - verb.i < LONGEST]
        last = preps[0].right_edge.i if preps else last
    return parse.span(verb.i, _without_loose_ends(last, verb))


def _cut(first: int, last: int, head: Token) -> int:
    """The last token of a phrase that is not too long."""
    if last - first < LONGEST:
        return last
    ends = [i - 1 for i in range(head.i + 1, first + LONGEST) if head.doc[i].pos_ == "ADP"]
    return max((end for end in ends if end >= head.i), default=head.i)


def _without_owner(first: int, head: Token) -> int:
    """The first token behind "its", articles and an opening quotation mark."""
    while first < head.i:
        token = head.doc[first]
        is_empty = token.tag_ in ("PRP$", "DT", "PDT", "WP$", "IN") or token.text in QUOTED
        if not is_empty and token.lower_ not in NO_NAMES:
            break
        first += 1
    return first


def _without_loose_ends(last: int, head: Token) -> int:
    """The last token that is no preposition, mark or auxiliary: "force" of "force to be"."""
    while last > head.i and _is_loose(head.doc[last]):
        last -= 1
    return last


def _is_loose(token: Token) -> bool:
    is_bare = token.dep_ == "acl" and token.right_edge.i == token.i
    return is_bare or (token.pos_ in LOOSE_ENDS and token.dep_ != "prt")


def _take(token: Token, taken: set[int], words: AffairWords, depth: int) -> None:
    """Add the words that belong to a token."""
    for child in token.children:
        if child.dep_ in LEFT_OUT and not _joins_inside(child, depth):
            continue
        if child.dep_ == "prep" and _is_circumstance(child, words):
            continue
        inner = {child.i}
        if depth < 6:
            _take(child, inner, words, depth + 1)
        if child.dep_ != "acl" or len(inner) <= LONGEST_CLAUSE:
            taken |= inner


def _take_infinitive(head: Token, taken: set[int], words: AffairWords) -> None:
    """Add "to waive sanctions" to "the move", wherever the parser hangs the infinitive."""
    if head.i + 2 >= len(head.doc) or head.lemma_.lower() not in words.to_act:
        return
    verb = head.nbor(2)
    if head.nbor(1).tag_ == "TO" and verb.tag_ == "VB":
        taken |= {head.i + 1, head.i + 2}
        _take(verb, taken, words, depth=1)


def _is_circumstance(prep: Token, words: AffairWords) -> bool:
    """Whether it tells a circumstance: "despite a pullback", "in its statement", "on Friday"."""
    if prep.lower_ in words.circumstances:
        return True
    objects = [c for c in prep.children if c.dep_ in ("pobj", "pcomp")]
    return not objects or any(
        c.lemma_.lower() in words.generic or c.ent_type_ in ("DATE", "TIME") for c in objects
    )


def _joins_inside(child: Token, depth: int) -> bool:
    """Coordination is left out at the head only: "the conflict between A and B" is one phrase."""
    if child.text in ("-", "/", "–"):
        return True
    if child.dep_ == "conj":
        return depth > 0 and child.pos_ in NOUNS and child.head.pos_ in NOUNS
    return depth > 0 and child.dep_ in ("cc", "det", "punct")
