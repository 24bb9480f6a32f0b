"""Explanation on a terminal: what was found, in which words, on what grounds, and what was not."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.brief.lines import plain
from memcon.brief.paper import print_page, render_page
from memcon.brief.references import References
from memcon.brief.voices import whole
from memcon.codes.countries import Countries
from memcon.coding.explanation import Explanation, Label, Rejection
from memcon.record.contract import Record
from memcon.record.findings import Event, Position, Prospect, Silence, Statement
from memcon.record.idents import Finding, finding
from memcon.record.span import Span

# The parts that are marked in the passage; the others are too long for that.
_SIGNALS = ("Trigger", "Cue")
_NOT_ASKED = "not asked; the rule alone decided"


def print_explanation(
    record: Record, explanation: Explanation, countries: Countries, console: Console
) -> None:
    """Print an explanation, no wider than is good to read."""
    print_page(Group(*_blocks(References.of(record, countries), explanation)), console)


def render_explanation(record: Record, explanation: Explanation, countries: Countries) -> str:
    """The same as plain text of 80 columns, for pipes."""
    return render_page(Group(*_blocks(References.of(record, countries), explanation)))


def _blocks(references: References, explanation: Explanation) -> Iterator[RenderableType]:
    """What was found, its words, why, and what was rejected beside it."""
    text = references.record.article.text
    found = finding(references.record, explanation.ident)
    parts = _parts(found)
    yield Text(f"{explanation.ident}  {_what(references, found)}", style="bold")
    yield Text()
    signals = (*explanation.words, *(span for name, span in parts if name in _SIGNALS))
    for span in _evidence(references, found):
        yield _marked(text, span, signals)
    yield Text()
    yield _table(
        [
            *((name, _quoted(text, span)) for name, span in parts),
            ("Rule", Text(plain(explanation.rule))),
            ("Model", Text(_labels(explanation.labels) or _NOT_ASKED)),
            ("Confidence", Text(f"{found.confidence:.2f}")),
        ]
    )
    yield Text()
    yield Rule(Text("REJECTED IN THE SAME SENTENCE", style="bold cyan"), align="left", style="dim")
    if explanation.rejected:
        yield _table([("•", _rejection(text, rejection)) for rejection in explanation.rejected])
    else:
        yield Text("Nothing else was proposed.", style="dim")


def _what(references: References, found: Finding) -> str:
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


def _names(references: References, idents: Iterable[str]) -> str:
    return ", ".join(references.label(ident).words for ident in idents)


def _parts(found: Finding) -> list[tuple[str, Span]]:
    """The words that the record itself tells apart."""
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
    """The passages that show it."""
    match found:
        case Event() | Prospect():
            return found.evidence
        case Statement():
            return whole(references, found)
        case _:
            return (found.evidence,)


def _marked(text: str, span: Span, signals: Iterable[Span]) -> Text:
    """A passage as a quotation, with the words that signal the finding as **words**."""
    words, reached = "", span.start
    for signal in sorted(signals, key=lambda signal: (signal.start, -signal.end)):
        if reached <= signal.start and signal.end <= span.end:
            words += f"{text[reached : signal.start]}**{signal.words(text)}**"
            reached = signal.end
    passage = Text(f"“{plain(words + text[reached : span.end])}”")
    passage.highlight_regex(r"\*\*.+?\*\*", "bold")
    return passage


def _quoted(text: str, span: Span) -> Text:
    return Text(f"“{plain(span.words(text))}”")


def _table(rows: Iterable[tuple[str, Text]]) -> RenderableType:
    """Labels on the left, what belongs to them on the right."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for name, words in rows:
        table.add_row(name, words)
    return table


def _labels(labels: Sequence[Label]) -> str:
    """ "SANCTION 0.91, COERCE 0.05, none 0.02"."""
    return ", ".join(f"{label.name} {label.probability:.2f}" for label in labels)


def _rejection(text: str, rejection: Rejection) -> Text:
    """ "“barred”, an act of COERCE; COERCE 0.41, none 0.38: too doubtful"."""
    told = "; ".join(filter(None, (rejection.rule, _labels(rejection.labels))))
    return Text.assemble(
        _quoted(text, rejection.words), f" {plain(told)}: ", (plain(rejection.reason), "bold")
    )
