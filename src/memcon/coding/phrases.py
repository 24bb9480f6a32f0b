"""Phrases: the words of a noun phrase that name a thing, without what is told of it beside that."""

from collections.abc import Set

from spacy.tokens import Token

from memcon.language.parse import Parse
from memcon.record.span import Span

LEFT_OUT = frozenset({"conj", "cc", "punct", "relcl", "advcl", "det", "predet", "preconj", "appos", "ccomp"})
# Circumstances that the parser likes to hang on the last noun.
# Circumstances that the parser likes to hang on the last noun.
CIRCUMSTANCES = frozenset(
    {"despite", "after", "before", "during", "since", "amid", "until", "including", "without", "as"}
)
LONGEST = 14


def phrase(head: Token, parse: Parse, generic: Set[str] = frozenset()) -> Span:
    """The span of the noun phrase of a head: "the health of detained critic X" without "the".

    What hangs on it with one of the `generic` nouns ("in its statement") is left out. A long phrase
    ends before a preposition.
    """
    taken = {head.i}
    _take(head, taken, generic, depth=0)
    if head.i + 2 < len(head.doc) and head.nbor(1).tag_ == "TO" and head.nbor(2).tag_ == "VB":
        # "the move to waive sanctions", wherever the parser hangs the infinitive
        taken |= {head.i + 1, head.i + 2}
        _take(head.nbor(2), taken, generic, depth=1)
    first = last = head.i
    while first - 1 in taken:
        first -= 1
    while last + 1 in taken:
        last += 1
    return parse.span(first, _cut(first, last, head))


def _cut(first: int, last: int, head: Token) -> int:
    """The last token of a phrase that is not too long."""
    if last - first < LONGEST:
        return last
    ends = [i - 1 for i in range(head.i + 1, first + LONGEST) if head.doc[i].pos_ == "ADP"]
    return max((end for end in ends if end >= head.i), default=first + LONGEST - 1)


def _take(token: Token, taken: set[int], generic: Set[str], depth: int) -> None:
    """Add the words that belong to a token."""
    for child in token.children:
        if child.dep_ in LEFT_OUT and not _joins_inside(child, depth):
            continue
        if child.dep_ == "prep" and _is_circumstance(child, generic):
            continue
        taken.add(child.i)
        if depth < 6:
            _take(child, taken, generic, depth + 1)


def _is_circumstance(prep: Token, generic: Set[str]) -> bool:
    """Whether it tells a circumstance: "despite a pullback", "in its statement"."""
    if prep.lower_ in CIRCUMSTANCES:
        return True
    return any(pobj.lemma_.lower() in generic for pobj in prep.children if pobj.dep_ == "pobj")


def _joins_inside(child: Token, depth: int) -> bool:
    """Coordination is left out at the head only: "the conflict between A and B" is one phrase."""
    if child.text in ("-", "/", "–"):
        return True
    return depth > 0 and child.dep_ in ("conj", "cc", "det", "punct", "appos")
