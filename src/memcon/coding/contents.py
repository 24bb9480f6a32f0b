"""Content: the words that report what was said, cut out of the sentences around their cue."""

from collections.abc import Sequence

from spacy.tokens import Token

from memcon.coding.cues import FINITE, Cue
from memcon.coding.quotations import Quotation, marked
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords

# From the first token to the last, both included.
Stretch = tuple[int, int]

TRIMMED = frozenset({",", ".", ";", ":", "--", "—", "–", "-", "?", "!", "(", ")", "…"})
PARTS = frozenset({";", ":", "--", "—", "–", "-"})
LEADING = frozenset({",", '"', "''", "?", "!", "'", ")"})
# What may stand between a verb and the clause that it reports.
BETWEEN = frozenset(
    {"prep", "npadvmod", "advmod", "dobj", "dative", "prt", "punct", "nsubj", "advcl", "agent"}
)
# What tells when, where and to whom it was said.
SETTING = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative"})
TRAILED = frozenset({"noun", "named", "preposition"})


def content_of(
    parse: Parse,
    cue: Cue,
    quoted: Sequence[Quotation],
    asides: Sequence[Stretch],
    words: SpeechWords,
) -> tuple[Stretch, ...]:
    """The stretches of tokens that the cue reports.

    `asides` are the cues with their speakers that stand between commas; they are no part of any
    content.
    """
    stretches = [(q.first, q.last) for q in quoted]
    if not quoted:
        stretches.extend(_reported(parse, cue, words))
    elif cue.rule in ("clause", "according"):
        stretches.extend(s for s in _reported(parse, cue, words) if not _repeats(cue, s, quoted))
    tokens = {i for first, last in stretches for i in range(first, last + 1)}
    _complete_quotes(parse, tokens, cue.rule == "clause")
    own = (cue.head.left_edge.i, cue.head.right_edge.i) if cue.rule == "as" else cue.group
    for first, last in (own, *asides):
        if first in tokens or last in tokens:
            tokens.difference_update(range(first, last + 1))
    tokens.difference_update(range(cue.first, cue.last + 1))
    return tuple(t for s in runs_of(parse, tokens) if (t := tidied(parse, s)))


def aside_of(parse: Parse, cue: Cue) -> Stretch | None:
    """Speaker and cue between commas: «…, he said, …», «…, Interfax reported, citing him, …»."""
    first, last = cue.group
    sentence, doc = parse.sentence(cue.head), parse.doc
    is_apart = first > sentence.first and doc[first - 1].text == ","
    if not is_apart or cue.rule not in ("clause", "speech") or cue.head.dep_ == "relcl":
        return None
    right = [t.i for t in cue.reported if t.i > last]
    for child in cue.head.rights:
        if any(child.left_edge.i <= i <= child.right_edge.i for i in right):
            break
        is_next = child.left_edge.i == last + 1 and child.dep_ in SETTING
        if is_next or (child.tag_ == "VBG" and child.left_edge.i == last + 2):
            last = max(last, child.right_edge.i)
    behind = doc[last + 1].text if last + 1 < sentence.stop else "."
    is_closed = behind == "," or (behind == "." and not right)
    return (first, last) if is_closed else None


def _repeats(cue: Cue, stretch: Stretch, quoted: Sequence[Quotation]) -> bool:
    """Whether a clause is only what the parser made of the quoted words and those around them.

    Not so where words lead up to the quote: «said that the answer was simple: "…"».
    """
    shared = [q for q in quoted if stretch[0] <= q.last and q.first <= stretch[1]]
    leads = stretch[0] > cue.last and all(stretch[0] + 1 < q.first for q in shared)
    return bool(shared) and not leads


def _reported(parse: Parse, cue: Cue, words: SpeechWords) -> list[Stretch]:
    """What the cue's own sentence reports outside quotation marks."""
    sentence = parse.sentence(cue.head)
    if cue.rule == "according":
        return [(sentence.first, sentence.stop - 1)]
    if cue.rule == "turn":
        return [(cue.last + 1, _turn_end(parse, cue))]
    if cue.rule == "colon":
        return [(cue.last + 1, sentence.stop - 1)]
    if cue.rule == "clause":
        return _clauses(parse, cue, words)
    if not cue.reported:
        return _around(parse, cue)
    first = min(t.left_edge.i for t in cue.reported)
    last = max(t.right_edge.i for t in cue.reported)
    return [(first, _trail(cue, last, words) if cue.rule in TRAILED else last)]


def _turn_end(parse: Parse, cue: Cue) -> int:
    """The last token of a transcript's paragraph."""
    last = cue.last
    paragraph = parse.sentence(last).paragraph
    while last + 1 < len(parse.doc) and parse.sentence(last + 1).paragraph == paragraph:
        last = parse.sentence(last + 1).stop - 1
    return last


