"""Happening: what took place, told by many events of many articles.

What finds and merges tellings is imported when it is called: who only reads what they became does
without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Final

from memcon.story.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from memcon.record.terms import EventStatus, EventType, Quad
    from memcon.story.ballots import Ballot
    from memcon.story.identities import Identity
    from memcon.story.matches import Match
    from memcon.story.sightings import Sighting
    from memcon.story.spots import Spot

# Likelier one than two.
_THRESHOLD: Final = 0.5
# So many tellings speak for a happening: its first and its last.
_SPOKESMEN: Final = 8
# No one telling counts for more than this, in log-odds, for or against.
_MOST: Final = 4.0
# However many tell it, the reading may be wrong.
_CERTAIN: Final = 0.99
# From what may come to what is; of two as firm the later told holds.
_FIRMNESS: Final[tuple[frozenset[EventStatus], ...]] = (
    frozenset(("possible", "proposed", "conditional")),
    frozenset(("planned",)),
    frozenset(("alleged", "denied")),
    frozenset(("actual", "ongoing", "not-happened")),
)


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening summed up from its tellings; the desk gives it its number.

    `period` holds the days on which it may have been; where no article gives a time, it is that of
    the first report and `is_dated` is false. `sources` counts families, not articles.
    """

    type: EventType
    mode: str | None
    status: EventStatus
    quad: Quad
    goldstein: float
    mutual: bool
    source: tuple[Identity, ...]
    target: tuple[Identity, ...]
    intermediaries: tuple[Identity, ...]
    period: Period | None
    is_dated: bool
    spot: Spot | None
    sources: int
    tellings: int
    confidence: float

    @property
    def first(self) -> date | None:
        """The first day on which it may have been."""
        return self.period.first if self.period else None

    @property
    def last(self) -> date | None:
        """The last day on which it may have been."""
        return self.period.last if self.period else None


def choose(sighting: Sighting, known: Mapping[int, Sequence[Sighting]]) -> tuple[int, Match] | None:
    """Which of the known happenings an event tells, by number; None if it is a new one.

    Its score is in log-odds that of the likest telling and of all on average, half and half; where
    a telling cannot be the same event, it is another happening. Of two as likely the lower number
    is chosen.
    """
    best: tuple[int, Match] | None = None
    for number in sorted(known):
        found = _fit(sighting, known[number])
        if found and found.score > max(_THRESHOLD, best[1].score if best else 0.0):
            best = number, found
    return best


def assign(
    sightings: Sequence[Sighting], known: Sequence[Mapping[int, Sequence[Sighting]]]
) -> tuple[tuple[int, Match] | None, ...]:
    """Which happening each event of one article tells; `known` are those that each may tell.

    No two tell the same: a happening goes to the event that fits it best, the others choose again.
    """
    fits = [
        (found.score, -place, -number, found)
        for place, (sighting, happenings) in enumerate(zip(sightings, known, strict=True))
        for number, told in happenings.items()
        if (found := _fit(sighting, told)) and found.score > _THRESHOLD
    ]
    chosen: dict[int, tuple[int, Match]] = {}
    taken: set[int] = set()
    for _, place, number, found in sorted(fits, key=lambda fit: fit[:3], reverse=True):
        if -place not in chosen and -number not in taken:
            chosen[-place] = -number, found
            taken.add(-number)
    return tuple(chosen.get(place) for place in range(len(sightings)))


