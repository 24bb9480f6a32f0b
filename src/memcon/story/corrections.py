"""Correction: what a reader sets right in a record: whose words, which type, or that it is none.

A finding is meant by its words and a speaker by who it is, not by their ids, so that a correction
holds when the article is read again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from msgspec.structs import replace

from memcon.codes.cameo import cameo_of
from memcon.codes.plover import goldstein_of, modes_of, quad_of
from memcon.codes.spelling import key
from memcon.errors import RecordError
from memcon.record.contract import Record
from memcon.record.findings import Actor, Event, Statement
from memcon.record.idents import finding
from memcon.record.span import Span
from memcon.record.terms import EventType
from memcon.story.identities import identify

Kind = Literal["speaker", "type", "not-event"]
# So sure is what a reader has set right.
_CERTAIN = 1.0
_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Coding:
    """An event's type with its mode."""

    type: EventType
    mode: str | None = None

    def __str__(self) -> str:
        """As in "CONSULT meet"."""
        return f"{self.type} {self.mode}" if self.mode else self.type


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the key of an actor's identity, what it is called, and where it is named."""

    key: str
    name: str
    mention: Span | None

    def __str__(self) -> str:
        """Its name."""
        return self.name


@dataclass(frozen=True, slots=True)
class Signature:
    """Who set it right, when (UTC), and what he notes."""

    who: str
    when: datetime
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What is right of a finding: its coding or its speaker; None: that it is no event.

    `words` are an event's trigger or the first words of a statement, in the text of the article
    with this id; `was` is what stood before: "CONSULT meet", "Joe Biden; Vladimir Putin".
    """

    kind: Kind
    article: str
    words: Span
    right: Coding | Speaker | None
    was: str
    signed: Signature


def retyped(record: Record, ident: str, coding: Coding, signed: Signature) -> Correction:
    """That an event has this type and mode; RecordError if there is no such event or mode."""
    event = _event(record, ident)
    modes = modes_of(coding.type)
    if coding.mode and coding.mode not in modes:
        known = f"its modes are {', '.join(modes)}" if modes else "it has no modes"
        raise RecordError(f"{coding.type} has no mode {coding.mode!r}; {known}")
    if (coding.type, coding.mode) == (event.type, event.mode):
        raise RecordError(f"{ident} is {coding} already")
    return Correction("type", record.article.id, event.trigger, coding, _coded(event), signed)


def struck(record: Record, ident: str, signed: Signature) -> Correction:
    """That an event is none; RecordError if there is no such event."""
    event = _event(record, ident)
    return Correction("not-event", record.article.id, event.trigger, None, _coded(event), signed)


def reattributed(record: Record, ident: str, whom: str, signed: Signature) -> Correction:
    """That a statement is this actor's: by id, key or name; RecordError if none or several fit."""
    statement = finding(record, ident)
    if not isinstance(statement, Statement) or not statement.content:
        raise RecordError(f"{ident} is no statement; a speaker is that of a statement, as s1")
    actor = _named(record, whom)
    if statement.speakers == (actor.id,):
        raise RecordError(f"{ident} is {actor.name}'s already")
    names = {one.id: one.name for one in record.actors}
    return Correction(
        kind="speaker",
        article=record.article.id,
        words=statement.content[0],
        right=Speaker(identify(actor).key, actor.name, next(iter(actor.mentions), None)),
        was="; ".join(names[speaker] for speaker in statement.speakers),
        signed=signed,
    )


def corrected(record: Record, corrections: Iterable[Correction]) -> Record:
    """The record with what was set right in it, one after another: the last word stands.

    All ids stay as they are. A correction whose finding or speaker the record does not have changes
    nothing.
    """
    for correction in corrections:
        meant = {one.id for one in found(record, correction)}
        match correction.right:
            case Coding() as coding:
                record = _with_type(record, meant, coding)
            case Speaker() as speaker:
                record = _with_speaker(record, meant, speaker)
            case None:
                record = _without(record, meant)
    return record


def found(record: Record, correction: Correction) -> tuple[Event | Statement, ...]:
    """The findings of a record that a correction is about; two may rest on the same words."""
    if correction.article != record.article.id:
        return ()
    if correction.kind == "speaker":
        spoken = [one for one in record.statements if one.content]
        return tuple(_closest(spoken, [one.content[0] for one in spoken], correction.words))
    return tuple(event for event in record.events if event.trigger.overlaps(correction.words))


