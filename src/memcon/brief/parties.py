"""Parties: where and when the talks were, who took part, and who else has a voice."""

from collections.abc import Iterable, Iterator

from memcon.brief.lines import Group, Line, Part, Piece, sentence
from memcon.brief.references import References
from memcon.record.findings import Actor, Event
from memcon.record.span import Span

# Talks that took place or are under way; the rest is no meeting yet.
_HELD = ("actual", "ongoing")


def talks(record_events: Iterable[Event]) -> tuple[Event, ...]:
    """The meetings that are this article's news: those of mutual parties, else any consultation."""
    held = tuple(
        event
        for event in record_events
        if event.type == "CONSULT" and event.status in _HELD and not event.background
    )
    return tuple(event for event in held if event.mutual) or held


def occasion(references: References) -> Line | None:
    """Date and place of the talks; None where there were none or neither is told."""
    held = talks(references.record.events)
    time = next((event.time for event in held if event.time), None)
    place = next((event.place for event in held if event.place), None)
    told = [words for words in (references.date(time), references.where(place)) if words]
    evidence: list[Span] = []
    if time:
        evidence.append(references.times[time])
    if place:
        evidence.append(references.places[place])
    if not told:
        return None
    return Line(pieces=(Piece(" · ".join(told)),), evidence=tuple(evidence))


def participants(references: References) -> Part:
    """Who sat at the table, by country."""
    return Part(
        key="participants", title="Participants", groups=_sides(references, _present(references))
    )


def others(references: References) -> Part:
    """Who else acts, speaks or is to decide, by country."""
    present = _present(references)
    absent = dict.fromkeys(ident for ident in _voices(references) if ident not in present)
    title = "Others in the account" if present else "Parties"
    return Part(key="parties", title=title, groups=_sides(references, absent))


def _present(references: References) -> tuple[str, ...]:
    """Who took part in the talks."""
    held = talks(references.record.events)
    return tuple(dict.fromkeys(ident for event in held for ident in _at_table(event)))


def _at_table(event: Event) -> tuple[str, ...]:
    """Everybody who took part in a meeting, hosts and mediators too."""
    return (*event.source, *event.target, *event.intermediaries)


def _voices(references: References) -> Iterator[str]:
    """Who has a part in this article's news, in the order of its findings."""
    record = references.record
    for event in record.events:
        if not event.background:
            yield from _at_table(event)
    for statement in record.statements:
        yield from statement.speakers
    for position in record.positions:
        yield position.actor
    for silence in record.silences:
        yield silence.actor
    for prospect in record.prospects:
        yield from (*prospect.participants, *prospect.deciders, *prospect.announcers)


def _sides(references: References, idents: Iterable[str]) -> tuple[Group, ...]:
    """The actors by side: countries in reading order, those without one last."""
    wanted = set(idents)
    sides: dict[str, list[Line]] = {}
    for actor in references.record.actors:
        if actor.id in wanted:
            sides.setdefault(references.side(actor), []).append(_entry(references, actor))
    order = sorted(sides, key=lambda side: side not in _countries(references))
    return tuple(
        Group(head=Line(pieces=(Piece(side),), evidence=()), lines=tuple(sides[side]))
        for side in order
    )


def _countries(references: References) -> frozenset[str]:
    """The names of the countries that the actors are of."""
    codes = {actor.country for actor in references.record.actors}
    return frozenset(references.country(code) for code in codes if code)


def _entry(references: References, actor: Actor) -> Line:
    """ "Sergei Lavrov, Foreign Minister", with the words that say so."""
    evidence = (_introduction(references, actor),)
    if actor.kind == "state" and actor.country is not None:
        return Line(pieces=(Piece("The state itself"),), evidence=evidence)
    office = references.office(actor)
    name = references.label(actor.id)
    pieces = (name, Piece(f", {office}")) if office else (name,)
    return Line(pieces=sentence(*pieces), evidence=evidence)


def _introduction(references: References, actor: Actor) -> Span:
    """The words for an office or, without one, a mention where something is told of the actor."""
    if actor.roles:
        return actor.roles[0]
    told = [span for event in references.record.events for span in event.evidence]
    told += [span for statement in references.record.statements for span in statement.content]
    mentions = (m for m in actor.mentions if any(span.covers(m) for span in told))
    return next(mentions, actor.mentions[0])
