"""Finding: one finding of an article: what it says, where that leads, and how it is set right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args
from urllib.parse import quote

from memcon.brief.explanation import heading
from memcon.brief.finding import line_of
from memcon.brief.lines import Line, plain
from memcon.brief.references import References
from memcon.brief.words import ACTS
from memcon.codes.plover import modes_of
from memcon.desk.desk import Desk
from memcon.errors import DeskError
from memcon.record.findings import Actor, Event, Position, Prospect, Silence, Statement
from memcon.record.idents import Finding, named
from memcon.record.terms import EventType
from memcon.story.amendments import Amendment
from memcon.story.amounts import amount
from memcon.story.clippings import Clipping
from memcon.story.known import countries
from memcon.web.errata import Erratum, erratum
from memcon.web.marks import Mark, marks
from memcon.web.query import Query
from memcon.web.view import View

_TYPES: tuple[EventType, ...] = get_args(EventType)
# So many characters of an article's id stand in its address.
SHOWN = 16


@dataclass(frozen=True, slots=True)
class Term:
    """Words, and the address that they lead to, if any."""

    words: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """What is told under one label: "Who": each party."""

    label: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader may say is right: a value, in words, under a head."""

    head: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A finding as it is shown beside its article; of one that was struck only what it was.

    `others` are findings that rest on the same words, `choices` what may be right in its place, and
    `stands` the one of them that is said now.
    """

    article: str
    title: str | None
    ident: str
    kind: str
    heading: str
    line: Line | None
    details: tuple[Detail, ...]
    confidence: float | None
    ways: tuple[Term, ...]
    others: tuple[Term, ...]
    errata: tuple[Erratum, ...]
    choices: tuple[Choice, ...]
    stands: str | None


class FindingQuery(Query, frozen=True, kw_only=True):
    """A finding of an article: "e3", "s1", "pos2", "sil1", "n1", "a4"."""

    id: str
    finding: str


def panel(clipping: Clipping, ident: str) -> Panel | None:
    """The finding of this name; None if the article has none."""
    record = clipping.record
    references = References.of(record, countries())
    made = tuple(one for one in clipping.amendments if one.witness.finding == ident)
    marked = marks(record, clipping.amendments)
    if ident in references.actors:
        return _of_actor(clipping, references, marked, references.actors[ident])
    found = named(record).get(ident)
    if found is None:
        return _of_struck(clipping, ident, made) if made else None
    return Panel(
        article=record.article.id,
        title=record.article.title,
        ident=ident,
        kind=type(found).__name__,
        heading=heading(references, found),
        line=line_of(references, found),
        details=tuple(one for one in _details(clipping, references, found) if one.terms),
        confidence=found.confidence,
        ways=tuple(_ways(clipping, ident)),
        others=tuple(_others(clipping, marked, ident)),
        errata=tuple(map(erratum, made)),
        choices=tuple(_choices(references, found)),
        stands=_stands(found),
    )


def address_of(article: str, ident: str) -> str:
    """The address at which a finding stands in its article."""
    name = quote(ident, safe="")
    return f"/article/{article[:SHOWN]}?finding={name}#{name}"


def _of_actor(
    clipping: Clipping, references: References, marked: Iterable[Mark], actor: Actor
) -> Panel:
    side = references.side(actor)
    mentions = len(actor.mentions)
    details = (
        Detail("Is", (Term(references.office(actor) or actor.kind),)),
        Detail("Side", (Term(side),)),
        Detail("Sector", (Term(actor.sector),) if actor.sector else ()),
        Detail("Named", (Term(f"{mentions} time{'' if mentions == 1 else 's'} here"),)),
    )
    return Panel(
        article=clipping.record.article.id,
        title=clipping.record.article.title,
        ident=actor.id,
        kind="Actor",
        heading=plain(actor.name),
        line=None,
        details=tuple(one for one in details if one.terms),
        confidence=None,
        ways=tuple(_ways(clipping, actor.id)),
        others=tuple(_others(clipping, marked, actor.id)),
        errata=(),
        choices=(),
        stands=None,
    )


def _of_struck(clipping: Clipping, ident: str, made: tuple[Amendment, ...]) -> Panel:
    return Panel(
        article=clipping.record.article.id,
        title=clipping.record.article.title,
        ident=ident,
        kind="Event",
        heading="No event",
        line=None,
        details=(),
        confidence=None,
        ways=(),
        others=(),
        errata=tuple(map(erratum, made)),
        choices=(),
        stands=None,
    )


def _details(clipping: Clipping, references: References, found: Finding) -> Iterator[Detail]:
    """What the record tells apart."""
    match found:
        case Event():
            yield from _of_event(clipping, references, found)
        case Statement():
            yield Detail("Who", _actors(clipping, references, found.speakers))
            yield Detail("Through", _actors(clipping, references, (found.via,)))
            yield Detail("At", (Term(plain(found.venue)),) if found.venue else ())
            yield Detail("When", _term(references.when(found.time)))
            yield Detail("Form", (Term(found.form),))
        case Position():
            yield Detail("Who", _actors(clipping, references, (found.actor,)))
            yield Detail("Issue", (_issue(references, found.issue),))
            yield Detail("Stance", (Term(found.stance),))
            yield Detail("From", tuple(_known_from(clipping, (found.statement, found.event))))
        case Silence():
            yield Detail("Who", _actors(clipping, references, (found.actor,)))
            yield Detail("About", (_issue(references, found.about),) if found.about else ())
            yield Detail("Kind", (Term(found.kind),))
            yield Detail("Asked by", _actors(clipping, references, (found.asked_by,)))
        case Prospect():
            yield Detail("Who", _actors(clipping, references, found.participants))
            yield Detail("Status", (Term(found.status),))
            yield Detail("When", _term(references.when(found.time)))
            yield Detail("Where", _term(references.where(found.place)))
            yield Detail("Decided by", _actors(clipping, references, found.deciders))
            yield Detail("Announced by", _actors(clipping, references, found.announcers))


def _of_event(clipping: Clipping, references: References, event: Event) -> Iterator[Detail]:
    code = " ".join(filter(None, (event.type, event.mode)))
    status = f"{event.status}, told as background" if event.background else event.status
    yield Detail("Type", (Term(f"{code}: {ACTS[event.type].noun}"),))
    yield Detail("Status", (Term(status),))
    yield Detail("Who", _actors(clipping, references, event.source))
    yield Detail("To whom", _actors(clipping, references, event.target))
    yield Detail("Through", _actors(clipping, references, event.intermediaries))
    yield Detail("When", _term(references.when(event.time)))
    yield Detail("Where", _term(references.where(event.place)))
    yield Detail("How many", tuple(Term(amount(q.value, q.unit)) for q in event.quantities))
    yield Detail("About", tuple(_issue(references, issue) for issue in event.issues))
    if event.said_by:
        speakers = references.statements[event.said_by].speakers
        yield Detail("Said by", _actors(clipping, references, speakers))
        yield Detail("In", tuple(_known_from(clipping, (event.said_by,))))


def _term(words: str | None) -> tuple[Term, ...]:
    return (Term(words),) if words else ()


def _actors(
    clipping: Clipping, references: References, idents: Iterable[str | None]
) -> tuple[Term, ...]:
    """Each by name; who has a page of its own leads there."""
    return tuple(
        Term(references.label(ident).words, actor_page(clipping.actors.get(ident)))
        for ident in idents
        if ident
    )


def actor_page(key: str | None) -> str | None:
    """The address of an actor's page; None for who has no key."""
    return f"/actor/{quote(key, safe='')}" if key else None


