"""Quotations: the statements of an article as press reviewers need them, and which of them to see.

One is a dataclass, for JSON; `COLUMNS` make it a flat row.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from memcon.codes.countries import Countries
from memcon.codes.spelling import key, name_key
from memcon.record.contract import Record
from memcon.record.findings import Statement
from memcon.record.span import Span
from memcon.record.terms import Form
from memcon.tables.cells import Column, joined
from memcon.tables.passages import Passage, passages, shown
from memcon.tables.sheet import Sheet

# Senses in which a word names a country and not its government.
_LANDS = ("name", "adjective", "demonym")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke; country is ISO 3166-1 alpha-3."""

    name: str
    country: str | None
    sector: str | None
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A statement with its words; `content` shows all of them, quotations between “ and ”.

    `speaker_words` name the speaker at this place ("he"); where no speaker is known they are all
    there is. `via` are those through whom it comes, the nearest first. `issues` are those that it
    speaks of.
    """

    article: str
    given_id: str | None
    url: str | None
    publisher: str | None
    published: date | None
    title: str | None
    statement: str
    speakers: tuple[Speaker, ...]
    speaker_words: str | None
    cue: str | None
    form: Form
    content: str
    passages: tuple[Passage, ...]
    via: tuple[str, ...]
    venue: str | None
    time: str | None
    issues: tuple[str, ...]
    confidence: float

    def is_by(self, name: str, countries: Countries) -> bool:
        """Whether a speaker has these words in the name, or is of the country that they name."""
        hits = (countries.named(name), countries.named(name.title()))
        lands = {name.upper(), *(hit.iso3 for hit in hits if hit and hit.sense in _LANDS)}
        if any(speaker.country in lands for speaker in self.speakers):
            return True
        names = [speaker.name for speaker in self.speakers] or [self.speaker_words or ""]
        return any(f" {name_key(name)} " in f" {name_key(called)} " for called in names)

    def is_about(self, words: str) -> bool:
        """Whether each of the words begins a word that was said, or one of an issue's name."""
        said = (*(passage.words for passage in self.passages), *self.issues)
        heard = key(" ".join(said)).split()
        return all(any(word.startswith(asked) for word in heard) for asked in key(words).split())


def quotations(record: Record) -> Iterator[Quotation]:
    """The statements of a record, in its order."""
    sheet = Sheet.of(record)
    article = record.article
    for statement in record.statements:
        parts = passages(statement, article.text)
        yield Quotation(
            article=article.id,
            given_id=article.given_id,
            url=article.url,
            publisher=article.publisher,
            published=sheet.published,
            title=article.title,
            statement=statement.id,
            speakers=tuple(_speaker(sheet, ident) for ident in statement.speakers),
            speaker_words=_words(statement.speaker_span, article.text),
            cue=_words(statement.cue, article.text),
            form=statement.form,
            content=shown(parts, article.text),
            passages=parts,
            via=tuple(sheet.cast[ident].name for ident in _chain(record, statement)),
            venue=statement.venue,
            time=sheet.value(statement.time),
            issues=tuple(_issues(record, statement)),
            confidence=statement.confidence,
        )


def _speaker(sheet: Sheet, ident: str) -> Speaker:
    actor = sheet.cast[ident]
    offices = tuple(dict.fromkeys(role.title for role in actor.roles))
    return Speaker(actor.name, actor.country, actor.sector, offices)


def _words(span: Span | None, text: str) -> str | None:
    return span.words(text) if span else None


def _chain(record: Record, statement: Statement) -> tuple[str, ...]:
    """Through whom a statement comes: its `via`, then who speaks of it in words of their own.

    In "Price said that Blinken had called it frank" Blinken's statement comes through Price.
    """
    around = (
        (content.end - content.start, other.speakers)
        for other in record.statements
        for content in other.content
        if other.id != statement.id and _is_within(statement, content)
    )
    outer = (ident for _, speakers in sorted(around) for ident in speakers)
    chain = dict.fromkeys((*((statement.via,) if statement.via else ()), *outer))
    return tuple(ident for ident in chain if ident not in statement.speakers)


def _is_within(statement: Statement, content: Span) -> bool:
    """Whether a statement stands, cue and all, in what another says."""
    return statement.cue is not None and all(
        content.covers(span) for span in (statement.cue, *statement.content)
    )


def _issues(record: Record, statement: Statement) -> Iterable[str]:
    """The issues that are named in a statement's content."""
    for issue in record.issues:
        if any(span.covers(m) for span in statement.content for m in issue.mentions):
            yield issue.name


def _all(kind: str) -> Callable[[Quotation], str | None]:
    """The passages of a kind in one cell."""
    return lambda q: " … ".join(p.words for p in q.passages if p.kind == kind) or None


COLUMNS: tuple[Column[Quotation], ...] = (
    Column("speakers", "str", "who spoke", lambda q: joined(s.name for s in q.speakers)),
    Column(
        "countries",
        "str",
        "of the speakers, ISO 3166-1 alpha-3",
        lambda q: joined(dict.fromkeys(s.country for s in q.speakers)),
    ),
    Column(
        "offices",
        "str",
        "of the speakers",
        lambda q: joined(office for s in q.speakers for office in s.offices),
    ),
    Column(
        "speaker_words", "str", "the words that name the speaker here", lambda q: q.speaker_words
    ),
    Column("cue", "str", "the words of saying", lambda q: q.cue),
    Column("form", "str", "`direct`, `indirect` or `mixed`", lambda q: q.form),
    Column("content", "str", "what was said, quotations in “…”", lambda q: q.content),
    Column("quoted", "str", "the quoted passages alone", _all("quoted")),
    Column("paraphrased", "str", "the others", _all("paraphrased")),
    Column(
        "offsets",
        "str",
        "of each passage, in the article's text",
        lambda q: joined(f"{p.start}-{p.end}" for p in q.passages),
    ),
    Column("via", "str", "through whom it comes, the nearest first", lambda q: joined(q.via)),
    Column("venue", "str", "where it was said", lambda q: q.venue),
    Column("time", "str", "when, as a TIMEX3 value", lambda q: q.time),
    Column("issues", "str", "the issues that it names", lambda q: joined(q.issues)),
    Column("confidence", "float", "0 to 1", lambda q: q.confidence),
    Column("statement", "str", "the statement's id in the record", lambda q: q.statement),
    Column("article", "str", "the sha256 of the article's text", lambda q: q.article),
    Column("given_id", "str", "the id that the input gave", lambda q: q.given_id),
    Column("title", "str", "the headline", lambda q: q.title),
    Column("publisher", "str", "the outlet", lambda q: q.publisher),
    Column("published", "date", "when it was published", lambda q: q.published),
    Column("url", "str", "the article's address", lambda q: q.url),
)
