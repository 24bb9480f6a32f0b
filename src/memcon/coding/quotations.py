"""Quotation: words between quotation marks that stand by themselves, and whose they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.coding.cues import Cue
from memcon.language.parse import Parse
from memcon.language.quotes import DOUBLE, Quote

BEFORE = frozenset({",", ":", "--", "—", "–", "-"})
ENDS = frozenset({",", ".", "?", "!", "…", "...", "-", "--", "—"})
REACH = 30


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote that is an utterance and not a few words within one; tokens with their marks."""

    quote: Quote
    first: int
    last: int
    opens: bool


def find_quotations(parse: Parse) -> tuple[Quotation, ...]:
    """The utterances between quotation marks."""
    return tuple(q for quote in parse.quotes if (q := _quotation(parse, quote)))


def marked(parse: Parse, quote: Quote) -> tuple[int, int]:
    """The quote's first and last token with its marks."""
    last = quote.stop - 1 if quote.is_open else quote.stop
    return quote.first - 1, min(last, len(parse.doc) - 1)


def _quotation(parse: Parse, quote: Quote) -> Quotation | None:
    doc = parse.doc
    first, last = marked(parse, quote)
    if doc[first].text not in DOUBLE and doc[first].text not in ("''", "``"):
        return None
    opens = parse.sentence(first).first == first
    before = doc[first - 1].text if first and not opens else ""
    behind = doc[last + 1].text if last + 1 < len(doc) else ""
    ends = quote.is_open or doc[quote.stop - 1].text in ENDS or behind in ENDS
    if not ends or not (opens or before in BEFORE):
        return None
    return Quotation(quote, first, last, opens)


def pair_quotations(
    parse: Parse, quotations: Sequence[Quotation], cues: Sequence[Cue], speech: frozenset[str]
) -> tuple[Mapping[int, tuple[Quotation, ...]], tuple[tuple[Quotation, int], ...]]:
    """Which cue (its number) each quotation belongs to.

    A cue in the quotation's own sentence has it; else the quotation goes on with what was said before it
    in the paragraph, or with the quotation that the paragraph before left open.
    """
    by_head = {cue.head.i: n for n, cue in enumerate(cues) if cue.head.lemma_.lower() in speech or cue.rule in ("clause", "speech")}
    owners: dict[int, list[Quotation]] = {}
    previous, paragraph, left_open = -1, -1, -1
    bare = []
    for quotation in quotations:
        here = parse.sentence(quotation.first).paragraph
        if here != paragraph:
            previous, paragraph = -1, here
        owner = _behind(parse, quotation, by_head)
        if owner < 0:
            owner = _ahead(parse, quotation, by_head)
        if owner < 0 and quotation.opens:
            owner = previous if previous >= 0 else _earlier(parse, quotation, cues, by_head)
            if owner < 0 and quotation.quote.continues:
                owner = left_open
        if owner >= 0:
            owners.setdefault(owner, []).append(quotation)
            previous = owner
        left_open = owner if quotation.quote.is_open else -1
    return {n: tuple(q) for n, q in owners.items()}, tuple(bare)


def _behind(parse: Parse, quotation: Quotation, by_head: Mapping[int, int]) -> int:
    """The cue that follows the quotation in its sentence: «"A," Lavrov said»."""
    doc = parse.doc
    at = quotation.last + 1
    if quotation.quote.is_open or at >= len(doc):
        return -1
    text = doc[quotation.quote.stop - 1].text
    sentence = parse.sentence(quotation.last)
    stop = min(sentence.stop, at + REACH)
    if text == "." and at >= sentence.stop:
        return -1
    if at >= sentence.stop:
        follower = parse.sentence(at)
        if text not in "?!" or follower.paragraph != sentence.paragraph:
            return -1
        stop = min(follower.stop, at + REACH)
    for i in range(at, stop):
        if parse.quote_of[i] >= 0 and i > at:
            return -1
        if i in by_head:
            return by_head[i]
        if parse.clause_of[i] >= 0 and parse.clauses[parse.clause_of[i]].verb.i == i and doc[i].dep_ not in ("relcl", "acl"):
            return -1
    return -1


def _ahead(parse: Parse, quotation: Quotation, by_head: Mapping[int, int]) -> int:
    """The cue that leads to the quotation: «Lavrov said: "A"»."""
    start = parse.sentence(quotation.first).first
    for i in range(quotation.first - 1, max(start, quotation.first - REACH) - 1, -1):
        if parse.quote_of[i] >= 0:
            return -1
        if i in by_head:
            return by_head[i]
    return -1


def _earlier(parse: Parse, quotation: Quotation, cues: Sequence[Cue], by_head: Mapping[int, int]) -> int:
    """The cue of the sentence just before, in the same paragraph."""
    here = parse.sentence_of[quotation.first]
    if not here or parse.sentences[here - 1].paragraph != parse.sentences[here].paragraph:
        return -1
    before = parse.sentences[here - 1]
    found = [n for i, n in by_head.items() if before.first <= i < before.stop]
    return min(found, key=lambda n: cues[n].first) if found else -1
