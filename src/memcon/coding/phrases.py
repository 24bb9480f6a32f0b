"""Phrases: the words of a noun phrase that name a thing, without what is told of it beside that."""

from spacy.tokens import Token

from memcon.language.parse import Parse
from memcon.record.span import Span

LEFT_OUT = frozenset({"conj", "cc", "punct", "relcl", "advcl", "det", "predet", "preconj", "appos", "ccomp"})
# Circumstances that the parser likes to hang on the last noun.
CIRCUMSTANCES = frozenset({"despite", "after", "before", "during", "since", "amid", "until", "including", "without", "as", "such", "if"})
LONGEST = 14


def phrase(head: Token, parse: Parse) -> Span:
    """The span of the noun phrase of a head: "the health of detained critic X" without "the"."""
    taken = {head.i}
    _take(head, taken, depth=0)
    first = last = head.i
    while first - 1 in taken:
        first -= 1
    while last + 1 in taken and last - first < LONGEST:
        last += 1
    return parse.span(first, last)


def _take(token: Token, taken: set[int], depth: int) -> None:
    """Add the words that belong to a token."""
    for child in token.children:
        if child.dep_ in LEFT_OUT and not _joins_inside(child, depth):
            continue
        if child.dep_ == "prep" and child.lower_ in CIRCUMSTANCES:
            continue
        taken.add(child.i)
        if depth < 6:
            _take(child, taken, depth + 1)


def _joins_inside(child: Token, depth: int) -> bool:
    """Coordination is left out at the head only: "the conflict between A and B" is one phrase."""
    return depth > 0 and child.dep_ in ("conj", "cc", "det", "punct", "appos")
