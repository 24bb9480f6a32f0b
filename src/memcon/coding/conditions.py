"""Conditions: the clauses on which something hangs: "only if both agree"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from memcon.language.clauses import Clause
from memcon.language.parse import Parse
from memcon.lexicon.affairs import AffairWords
from memcon.record.span import Span

HANGING = frozenset({"advcl", "pcomp", "ccomp", "conj"})


def find_conditions(
    token: Token, above: Iterable[Clause], parse: Parse, words: AffairWords
) -> Iterator[Span]:
    """The conditions in the sentence of a word that hang on one of the clauses above it."""
    sentence = parse.sentence(token)
    told = {clause.verb.i for clause in above}
    for i in range(sentence.first, sentence.stop):
        opener = parse.doc[i]
        if opener.lower_ not in words.conditions and opener.lower_ not in words.only_conditions:
            continue
        top = _top(opener)
        if top is None or top.head.i not in told or _holds(top, token):
            continue
        first = top.left_edge.i
        has_only = first > 0 and parse.doc[first - 1].lower_ == "only"
        if opener.lower_ in words.only_conditions and not has_only and not _has_only(top, first):
            continue
        yield parse.span(first - 1 if has_only else first, _last(top))


def _top(opener: Token) -> Token | None:
    """The verb or preposition that leads the condition."""
    if opener.dep_ in ("mark", "advmod") and opener.head.dep_ in HANGING:
        verb = opener.head
        return verb.head if verb.dep_ == "pcomp" else verb
    is_leading = opener.dep_ in ("prep", "advcl") and opener.lower_ != "until"
    return opener if is_leading else None


def _holds(top: Token, token: Token) -> bool:
    return top.left_edge.i <= token.i <= top.right_edge.i


def _has_only(top: Token, first: int) -> bool:
    return any(t.lower_ == "only" for t in top.doc[first : first + 2])


def _last(top: Token) -> int:
    """The last token that is no mark."""
    last = top.right_edge.i
    while last > top.i and top.doc[last].is_punct:
        last -= 1
    return last
