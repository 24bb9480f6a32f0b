"""Digest: what was said in an article, speaker by speaker, as a press review has it."""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from memcon.brief.deeds import doubts
from memcon.brief.lines import plain
from memcon.brief.paper import print_page, render_page
from memcon.brief.references import References
from memcon.brief.words import calendar
from memcon.codes.countries import Countries
from memcon.record.contract import Record
from memcon.tables.quotations import Quotation

_QUOTED = r"“[^”]*”"


def print_digest(
    record: Record, quotations: Iterable[Quotation], countries: Countries, console: Console
) -> None:
    """Print these quotations of a record, no wider than is good to read."""
    print_page(Group(*_blocks(References.of(record, countries), tuple(quotations))), console)


def render_digest(record: Record, quotations: Iterable[Quotation], countries: Countries) -> str:
    """The same as plain text of 80 columns, for pipes."""
    return render_page(Group(*_blocks(References.of(record, countries), tuple(quotations))))


def _blocks(references: References, quotations: Sequence[Quotation]) -> Iterable[RenderableType]:
    """Headline and source, then each speaker with what is quoted."""
    article = references.record.article
    yield Text(plain(article.title or "") or "Untitled page", style="bold cyan")
    yield Text(", ".join(_source(quotations[0])), style="dim")
    heard: dict[tuple[str, ...], list[Quotation]] = {}
    for quotation in quotations:
        names = tuple(speaker.name for speaker in quotation.speakers)
        heard.setdefault(names or (quotation.speaker_words or "",), []).append(quotation)
    for said in heard.values():
        yield Text()
        yield Text(_speaker(references, said[0]), style="bold")
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=1)
        table.add_column(overflow="fold")
        for quotation in said:
            table.add_row("•", _line(references, quotation))
        yield table
    yield Text()


def _source(quotation: Quotation) -> Iterable[str]:
    """The publisher and the day."""
    yield plain(quotation.publisher or "") or "publisher unknown"
    day = quotation.published
    yield (calendar(day.isoformat()) if day else None) or "date unknown"


def _speaker(references: References, quotation: Quotation) -> str:
    """ "Dmitry Peskov, spokesman, Russia"; two who speak together by their names."""
    statement = references.statements[quotation.statement]
    if not statement.speakers:
        return plain(quotation.speaker_words or "") or "Speaker not told"
    names = "".join(piece.words for piece in references.named(statement.speakers))
    told: list[str | None] = [names[:1].upper() + names[1:]]
    if len(statement.speakers) == 1:
        actor = references.actors[statement.speakers[0]]
        told += [references.office(actor), references.side(actor) if actor.country else None]
    return ", ".join(words for words in told if words)


def _line(references: References, quotation: Quotation) -> Text:
    """ "told: “The talks were frank” (press conference, 21 January 2022), through TASS"."""
    cue = plain(quotation.cue or "")
    line = Text()
    line.append(f"{cue}: " if cue else "", style="dim")
    content = Text(plain(quotation.content))
    content.highlight_regex(_QUOTED, "italic")
    line.append_text(content)
    when = references.date(references.statements[quotation.statement].time)
    setting = ", ".join(plain(words) for words in (quotation.venue, when) if words)
    line.append(f" ({setting})" if setting else "")
    line.append(f", through {plain(', '.join(quotation.via))}" if quotation.via else "")
    for mark in doubts(quotation.confidence):
        line.append(f" [{mark}]", style="yellow")
    return line
