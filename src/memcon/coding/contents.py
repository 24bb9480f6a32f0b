"""Content: the words that report what was said, cut out of the sentence around their cue."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from memcon.coding.cues import Cue
from memcon.coding.quotations import Quotation, marked
from memcon.language.parse import Parse

Stretch = tuple[int, int]
TRIMMED = frozenset({",", ".", ";", ":", "--", "—", "–", "-", "?", "!", "(", ")", "…"})


def content_of(parse: Parse, cue: Cue, quoted: Sequence[Quotation]) -> tuple[Stretch, ...]:
    """The stretches of tokens, first and last included, that the cue reports."""
    stretches = [(q.first, q.last) for q in quoted]
    if cue.reported and cue.rule == "according":
        stretches += _around(parse, cue)
    elif cue.rule == "colon":
        sentence = parse.sentence(cue.head)
        stretches.append((cue.last + 1, sentence.stop - 1))
    elif cue.reported:
        stretches.append((min(t.left_edge.i for t in cue.reported), max(t.right_edge.i for t in cue.reported)))
    elif not quoted and cue.rule == "speech":
        stretches += _parenthetical(parse, cue)
    return _cut(parse, cue, stretches)


def _around(parse: Parse, cue: Cue) -> list[Stretch]:
    """The clause that «according to» belongs to."""
    head = cue.reported[0]
    sentence = parse.sentence(cue.head)
    return [(sentence.first, sentence.stop - 1)]


def _parenthetical(parse: Parse, cue: Cue) -> list[Stretch]:
    """The sentence around a cue between commas: «The talks, he said, failed»."""
    verb = cue.head
    if verb.dep_ != "parataxis":
        return []
    return [(verb.head.left_edge.i, verb.head.right_edge.i)]


def _cut(parse: Parse, cue: Cue, stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The stretches without the cue's own words, joined where they touch, tidied at their ends."""
    tokens = {i for first, last in stretches for i in range(first, last + 1)}
    for i in list(tokens):
        quote = parse.quote_at(i)
        if quote is not None and not quote.continues and not quote.is_open:
            first, last = marked(parse, quote)
            tokens.update(range(first, last + 1))
    taken = {cue.first, cue.last}
    if cue.source is not None:
        taken.update(cue.source)
    if any(t in tokens for t in taken):
        tokens -= set(_own(parse, cue))
    found: list[Stretch] = []
    for i in sorted(tokens):
        if found and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    tidied = [t for s in found if (t := _tidy(parse, s))]
    return tuple(tidied)


def _own(parse: Parse, cue: Cue) -> range:
    """The tokens from the speaker's words to the cue's."""
    first, last = cue.first, cue.last
    if cue.source is not None and abs(cue.source[0] - cue.first) < 40:
        first, last = min(first, cue.source[0]), max(last, cue.source[1])
    return range(first, last + 1)


def _tidy(parse: Parse, stretch: Stretch) -> Stretch | None:
    """The stretch without punctuation at its ends, unless a quotation mark closes or opens it."""
    first, last = stretch
    doc = parse.doc
    while first <= last and (doc[first].text in TRIMMED or doc[first].is_space):
        first += 1
    while last >= first and (doc[last].text in TRIMMED or doc[last].is_space):
        last -= 1
    return (first, last) if first <= last else None
