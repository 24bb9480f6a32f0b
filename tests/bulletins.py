"""Bulletins: short articles whose records are made by hand, each finding from a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from msgspec.structs import replace

from memcon.codes.plover import goldstein_of, quad_of
from memcon.record.article import Article, Published, Section
from memcon.record.contract import MadeBy, Record, encode
from memcon.record.findings import (
    Actor,
    Event,
    Issue,
    Place,
    Position,
    Prospect,
    Quantity,
    Silence,
    Statement,
    Time,
)
from memcon.record.span import Span
from memcon.record.terms import EventStatus, EventType, ProspectStatus, SilenceKind, Stance

# Each name with its kind, country and sector.
KNOWN = {
    "Joe Biden": ("person", "USA", "GOV"),
    "Antony Blinken": ("person", "USA", "GOV"),
    "United States": ("state", "USA", None),
    "Vladimir Putin": ("person", "RUS", "GOV"),
    "Sergei Lavrov": ("person", "RUS", "GOV"),
    "Maria Lavrova": ("person", "RUS", "CVL"),
    "Dmitry Peskov": ("person", "RUS", "GOV"),
    "Russia": ("state", "RUS", None),
    "Germany": ("state", "DEU", None),
    "NATO": ("igo", None, "IGO"),
}


@dataclass(frozen=True, slots=True)
class Act:
    """A sentence that tells an event, and how many; mutual where there is no target."""

    words: str
    type: EventType
    source: tuple[str, ...]
    target: tuple[str, ...] = ()
    status: EventStatus = "actual"
    day: str | None = None
    mode: str | None = None
    number: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence that tells what somebody said: what stands behind the cue."""

    words: str
    speaker: str
    cue: str


@dataclass(frozen=True, slots=True)
class View:
    """A sentence that tells a position."""

    words: str
    actor: str
    stance: Stance
    issue: str


