"""Statement: who said what, in whose words, when, where, and who reports it."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.contents import Stretch
from memcon.coding.cues import Cue, phrase
from memcon.coding.occasions import time_of, venue_of
from memcon.coding.reports import Report, find_reports, tokens_of
from memcon.coding.speakers import Turn, actors_of, speakers_of
from memcon.coding.tagged import Hearing, join_reports
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords
from memcon.record.findings import Actor, Statement, Time
from memcon.record.terms import Form

# What only the tagger sees must be so probable; what a rule finds stays, with its confidence.
LEAST = 0.4


def find_statements(
    parse: Parse,
    cast: Cast,
    times: Sequence[Time],
    words: SpeechWords,
    hearing: Hearing | None = None,
) -> tuple[Statement, ...]:
    """The statements in reading order; without a hearing those that the rules find alone."""
    turn: Turn | None = None
    found = []
    for number, report in enumerate(kept_reports(parse, cast, words, hearing), start=1):
        tokens = {*tokens_of(report.content)}
        speakers = speakers_of(parse, cast, report.cue, tokens, (turn, words))
        known = (f"s{number}", speakers, times, hearing)
        found.append(_statement(parse, cast, report, words, known))
        if len(speakers) == 1 and report.cue.rule != "tagged":
            turn = Turn(speakers[0], max(report.cue.last, *tokens))
    return tuple(found)


def kept_reports(
    parse: Parse, cast: Cast, words: SpeechWords, hearing: Hearing | None
) -> list[Report]:
    """The report of each statement, in reading order."""
    reports = all_reports(parse, words, hearing)
    if hearing is not None:
        reports = tuple(
            report
            for report in reports
            if report.cue.rule != "tagged" or hearing.confidence(report, words) >= LEAST
        )
    return _in_order(_second_hand(cast, _cited(cast, reports, words), words), words)


def all_reports(parse: Parse, words: SpeechWords, hearing: Hearing | None) -> tuple[Report, ...]:
    """Whatever reports, also what is improbable or held by another report."""
    reports = find_reports(parse, words)
    if hearing is None:
        return reports
    return join_reports(parse, hearing.traces, reports, words)


def _statement(
    parse: Parse,
    cast: Cast,
    report: Report,
    words: SpeechWords,
    known: tuple[str, Sequence[Actor], Sequence[Time], Hearing | None],
) -> Statement:
    """The statement of a report, of which `known` are id, speakers, the article's
    times and what was heard.
    """
    cue = report.cue
    ident, speakers, times, hearing = known
    sure = hearing.confidence(report, words) if hearing else _confidence(parse, cue, words)
    medium = report.medium
    # «Israeli media»: a medium without a name stands for its country.
    via = actors_of(cast, [medium]) or actors_of(cast, [*medium.lefts]) if medium else ()
    return Statement(
        id=ident,
        speakers=tuple(actor.id for actor in speakers),
        speaker_span=None if cue.source is None else parse.span(*cue.source),
        cue=parse.span(cue.first, cue.last),
        content=tuple(parse.span(first, last) for first, last in report.content),
        form=_form(parse, cue, report.content),
        via=via[0].id if via else None,
        venue=venue_of(parse, cast, cue, report.content, words),
        time=time_of(parse, cue, report.content, times),
        confidence=sure,
    )


def cues_of_quotes(parse: Parse, words: SpeechWords) -> dict[int, Cue]:
    """For each token that somebody is quoted with, the cue that tells who."""
    found: dict[int, Cue] = {}
    for report in _in_order(find_reports(parse, words), words):
        is_turn = report.cue.rule == "turn"
        for i in tokens_of(report.content):
            if is_turn or parse.quote_of[i] >= 0:
                found[i] = report.cue
    return found


def _in_order(reports: Sequence[Report], words: SpeechWords) -> list[Report]:
    """The outermost reports in reading order."""
    return sorted(_outermost(reports, words), key=lambda r: (r.content[0], r.cue.first))


def _second_hand(cast: Cast, reports: Sequence[Report], words: SpeechWords) -> tuple[Report, ...]:
    """The reports with their media: «Lavrov said …, Interfax reported».

    What a medium reports to have been said is the speaker's statement, and the medium its `via`;
    where it reports nothing else the medium's own statement is dropped.
    """
    told: dict[int, Token] = {}
    merged: set[int] = set()
    media = [r for r in reports if _is_medium(cast, r.cue.speakers, words)]
    others = [r for r in reports if not _is_medium(cast, r.cue.speakers, words)]
    for outer in media:
        for inner in others:
            is_same = _share(inner.content, outer.content)
            if outer.holds(inner.cue) or is_same:
                told[inner.cue.head.i] = outer.cue.speakers[0]
            if is_same or (outer.holds(inner.cue) and _share(inner.words, outer.content)):
                merged.add(outer.cue.head.i)
    return tuple(
        replace(report, medium=report.medium or told.get(report.cue.head.i))
        for report in reports
        if report.cue.head.i not in merged
    )


def _cited(cast: Cast, reports: Sequence[Report], words: SpeechWords) -> tuple[Report, ...]:
    """Of «Interfax reported, citing the ministry»: the ministry speaks, by way of Interfax."""
    found: list[Report] = []
    spent: set[int] = set()
    for report in reports:
        cue = report.cue
        sources = _sources(cast, cue, words)
        if sources and cue.head.lemma_.lower() not in words.citing:
            spent.update(noun.head.i for noun in sources)
            own = replace(cue, speakers=sources[:1], source=phrase(sources[0]))
            report = replace(report, cue=own, medium=cue.speakers[0])
        found.append(report)
    return tuple(report for report in found if report.cue.head.i not in spent)


def _sources(cast: Cast, cue: Cue, words: SpeechWords) -> tuple[Token, ...]:
    """Whom the medium that speaks names as its source."""
    if not _is_medium(cast, cue.speakers, words):
        return ()
    first, last = cue.group
    near = dict.fromkeys((*cue.head.children, *cue.head.doc[first : last + 1]))
    return tuple(
        noun
        for verb in near
        if verb.tag_ == "VBG" and verb.lemma_.lower() in words.citing
        for noun in verb.children
        if noun.dep_ == "dobj" and (cast.at(noun) or noun.lemma_.lower() in words.informants)
    )


def _is_medium(cast: Cast, heads: Sequence[Token], words: SpeechWords) -> bool:
    """Whether it is a newspaper, an agency or a broadcaster that speaks."""
    if not heads:
        return False
    if heads[0].lemma_.lower() in words.media:
        return True
    return any(actor.kind == "media" for actor in cast.at(heads[0]))


def _share(own: Sequence[Stretch], told: Sequence[Stretch]) -> bool:
    """Whether the two are nearly the same words."""
    one, other = set(tokens_of(own)), set(tokens_of(told))
    return len(one & other) >= 0.8 * len(one | other)


def _outermost(reports: Sequence[Report], words: SpeechWords) -> tuple[Report, ...]:
    """The reports without those inside another's content, which are a speaker's telling.

    What a medium passes on stays.
    """
    return tuple(
        report
        for report in reports
        if report.medium is not None or not any(_contains(o, report, words) for o in reports)
    )


def _contains(outer: Report, report: Report, words: SpeechWords) -> bool:
    """Whether a report is only a part of what the outer one tells.

    In a transcript what one says of others stays news.
    """
    if outer is report or not outer.holds(report.cue):
        return False
    is_own = any(head.lower_ in words.writers for head in report.cue.speakers)
    return is_own or outer.cue.rule != "turn"


def _confidence(parse: Parse, cue: Cue, words: SpeechWords) -> float:
    """The rule's; what is believed or wanted is less surely said."""
    clause = parse.clause(cue.head)
    confidence = words.confidence[cue.rule]
    if clause is not None and clause.lemma in words.reports.attitudes:
        return min(confidence, words.confidence["attitude"])
    return confidence


def _form(parse: Parse, cue: Cue, content: Sequence[Stretch]) -> Form:
    """Direct when all of the content is quoted, mixed when some of it is."""
    if cue.rule == "turn":
        return "direct"
    words = [parse.quote_of[i] >= 0 for i in tokens_of(content) if not parse.doc[i].is_punct]
    if words and all(words):
        return "direct"
    return "mixed" if any(words) else "indirect"
