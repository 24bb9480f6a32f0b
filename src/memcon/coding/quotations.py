"""Quotation: words between quotation marks that stand by themselves, and whose they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.coding.cues import Cue
from memcon.language.parse import Parse
from memcon.language.quotes import DOUBLE, SINGLE, Quote

BEFORE = frozenset({",", ":", "--", "—", "–", "-"})
ENDS = frozenset({",", ".", "?", "!", "…", "-", "—"})
# How far from the end of a quotation its speaker may be named, and how far its verb may stand.
NEAR, FAR = 4, 45


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote that is an utterance and not a few words within one; tokens with their marks.

    `opens`: it stands at the start of its sentence.
    """

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


def pair_quotations(
    parse: Parse, quotations: Sequence[Quotation], cues: Sequence[Cue], speech: frozenset[str]
) -> Mapping[int, tuple[Quotation, ...]]:
    """The quotations of each cue, by its number.

    A cue in the quotation's own sentence has it; else it goes on with what was said before it
    in the paragraph, or with the quotation that ended the paragraph before.
    """
    speaking = {cue.head.i: n for n, cue in enumerate(cues) if _can_quote(parse, cue, speech)}
    owners: dict[int, list[Quotation]] = {}
    previous, last, paragraph, ended = -1, -1, -1, -1
    for quotation in quotations:
        here = parse.sentence(quotation.first).paragraph
        if here != paragraph:
            carried = previous if here == paragraph + 1 and ended == paragraph else -1
            previous, paragraph = -1, here
        else:
            carried = -1
        owner = _behind(parse, quotation, cues, speaking)
        if owner < 0:
            owner = _ahead(parse, quotation, speaking)
        if owner < 0 and quotation.opens:
            owner = _earlier(parse, quotation, cues, speaking, (previous, last))
            if owner < 0 and (quotation.quote.continues or _fills(parse, quotation)):
                owner = carried
        if owner >= 0:
            owners.setdefault(owner, []).append(quotation)
            previous, last = owner, quotation.last
            ended = paragraph if _ends_paragraph(parse, quotation.last) else -1
    return {n: tuple(q) for n, q in owners.items()}


def _quotation(parse: Parse, quote: Quote) -> Quotation | None:
    """The quote as an utterance, if it is one."""
    doc = parse.doc
    first, last = marked(parse, quote)
    if doc[first].text not in DOUBLE:
        return None
    start = parse.sentence(first).first
    opens = all(doc[i].is_space for i in range(start, first))
    before = doc[first - 1].text if first and not opens else ""
    behind = doc[last + 1].text if last + 1 < len(doc) else ""
    end = quote.stop - 1
    while end > quote.first and doc[end].text in SINGLE:
        end -= 1
    ends = quote.is_open or doc[end].text[-1] in ENDS or behind in ENDS
    if not ends or not (opens or before in BEFORE):
        return None
    return Quotation(quote, first, last, opens)


def _can_quote(parse: Parse, cue: Cue, speech: frozenset[str]) -> bool:
    """Whether the cue is a verb that quotes, or an answer that is quoted."""
    if cue.rule == "equation":
        return True
    clause = parse.clause(cue.head)
    return clause is not None and clause.verb.i == cue.head.i and clause.lemma in speech


def _behind(
    parse: Parse, quotation: Quotation, cues: Sequence[Cue], speaking: Mapping[int, int]
) -> int:
    """The cue that follows the quotation: «"A," Lavrov said»."""
    doc, at = parse.doc, quotation.last + 1
    if quotation.quote.is_open or at >= len(doc):
        return -1
    sentence = parse.sentence(quotation.last)
    if at >= sentence.stop:
        # «"Why now?" Lavrov asked.» may have been parted in two.
        if (
            doc[quotation.quote.stop - 1].text not in "?!"
            or sentence.paragraph != parse.sentence(at).paragraph
        ):
            return -1
        sentence = parse.sentence(at)
    for i in range(at, min(sentence.stop, at + FAR)):
        if i in speaking:
            cue = cues[speaking[i]]
            return speaking[i] if 0 <= cue.group[0] - at < NEAR else -1
    return -1


def _ahead(parse: Parse, quotation: Quotation, speaking: Mapping[int, int]) -> int:
    """The cue that leads to the quotation: «Lavrov said: "A"»."""
    start = parse.sentence(quotation.first).first
    for i in range(quotation.first - 1, max(start, quotation.first - FAR) - 1, -1):
        if i in speaking:
            return speaking[i]
    return -1


def _earlier(
    parse: Parse,
    quotation: Quotation,
    cues: Sequence[Cue],
    speaking: Mapping[int, int],
    last: tuple[int, int],
) -> int:
    """The cue of what was said just before, in the same paragraph.

    `last` is the quotation before: its cue and its last token.
    """
    previous, ended = last
    here = parse.sentence_of[quotation.first]
    if not here or parse.sentences[here - 1].paragraph != parse.sentences[here].paragraph:
        return -1
    before = parse.sentences[here - 1]
    if previous >= 0 and ended >= before.stop - 2:
        return previous
    found = [n for i, n in speaking.items() if before.first <= i < before.stop]
    return min(found, key=lambda n: cues[n].first) if found else previous


def _fills(parse: Parse, quotation: Quotation) -> bool:
    """Whether the quotation is its whole paragraph."""
    paragraph = parse.sentence(quotation.first).paragraph
    starts = quotation.first == 0 or parse.sentence(quotation.first - 1).paragraph != paragraph
    return starts and _ends_paragraph(parse, quotation.last)


def _ends_paragraph(parse: Parse, index: int) -> bool:
    """Whether the paragraph ends with the sentence of the token."""
    sentence = parse.sentence(index)
    follower = sentence.stop
    return follower >= len(parse.doc) or parse.sentence(follower).paragraph != sentence.paragraph
