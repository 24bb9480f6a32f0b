"""Events: candidates that hold, with their status, time, place and who says so.

`readings` says how each candidate is to be understood; here `_accepted` decides which readings are
events. A model that judges candidates has its place there.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec
from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.codes.cameo import cameo_of
from memcon.codes.plover import goldstein_of, quad_of
from memcon.coding.candidates import Candidate
from memcon.coding.modality import ORDER, Modality
from memcon.coding.parties import unique
from memcon.coding.quantities import QuantityFinder
from memcon.coding.readings import Reading, understand
from memcon.coding.scene import Scene
from memcon.language.parse import Parse
from memcon.lexicon.acts import ActWords
from memcon.record.findings import Actor, Event, Time
from memcon.record.span import Span
from memcon.record.terms import EventStatus, EventType

# What such an act is about lies ahead and is no event of its own: it was promised, asked for,
# refused.
ABSORBING: frozenset[EventType] = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT"})
CLIMBS = frozenset(
    {"acomp", "xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "pobj", "dobj", "conj"}
)
# A gathering that is none of these lies ahead: it is a prospect.
HELD: frozenset[EventStatus] = frozenset({"actual", "ongoing", "alleged", "denied", "not-happened"})
BACKGROUND_DAYS = 45


def find_events(
    scene: Scene, cast: Cast, candidates: Sequence[Candidate], words: ActWords
) -> tuple[Event, ...]:
    """Decide on each candidate; what is told twice becomes one event with two evidences."""
    parse = scene.parse
    modality = Modality.of(parse, words)
    readings = understand(candidates, cast, scene, modality)
    quantities = QuantityFinder.of(words)
    events = [_event(r, scene, words, quantities) for r in _accepted(readings, cast, parse, words)]
    return tuple(
        msgspec.structs.replace(event, id=f"e{number}")
        for number, event in enumerate(_merged(events, scene.times), 1)
    )


def _accepted(
    readings: Sequence[Reading], cast: Cast, parse: Parse, words: ActWords
) -> Iterator[Reading]:
    """The readings that are events: not what another act is about, and no gathering ahead."""
    absorbing = {
        token.i
        for r in readings
        if r.type in ABSORBING or r.candidate.trigger.lemma_ in words.permitting
        for token in (r.candidate.trigger, r.candidate.head)
        if token is not None
    }
    played = _played(parse, words)
    for reading in readings:
        if parse.sentence_of[reading.candidate.trigger.i] in played and _is_play(reading, words):
            continue
        is_ahead = reading.type == "CONSULT" and not _is_held(reading)
        if is_ahead or _is_absorbed(reading.candidate.trigger, absorbing):
            continue
        if reading.rule == "refusal" and reading.status == "not-happened":
            continue
        if _names_somebody(reading.candidate, cast):
            yield reading


def _played(parse: Parse, words: ActWords) -> frozenset[int]:
    """The sentences about sport; all of an article that is full of them."""
    found = frozenset(
        number
        for number, sentence in enumerate(parse.sentences)
        if any(t.lower_ in words.sports for t in parse.doc[sentence.first : sentence.stop])
    )
    return frozenset(range(len(parse.sentences))) if len(found) > 2 else found


def _is_held(reading: Reading) -> bool:
    """Whether a gathering was held or, in the past, was not; "is not on the cards" lies ahead."""
    clause = reading.candidate.clause
    is_past = clause is not None and clause.tense == "past"
    return reading.status in HELD and (is_past or reading.status != "not-happened")


def _is_play(reading: Reading, words: ActWords) -> bool:
    """Whether the verb is one that means no harm in sport."""
    clause = reading.candidate.clause
    lemma = clause.lemma if clause is not None else ""
    return lemma in words.play and reading.candidate.rule != "noun"


def _names_somebody(candidate: Candidate, cast: Cast) -> bool:
    """Whether both sides are told, or the one is more than "people"; crowds protest unnamed."""
    if candidate.hosts or (candidate.source and candidate.target) or candidate.is_mutual:
        return True
    if candidate.act.type == "PROTEST" and candidate.source:
        return True
    parties = [cast.by_id(ident) for ident in candidate.parties]
    return any(_is_named(actor) for actor in parties)


def _is_named(actor: Actor) -> bool:
    """Whether an actor has a name, a country or an office: not "people"."""
    return actor.kind != "unnamed" or bool(actor.country) or any(r.of for r in actor.roles)


def _is_absorbed(trigger: Token, absorbing: set[int]) -> bool:
    """Whether the act is the content of a promise, threat, request or refusal above it."""
    token = trigger
    for _ in range(8):
        if token.dep_ not in CLIMBS or token.head.i == token.i:
            return False
        is_content = token.dep_ != "conj"
        token = token.head
        if is_content and token.i in absorbing:
            return True
    return False


def _event(reading: Reading, scene: Scene, words: ActWords, quantities: QuantityFinder) -> Event:
    """The event of a reading, still without its number."""
    candidate, parse = reading.candidate, scene.parse
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
        trigger=_trigger_span(parse, candidate),
        evidence=(sentence.span,),
        confidence=words.confidence[reading.rule],
    )


def _trigger_span(parse: Parse, candidate: Candidate) -> Span:
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