def _issue(references: References, ident: str) -> Term:
    name = plain(references.issues[ident].name)
    return Term(name, f"/issue/{quote(name, safe='')}" if name else None)


def _known_from(clipping: Clipping, idents: Iterable[str | None]) -> Iterator[Term]:
    """The statement or event that something is known from."""
    kinds: Mapping[str, str] = {"s": "the statement", "e": "the event"}
    yield from (
        Term(f"{kinds[i[0]]} {i}", address_of(clipping.record.article.id, i)) for i in idents if i
    )


def _ways(clipping: Clipping, ident: str) -> Iterator[Term]:
    """Where it leads: to what its article and others tell together."""
    if ident in clipping.happenings:
        number = clipping.happenings[ident]
        yield Term("The happening, with all its sources", f"/happening/{number}")
    if ident in clipping.prospects:
        yield Term("The prospect, with its history", f"/prospect/{clipping.prospects[ident]}")
    if ident in clipping.actors:
        yield Term("All that the desk knows of this actor", actor_page(clipping.actors[ident]))


def _others(clipping: Clipping, marked: Iterable[Mark], ident: str) -> Iterator[Term]:
    """The findings that are marked on the same words."""
    painted = [mark for mark in marked if mark.is_painted or mark.part == "struck"]
    own = [mark.span for mark in painted if mark.finding == ident]
    beside = dict.fromkeys(
        (mark.kind, mark.finding)
        for mark in painted
        if mark.finding != ident
        and mark.kind != "actor"
        and any(mark.span.overlaps(span) for span in own)
    )
    article = clipping.record.article.id
    yield from (Term(f"{kind} {other}", address_of(article, other)) for kind, other in beside)


def _choices(references: References, found: Finding) -> Iterator[Choice]:
    """Types and modes for an event, the article's actors for a statement."""
    if isinstance(found, Event):
        for event_type in _TYPES:
            head = f"{event_type}: {ACTS[event_type].noun}"
            yield Choice(head, event_type, event_type)
            for mode in modes_of(event_type):
                yield Choice(head, f"{event_type} {mode}", f"{event_type} {mode}")
    elif isinstance(found, Statement) and found.content:
        for actor in sorted(references.actors.values(), key=lambda one: plain(one.name).lower()):
            office = references.office(actor)
            name = plain(actor.name)
            words = f"{name} ({office})" if office else name
            yield Choice(references.side(actor), actor.id, words)


def _stands(found: Finding) -> str | None:
    if isinstance(found, Event):
        return " ".join(filter(None, (found.type, found.mode)))
    return found.speakers[0] if isinstance(found, Statement) and found.speakers else None


def _ask(desk: Desk, query: FindingQuery) -> Panel:
    found = panel(desk.article(query.id), query.finding)
    if found is None:
        raise DeskError(f"article {query.id[:SHOWN]} has no finding {query.finding}")
    return found


def at_article(found: Panel) -> str:
    """The address of a finding's article."""
    return f"/article/{found.article[:SHOWN]}"


def _frame(answer: Panel, _query: FindingQuery) -> Mapping[str, Any]:
    return {"panel": answer, "at_article": at_article(answer)}


FINDING = View(
    path="/article/{id}/finding/{finding}",
    about="A finding of an article",
    query=FindingQuery,
    ask=_ask,
    template="finding.html",
    frame=_frame,
    is_table=False,
)
