"""Mark: where a finding stands in its article, and the text cut into runs that no mark divides."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.brief.lines import Note
from memcon.brief.passages import blocks, cut, printed
from memcon.record.article import Article
from memcon.record.contract import Record
from memcon.record.findings import Statement
from memcon.record.span import Span
from memcon.record.terms import SectionKind
from memcon.story.amendments import Amendment

# These are marked only when a reader asks for them; until then they must not look like links.
ON_DEMAND = frozenset({"position", "actor"})
Kind = Literal["event", "statement", "prospect", "silence", "position", "actor"]
# What the words do for their finding. An event's sentence and what was struck are not painted.
Part = Literal["trigger", "cue", "content", "speaker", "evidence", "mention", "struck"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a finding: "e3", "pos2", "a1"; `look` tells findings of a kind apart by colour."""

    finding: str
    kind: Kind
    part: Part
    span: Span
    look: str = ""

    @property
    def is_painted(self) -> bool:
        """Whether it shows before its finding is chosen."""
        return not (self.kind == "event" and self.part == "evidence")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that the same marks cover, the shortest painted mark first.

    `heads` are the findings whose place in the text this is: the first of them is what a link here
    leads to. `notes` are those of the memo, `begins` those that begin here.
    """

    words: str
    painted: tuple[Mark, ...]
    findings: tuple[str, ...]
    heads: tuple[str, ...]
    notes: tuple[int, ...]
    begins: tuple[int, ...]

    @property
    def is_link(self) -> bool:
        """Whether it is the place of a finding that is marked from the first."""
        return any(m.finding in self.heads and m.kind not in ON_DEMAND for m in self.painted)


@dataclass(frozen=True, slots=True)
class Block:
    """A section of the article as runs."""

    kind: SectionKind
    runs: tuple[Run, ...]


def marks(record: Record, amendments: Iterable[Amendment] = ()) -> tuple[Mark, ...]:
    """All marks; of two kinds that could have the same place in the text the first gets it."""
    return (*_events(record), *_struck(record, amendments), *_said(record), *_others(record))


def in_reading_order(marked: Iterable[Mark]) -> tuple[str, ...]:
    """The findings by where their first words stand; actors are left out, as they are many."""
    first: dict[str, int] = {}
    for mark in marked:
        if mark.kind != "actor":
            first[mark.finding] = min(first.get(mark.finding, mark.span.start), mark.span.start)
    return tuple(sorted(first, key=lambda finding: first[finding]))


def marked_text(
    article: Article, marked: Sequence[Mark], notes: Sequence[Note] = ()
) -> tuple[Block, ...]:
    """The article block by block, with its marks and what the memo's notes quote."""
    begun: set[int] = set()
    pieces: list[tuple[SectionKind, list[Span], _Cover]] = []
    for block in blocks(article):
        cover = _Cover(marked, notes).within(block)
        pieces.append((block.kind, list(cut(block, cover.spans)), cover))
    heads = _heads(marked, [span.start for _, spans, _ in pieces for span in spans])
    return tuple(
        Block(kind, tuple(_run(article.text, span, cover, heads, begun) for span in spans))
        for kind, spans, cover in pieces
    )


@dataclass(frozen=True, slots=True)
class _Cover:
    """What lies over a stretch of the text."""

    marks: Sequence[Mark]
    notes: Sequence[Note]

    def within(self, stretch: Span) -> "_Cover":
        """What of it lies over a part of that."""
        return _Cover(
            [mark for mark in self.marks if mark.span.overlaps(stretch)],
            [note for note in self.notes if note.span.overlaps(stretch)],
        )

    @property
    def spans(self) -> list[Span]:
        """Where each begins and ends."""
        return [one.span for one in (*self.marks, *self.notes)]


def _run(
    text: str, span: Span, cover: _Cover, heads: Mapping[int, list[str]], begun: set[int]
) -> Run:
    """A run of the text; `begun` are the notes that began before it, and then those in it, too."""
    over = cover.within(span)
    marked = sorted(over.marks, key=lambda mark: mark.span.end - mark.span.start)
    notes = tuple(note.number for note in over.notes)
    begins = tuple(number for number in notes if number not in begun)
    begun.update(begins)
    return Run(
        words=printed(span.words(text)),
        painted=tuple(mark for mark in marked if mark.is_painted),
        findings=tuple(dict.fromkeys(mark.finding for mark in marked)),
        heads=tuple(heads.get(span.start, ())),
        notes=notes,
        begins=begins,
    )


def _heads(marked: Iterable[Mark], starts: Sequence[int]) -> dict[int, list[str]]:
    """Which findings have their place where, by the offset of a run.

    Each takes the first of its runs that no other has, painted words before others, or else shares.
    """
    by_finding: dict[str, list[Mark]] = {}
    for mark in marked:
        by_finding.setdefault(mark.finding, []).append(mark)
    taken: dict[int, list[str]] = {}
    for finding, own in by_finding.items():
        places = [
            start
            for mark in sorted(own, key=lambda mark: not mark.is_painted)
            for start in starts[
                bisect_left(starts, mark.span.start) : bisect_left(starts, mark.span.end)
            ]
        ]
        if places:
            free = (place for place in places if place not in taken)
            taken.setdefault(next(free, places[0]), []).append(finding)
    return taken


def _events(record: Record) -> Iterator[Mark]:
    for event in record.events:
        yield Mark(event.id, "event", "trigger", event.trigger, event.quad.rpartition("-")[2])
        yield from (Mark(event.id, "event", "evidence", span) for span in event.evidence)


def _struck(record: Record, amendments: Iterable[Amendment]) -> Iterator[Mark]:
    """The words of what a reader said is no event."""
    events = {event.id for event in record.events}
    for one in amendments:
        if one.correction.kind == "not-event" and one.witness.finding not in {"", *events}:
            yield Mark(one.witness.finding, "event", "struck", one.correction.words)


def _said(record: Record) -> Iterator[Mark]:
    for statement in record.statements:
        yield from _of_statement(statement)


def _of_statement(statement: Statement) -> Iterator[Mark]:
    """Its cue is its place in the text, or else its first words."""
    if statement.cue:
        yield Mark(statement.id, "statement", "cue", statement.cue)
    yield from (Mark(statement.id, "statement", "content", span) for span in statement.content)
    if statement.speaker_span:
        yield Mark(statement.id, "statement", "speaker", statement.speaker_span)


def _others(record: Record) -> Iterator[Mark]:
    for prospect in record.prospects:
        yield from (Mark(prospect.id, "prospect", "evidence", span) for span in prospect.evidence)
    for number, silence in enumerate(record.silences, 1):
        yield Mark(f"sil{number}", "silence", "evidence", silence.evidence)
    for number, position in enumerate(record.positions, 1):
        yield Mark(f"pos{number}", "position", "evidence", position.evidence)
    for actor in record.actors:
        yield from (Mark(actor.id, "actor", "mention", span) for span in actor.mentions)
