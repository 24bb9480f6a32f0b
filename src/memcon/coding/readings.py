"""Readings: candidates as grammar and who tells them let them be understood."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from memcon.actors.cast import Cast
from memcon.codes.plover import quad_of
from memcon.coding.candidates import Candidate
from memcon.coding.modality import Modality
from memcon.coding.scene import Scene
from memcon.lexicon.acts import ActWords
from memcon.record.findings import Statement, Time
from memcon.record.terms import EventStatus, EventType, Quad

# Acts whose noun tells how real they are beside a light verb: "hold a possible summit".
NAMED_BY_NOUN: frozenset[EventType] = frozenset(
    {"CONSULT", "COOPERATE", "ASSAULT", "AGREE", "SUPPORT"}
)
CONFLICT: frozenset[Quad] = frozenset({"verbal-conflict", "material-conflict"})
DEEDS: frozenset[Quad] = frozenset({"material-cooperation", "material-conflict"})
OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate as it is to be understood, with the statement that tells it."""

    candidate: Candidate
    type: EventType
    mode: str | None
    status: EventStatus
    statement: Statement | None
    rule: str


def understand(
    candidates: Sequence[Candidate], cast: Cast, scene: Scene, modality: Modality
) -> tuple[Reading, ...]:
    """The type and status of each candidate.

    To say that one will help is a promise (AGREE), that one will attack a threat, that one will
    not is a refusal. What a speaker says of others' hostile acts is alleged; of its own, or of
    both sides' dealings, it is taken as confirmed.
    """
    types: dict[int, EventType] = {
        c.clause.index: c.act.type
        for c in candidates
        if c.clause is not None and c.clause.verb.i == c.trigger.i
    }
    return tuple(_understood(c, cast, scene, modality, types) for c in candidates)


def _understood(
    candidate: Candidate,
    cast: Cast,
    scene: Scene,
    modality: Modality,
    types: Mapping[int, EventType],
) -> Reading:
    """One reading; `types` are those of the acts of other clauses."""
    act = candidate.act
    statement = scene.statement_at(candidate.trigger)
    reading = Reading(candidate, act.type, act.mode, "actual", statement, candidate.rule)
    if candidate.rule == "must":
        return reading
    reading = replace(reading, status=_status(candidate, scene, modality))
    vowed = _vowed(candidate, scene, modality.words, types)
    if vowed is not None and reading.status == "actual":
        return _reread(reading, vowed, "promise")
    promised = _promised(reading, cast, modality.words)
    if promised is not None:
        return promised
    is_told = reading.status in ("actual", "ongoing") and statement is not None
    if is_told and not modality.is_presupposed(candidate.trigger):
        return replace(reading, status=_told_status(reading, cast))
    if reading.status == "not-happened" and _is_denied(reading, cast):
        return replace(reading, status="denied")
    return reading


def _is_denied(reading: Reading, cast: Cast) -> bool:
    """Whether it is a party to it that says that it did not happen, not the article."""
    speakers = reading.statement.speakers if reading.statement is not None else ()
    return cast.are_one_side(speakers, reading.candidate.parties)


def _status(candidate: Candidate, scene: Scene, modality: Modality) -> EventStatus:
    """What grammar says, and the calendar: what is told with a later day lies ahead."""
    act, trigger = candidate.act, candidate.trigger
    head = candidate.head if act.type in NAMED_BY_NOUN else None
    status = modality.status(trigger, head, is_gathering=act.type == "CONSULT")
    if status not in ("actual", "ongoing"):
        return status
    if quad_of(act.type) not in DEEDS and act.type != "CONSULT":
        return status
    if modality.is_doubted(trigger):
        return "alleged"
    clause = candidate.clause
    is_past = clause is not None and clause.verb.i == trigger.i and clause.tense == "past"
    is_dated = not is_past and _is_ahead(scene.time_of(trigger), scene)
    return "planned" if is_dated or modality.is_aim(trigger) else status


