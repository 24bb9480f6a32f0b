"""Grounds: the explanation of each kind of finding, out of what was proposed and decided."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.coding.decisions import Decision
from memcon.coding.events import trigger_span
from memcon.coding.explanation import Explanation, Label, Rejection
from memcon.coding.proposals import Proposals
from memcon.coding.reports import Report, tokens_of
from memcon.coding.statements import all_reports, kept_reports
from memcon.coding.traces import CONTENT, CUE, SOURCE
from memcon.lexicon.speech import SpeechWords
from memcon.record.contract import Record
from memcon.record.findings import Event, Position, Silence, Statement
from memcon.record.idents import finding
from memcon.record.span import Span

ROLES = (("source", SOURCE), ("cue", CUE), ("content", CONTENT))


def explain(
    record: Record,
    ident: str,
    proposals: Proposals,
    decisions: Sequence[Decision],
    words: SpeechWords,
) -> Explanation:
    """Why a finding is in the record; RecordError when there is none of this name."""
    found = finding(record, ident)
    if isinstance(found, Event):
        return _of_event(found, proposals, decisions)
    if isinstance(found, Statement):
        return _of_statement(found, proposals, words)
    if isinstance(found, Position):
        # A position rests on what was said or done.
        above = explain(
            record, found.statement or found.event or ident, proposals, decisions, words
        )
        return replace(above, ident=ident, rule=f"{found.stance}, by {above.rule}")
    kind = found.kind if isinstance(found, Silence) else found.status
    return Explanation(
        ident, kind, (found.evidence,) if isinstance(found, Silence) else found.evidence, (), ()
    )


def _of_event(event: Event, proposals: Proposals, decisions: Sequence[Decision]) -> Explanation:
    """The decision on an event, and those against others in its sentences."""
    parse = proposals.parse
    spans = [trigger_span(parse, d.reading.candidate) for d in decisions]
    own = next(
        d
        for d, span in zip(decisions, spans, strict=True)
        if d.reason is None and span == event.trigger and d.reading.type == event.type
    )
    rejected = tuple(
        Rejection(span, d.reading.rule, _labels(d), f"{d.reading.type}: {d.reason}")
        for d, span in zip(decisions, spans, strict=True)
        if d.reason is not None and any(one.covers(span) for one in event.evidence)
    )
    return Explanation(event.id, own.reading.rule, (event.trigger,), _labels(own), rejected)


def _labels(decision: Decision) -> tuple[Label, ...]:
    """The typer's three likeliest types; () where it was not asked."""
    best = decision.verdict.best if decision.verdict else ()
    return tuple(Label(name, chance) for name, chance in best)


def _of_statement(statement: Statement, proposals: Proposals, words: SpeechWords) -> Explanation:
    """The report of a statement, how sure the tagger is of each part, and what it took in."""
    parse, hearing = proposals.parse, proposals.hearing
    kept = kept_reports(parse, proposals.cast, words, hearing)
    own = kept[int(statement.id[1:]) - 1]
    heads = {report.cue.head.i for report in kept}
    rejected = tuple(
        Rejection(_cue_span(r, proposals), r.cue.rule, (), "part of another statement")
        for r in all_reports(parse, words, hearing)
        if r.cue.head.i not in heads and parse.sentence(r.cue.head) == parse.sentence(own.cue.head)
    )
    words_of = (*((statement.cue,) if statement.cue else ()), *statement.content)
    labels = tuple(_certainties(own, proposals))
    return Explanation(statement.id, own.cue.rule, words_of, labels, rejected)


def _certainties(report: Report, proposals: Proposals) -> Iterator[Label]:
    """The tagger's mean probability that the words are source, cue and content."""
    source = report.cue.source
    parts = {
        "source": [*tokens_of((source,))] if source else [],
        "cue": [*range(report.cue.first, report.cue.last + 1)],
        "content": [*tokens_of(report.content)],
    }
    for name, role in ROLES:
        if parts[name]:
            yield Label(name, float(proposals.hearing.traces.chances[parts[name], role].mean()))


def _cue_span(report: Report, proposals: Proposals) -> Span:
    return proposals.parse.span(report.cue.first, report.cue.last)