def _fit(sighting: Sighting, told: Sequence[Sighting]) -> Match | None:
    """How well an event fits with the tellings of a happening; None if one of them forbids it.

    A headline says little: where a text tells it, too, the headlines are not asked.
    """
    from memcon.story.matches import Match, logistic, match

    if any(telling.article == sighting.article for telling in told):
        return None
    told = [telling for telling in told if not telling.is_heading] or told
    spokesmen = (
        told if len(told) <= _SPOKESMEN else (*told[: _SPOKESMEN // 2], *told[-_SPOKESMEN // 2 :])
    )
    matches = [match(sighting, telling) for telling in spokesmen]
    if not matches or any(found.is_impossible for found in matches):
        return None
    best = max(matches, key=lambda found: found.score)
    average = sum(max(-_MOST, min(found.total, _MOST)) for found in matches) / len(matches)
    return Match(logistic((min(best.total, _MOST) + average) / 2), best.reasons)


def merge(told: Sequence[Sighting], families: Mapping[str, int]) -> Happening:
    """What the tellings of one happening say together; `families` by article id.

    Each family has one voice: type, mode, side and place are what most of them say, the status is
    the firmest, the period what all dates have in common or, where they differ, most.
    """
    from memcon.story.ballots import Ballot

    ballot = Ballot.of(told, families)
    kind = ballot.most(s.type for s in told)
    alike = [s for s in told if s.type == kind]
    mode = ballot.most(s.mode if s.type == kind else None for s in told)
    model = max(alike, key=lambda s: (s.mode == mode, s.confidence))
    mutual = ballot.most(s.mutual for s in told) or False
    source, target = _parties(ballot, mutual)
    period = _period(ballot)
    reported = min((s.published for s in told if s.published and not s.background), default=None)
    return Happening(
        type=model.type,
        mode=mode,
        status=_status(ballot),
        quad=model.quad,
        goldstein=model.goldstein,
        mutual=mutual,
        source=source,
        target=target,
        intermediaries=ballot.elect([s.intermediaries for s in told]),
        period=period or (Period(reported, reported) if reported else None),
        is_dated=period is not None,
        spot=ballot.most(s.spot for s in told),
        sources=len(set(ballot.families)),
        tellings=len(told),
        confidence=_confidence(ballot),
    )


def _status(ballot: Ballot) -> EventStatus:
    """The firmest status; of several as firm what most families say, then what was told last."""
    told = ballot.told
    firmest = max(_firmness(s.status) for s in told)
    if firmest == _firmness("alleged"):
        return "alleged" if any(s.status == "alleged" for s in told) else "denied"
    firm: Iterator[EventStatus | None] = (
        s.status if _firmness(s.status) == firmest else None for s in told
    )
    votes = ballot.votes(firm)
    latest = {s.status: s.published.toordinal() if s.published else 0 for s in told}
    return max(votes, key=lambda status: (votes[status], latest[status]))


def _firmness(status: EventStatus) -> int:
    """Its place in the order from what may come to what is."""
    return next(place for place, statuses in enumerate(_FIRMNESS) if status in statuses)


def _confidence(ballot: Ballot) -> float:
    """How likely it is that not all families were read wrongly; each by its surest telling."""
    best: dict[int, float] = {}
    for telling, family in zip(ballot.told, ballot.families, strict=True):
        best[family] = max(best.get(family, 0.0), telling.confidence)
    return min(1 - prod(1 - confidence for confidence in best.values()), _CERTAIN)


def _period(ballot: Ballot) -> Period | None:
    """The days that agree with most of the dates told, of what happened if any did."""
    from memcon.story.sightings import HAPPENED

    told = ballot.told
    has_happened = any(s.period and s.status in HAPPENED for s in told)
    votes = ballot.votes(
        s.period if s.status in HAPPENED or not has_happened else None for s in told
    )
    if not votes:
        return None
    support = {
        period: sum(votes[other] for other in votes if period.gap(other) == 0) for period in votes
    }
    ranked = sorted(votes, key=lambda p: (-support[p], p.length, p.first))
    common = ranked[0]
    for period in ranked[1:]:
        common = common.within(period) or common
    return common


def _parties(ballot: Ballot, mutual: bool) -> tuple[tuple[Identity, ...], tuple[Identity, ...]]:
    """Who acts and who is acted upon; where tellings differ each is where most have it."""
    told = ballot.told
    if mutual:
        return ballot.elect([(*s.source, *s.target) for s in told]), ()
    actors, goals = _strangers(ballot)
    return (
        ballot.elect([[i for i in s.source if i.code not in goals] for s in told]),
        ballot.elect([[i for i in s.target if i.code not in actors] for s in told]),
    )


def _strangers(ballot: Ballot) -> tuple[set[str], set[str]]:
    """The codes that most have among the sources, though some among the targets; and reversed."""
    sources = [frozenset(i.code for i in s.source) for s in ballot.told]
    targets = [frozenset(i.code for i in s.target) for s in ballot.told]
    acts = _by_code(ballot, sources)
    suffers = _by_code(ballot, targets)
    own = {code for one, other in zip(sources, targets, strict=True) for code in one & other}
    torn = (acts.keys() & suffers.keys()) - own
    actors = {code for code in torn if acts[code] >= suffers[code]}
    return actors, torn - actors


def _by_code(ballot: Ballot, sides: Sequence[frozenset[str]]) -> dict[str, int]:
    """How many families name each code on a side."""
    behind: dict[str, set[int]] = {}
    for side, family in zip(sides, ballot.families, strict=True):
        for code in side:
            behind.setdefault(code, set()).add(family)
    return {code: len(families) for code, families in behind.items()}
