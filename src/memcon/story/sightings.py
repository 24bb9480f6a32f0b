"""Sighting: an event as one article tells it, in terms that hold across articles."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.codes.spelling import plain
from memcon.record.contract import Record
from memcon.record.findings import Event, Quantity, Time
from memcon.record.span import Span
from memcon.record.terms import EventStatus, EventType, Quad
from memcon.story.identities import Identity, identify
from memcon.story.issues import issue_key
from memcon.story.periods import Period, period_of
from memcon.story.spots import Spot
from memcon.tables.days import first_day

# What has happened, or is said to have, cannot lie after the day of the report.
HAPPENED: frozenset[EventStatus] = frozenset(
    ("actual", "ongoing", "alleged", "denied", "not-happened")
)
# So many letters tell a word; so many of them tell it in all its forms: "expelled", "expulsion".
_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 5
_HEADINGS = frozenset(("headline", "caption"))
_DURATION = re.compile(r"PT(?:(?P<hours>[\d.]+)H)?(?:(?P<minutes>[\d.]+)M)?")
_JOINED = re.compile(r"\s*(?:,|and|,\s*and)?\s*")


@dataclass(frozen=True, slots=True)
class Sighting:
    """An event of one record; `article` is the record's article id and `event` the event's id.

    `period` is what the article says of its time; None where it says nothing. `beside` are the days
    nearest to its trigger in the same sentence, which may be those of another event. `words` are
    the beginnings of the longer words that tell what was done, without names of parties and titles.
    How long a meeting took stands among its `quantities`, in minutes. `is_heading`: only
    headlines and captions tell it.
    """

    article: str
    event: str
    published: date | None
    type: EventType
    mode: str | None
    status: EventStatus
    background: bool
    mutual: bool
    quad: Quad
    goldstein: float
    source: tuple[Identity, ...]
    target: tuple[Identity, ...]
    intermediaries: tuple[Identity, ...]
    said_by: tuple[Identity, ...]
    period: Period | None
    spot: Spot | None
    quantities: tuple[Quantity, ...]
    issues: tuple[str, ...]
    trigger: Span
    evidence: tuple[Span, ...]
    confidence: float
    beside: Period | None = None
    words: frozenset[str] = frozenset()
    is_heading: bool = False


def sightings(record: Record) -> tuple[Sighting, ...]:
    """The events of a record, in its order."""
    return tuple(_sightings(record))


def _sightings(record: Record) -> Iterator[Sighting]:
    article = record.article
    cast = {actor.id: identify(actor) for actor in record.actors}
    times = {time.id: period_of(time.value) for time in record.times}
    dated = [(time, period) for time in record.times if (period := times[time.id])]
    places = {p.id: Spot(p.name, p.country, p.lat, p.lon) for p in record.places}
    issues = {issue.id: issue_key(issue.name) for issue in record.issues}
    speakers = {statement.id: statement.speakers for statement in record.statements}
    headings = [section for section in article.sections if section.kind in _HEADINGS]
    titles = [(role.start, role.end) for actor in record.actors for role in actor.roles]
    mentions = {a.id: [(span.start, span.end) for span in a.mentions] for a in record.actors}
    published = first_day(article.published.value) if article.published else None
    for event in record.events:
        said = speakers[event.said_by] if event.said_by else ()
        yield Sighting(
            article=article.id,
            event=event.id,
            published=published,
            type=event.type,
            mode=event.mode,
            status=event.status,
            background=event.background,
            mutual=event.mutual,
            quad=event.quad,
            goldstein=event.goldstein,
            source=_all(cast, event.source),
            target=_all(cast, event.target),
            intermediaries=_all(cast, event.intermediaries),
            said_by=_all(cast, said),
            period=_possible(times[event.time] if event.time else None, event, published),
            spot=places[event.place] if event.place else None,
            quantities=(*event.quantities, *_durations(event, record.times, article.text)),
            issues=tuple(dict.fromkeys(issues[ident] for ident in event.issues)),
            trigger=event.trigger,
            evidence=event.evidence,
            confidence=event.confidence,
            beside=_beside(event, dated, published),
            words=_words(article.text, event, titles, mentions),
            is_heading=all(any(span.covers(part) for span in headings) for part in event.evidence),
        )


def _all(cast: dict[str, Identity], idents: tuple[str, ...]) -> tuple[Identity, ...]:
    """Who these actors are, each once: "Moscow" and "the Kremlin" are one."""
    known = {cast[ident].key: cast[ident] for ident in idents}
    return tuple(known.values())


def _possible(period: Period | None, event: Event, published: date | None) -> Period | None:
    """The time that an article gives, unless it lies ahead of what has happened.

    "In March he invited them to the June summit" was not in June.
    """
    if period is None or published is None or event.status not in HAPPENED:
        return period
    return period if period.first <= published else None


def _beside(
    event: Event, dated: Sequence[tuple[Time, Period]], published: date | None
) -> Period | None:
    """The possible days nearest to the trigger in its sentence."""
    sentence = next((part for part in event.evidence if part.covers(event.trigger)), None)
    if sentence is None:
        return None
    near = [
        (min(abs(time.start - event.trigger.end), abs(event.trigger.start - time.end)), period)
        for time, period in dated
        if sentence.covers(time) and _possible(period, event, published)
    ]
    return min(near, key=lambda one: one[0])[1] if near else None


def _durations(event: Event, times: Sequence[Time], text: str) -> Iterator[Quantity]:
    """How long a meeting or a call took; "an hour and 45 minutes" is 105 minutes."""
    if event.type != "CONSULT":
        return
    last: Quantity | None = None
    for time in times:
        minutes = _minutes(time.value)
        if not minutes or not any(part.covers(time) for part in event.evidence):
            continue
        if last and _JOINED.fullmatch(text, last.end, time.start):
            minutes, start = minutes + last.value, last.start
        else:
            start = time.start
            if last:
                yield last
        last = Quantity(value=minutes, unit="minute", start=start, end=time.end)
    if last:
        yield last


def _minutes(value: str) -> float:
    """The minutes of a TIMEX3 duration of hours and minutes; 0 of any other."""
    told = _DURATION.fullmatch(value)
    return 60 * float(told["hours"] or 0) + float(told["minutes"] or 0) if told else 0.0


def _words(
    text: str,
    event: Event,
    titles: Sequence[tuple[int, int]],
    mentions: Mapping[str, Sequence[tuple[int, int]]],
) -> frozenset[str]:
    """The beginnings of the words of the evidence that are no title or name of a party.

    Nor is the verb of what was only said: "urged" and "condemned" tell no more than the type.
    """
    aside = [*titles, *(place for i in (*event.source, *event.target) for place in mentions[i])]
    if event.quad.startswith("verbal"):
        verb = _WORD.search(text, event.trigger.start, event.trigger.end)
        aside.extend([verb.span()] if verb else [])
    found: set[str] = set()
    for part in event.evidence:
        named = [(start, end) for start, end in aside if start < part.end and part.start < end]
        for word in _WORD.finditer(text, part.start, part.end):
            at = word.start()
            if not any(start <= at < end for start, end in named):
                found.add(plain(word.group()).casefold()[:_STEM])
    return frozenset(found)
