"""Deeds: what happened, what was asked or refused, what is not certain, and what is history."""

from memcon.brief.lines import Line, Part, Piece, grouped, plain, sentence
from memcon.brief.references import References
from memcon.brief.words import ACTS, STATUSES
from memcon.record.findings import Event, Position
from memcon.record.span import Span

# A fact, be it over or under way; every other status is told apart from the facts.
_FACTS = ("actual", "ongoing")
# These have parts of their own.
_TOLD_APART = ("REQUEST", "REJECT")
# A finding that is less probable than not is marked.
_DOUBT = 0.5


def happened(references: References) -> Part:
    """Facts of this article's news, meetings and other mutual deeds first."""
    events = [event for event in _news(references) if event.type not in _TOLD_APART]
    events.sort(key=lambda event: (not event.mutual, event.trigger.start))
    lines = (told(references, event) for event in events)
    return Part(
        key="happened", title="What happened", groups=grouped(lines), none="No act is reported."
    )


def asked(references: References) -> Part:
    """Requests, and demands that no request told already."""
    requests = [event for event in _news(references) if event.type == "REQUEST"]
    lines = [told(references, event) for event in requests]
    lines += (
        _demand(references, position)
        for position in references.record.positions
        if position.stance == "demands" and not _is_told(position, requests)
    )
    return Part(
        key="asked", title="What was asked", groups=grouped(lines), none="No request is reported."
    )


def refusals(references: References) -> tuple[Line, ...]:
    """What was asked or proposed and turned down."""
    return tuple(told(references, event) for event in _news(references) if event.type == "REJECT")


def uncertain(references: References) -> Part:
    """What is alleged, possible, planned, proposed, denied or hangs on something."""
    lines = (
        told(references, event)
        for event in references.record.events
        if event.status not in _FACTS and not event.background
    )
    return Part(key="uncertain", title="Alleged, planned or possible", groups=grouped(lines))


def background(references: References) -> Part:
    """What is told as history."""
    lines = (told(references, event) for event in references.record.events if event.background)
    return Part(key="background", title="Background", groups=grouped(lines))


def told(references: References, event: Event) -> Line:
    """An event in the codebook's terms, then in the article's words."""
    what = _deed if event.status in _FACTS else _notion
    pieces = (
        *what(references, event),
        Piece(_setting(references, event)),
        *_according_to(references, event),
        Piece(": "),
        references.quoted((_telling(references, event),)),
    )
    marks = ("ongoing",) if event.status == "ongoing" else ()
    return Line(
        pieces=sentence(*pieces),
        evidence=event.evidence,
        marks=(*marks, *doubts(event.confidence)),
    )


def doubts(confidence: float) -> tuple[str, ...]:
    """The mark of a finding that is more likely wrong than right."""
    return ("uncertain",) if confidence < _DOUBT else ()


def _news(references: References) -> list[Event]:
    """The facts that are this article's news, in reading order."""
    return [
        event
        for event in references.record.events
        if event.status in _FACTS and not event.background
    ]


def _deed(references: References, event: Event) -> tuple[Piece, ...]:
    """ "A attacked B", "A and B held talks"."""
    act = ACTS[event.type]
    source, target = references.named(event.source), references.named(event.target)
    if not source:
        return (Piece(act.noun), *_linked(act.towards, target))
    if event.mutual and len(event.source) > 1:
        return (*source, Piece(f" {act.together}"))
    if not target:
        return (*source, Piece(f" {act.alone}"))
    return (*source, Piece(f" {act.did} "), *target)


def _notion(references: References, event: Event) -> tuple[Piece, ...]:
    """ "Possible talks between A and B", "Alleged attack by A on B"."""
    act = ACTS[event.type]
    what = Piece(f"{STATUSES[event.status]} {act.noun}")
    source = references.named(event.source)
    if event.mutual and len(event.source) > 1:
        return (what, *_linked("between", source))
    target = references.named(event.target)
    return (what, *_linked("by", source), *_linked(act.towards, target))


def _linked(preposition: str, names: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """ " on B", or nothing."""
    return (Piece(f" {preposition} "), *names) if names else ()


def _setting(references: References, event: Event) -> str:
    """Where and when, and through whom; a party's own country says nothing of where."""
    parties = [references.actors[ident] for ident in (*event.source, *event.target)]
    sides = [name for actor in parties for name in (actor.name, references.side(actor))]
    where, when = references.where(event.place), references.date(event.time)
    where = None if where in sides else where
    through = "".join(piece.words for piece in references.named(event.intermediaries))
    told_of = (
        f" in {where}" if where else "",
        f", {when}" if when else "",
        f", through {through}" if through else "",
    )
    return "".join(told_of)


def _telling(references: References, event: Event) -> Span:
    """The words that tell an event best: what was said of it, or else its own sentence."""
    told_in = next((e for e in event.evidence if e.covers(event.trigger)), event.evidence[0])
    if event.said_by is None:
        return told_in
    contents = references.statements[event.said_by].content
    held = (c for c in contents if c.covers(event.trigger) and told_in.covers(c))
    return next(held, told_in)


def _according_to(references: References, event: Event) -> tuple[Piece, ...]:
    """Who says so, and who reports it at second hand; nothing in the article's own voice."""
    if event.said_by is None:
        return ()
    statement = references.statements[event.said_by]
    speakers = references.named(statement.speakers)
    said = (Piece(", according to "), *speakers) if speakers else ()
    if statement.via is None:
        return said
    return (*said, Piece(", as reported by "), references.name(statement.via))


def _demand(references: References, position: Position) -> Line:
    """ "A demands the issue", with the words."""
    issue = plain(references.issues[position.issue].name)
    return Line(
        pieces=sentence(
            references.name(position.actor),
            Piece(f" demands {issue}: "),
            references.quoted((position.evidence,)),
        ),
        evidence=(position.evidence,),
        marks=doubts(position.confidence),
    )


def _is_told(position: Position, requests: list[Event]) -> bool:
    """Whether one of the requests is the demand itself, told from the same words."""
    return any(span.overlaps(position.evidence) for event in requests for span in event.evidence)
