"""Explanation: what was found, in which words, on what grounds, and what was not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from memcon.brief.lines import inline, plain
from memcon.brief.references import References
from memcon.brief.voices import whole
from memcon.record.findings import Event, Position, Prospect, Silence, Statement
from memcon.record.idents import Finding
from memcon.record.span import Span

# The phrases that are marked in the passages; the others are too long for that.
_SIGNALS = ("Trigger", "Cue")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a passage, of which all or none signal the finding."""

    words: str
    is_signal: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that the record tells apart, and what they are: the "Cue", the "Speaker"."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Label:
    """What the model may call it, and how probable that is."""

    name: str
    probability: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of the same sentence, the rule that proposed them, and why they are no finding."""

    words: str
    rule: str
    labels: tuple[Label, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding with its grounds; without `labels` the model was not asked, the rule decided."""

    ident: str
    heading: str
    passages: tuple[tuple[Run, ...], ...]
    phrases: tuple[Phrase, ...]
    rule: str
    labels: tuple[Label, ...]
    confidence: float
    rejected: tuple[Candidate, ...]


def heading(references: References, found: Finding) -> str:
    """The finding in the record's terms: "SANCTION expel, actual: White House → Russia"."""
    match found:
        case Event():
            code = " ".join(filter(None, (found.type, found.mode)))
            source, target = _names(references, found.source), _names(references, found.target)
            return f"{code}, {found.status}: {' → '.join(filter(None, (source, target)))}"
        case Statement():
            return f"{found.form} statement: {_names(references, found.speakers) or 'not known'}"
        case Position():
            issue = references.issues[found.issue].name
            return f"{found.stance}: {_names(references, (found.actor,))}, on {plain(issue)}"
        case Silence():
            issue = f", on {plain(references.issues[found.about].name)}" if found.about else ""
            return f"{found.kind}: {_names(references, (found.actor,))}{issue}"
        case Prospect():
            who = _names(references, found.participants)
            return f"{plain(found.what)}, {found.status}{f': {who}' if who else ''}"


def phrases(text: str, found: Finding) -> tuple[Phrase, ...]:
    """The words that the record itself tells apart."""
    return tuple(Phrase(name, plain(span.words(text))) for name, span in _parts(found))


def passages(
    references: References, found: Finding, signals: Iterable[Span]
) -> tuple[tuple[Run, ...], ...]:
    """The passages that show it, with its trigger or cue and what else signals it set off."""
    text = references.record.article.text
    marks = (*signals, *(span for name, span in _parts(found) if name in _SIGNALS))
    return tuple(tuple(_runs(text, span, marks)) for span in _evidence(references, found))


def _names(references: References, idents: Iterable[str]) -> str:
    return ", ".join(references.label(ident).words for ident in idents)


def _parts(found: Finding) -> Sequence[tuple[str, Span]]:
    """Where its phrases stand."""
    match found:
        case Event():
            return [("Trigger", found.trigger)]
        case Statement():
            named = [("Speaker", found.speaker_span), ("Cue", found.cue)]
            parts = [(name, span) for name, span in named if span is not None]
            return [*parts, *(("Content", span) for span in found.content)]
        case Prospect():
            return [("Condition", span) for span in found.conditions]
        case _:
            return []


def _evidence(references: References, found: Finding) -> Sequence[Span]:
    """Where its passages stand."""
    match found:
        case Event() | Prospect():
            return found.evidence
        case Statement():
            return whole(references, found)
        case _:
            return (found.evidence,)


def _runs(text: str, passage: Span, marks: Iterable[Span]) -> Iterator[Run]:
    """The passage cut at its signals; of signals that cross the one that begins first is taken."""
    reached = passage.start
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if reached <= mark.start and mark.end <= passage.end:
            yield from _run(text[reached : mark.start], is_signal=False)
            yield from _run(mark.words(text), is_signal=True)
            reached = mark.end
    yield from _run(text[reached : passage.end], is_signal=False)


def _run(words: str, *, is_signal: bool) -> Iterator[Run]:
    if words:
        yield Run(inline(words), is_signal)