@dataclass(frozen=True, slots=True)
class Mum:
    """A sentence that tells a silence."""

    words: str
    actor: str
    kind: SilenceKind = "refused"
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A sentence that tells a prospect."""

    words: str
    what: str
    participants: tuple[str, ...]
    status: ProspectStatus
    day: str | None = None


Told = Act | Say | View | Mum | Plan


def bulletin(day: str | None, *told: Told, publisher: str = "Example Courier") -> Record:
    """An article of a day whose paragraphs are these sentences."""
    article = _article(day, [one.words for one in told], publisher)
    spans = dict(zip(told, (Span(start=s.start, end=s.end) for s in article.sections), strict=True))
    actors = _idents("a", (name for one in told for name in _names(one)))
    issues = _idents("i", (one.issue for one in told if isinstance(one, View | Mum) and one.issue))
    times = _idents("t", (one.day for one in told if isinstance(one, Act | Plan) and one.day))
    record = Record(
        format="memcon/1",
        made_by=MadeBy(memcon="0.0.1", models={}),
        warnings=(),
        article=article,
        actors=tuple(
            Actor(
                id=ident,
                name=name,
                kind=KNOWN[name][0],
                country=KNOWN[name][1],
                sector=KNOWN[name][2],
                roles=(),
                mentions=tuple(spans[one] for one in told if name in _names(one)),
            )
            for name, ident in actors.items()
        ),
        times=tuple(
            Time(id=ident, type="DATE", value=value, start=0, end=4)
            for value, ident in times.items()
        ),
        places=(),
        events=tuple(
            _event(f"e{number}", act, spans[act], actors, times)
            for number, act in enumerate((one for one in told if isinstance(one, Act)), 1)
        ),
        statements=tuple(
            _statement(f"s{number}", say, spans[say], actors)
            for number, say in enumerate((one for one in told if isinstance(one, Say)), 1)
        ),
        issues=tuple(
            Issue(id=ident, name=name, context=None, mentions=(Span(start=0, end=4),))
            for name, ident in issues.items()
        ),
        positions=tuple(
            Position(
                actor=actors[view.actor],
                issue=issues[view.issue],
                stance=view.stance,
                statement=None,
                event=None,
                evidence=spans[view],
                confidence=0.9,
            )
            for view in told
            if isinstance(view, View)
        ),
        silences=tuple(
            Silence(
                actor=actors[mum.actor],
                about=issues[mum.issue] if mum.issue else None,
                kind=mum.kind,
                asked_by=None,
                evidence=spans[mum],
                confidence=0.9,
            )
            for mum in told
            if isinstance(mum, Mum)
        ),
        prospects=tuple(
            Prospect(
                id=f"n{number}",
                what=plan.what,
                participants=tuple(actors[name] for name in plan.participants),
                status=plan.status,
                time=times[plan.day] if plan.day else None,
                place=None,
                deciders=(),
                announcers=(),
                conditions=(),
                evidence=(spans[plan],),
                confidence=0.9,
            )
            for number, plan in enumerate((one for one in told if isinstance(one, Plan)), 1)
        ),
    )
    encode(record)
    return record


def placed(
    day: str,
    words: str,
    spot: tuple[str, str | None, float | None, float | None],
    kind: EventType = "CONSULT",
    who: tuple[str, ...] = ("Joe Biden", "Vladimir Putin"),
) -> Record:
    """An article that tells one happening, at a spot: its name, country, latitude, longitude."""
    record = bulletin(day, Act(words, kind, who[:1], who[1:], day=day))
    name, country, lat, lon = spot
    place = Place(id="p1", name=name, country=country, lat=lat, lon=lon, start=0, end=4)
    events = tuple(replace(event, place="p1") for event in record.events)
    return replace(record, places=(place,), events=events)


def expelled(day: str, words: str, number: int, publisher: str, on: str = "2021-04-16") -> Record:
    """An article of a day in which Russia expels so many diplomats of the United States."""
    act = Act(
        words,
        "SANCTION",
        ("Russia",),
        ("United States",),
        day=on,
        mode="expel",
        number=(number, "diplomat"),
    )
    return bulletin(day, act, publisher=publisher)


def _article(day: str | None, paragraphs: list[str], publisher: str) -> Article:
    text = "\n\n".join(paragraphs)
    starts = [sum(len(p) + 2 for p in paragraphs[:n]) for n in range(len(paragraphs))]
    return Article(
        id=sha256(text.encode()).hexdigest(),
        given_id=None,
        url=None,
        publisher=publisher,
        language="en",
        published=Published(value=day, basis="given") if day else None,
        title=None,
        text=text,
        sections=tuple(
            Section(kind="body", start=start, end=start + len(paragraph))
            for start, paragraph in zip(starts, paragraphs, strict=True)
        ),
        credits=(),
        flags=(),
        notices=(),
    )


def _names(told: Told) -> tuple[str, ...]:
    """Who is named in a sentence."""
    if isinstance(told, Act):
        return (*told.source, *told.target)
    if isinstance(told, Say):
        return (told.speaker,)
    return told.participants if isinstance(told, Plan) else (told.actor,)


def _idents(letter: str, names: Iterable[str]) -> dict[str, str]:
    """An id for each name."""
    return {name: f"{letter}{number}" for number, name in enumerate(dict.fromkeys(names), 1)}


def _statement(ident: str, say: Say, span: Span, actors: dict[str, str]) -> Statement:
    start = span.start + say.words.index(say.cue)
    return Statement(
        id=ident,
        speakers=(actors[say.speaker],),
        speaker_span=None,
        cue=Span(start=start, end=start + len(say.cue)),
        content=(Span(start=start + len(say.cue) + 1, end=span.end),),
        form="indirect",
        via=None,
        venue=None,
        time=None,
        confidence=0.9,
    )


def _event(
    ident: str, act: Act, span: Span, actors: dict[str, str], times: dict[str, str]
) -> Event:
    return Event(
        id=ident,
        type=act.type,
        mode=act.mode,
        cameo=None,
        contexts=(),
        source=tuple(actors[name] for name in act.source),
        target=tuple(actors[name] for name in act.target),
        mutual=not act.target,
        intermediaries=(),
        issues=(),
        time=times[act.day] if act.day else None,
        place=None,
        status=act.status,
        background=False,
        said_by=None,
        quantities=()
        if act.number is None
        else (
            Quantity(value=act.number[0], unit=act.number[1], start=span.start, end=span.start + 4),
        ),
        goldstein=goldstein_of(act.type, act.mode),
        quad=quad_of(act.type),
        trigger=Span(start=span.start, end=span.start + 4),
        evidence=(span,),
        confidence=0.9,
    )


# Two states from an offer to a meeting, as three papers tell it.
SUMMIT = (
    bulletin(
        "2021-04-14",
        Plan(
            "Biden offered Putin a summit in a third country, the White House said on Wednesday.",
            "summit",
            ("Joe Biden", "Vladimir Putin"),
            "floated",
        ),
        View(
            "Lavrov called the new sanctions a hostile step that Moscow would not leave alone.",
            "Sergei Lavrov",
            "opposes",
            "sanctions",
        ),
        Act(
            "Lavrov accused the United States of wrecking what was left of the relationship.",
            "ACCUSE",
            ("Sergei Lavrov",),
            ("United States",),
        ),
        publisher="Potomac Ledger",
    ),
    bulletin(
        "2021-05-20",
        Act(
            "Blinken and Lavrov talked for an hour and three quarters in Reykjavik on Wednesday.",
            "CONSULT",
            ("Antony Blinken", "Sergei Lavrov"),
            day="2021-05-19",
            mode="meet",
        ),
        Mum(
            "Peskov would not say whether the presidents had settled on a day for their summit.",
            "Dmitry Peskov",
        ),
        View(
            "Peskov welcomed the talks in Reykjavik as a positive signal from the new team.",
            "Dmitry Peskov",
            "welcomes",
            "talks",
        ),
        publisher="Northern Courier",
    ),
    bulletin(
        "2021-05-25",
        Plan(
            "The White House announced that Biden and Putin will hold their summit on June 16.",
            "summit",
            ("Joe Biden", "Vladimir Putin"),
            "scheduled",
            "2021-06-16",
        ),
        Act(
            "When Blinken met Lavrov on May 19, both ministers had spoken of a frank exchange.",
            "CONSULT",
            ("Antony Blinken", "Sergei Lavrov"),
            day="2021-05-19",
            mode="meet",
        ),
        publisher="Daily Beacon",
    ),
    bulletin(
        "2021-06-16",
        Plan(
            "The summit of Biden and Putin at a villa above the lake took three and a half hours.",
            "summit",
            ("Joe Biden", "Vladimir Putin"),
            "held",
            "2021-06-16",
        ),
        Act(
            "Biden and Putin met in Geneva on Wednesday and shook hands before the cameras.",
            "CONSULT",
            ("Joe Biden", "Vladimir Putin"),
            day="2021-06-16",
            mode="meet",
        ),
        Act(
            "Biden and Putin agreed to send their ambassadors back to Washington and Moscow.",
            "AGREE",
            ("Joe Biden", "Vladimir Putin"),
            day="2021-06-16",
        ),
        View(
            "Lavrov said Moscow could live with sanctions that both sides had talked through.",
            "Sergei Lavrov",
            "open",
            "sanctions",
        ),
        publisher="Potomac Ledger",
    ),
    bulletin(
        "2021-06-21",
        Act(
            "NATO asked Russia to pull its troops back from the border before the autumn drills.",
            "REQUEST",
            ("NATO",),
            ("Russia",),
        ),
        Act(
            "Germany will send a delegation of engineers to Russia next month, officials said.",
            "AID",
            ("Germany",),
            ("Russia",),
            status="planned",
            day="2021-07",
        ),
        publisher="Daily Beacon",
    ),
)

TEN = "Russia is expelling ten diplomats of the United States over the new sanctions."
EIGHT = "Moscow gave eight diplomats at the embassy a week to leave the country."