def _clauses(parse: Parse, cue: Cue, words: SpeechWords) -> list[Stretch]:
    """The clauses that the verb governs; one in front must lead up to it by a comma or a quote."""
    first, _ = cue.group
    if (aside := aside_of(parse, cue)) and _resumes(parse, cue, aside):
        return _around(parse, cue)
    right = [t for t in cue.reported if t.i > cue.head.i]
    if not right:
        is_inverted = cue.source is None or cue.source[0] > cue.head.i
        leads = is_inverted or (first > 0 and parse.doc[first - 1].text in LEADING)
        return [(t.left_edge.i, t.right_edge.i) for t in cue.reported] if leads else []
    found = []
    for head in right:
        # «which critics say was a mistake», «The talks, he said, would go on» begin before the cue.
        begins_before = head.left_edge.i < first
        start = head.left_edge.i if begins_before else _start(cue, head)
        found.append((start, _stop(cue, head, words)))
    return found


def _stop(cue: Cue, head: Token, words: SpeechWords) -> int:
    """Where a reported clause ends: before a verb that goes on with the cue, not with the clause.

    In "said he had lost and blamed the judges" the blaming has the form of the saying, in "said he
    had lost and Sharif warned that …" somebody else speaks.
    """
    for child in head.rights:
        if child.dep_ == "conj" and child.tag_ == cue.head.tag_ and _is_saying(child, words):
            return child.left_edge.i - 1
        has_own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in child.children)
        if child.dep_ != "conj" or child.tag_ not in FINITE or has_own:
            continue
        if child.tag_ == cue.head.tag_ != head.tag_:
            return child.left_edge.i - 1
    return head.right_edge.i


def _is_saying(verb: Token, words: SpeechWords) -> bool:
    """Whether somebody with a name says something of his own."""
    kinds = {c.dep_: c.pos_ for c in verb.children}
    says = verb.lemma_.lower() in words.reports.speech and "ccomp" in kinds
    return says and kinds.get("nsubj") == "PROPN"


def _resumes(parse: Parse, cue: Cue, aside: Stretch) -> bool:
    """Whether the speaker goes on behind the aside: «The deal, he said, was dead, and …»."""
    sentence, at = parse.sentence(cue.head), aside[1] + 2
    if at >= sentence.stop:
        return False
    has_right = any(t.i > cue.head.i for t in cue.reported)
    return has_right or parse.doc[at].dep_ in ("cc", "mark")


def _start(cue: Cue, head: Token) -> int:
    """Where a clause behind its verb begins: at once, but for whom it was told, when and where."""
    start = cue.last + 1
    for child in cue.head.rights:
        if child.i < head.i and child.dep_ in BETWEEN:
            start = max(start, child.right_edge.i + 1)
    return min(start, head.left_edge.i) if start > head.i else start


def _trail(cue: Cue, last: int, words: SpeechWords) -> int:
    """The last token of what belongs to an object: "for failing", "to waive sanctions"."""
    for child in cue.head.rights:
        if child.left_edge.i != last + 1:
            continue
        is_infinitive = child.dep_ in ("xcomp", "advcl") and any(
            c.lower_ == "to" for c in child.lefts
        )
        is_when = any(g.ent_type_ in ("DATE", "TIME") for g in child.children)
        if is_infinitive or (child.lower_ in words.reports.trailing and not is_when):
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
    first = parted[-1] + 1 if parted else sentence.first
    around = (*parse.doc[first : cue.group[0]], *parse.doc[cue.group[1] + 1 : sentence.stop])
    has_verb = any(t.pos_ in ("VERB", "AUX") for t in around)
    return [(first, sentence.stop - 1)] if has_verb else []


def _complete_quotes(parse: Parse, tokens: set[int], goes_on: bool) -> None:
    """Add the rest of each quote that the content shares, with its marks.

    If it `goes_on`, so is a quote right behind it: «said he was ready "but not for long"».
    """
    quotes = {parse.quote_of[i] for i in tokens}
    behind = max(tokens, default=-1) + 2
    if goes_on and tokens and behind < len(parse.doc):
        number = parse.quote_of[behind]
        if number >= 0 and parse.quotes[number].first == behind and parse.quote_of[behind - 1] < 0:
            quotes.add(number)
    for number in sorted(quotes - {-1}):
        first, last = marked(parse, parse.quotes[number])
        tokens.update(range(first, last + 1))


def runs_of(parse: Parse, tokens: set[int]) -> list[Stretch]:
    """The tokens as runs, each within its paragraph."""
    found: list[Stretch] = []
    paragraph = -1
    for i in sorted(tokens):
        here = parse.sentence(i).paragraph
        if found and found[-1][1] == i - 1 and here == paragraph:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
        paragraph = here
    return found


def tidied(parse: Parse, stretch: Stretch) -> Stretch | None:
    """The stretch without punctuation at its ends, but for that within quotation marks."""
    first, last = stretch
    while first <= last and _is_loose(parse, first):
        first += 1
    while last >= first and (_is_loose(parse, last) or parse.doc[last].dep_ == "cc"):
        last -= 1
    if first > last or (first == last and parse.doc[first].is_punct):
        return None
    return first, last


def _is_loose(parse: Parse, index: int) -> bool:
    """Whether the token is a mark or a space that belongs to no quote."""
    token = parse.doc[index]
    return token.is_space or (token.text in TRIMMED and parse.quote_of[index] < 0)