def _closest(
    statements: Sequence[Statement], spans: Sequence[Span], words: Span
) -> Iterator[Statement]:
    """Those with exactly these words, or else with the most like them: statements are nested."""
    shares = [_share(span, words) for span in spans]
    most = max(shares, default=0.0)
    return (one for one, share in zip(statements, shares, strict=True) if share == most > 0)


def _share(one: Span, other: Span) -> float:
    """How much of two spans is of both, from 0 to 1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _with_type(record: Record, meant: set[str], coding: Coding) -> Record:
    """The record in which these events have a type, and what follows from it."""
    events = (
        replace(
            event,
            type=coding.type,
            mode=coding.mode,
            cameo=cameo_of(coding.type, coding.mode),
            quad=quad_of(coding.type),
            goldstein=goldstein_of(coding.type, coding.mode),
            confidence=_CERTAIN,
        )
        if event.id in meant
        else event
        for event in record.events
    )
    return replace(record, events=tuple(events))


def _without(record: Record, meant: set[str]) -> Record:
    """The record without these events; a position that was known from one rests on its words."""
    events = tuple(event for event in record.events if event.id not in meant)
    positions = tuple(
        replace(position, event=None) if position.event in meant else position
        for position in record.positions
    )
    return replace(record, events=events, positions=positions)


def _with_speaker(record: Record, meant: set[str], speaker: Speaker) -> Record:
    """The record in which an actor says these, and holds what is known from its words alone."""
    actor = _who(record, speaker)
    if actor is None:
        return record
    before = {one.id: one.speakers for one in record.statements if one.id in meant}
    statements = (
        _said_by(record, one, actor) if one.id in meant else one for one in record.statements
    )
    positions = (
        replace(one, actor=actor.id)
        if one.event is None and one.actor in before.get(one.statement or "", ())
        else one
        for one in record.positions
    )
    return replace(record, statements=tuple(statements), positions=tuple(positions))


def _said_by(record: Record, statement: Statement, actor: Actor) -> Statement:
    """A statement as an actor's; who says it is no longer who passes it on."""
    return replace(
        statement,
        speakers=(actor.id,),
        speaker_span=_nearest(record, statement, actor),
        via=None if statement.via == actor.id else statement.via,
        confidence=_CERTAIN,
    )


def _nearest(record: Record, statement: Statement, actor: Actor) -> Span | None:
    """Where the paragraph of a statement names an actor, outside of all that is said."""
    near = statement.cue or statement.content[0]
    block = next((part for part in record.article.sections if part.covers(near)), None)
    here = [span for span in actor.mentions if block and block.covers(span)]
    said = [span for one in record.statements for span in one.content]
    mentions = [one for one in here if not any(one.overlaps(span) for span in said)]
    return min(mentions, key=lambda m: max(m.start - near.end, near.start - m.end), default=None)


def _who(record: Record, speaker: Speaker) -> Actor | None:
    """The actor who is meant: by its identity, or else by where it is named."""
    mention = speaker.mention
    there = [a for a in record.actors if mention and any(mention.overlaps(m) for m in a.mentions)]
    known = [a for a in record.actors if identify(a).key == speaker.key]
    both = [actor for actor in known if actor in there]
    return next(iter((*both, *known, *there)), None)


def _event(record: Record, ident: str) -> Event:
    event = finding(record, ident)
    if not isinstance(event, Event):
        raise RecordError(f"{ident} is no event; a type is that of an event, as e1")
    return event


def _named(record: Record, whom: str) -> Actor:
    """The actor of this id, key or name, or the only one whose name has these words."""
    words = set(key(whom).split())
    names = {actor.id: f"{actor.name} {identify(actor).name}" for actor in record.actors}
    known = [a for a in record.actors if whom in (a.id, identify(a).key)] or [
        a for a in record.actors if key(whom) in (key(a.name), key(identify(a).name))
    ]
    fits = known or [a for a in record.actors if words and words <= set(key(names[a.id]).split())]
    if not fits or len({identify(actor).key for actor in fits}) > 1:
        others = ", ".join(dict.fromkeys(a.name for a in fits or record.actors[:_MOST_NAMES]))
        reason = "name one of them in full:" if fits else "the article names nobody so; it names"
        raise RecordError(f"{whom}: {reason} {others or 'nobody'}")
    return fits[0]


def _coded(event: Event) -> str:
    return str(Coding(event.type, event.mode))
