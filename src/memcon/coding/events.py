"""Events: readings that were decided for, with their status, time, place and who says so."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from spacy.tokens import Token

from memcon.codes.cameo import cameo_of
from memcon.codes.plover import goldstein_of, quad_of
from memcon.coding.candidates import Candidate
from memcon.coding.decisions import HELD, Decision
from memcon.coding.modality import ORDER
from memcon.coding.parties import unique
from memcon.coding.quantities import QuantityFinder
from memcon.coding.scene import Scene
from memcon.language.parse import Parse
from memcon.lexicon.acts import ActWords
from memcon.record.findings import Event, Time
from memcon.record.span import Span

BACKGROUND_DAYS = 45


def find_events(scene: Scene, decisions: Sequence[Decision], words: ActWords) -> tuple[Event, ...]:
    """The events decided for; what is told twice becomes one event with two evidences."""
    quantities = QuantityFinder.of(words)
    events = [_event(d, scene, words, quantities) for d in decisions if d.reason is None]
    return tuple(
        msgspec.structs.replace(event, id=f"e{number}")
        for number, event in enumerate(_merged(events, scene.times), 1)
    )


def _event(decision: Decision, scene: Scene, words: ActWords, quantities: QuantityFinder) -> Event:
    """The event of a reading, still without its number."""
    reading, parse = decision.reading, scene.parse
    candidate = reading.candidate
    sentence = parse.sentence(candidate.trigger)
    clause_span = candidate.clause.span if candidate.clause else sentence.span
    is_mutual = candidate.is_mutual and reading.type == candidate.act.type
    is_mutual = is_mutual and len(candidate.parties) > 1
    time = scene.time_of(candidate.trigger)
    place = scene.place_of(candidate.trigger)
    return Event(
        id="",
        type=reading.type,
        mode=reading.mode,
        cameo=candidate.act.cameo or cameo_of(reading.type, reading.mode),
        contexts=_contexts(parse, candidate.trigger, words),
        source=candidate.parties if is_mutual else candidate.source,
        target=() if is_mutual else candidate.target,
        mutual=is_mutual,
        intermediaries=candidate.hosts,
        issues=scene.issues_in(clause_span),
        time=time.id if time else None,
        place=place.id if place else None,
        status=reading.status,
        background=_is_background(candidate.trigger, time, scene, words),
        said_by=reading.statement.id if reading.statement else None,
        quantities=quantities.within(parse.text, clause_span),
        goldstein=goldstein_of(reading.type, reading.mode),
        quad=quad_of(reading.type),
        trigger=trigger_span(parse, candidate),
        evidence=(sentence.span,),
        confidence=decision.confidence,
    )


def trigger_span(parse: Parse, candidate: Candidate) -> Span:
    """The verb, and its object where that makes the act ("held talks")."""
    tokens = [candidate.trigger, *([candidate.head] if candidate.head is not None else [])]
    near = [t for t in tokens if abs(t.i - candidate.trigger.i) <= 6]
    return parse.span_of(near)


def _contexts(parse: Parse, trigger: Token, words: ActWords) -> tuple[str, ...]:
    """The PLOVER contexts that the sentence's nouns call for."""
    sentence = parse.sentence(trigger)
    lemmas = {token.lemma_.lower() for token in parse.doc[sentence.first : sentence.stop]}
    return tuple(context.name for context in words.contexts if context.words & lemmas)


def _is_background(trigger: Token, time: Time | None, scene: Scene, words: ActWords) -> bool:
    """Whether the event's own time, or each time in its sentence, lies well before the article."""
    published = scene.parse.article.published
    said = scene.parse.sentence(trigger).span.words(scene.parse.text).lower()
    if any(era in said for era in words.eras):
        return True
    if published is None:
        return False
    now = date.fromisoformat(published.value)
    told = [time] if time is not None else scene.times_in(scene.parse.sentence(trigger).span)
    days = [_latest_day(one.value) for one in told]
    return bool(days) and all(day and (now - day).days > BACKGROUND_DAYS for day in days)


def _latest_day(value: str) -> date | None:
    """The last day, or nearly, that a TIMEX3 value of a year, month or day can mean."""
    parts = value[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return None
    year, month, day = (*map(int, parts), *(12, 28)[len(parts) - 1 :])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _merged(events: Iterable[Event], times: Sequence[Time]) -> tuple[Event, ...]:
    """Join what is told twice: same type, parties and kind of status, and times that agree."""
    value = {time.id: time.value for time in times}
    found: list[Event] = []
    for event in events:
        twin = next((n for n, one in enumerate(found) if _is_same(one, event, value)), None)
        if twin is None:
            found.append(event)
        else:
            found[twin] = _joined(found[twin], event)
    return tuple(found)


def _is_same(one: Event, other: Event, value: dict[str, str]) -> bool:
    """Whether two tellings can be of one event."""
    if (one.type, set(one.source), set(one.target)) != (
        other.type,
        set(other.source),
        set(other.target),
    ):
        return False
    if (one.status in HELD) is not (other.status in HELD):
        return False
    if one.time is None or other.time is None:
        return True
    early, late = sorted((value[one.time], value[other.time]), key=len)
    return late.startswith(early)


def _joined(one: Event, other: Event) -> Event:
    """The first telling, completed by the second; the firmer status of the two."""
    return msgspec.structs.replace(
        one,
        mode=one.mode or other.mode,
        contexts=unique((*one.contexts, *other.contexts)),
        intermediaries=unique((*one.intermediaries, *other.intermediaries)),
        issues=unique((*one.issues, *other.issues)),
        time=one.time or other.time,
        place=one.place or other.place,
        status=max(one.status, other.status, key=ORDER.index),
        background=one.background and other.background,
        said_by=one.said_by if other.said_by else None,
        quantities=tuple(dict.fromkeys((*one.quantities, *other.quantities))),
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        confidence=max(one.confidence, other.confidence),
    )
