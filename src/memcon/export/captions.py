"""Caption: a finding or a happening in one plain line, for tools that show nothing else."""

from collections.abc import Iterable

from memcon.record.findings import Event, Position, Prospect, Silence, Statement
from memcon.record.idents import Finding
from memcon.story.happenings import Happening
from memcon.tables.sheet import Sheet

_USUAL = "actual"


def caption_of(finding: Finding, sheet: Sheet) -> str:
    """ "CONSULT (meet): Antony Blinken, Sergei Lavrov"."""
    match finding:
        case Event():
            return _deed(
                f"{finding.type}{_mode(finding.mode)}",
                (sheet.cast[ident].name for ident in finding.source),
                (sheet.cast[ident].name for ident in finding.target),
                finding.status,
            )
        case Statement():
            return f"{_speakers(finding, sheet)}: statement"
        case Position():
            name = sheet.cast[finding.actor].name
            return f"{name}: {finding.stance} {sheet.issues[finding.issue].name}"
        case Silence():
            about = f" on {sheet.issues[finding.about].name}" if finding.about else ""
            return f"{sheet.cast[finding.actor].name}: silence{about} ({finding.kind})"
        case Prospect():
            who = ", ".join(sheet.cast[ident].name for ident in finding.participants)
            return f"{finding.what}{f': {who}' if who else ''} ({finding.status})"


def happening_caption(happening: Happening) -> str:
    """ "ACCUSE: United States → Russia", with its status where that is not `actual`."""
    return _deed(
        f"{happening.type}{_mode(happening.mode)}",
        (party.name for party in happening.source),
        (party.name for party in happening.target),
        happening.status,
    )


def _deed(what: str, sources: Iterable[str], targets: Iterable[str], status: str) -> str:
    sides = [", ".join(dict.fromkeys(side)) for side in (sources, targets)]
    who = f"{sides[0] or 'unnamed'} → {sides[1]}" if sides[1] else sides[0]
    return f"{what}: {who}{'' if status == _USUAL else f' ({status})'}"


def _mode(mode: str | None) -> str:
    return f" ({mode})" if mode else ""


def _speakers(statement: Statement, sheet: Sheet) -> str:
    """Who spoke; where nobody is known, the words that stand for the speaker."""
    names = ", ".join(sheet.cast[ident].name for ident in statement.speakers)
    if names or statement.speaker_span is None:
        return names or "unnamed"
    return statement.speaker_span.words(sheet.record.article.text)
