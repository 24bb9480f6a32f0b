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
# How many tokens a quote must have for its sentence to go on with what was said before.
PART = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote that is an utterance and not a few words within one; tokens with their marks.

    `opens`: it stands at the start of its sentence. `is_part`: it only ends a sentence that says
    nothing of a speaker, and the whole sentence goes with it.
    """

    quote: Quote
    first: int
    last: int
    opens: bool
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """Who spoke last: the number of the cue, and the last token of the quotation."""

    cue: int
    last: int


def find_quotations(parse: Parse) -> tuple[Quotation, ...]:
    """The utterances between quotation marks."""
    return tuple(q for quote in parse.quotes if (q := _quotation(parse, quote)))


def marked(parse: Parse, quote: Quote) -> tuple[int, int]:
    """The quote's first and last token with its marks."""
    last = quote.stop - 1 if quote.is_open else quote.stop
    return quote.first - 1, min(last, len(parse.doc) - 1)


def pair_quotations(
    parse: Parse, quotations: Sequence[Quotation], cues: Sequence[Cue]
) -> Mapping[int, tuple[Quotation, ...]]:
    """The quotations of each cue, by its number.

    A cue in the quotation's own sentence has it; else it goes on with what was said before it
    in the paragraph, or with the quotation that ended the paragraph before.
    """
    speaking = {cue.head.i: n for n, cue in enumerate(cues) if cue.quotes}
    busy = {parse.sentence_of[cue.head.i] for cue in cues}
    owners: dict[int, list[Quotation]] = {}
    turn: Turn | None = None
    for quotation in quotations:
        if quotation.is_part and parse.sentence_of[quotation.last] in busy:
            continue
        owner = -1 if quotation.is_part else _beside(parse, quotation, cues, speaking)
        if owner < 0 and quotation.opens:
            owner = _carried_on(parse, quotation, cues, speaking, turn)
        if owner >= 0:
            owners.setdefault(owner, []).append(quotation)
            turn = Turn(owner, quotation.last)
    return {n: tuple(q) for n, q in owners.items()}


def _quotation(parse: Parse, quote: Quote) -> Quotation | None:
    """The quote as an utterance, if it is one."""
    doc = parse.doc
    first, last = marked(parse, quote)
    if doc[first].text not in DOUBLE:
        return None
    sentence = parse.sentence(first)
    opens = all(doc[i].is_space for i in range(sentence.first, first))
    before = doc[first - 1].text if first and not opens else ""
    behind = doc[last + 1].text if last + 1 < len(doc) else ""
    end = quote.stop - 1
    while end > quote.first and doc[end].text in SINGLE:
        end -= 1
    if not (quote.is_open or doc[end].text[-1] in ENDS or behind in ENDS):
        return None
    if opens or before in BEFORE:
        return Quotation(quote, first, last, opens)
    is_last = parse.sentence(last).stop - last <= 2
    if is_last and quote.stop - quote.first >= PART:
        return Quotation(quote, sentence.first, last, opens=True, is_part=True)
    return None


def _beside(
    parse: Parse, quotation: Quotation, cues: Sequence[Cue], speaking: Mapping[int, int]
) -> int:
    """The cue behind the quotation or in front of it."""
    owner = _behind(parse, quotation, cues, speaking)
    return owner if owner >= 0 else _ahead(parse, quotation, speaking)


def _carried_on(
    parse: Parse,
    quotation: Quotation,
    cues: Sequence[Cue],
    speaking: Mapping[int, int],
    turn: Turn | None,
) -> int:
    """The cue of what was said just before."""
    here = parse.sentence_of[quotation.first]
    paragraph = parse.sentences[here].paragraph
    if here and parse.sentences[here - 1].paragraph == paragraph:
        return _earlier(parse, quotation, cues, speaking, turn)
    if turn is None or not _ends_paragraph(parse, turn.last):
        return -1
    follows = parse.sentence(turn.last).paragraph == paragraph - 1
    is_whole = quotation.quote.continues or _ends_paragraph(parse, quotation.last)
    return turn.cue if follows and is_whole and not quotation.is_part else -1


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
    turn: Turn | None,
) -> int:
    """The cue of what was said in the sentence before, in the same paragraph."""
    before = parse.sentences[parse.sentence_of[quotation.first] - 1]
    if turn is not None and turn.last >= before.stop - 2:
        return turn.cue
    found = [n for i, n in speaking.items() if before.first <= i < before.stop]
    if found:
        return min(found, key=lambda n: cues[n].first)
    is_same = turn is not None and parse.sentence(turn.last).paragraph == before.paragraph
    return turn.cue if turn and is_same and not quotation.is_part else -1


def _ends_paragraph(parse: Parse, index: int) -> bool:
    """Whether the paragraph ends with the sentence of the token."""
    sentence = parse.sentence(index)
    follower = sentence.stop
    return follower >= len(parse.doc) or parse.sentence(follower).paragraph != sentence.paragraph
