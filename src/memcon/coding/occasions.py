"""Occasion: where and when something was said: «at a news conference in Geneva», «on May 20»."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.cues import Cue
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords
from memcon.record.findings import Time

STRIPPED = frozenset({"det", "poss", "predet"})


def venue_of(
    parse: Parse,
    cast: Cast,
    cue: Cue,
    content: Sequence[tuple[int, int]],
    words: SpeechWords,
) -> str | None:
    """The occasion or the text in which it was said, or the outlet that was told."""
    for noun in _objects(cue.head, words):
        is_said = any(first <= noun.i <= last for first, last in content)
        if _is_venue(noun, words) and not is_said:
            return _phrase(parse, noun)
    if cue.head.lemma_.lower() in words.reports.told:
        for child in cue.head.children:
            is_told = child.dep_ in ("dobj", "dative")
            if is_told and (_is_outlet(cast, child) or _is_venue(child, words)):
                return _phrase(parse, child)
    return None


def time_of(
    parse: Parse, cue: Cue, content: Sequence[tuple[int, int]], times: Sequence[Time]
) -> str | None:
    """The time named beside the cue, in its sentence and outside what was said; the nearest one."""
    sentence = parse.sentence(cue.head).span
    said = [parse.span(first, last) for first, last in content]
    near = [
        (abs(time.start - parse.starts[cue.head.i]), time.id)
        for time in times
        if sentence.covers(time)
        and time.type in ("DATE", "TIME")
        and not any(span.overlaps(time) for span in said)
        and _is_beside(parse, cue, time)
    ]
    return min(near)[1] if near else None


def _objects(verb: Token, words: SpeechWords) -> Iterator[Token]:
    """The objects of the prepositions that stand with a verb, or with «speaking» beside it."""
    for child in verb.children:
        if child.dep_ == "prep":
            for noun in (c for c in child.children if c.dep_ == "pobj"):
                yield noun
                # «in response to a question at a briefing»
                yield from (
                    g
                    for p in noun.children
                    if p.dep_ == "prep"
                    for g in p.children
                    if g.dep_ == "pobj"
                )
        elif child.dep_ == "advcl" and child.lemma_.lower() in words.speaking:
            yield from _objects(child, words)
        elif child.dep_ in ("dobj", "dative"):
            yield from (
                g
                for p in child.children
                if p.dep_ == "prep"
                for g in p.children
                if g.dep_ == "pobj"
            )


def _is_venue(noun: Token, words: SpeechWords) -> bool:
    return noun.lemma_.lower() in words.venues


def _is_outlet(cast: Cast, noun: Token) -> bool:
    return any(actor.kind == "media" for actor in cast.at(noun))


def _phrase(parse: Parse, noun: Token) -> str:
    """The words of the noun phrase, without its article and without a time or clause behind it."""
    first, last = noun.left_edge.i, noun.i
    while first < noun.i and noun.doc[first].dep_ in STRIPPED and noun.doc[first].head.i == noun.i:
        first = noun.doc[first].right_edge.i + 1
    for child in noun.rights:
        if child.dep_ != "prep" or child.left_edge.i != last + 1:
            break
        if any(g.ent_type_ in ("DATE", "TIME") for g in child.children):
            break
        last = child.right_edge.i
    return parse.span(first, last).words(parse.text)


def _is_beside(parse: Parse, cue: Cue, time: Time) -> bool:
    """Whether the time stands in the cue's clause or in the speaker's phrase."""
    tokens = parse.tokens_in(time)
    if not tokens:
        return False
    clause = parse.clause(tokens[0])
    own = parse.clause(cue.head)
    if clause is None or own is None or clause.index == own.index:
        return True
    return clause.parent == own.index and clause.relation in ("advcl", "prep")
