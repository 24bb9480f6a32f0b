"""Decisions: which readings are events, and why the others are none.

First the rules put aside what cannot be one, then the typer judges the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.candidates import Candidate
from memcon.coding.readings import Reading
from memcon.coding.verdicts import Judge, Verdict, find_verdicts
from memcon.language.parse import Parse
from memcon.lexicon.acts import ActWords
from memcon.record.findings import Actor
from memcon.record.terms import EventStatus, EventType

Reason = Literal["sport", "gathering ahead", "part of another act", "nobody named", "improbable"]

# What such an act is about lies ahead and is no event of its own: it was promised, asked for,
# refused.
ABSORBING: frozenset[EventType] = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT"})
CLIMBS = frozenset(
    {"acomp", "xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "pobj", "dobj", "conj"}
)
# A gathering that is none of these lies ahead: it is a prospect.
HELD: frozenset[EventStatus] = frozenset({"actual", "ongoing", "alleged", "denied", "not-happened"})
# What is less probable is no event.
LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Decision:
    """A reading with the typer's verdict, if it was asked; `reason` says why it is no event."""

    reading: Reading
    verdict: Verdict | None
    reason: Reason | None

    @property
    def confidence(self) -> float:
        """How probably the coding is right; 0 where the typer was not asked."""
        return 0.0 if self.verdict is None else self.verdict.confidence


def decide(
    readings: Sequence[Reading], cast: Cast, parse: Parse, words: ActWords, judge: Judge
) -> tuple[Decision, ...]:
    """A decision on each reading, in order."""
    excluded = _excluded(readings, cast, parse, words)
    asked = [n for n, reason in enumerate(excluded) if reason is None]
    verdicts = find_verdicts([readings[n] for n in asked], cast, parse, judge, words.confidence)
    found = dict(zip(asked, verdicts, strict=True))
    decisions = [
        Decision(reading, found.get(n), reason)
        for n, (reading, reason) in enumerate(zip(readings, excluded, strict=True))
    ]
    return tuple(
        replace(d, reason="improbable") if d.verdict and d.verdict.confidence < LEAST else d
        for d in decisions
    )


def _excluded(
    readings: Sequence[Reading], cast: Cast, parse: Parse, words: ActWords
) -> tuple[Reason | None, ...]:
    """Why each reading cannot be an event."""
    absorbing = {
        token.i
        for r in readings
        if r.type in ABSORBING or r.candidate.trigger.lemma_ in words.permitting
        for token in (r.candidate.trigger, r.candidate.head)
        if token is not None
    }
    played = _played(parse, words)
    return tuple(
        "sport"
        if parse.sentence_of[reading.candidate.trigger.i] in played and _is_play(reading, words)
        else _excluding(reading, cast, absorbing)
        for reading in readings
    )


def _excluding(reading: Reading, cast: Cast, absorbing: set[int]) -> Reason | None:
    """Why a reading that is no sport cannot be an event."""
    if reading.type == "CONSULT" and not _is_held(reading):
        return "gathering ahead"
    is_unrefused = reading.rule == "refusal" and reading.status == "not-happened"
    if is_unrefused or _is_absorbed(reading.candidate.trigger, absorbing):
        return "part of another act"
    return None if _names_somebody(reading.candidate, cast) else "nobody named"


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
