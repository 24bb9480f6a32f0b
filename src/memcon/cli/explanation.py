"""Explanation on a terminal: what was found, in which words, on what grounds, and what was not."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.brief.explanation import (
    Candidate,
    Explained,
    Label,
    Run,
    heading,
    passages,
    phrases,
)
from memcon.brief.lines import plain
from memcon.brief.paper import print_page, render_page
from memcon.brief.references import References
from memcon.codes.countries import Countries
from memcon.coding.explanation import Explanation, Rejection
from memcon.record.contract import Record
from memcon.record.idents import finding

_NOT_ASKED = "not asked; the rule alone decided"


def told(record: Record, explanation: Explanation, countries: Countries) -> Explained:
    """An explanation as a reader sees it: spans and ids as words."""
    references = References.of(record, countries)
    found = finding(record, explanation.ident)
    text = record.article.text
    return Explained(
        ident=explanation.ident,
        heading=heading(references, found),
        passages=passages(references, found, explanation.words),
        phrases=phrases(text, found),
        rule=plain(explanation.rule),
        labels=tuple(Label(*label) for label in explanation.labels),
        confidence=found.confidence,
        rejected=tuple(_candidate(text, rejection) for rejection in explanation.rejected),
    )


def print_explanation(explained: Explained, console: Console) -> None:
    """Print an explanation, no wider than is good to read."""
    print_page(Group(*_blocks(explained)), console)


def render_explanation(explained: Explained) -> str:
    """The same as plain text of 80 columns, for pipes."""
    return render_page(Group(*_blocks(explained)))


def _candidate(text: str, rejection: Rejection) -> Candidate:
    return Candidate(
        words=plain(rejection.words.words(text)),
        rule=plain(rejection.rule),
        labels=tuple(Label(*label) for label in rejection.labels),
        reason=plain(rejection.reason),
    )


def _blocks(explained: Explained) -> Iterator[RenderableType]:
    """What was found, its words, why, and what was rejected beside it."""
    yield Text(f"{explained.ident}  {explained.heading}", style="bold")
    yield Text()
    for passage in explained.passages:
        yield _marked(passage)
    yield Text()
    yield _table(
        [
            *((phrase.name, _quoted(phrase.words)) for phrase in explained.phrases),
            ("Rule", Text(explained.rule)),
            ("Model", Text(_labels(explained.labels) or _NOT_ASKED)),
            ("Confidence", Text(f"{explained.confidence:.2f}")),
        ]
    )
    yield Text()
    yield Rule(Text("REJECTED IN THE SAME SENTENCE", style="bold cyan"), align="left", style="dim")
    if explained.rejected:
        yield _table([("•", _rejection(candidate)) for candidate in explained.rejected])
    else:
        yield Text("Nothing else was proposed.", style="dim")


def _marked(passage: Iterable[Run]) -> Text:
    """A passage as a quotation, with the words that signal the finding as **words**."""
    quotation = Text("“")
    for run in passage:
        if run.is_signal:
            quotation.append(f"**{run.words}**", style="bold")
        else:
            quotation.append(run.words)
    return quotation.append("”")


def _quoted(words: str) -> Text:
    return Text(f"“{words}”")


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


def _rejection(candidate: Candidate) -> Text:
    """ "“barred”, an act of COERCE; COERCE 0.41, none 0.38: too doubtful"."""
    grounds = "; ".join(filter(None, (candidate.rule, _labels(candidate.labels))))
    return Text.assemble(_quoted(candidate.words), f" {grounds}: ", (candidate.reason, "bold"))
