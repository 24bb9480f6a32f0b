"""Content: the words that report what was said, cut out of the sentences around their cue."""

from collections.abc import Sequence

from spacy.tokens import Token

from memcon.coding.cues import COMMAS, Cue
from memcon.coding.quotations import Quotation, marked
from memcon.language.parse import Parse

Stretch = tuple[int, int]
TRIMMED = frozenset({",", ".", ";", ":", "--", "—", "–", "-", "?", "!", "(", ")", "…"})
PARTS = frozenset({";", ":", "--", "—", "–", "-"})
LEADING = frozenset({",", '"', "''", "?", "!", "'", ")"})
import os

EXTENDED = set(os.environ.get('EXT','noun,named,preposition').split(','))
FOR = set(os.environ.get('FOR','for,as,on,from,over,about,against,to,of,with,in').split(','))
XC = set(os.environ.get('XC','xcomp,advcl').split(','))
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
        stretches.extend(s for s in _reported(parse, cue) if not _repeats(cue, s, quoted))
    tokens = {i for first, last in stretches for i in range(first, last + 1)}
    _complete_quotes(parse, tokens)
    own = (cue.head.left_edge.i, cue.head.right_edge.i) if cue.rule == "as" else cue.group
    for first, last in (own, *asides):
        if first in tokens or last in tokens:
            tokens.difference_update(range(first, last + 1))
    tokens.difference_update(range(cue.first, cue.last + 1))
    return tuple(t for s in _stretches(tokens) if (t := _tidy(parse, s)))


def _repeats(cue: Cue, stretch: Stretch, quoted: Sequence[Quotation]) -> bool:
    """Whether a clause is only what the parser made of the quoted words and what stands around them.

    Not so where words lead up to the quote: «said that the position was simple: "…"».
    """
    shared = [q for q in quoted if stretch[0] <= q.last and q.first <= stretch[1]]
    leads = stretch[0] > cue.last and all(stretch[0] + 1 < q.first for q in shared)
    return bool(shared) and not leads


def aside_of(parse: Parse, cue: Cue) -> Stretch | None:
    """The speaker and cue between commas: «…, he said, …», «…, Interfax reported, citing officials, …»."""
    first, last = cue.group
    sentence, doc = parse.sentence(cue.head), parse.doc
    if first <= sentence.first or cue.rule not in ("clause", "speech") or doc[first - 1].text != ",":
        return None
    if any(t.i > last for t in cue.reported):
        return None
    for child in cue.head.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.left_edge.i == last + 2:
            last = child.right_edge.i
    behind = doc[last + 1].text if last + 1 < sentence.stop else "."
    return (first, last) if behind in (",", ".") else None


def _reported(parse: Parse, cue: Cue) -> list[Stretch]:
    """What the cue's own sentence reports outside quotation marks."""
    sentence = parse.sentence(cue.head)
    if cue.rule == "according":
        return [(sentence.first, sentence.stop - 1)]
    if cue.rule == "colon":
        return [(cue.last + 1, sentence.stop - 1)]
    if cue.rule == "clause":
        return _clauses(parse, cue)
    if cue.rule == "as":
        return [(cue.reported[0].left_edge.i, cue.reported[0].right_edge.i)]
    if cue.reported:
        return [(min(t.left_edge.i for t in cue.reported), _end(cue))]
    return _around(parse, cue)


def _clauses(parse: Parse, cue: Cue) -> list[Stretch]:
    """The clauses that the verb governs; one in front of it must lead up to it by a comma or a quote."""
    first, _ = cue.group
    right = [t for t in cue.reported if t.i > cue.head.i]
    if not right:
        before = parse.doc[first - 1].text if first else ""
        leads = before in LEADING or cue.source is None or cue.source[0] > cue.head.i
        return [(t.left_edge.i, t.right_edge.i) for t in cue.reported] if leads else []
    found = []
    for head in right:
        # «which critics say was a mistake», «The talks, he said, would go on» begin before the cue.
        starts_before = head.left_edge.i < first
        found.append((head.left_edge.i if starts_before else _start(cue, head), head.right_edge.i))
    return found


def _start(cue: Cue, head: Token) -> int:
    """Where a clause behind its verb begins: at once, but for whom it was said to, when or where."""
    start = cue.last + 1
    for child in cue.head.rights:
        if child.i < head.i and child.i != head.i and child.dep_ in ADDED:
            start = max(start, child.right_edge.i + 1)
    return min(start, head.left_edge.i) if start > head.i else start


def _end(cue: Cue) -> int:
    """The last token of an object and of what belongs to it: "for failing", "to waive sanctions"."""
    last = max(t.right_edge.i for t in cue.reported)
    if cue.rule not in EXTENDED:
        return last
    for child in cue.head.rights:
        if child.left_edge.i != last + 1:
            continue
        if child.dep_ == "prep" and child.lower_ in FOR and not any(g.ent_type_ in ("DATE", "TIME") for g in child.children) or child.dep_ in XC and any(c.lower_ == "to" for c in child.lefts):
            last = child.right_edge.i
    return last


def _around(parse: Parse, cue: Cue) -> list[Stretch]:
    """The sentence around a cue between commas, or in front of one that ends it."""
    verb, sentence = cue.head, parse.sentence(cue.head)
    if verb.dep_ == "parataxis":
        return [(verb.head.left_edge.i, verb.head.right_edge.i)]
    if aside_of(parse, cue) is None:
        return []
    parted = [i for i in range(sentence.first, cue.group[0]) if parse.doc[i].text in PARTS]
    return [(parted[-1] + 1 if parted else sentence.first, sentence.stop - 1)]


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