def _is_ahead(time: Time | None, scene: Scene) -> bool:
    """Whether a day lies behind the article's."""
    published = scene.parse.article.published
    if time is None or published is None:
        return False
    try:
        return date.fromisoformat(time.value[:10]) > date.fromisoformat(published.value)
    except ValueError:
        return False


def _promised(reading: Reading, cast: Cast, words: ActWords) -> Reading | None:
    """The promise, threat or refusal that one's own future makes; None if it is none."""
    candidate, statement = reading.candidate, reading.statement
    clause = candidate.clause
    if clause is None or clause.verb.i != candidate.trigger.i or not candidate.source:
        return None
    is_own = statement is None or _is_of(statement, candidate.source, cast)
    is_future = clause.tense == "future"
    is_refusing = (is_future and is_own) or _is_unaccepted(candidate, words)
    is_refusing = is_refusing and clause.is_negated and reading.type != "REJECT"
    is_refusing = is_refusing or (candidate.rule == "refusal" and is_own)
    if is_refusing and reading.status == "not-happened":
        return _reread(reading, "REJECT", "refusal")
    promised = words.promises.get(reading.type)
    if not is_future or not is_own or promised is None:
        return None
    # A threat stays one where it names what would avert it.
    is_said = promised == "AGREE" or statement is not None
    is_conditional = reading.status == "conditional" and promised == "THREATEN"
    if not is_said or (reading.status != "planned" and not is_conditional):
        return None
    return _reread(reading, promised, "promise")


def _is_unaccepted(candidate: Candidate, words: ActWords) -> bool:
    """Whether the act is that somebody did not accept, allow or recognise something."""
    clause, head = candidate.clause, candidate.head
    if clause is None or quad_of(candidate.act.type) in CONFLICT:
        return False
    noun = head.lemma_.lower() if head is not None else ""
    return clause.lemma in words.acceptances or noun in words.acceptances


def _vowed(
    candidate: Candidate, scene: Scene, words: ActWords, types: Mapping[int, EventType]
) -> EventType | None:
    """What a vow of harm, or not to do something, is: "vowed to bomb", "swore not to yield"."""
    clause = candidate.clause
    if candidate.act.type != "AGREE" or clause is None or clause.lemma not in words.vows:
        return None
    for below in scene.parse.clauses[clause.index + 1 : clause.index + 4]:
        if below.parent != clause.index or below.relation != "xcomp":
            continue
        if below.is_negated:
            return "REJECT" if clause.lemma in words.oaths else None
        content = types.get(below.index)
        if content is None or content == "MOBILIZE":
            return None
        return "THREATEN" if quad_of(content) == "material-conflict" else None
    return None


def _reread(reading: Reading, event_type: EventType, rule: str) -> Reading:
    """The reading as an act in words: a promise, a threat or a refusal that was made."""
    return Reading(reading.candidate, event_type, None, "actual", reading.statement, rule)


def _told_status(reading: Reading, cast: Cast) -> EventStatus:
    """Actual or ongoing as told, unless only a third side's word or an accusation stands for it."""
    statement, candidate = reading.statement, reading.candidate
    if statement is None or quad_of(reading.type) not in CONFLICT:
        return reading.status
    if not candidate.source or _is_of(statement, candidate.source, cast):
        return reading.status
    is_material = quad_of(reading.type) == "material-conflict"
    return "alleged" if is_material or statement.via else reading.status


def _is_of(statement: Statement, source: Iterable[str], cast: Cast) -> bool:
    """Whether the source itself speaks, or officials: "19 were held, police said"."""
    speakers = [cast.by_id(ident) for ident in statement.speakers]
    speakers = [one for one in speakers if one.kind != "media"]
    if cast.are_one_side((one.id for one in speakers), source):
        return True
    return bool(speakers) and all(
        one.country is None and one.kind in ("unnamed", "group") and one.sector in OFFICIAL
        for one in speakers
    )
