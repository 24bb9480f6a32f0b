"""Content: the words that report what was said, cut out of the sentences around their cue."""

from collections.abc import Sequence

from spacy.tokens import Token

from memcon.coding.cues import COMMAS, Cue
from memcon.coding.quotations import Quotation, marked
from memcon.language.parse import Parse

Stretch = tuple[int, int]
TRIMMED = frozenset({",", ".", ";", ":", "--", "—", "–", "-", "?", "!", "(", ")", "…"})
PARTS = frozenset({";", ":"})
ADDED = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative", "prt", "punct", "nsubj", "advcl", "agent"})


def content_of(
    parse: Parse, cue: Cue, quoted: Sequence[Quotation], asides: Sequence[Stretch]
) -> tuple[Stretch, ...]:
    """The stretches of tokens, first and last included, that the cue reports.

    `asides` are the cues with their speakers that stand between commas, and are no part of any content.
    """
    stretches = [(q.first, q.last) for q in quoted]
    if not quoted:
        stretches.extend(_reported(parse, cue))
    elif cue.rule == "clause":
        stretches.extend(s for s in _reported(parse, cue) if not _shares(s, quoted))
    tokens = {i for first, last in stretches for i in range(first, last + 1)}
    _complete_quotes(parse, tokens)
    for first, last in (cue.group, *asides):
        if first in tokens or last in tokens:
            tokens.difference_update(range(first, last + 1))
    tokens.difference_update(range(cue.first, cue.last + 1))
    return tuple(t for s in _stretches(tokens) if (t := _tidy(parse, s)))


def _shares(stretch: Stretch, quoted: Sequence[Quotation]) -> bool:
    return any(stretch[0] <= q.last and q.first <= stretch[1] for q in quoted)


def is_aside(parse: Parse, cue: Cue) -> bool:
    """Whether speaker and cue stand between commas: «…, he said, …» or «…, Interfax reported.»"""
    first, last = cue.group
    sentence = parse.sentence(cue.head)
    if first <= sentence.first or cue.rule not in ("clause", "speech"):
        return False
    doc = parse.doc
    before, behind = doc[first - 1].text, doc[last + 1].text if last + 1 < sentence.stop else "."
    has_right = any(t.i > last for t in cue.reported)
    return before == "," and (behind in (",", ".")) and not has_right


def _reported(parse: Parse, cue: Cue) -> list[Stretch]:
    """What the cue's own sentence reports outside quotation marks."""
    sentence = parse.sentence(cue.head)
    if cue.rule == "according":
        return [(sentence.first, sentence.stop - 1)]
    if cue.rule == "colon":
        return [(cue.last + 1, sentence.stop - 1)]
    if cue.rule == "clause":
        return _clauses(parse, cue)
    if cue.reported:
        return [(min(t.left_edge.i for t in cue.reported), max(t.right_edge.i for t in cue.reported))]
    return _around(parse, cue)


def _clauses(parse: Parse, cue: Cue) -> list[Stretch]:
    """The clauses that the verb governs; one in front of it must lead up to it by a comma."""
    verb = cue.head
    right = [t for t in cue.reported if t.i > verb.i]
    found = []
    for head in cue.reported:
        first, last = head.left_edge.i, head.right_edge.i
        if head.i > verb.i:
            found.append((_start(cue, head), last))
        elif not right or parse.doc[cue.group[0] - 1].text not in PARTS:
            found.append((first, last))
    return found


def _start(cue: Cue, head: Token) -> int:
    """Where a clause behind its verb begins: at once, but for whom it was said to, when or where."""
    start = cue.last + 1
    for child in cue.head.rights:
        if child.i < head.i and child.i != head.i and child.dep_ in ADDED:
            start = max(start, child.right_edge.i + 1)
    return min(start, head.left_edge.i) if start > head.i else start


def _around(parse: Parse, cue: Cue) -> list[Stretch]:
    """The sentence around a cue between commas, or in front of one that ends it."""
    verb, sentence = cue.head, parse.sentence(cue.head)
    if verb.dep_ == "parataxis":
        return [(verb.head.left_edge.i, verb.head.right_edge.i)]
    if is_aside(parse, cue):
        return [(sentence.first, sentence.stop - 1)]
    return []


def _complete_quotes(parse: Parse, tokens: set[int]) -> None:
    """Add the rest of each quote that the content shares, with its marks."""
    quotes = {parse.quote_of[i] for i in tokens}
    for number in sorted(quotes - {-1}):
        first, last = marked(parse, parse.quotes[number])
        tokens.update(range(first, last + 1))


def _stretches(tokens: set[int]) -> list[Stretch]:
    """The tokens as runs."""
    found: list[Stretch] = []
    for i in sorted(tokens):
        if found and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found


def _tidy(parse: Parse, stretch: Stretch) -> Stretch | None:
    """The stretch without punctuation at its ends."""
    first, last = stretch
    doc = parse.doc
    while first <= last and (doc[first].text in TRIMMED or doc[first].is_space):
        first += 1
    while last >= first and (doc[last].text in TRIMMED or doc[last].is_space):
        last -= 1
    if first > last or (first == last and doc[first].is_punct):
        return None
    return first, last
