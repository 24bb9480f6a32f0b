"""Memo: the memorandum of one article that a desk officer would sign, each line with its source.

It is words and spans only: `terminal.py`, `markdown.py` and `html.py` show it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from memcon.brief import deeds, parties, prospects, sources, voices
from memcon.brief.lines import Line, Note, Part, Piece, plain
from memcon.brief.references import References
from memcon.brief.words import BASES, calendar
from memcon.codes.countries import Countries
from memcon.record.article import Article
from memcon.record.contract import Record
from memcon.record.span import Span

# A span inside a wider one shares its note, as long as that one is still quick to read.
_QUICK_TO_READ = 400
_UNTITLED = "Untitled page"


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled line of the memo's head: source, talks, address."""

    label: str
    line: Line


@dataclass(frozen=True, slots=True)
class Memo:
    """Title, cautions, head, parts and notes, in the order in which they are read.

    `numbers` gives the note of each span cited, by its offsets.
    """

    title: str
    head: tuple[Entry, ...]
    cautions: tuple[Line, ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    numbers: Mapping[tuple[int, int], int]
    article: Article
    made_by: str

    @classmethod
    def of(cls, record: Record, countries: Countries) -> "Memo":
        """The memorandum of a record; `countries` names what the record has as codes."""
        references = References.of(record, countries)
        cautions = sources.cautions(references)
        head = tuple(_head(references))
        parts = tuple(_parts(references))
        cited = (span for line in _lines(cautions, head, parts) for span in line.evidence)
        notes, numbers = _number(cited, record.article.text)
        return cls(
            title=plain(record.article.title or "") or _UNTITLED,
            head=head,
            cautions=cautions,
            parts=parts,
            notes=notes,
            numbers=numbers,
            article=record.article,
            made_by=f"memcon {plain(record.made_by.memcon)}",
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in the order in which they are read."""
        return tuple(_lines(self.cautions, self.head, self.parts))

    def notes_of(self, line: Line) -> tuple[int, ...]:
        """The numbers of a line's notes, ascending."""
        return tuple(sorted({self.numbers[span.start, span.end] for span in line.evidence}))


def _head(references: References) -> Iterator[Entry]:
    """Where the account is from and of when, when and where the talks were."""
    article = references.record.article
    known = Piece(plain(article.publisher), "name") if article.publisher else None
    publisher = known or Piece("publisher unknown")
    yield Entry("Source", Line(pieces=(publisher, *_published(article)), evidence=()))
    talks = parties.occasion(references)
    if talks is not None:
        yield Entry("Talks", talks)
    if article.url is not None:
        yield Entry("Address", Line(pieces=(Piece(plain(article.url)),), evidence=()))
    if article.flags:
        flags = ", ".join(plain(flag) for flag in article.flags)
        yield Entry("Flagged", Line(pieces=(Piece(flags),), evidence=()))
    for warning in references.record.warnings:
        yield Entry("Warning", Line(pieces=(Piece(plain(warning)),), evidence=()))


def _published(article: Article) -> tuple[Piece, ...]:
    """When the page was published, and how that is known."""
    if article.published is None:
        return (Piece(", date unknown"),)
    value, basis = article.published.value, BASES[article.published.basis]
    return (Piece(f", {calendar(value) or plain(value)} ({basis})"),)


def _parts(references: References) -> Iterator[Part]:
    """The parts in order, without those that have nothing to tell and need not say so."""
    for part in (
        parties.participants(references),
        deeds.happened(references),
        voices.said(references),
        voices.positions(references),
        deeds.asked(references),
        voices.unsaid(references),
        deeds.uncertain(references),
        prospects.ahead(references),
        deeds.background(references),
        parties.others(references),
        sources.sources(references),
    ):
        # Of a page on which nobody was found, as in a language not coded, silence tells nothing.
        if part.groups or (part.none and references.actors):
            yield part


def _lines(
    cautions: Iterable[Line], head: Iterable[Entry], parts: Iterable[Part]
) -> Iterator[Line]:
    """Every line, in the order in which they are read."""
    yield from cautions
    for entry in head:
        yield entry.line
    for part in parts:
        for group in part.groups:
            if group.head is not None:
                yield group.head
            yield from group.lines


def _number(
    cited: Iterable[Span], text: str
) -> tuple[tuple[Note, ...], dict[tuple[int, int], int]]:
    """The notes in the order of first use, and which note each span has."""
    spans = list(dict.fromkeys((span.start, span.end) for span in cited))
    notes: list[Note] = []
    numbers: dict[tuple[int, int], int] = {}
    known: dict[tuple[int, int], int] = {}
    for span in spans:
        start, end = _holder(span, spans)
        if (start, end) not in known:
            known[start, end] = len(notes) + 1
            quoted = Span(start=start, end=end)
            notes.append(Note(len(notes) + 1, quoted, plain(quoted.words(text))))
        numbers[span] = known[start, end]
    return tuple(notes), numbers


def _holder(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The widest span that holds this one and is quick to read; itself, if there is none."""
    holders = (
        other
        for other in spans
        if other[0] <= span[0] and span[1] <= other[1] and other[1] - other[0] <= _QUICK_TO_READ
    )
    return max(holders, key=lambda other: (other[1] - other[0], -other[0]), default=span)
