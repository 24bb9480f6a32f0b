"""Correction: what readers set right, a line each, to train models and to weigh matches anew.

An event has its sentence with source and target marked, as the typer reads it, and the label that
is right; a statement its paragraph with all that is said in it as brat has it, as the tagger learns
it. All offsets are code points of the article's text.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from memcon.codes.plover import folded
from memcon.record.article import Article
from memcon.record.contract import MadeBy, Record
from memcon.record.findings import Event, Statement
from memcon.record.span import Span
from memcon.story.amendments import Amendment, Judgement
from memcon.story.corrections import Coding, Correction, Kind, Speaker, corrected, found

_NONE = "none"


class Quote(Span, frozen=True, kw_only=True):
    """Words, and where they stand."""

    text: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of the words: of an event its type, of a statement its speakers; else null."""

    type: str | None
    mode: str | None
    speakers: tuple[str, ...] | None
    speaker_span: Quote | None


class Said(Answer, frozen=True, kw_only=True):
    """What memcon said, under which id, and how sure it was."""

    finding: str
    confidence: float


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """An event for the typer: its label (one of the fifteen, or "none") and status, and its
    sentence with marks; null where no mention of a party is in the sentence."""

    label: str
    status: str
    marked: str | None


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """A correction of a finding; `said` is null where the article, read again, has none there.

    `source`, `target` and `speaker` are the places in the passage that name them: the speaker who
    is right. `brat` are all attributions of the passage, offsets from its beginning.
    """

    kind: Kind
    number: int
    article: str
    language: str
    passage: Quote
    words: Quote
    source: tuple[Quote, ...]
    target: tuple[Quote, ...]
    speaker: tuple[Quote, ...]
    said: Said | None
    was: str
    right: Answer
    example: Example | None
    brat: str | None
    made_by: MadeBy
    who: str
    when: str
    note: str | None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One of two events: its sentence, and what memcon read there; null if it has none there."""

    article: str
    finding: str | None
    published: str | None
    passage: Quote
    trigger: Quote
    type: str | None
    mode: str | None
    status: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling: that two events are one happening ("merge"), or that they are not ("split")."""

    kind: Literal["split", "merge"]
    one: Told
    other: Told
    who: str | None
    when: str


def lessons(reading: Record, amendments: Sequence[Amendment]) -> Iterator[Lesson]:
    """What was set right in an article that was read so; of one finding the last word alone."""
    last: dict[tuple[object, ...], Amendment] = {}
    for one in amendments:
        correction = one.correction
        idents = tuple(finding.id for finding in found(reading, correction))
        aim = idents or (correction.words.start, correction.words.end)
        last[correction.kind == "speaker", *aim] = one
    after = corrected(reading, (one.correction for one in amendments))
    for one in last.values():
        yield _lesson(reading, after, one)


def pairing(judgement: Judgement, one: Record, other: Record) -> Pairing:
    """A ruling on an event of one article and an event of another, each as it was read."""
    first, second = judgement.one, judgement.other
    return Pairing(
        kind=judgement.kind,
        one=_told(one, Span(start=first.start, end=first.end)),
        other=_told(other, Span(start=second.start, end=second.end)),
        who=judgement.who,
        when=judgement.when.isoformat(),
    )


def _lesson(reading: Record, after: Record, amendment: Amendment) -> Lesson:
    """A correction, with what was said before and what is said now that all is set right."""
    correction = amendment.correction
    before = next(iter(found(reading, correction)), None)
    event = before if isinstance(before, Event) else None
    passage = _passage(reading.article, correction, event)
    is_speech = correction.kind == "speaker"
    now = next((one for one in after.statements if before and one.id == before.id), None)
    signed, text = correction.signed, reading.article.text
    return Lesson(
        kind=correction.kind,
        number=amendment.number,
        article=correction.article,
        language=reading.article.language,
        passage=_quote(passage, text),
        words=_quote(correction.words, text),
        source=_places(reading, event.source if event else (), passage),
        target=_places(reading, event.target if event else (), passage),
        speaker=_places(reading, now.speakers if now else (), passage),
        said=_said(reading, before) if before else None,
        was=correction.was,
        right=_right(correction, now, text),
        example=_example(reading, event, correction, passage) if event else None,
        brat=_brat(after, passage) if is_speech else None,
        made_by=reading.made_by,
        who=signed.who,
        when=signed.when.isoformat(),
        note=signed.note,
    )


def _passage(article: Article, correction: Correction, event: Event | None) -> Span:
    """The sentence of an event; of a statement, or where there is no event, the paragraph."""
    sentences = event.evidence if event else ()
    for part in (*sentences, *article.sections):
        if part.covers(correction.words):
            return part
    return correction.words


def _said(reading: Record, finding: Event | Statement) -> Said:
    """What memcon read there."""
    is_event = isinstance(finding, Event)
    span = None if is_event else finding.speaker_span
    return Said(
        finding=finding.id,
        type=finding.type if is_event else None,
        mode=finding.mode if is_event else None,
        speakers=None if is_event else _names(reading, finding.speakers),
        speaker_span=_quote(span, reading.article.text) if span else None,
        confidence=finding.confidence,
    )


def _right(correction: Correction, now: Statement | None, text: str) -> Answer:
    """What the reader says; all is null where it is no event."""
    right = correction.right
    span = now.speaker_span if now else None
    return Answer(
        type=right.type if isinstance(right, Coding) else None,
        mode=right.mode if isinstance(right, Coding) else None,
        speakers=(right.name,) if isinstance(right, Speaker) else None,
        speaker_span=_quote(span, text) if span else None,
    )


def _example(reading: Record, event: Event, correction: Correction, passage: Span) -> Example:
    """The event with its right label, for the typer."""
    right = correction.right
    is_one = isinstance(right, Coding)
    return Example(
        label=folded(right.type) if is_one else _NONE,
        status=event.status if is_one else _NONE,
        marked=_marked(reading, event, passage),
    )


def _marked(reading: Record, event: Event, passage: Span) -> str | None:
    """The sentence with <s> and <t> around the mentions of both sides nearest to the trigger.

    Of parties that act on each other the first is marked as source, the second as target.
    """
    sides = (event.source[:1], event.source[1:]) if event.mutual else (event.source, event.target)
    chosen: dict[str, Span] = {}
    for mark, idents in zip("st", sides, strict=True):
        taken = (event.trigger, *chosen.values())
        free = [
            place
            for place in _places(reading, idents, passage)
            if not any(place.overlaps(other) for other in taken)
        ]
        if free:
            chosen[mark] = min(free, key=lambda place: _gap(place, event.trigger))
    if not chosen:
        return None
    text, made, reached = reading.article.text, "", passage.start
    for mark, place in sorted(chosen.items(), key=lambda one: one[1].start):
        made += f"{text[reached : place.start]}<{mark}>{place.words(text)}</{mark}>"
        reached = place.end
    return " ".join((made + text[reached : passage.end]).split())


def _brat(record: Record, passage: Span) -> str:
    """All attributions in a passage, as PolNeAR's files have them."""
    spans: list[str] = []
    links: list[str] = []
    for statement in record.statements:
        roles = (
            ("Source", (statement.speaker_span,) if statement.speaker_span else ()),
            ("Cue", (statement.cue,) if statement.cue else ()),
            ("Content", statement.content),
        )
        link: list[str] = []
        for role, places in roles:
            for place in places:
                if passage.covers(place):
                    start, end = place.start - passage.start, place.end - passage.start
                    words = " ".join(place.words(record.article.text).split())
                    spans.append(f"T{len(spans) + 1}\t{role} {start} {end}\t{words}")
                    link.append(f"{role}:T{len(spans)}")
        if link:
            links.append(f"E{len(links) + 1}\t{' '.join(link)}")
    return "".join(f"{line}\n" for line in (*spans, *links))


def _told(reading: Record, trigger: Span) -> Told:
    """What memcon read on the words of a trigger."""
    article, text = reading.article, reading.article.text
    event = next((one for one in reading.events if one.trigger.overlaps(trigger)), None)
    parts = (*(event.evidence if event else ()), *article.sections)
    passage = next((part for part in parts if part.covers(trigger)), trigger)
    return Told(
        article=article.id,
        finding=event.id if event else None,
        published=article.published.value if article.published else None,
        passage=_quote(passage, text),
        trigger=_quote(trigger, text),
        type=event.type if event else None,
        mode=event.mode if event else None,
        status=event.status if event else None,
        source=_names(reading, event.source if event else ()),
        target=_names(reading, event.target if event else ()),
    )


def _places(record: Record, idents: Sequence[str], passage: Span) -> tuple[Quote, ...]:
    """Where a passage names these actors, in reading order."""
    places = {
        (span.start, span.end): span
        for actor in record.actors
        if actor.id in idents
        for span in actor.mentions
        if passage.covers(span)
    }
    return tuple(_quote(places[place], record.article.text) for place in sorted(places))


def _names(record: Record, idents: Sequence[str]) -> tuple[str, ...]:
    known = {actor.id: actor.name for actor in record.actors}
    return tuple(known[ident] for ident in idents)


def _gap(one: Span, other: Span) -> int:
    """How many characters are between two spans."""
    return max(one.start - other.end, other.start - one.end)


def _quote(span: Span, text: str) -> Quote:
    return Quote(start=span.start, end=span.end, text=span.words(text))
