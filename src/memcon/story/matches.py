"""Match: how likely it is that two events of two articles are one, and why.

Each aspect adds a weight in log-odds, above zero where it speaks for the two being one and below
where it speaks against it (Fellegi and Sunter, "A Theory for Record Linkage", 1969). The sum is
turned into a probability. What cannot be is given so low a weight that nothing makes up for it.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import exp, log
from typing import Final

from memcon.record.terms import EventType
from memcon.story.parties import COMPATRIOTS, Likeness, compare, parties
from memcon.story.periods import Period, spelled
from memcon.story.sightings import HAPPENED, Sighting
from memcon.story.spots import Spot

NEVER: Final = -20.0
# What two events have against them before anything is known: few of those that could be one are.
_PRIOR: Final = -2.5

# Types that outlets use for one deed: a deal is reached, signed, welcomed and carried out.
_AKIN: Final[tuple[frozenset[EventType], ...]] = (
    frozenset(("AGREE", "SUPPORT", "COOPERATE", "CONCEDE")),
    frozenset(("AGREE", "REQUEST")),
    frozenset(("CONSULT", "COOPERATE")),
    frozenset(("AID", "COOPERATE", "AGREE")),
    frozenset(("CONCEDE", "RETREAT", "AGREE", "SUPPORT", "AID")),
    frozenset(("MOBILIZE", "THREATEN")),
    frozenset(("REQUEST", "ACCUSE", "THREATEN")),
    frozenset(("REJECT", "ACCUSE", "THREATEN")),
    frozenset(("SANCTION", "COERCE", "THREATEN")),
    frozenset(("SANCTION", "REJECT", "RETREAT")),
    frozenset(("COERCE", "ASSAULT", "MOBILIZE")),
    frozenset(("PROTEST", "REQUEST", "ACCUSE")),
    frozenset(("PROTEST", "ASSAULT")),
)
_TYPE: Final = 1.5
_AKIN_TYPE: Final = -1.0
_MODE: Final = 0.7
_OTHER_MODE: Final = -0.8
# Ways of meeting that are told for one another; a telephone call is none of them.
_MEETINGS: Final = frozenset(("meet", "visit", "multilateral", "third-party"))
_CALL: Final = -5.0

# Both sides the same; each side half; none in common.
_PARTIES: Final = 3.0
_PARTY_UNKNOWN: Final = -0.3
_PARTIES_UNKNOWN: Final = -2.5
_NO_PARTY: Final = -5.5
_REVERSED: Final = -2.5
_PROPOSALS: Final[frozenset[EventType]] = frozenset(("REQUEST", "AGREE", "CONSULT"))

# The day itself, a stretch that holds it, one as long as a year, the same of long ago; nothing.
_DAY: Final = 2.5
_STRETCH: Final = 1.2
_LONG: Final = 0.3
_PAST: Final = 1.2
_LONG_AGO: Final = timedelta(days=200)
_UNDATED: Final = -1.5
_MONTHS: Final = 62
# What days that exclude each other weigh, by how many lie between: dates of one deed seldom differ
# by more than a day or two, unless one is taken from beside it.
_GAPS: Final = ((2, -0.7), (10, -3.0), (45, -5.0))
# As many as lie between a day and an undated report: news is told at once, and later in passing.
_VAGUE_GAPS: Final = ((3, -0.3), (10, -0.8), (60, -1.8), (400, -3.5))
_FRESH: Final = timedelta(days=4)
_AHEAD: Final = timedelta(days=30)
# The day of publication is that of another time zone.
_DATELINE: Final = timedelta(days=1)

_PLACE: Final = 1.0
_COUNTRY: Final = 0.3
_ELSEWHERE: Final = -0.8
_ABROAD: Final = -2.2

_NUMBER: Final = 2.0
_OTHER_NUMBER: Final = -0.4
_ISSUE: Final = 1.5
_OTHER_ISSUE: Final = -0.5
# Words of what is told, by the share of the fewer that is in common: as many as chance gives weigh
# nothing. A demand or reproach is known by its words, a meeting or an attack by who and when. One
# sentence may tell of two deeds of different types.
_CHANCE: Final = 0.25
_SPOKEN: Final = 10.0
_NOTHING_SPOKEN: Final = -3.0
_FEW_WORDS: Final = 2
_DONE: Final = 4.0
_MOST_WORDS: Final = 3.0
_MOST_AKIN: Final = 1.0
_FEWEST_DONE: Final = -0.5
_VERBAL: Final = frozenset(("verbal-cooperation", "verbal-conflict"))


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for two events being one (a weight above 0) or against it (below 0).

    "parties", 2.9, "Joe Biden, Vladimir Putin"; the weight is in log-odds.
    """

    aspect: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Match:
    """How likely it is, from 0 to 1, that two events are one, and why."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_impossible(self) -> bool:
        """Whether something speaks against it that nothing can make up for."""
        return any(reason.weight <= NEVER for reason in self.reasons)

    @property
    def total(self) -> float:
        """The score in log-odds; 0 is as likely as not."""
        return logit(self.score)


def akin(event_type: EventType) -> frozenset[EventType]:
    """The types that another article may give to an event of this type, itself among them."""
    return frozenset((event_type,)).union(*(kin for kin in _AKIN if event_type in kin))


def match(sighting: Sighting, other: Sighting) -> Match:
    """How well an event agrees with another in type, parties, time and place.

    Two events of one article are never one: the article tells them apart.
    """
    if sighting.article == other.article:
        return Match(0.0, (Reason("article", NEVER, "one article tells both"),))
    kind = _type(sighting, other)
    if kind.weight <= NEVER:
        return Match(0.0, (kind,))
    found = (
        kind,
        _parties(sighting, other),
        _time(sighting, other),
        _place(sighting.spot, other.spot),
        _quantities(sighting, other),
        _issues(sighting, other),
        _words(sighting, other),
    )
    reasons = tuple(reason for reason in found if reason is not None)
    total = _PRIOR + sum(reason.weight for reason in reasons)
    return Match(logistic(max(total, NEVER)), reasons)


def logistic(total: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-total))


def logit(score: float) -> float:
    """A probability as log-odds, from -20 to 20."""
    return max(NEVER, min(-NEVER, log(score / (1 - score)) if 0 < score < 1 else NEVER))


def _type(one: Sighting, other: Sighting) -> Reason:
    """The same deed, or one that outlets take for it."""
    if one.type != other.type:
        if any(one.type in kin and other.type in kin for kin in _AKIN):
            return Reason("type", _AKIN_TYPE, f"{one.type}, {other.type}")
        return Reason("type", NEVER, f"{one.type}, {other.type}")
    if not one.mode or not other.mode:
        return Reason("type", _TYPE, one.type)
    if one.mode == other.mode or {one.mode, other.mode} <= _MEETINGS:
        return Reason("type", _TYPE + _MODE, f"{one.type} {one.mode}")
    weight = _CALL if one.type == "CONSULT" else _OTHER_MODE
    return Reason("type", _TYPE + weight, f"{one.type}: {one.mode}, {other.mode}")


def _parties(one: Sighting, other: Sighting) -> Reason:
    """Who took part, and on which side."""
    if one.mutual or other.mutual:
        sides = parties(one), parties(other)
        is_pair = min(len(sides[0]), len(sides[1])) > 1
        return _side(compare(*sides), _PARTIES if is_pair else _PARTIES / 2)
    straight = _sides(compare(one.source, other.source), compare(one.target, other.target))
    if straight.weight > 0 or not {one.type, other.type} <= _PROPOSALS:
        return straight
    crossed = _sides(compare(one.source, other.target), compare(one.target, other.source))
    if crossed.weight < _PARTIES / 2:
        return straight
    return Reason("parties", _REVERSED, f"{crossed.words}, the other way round")


def _sides(source: Likeness | None, target: Likeness | None) -> Reason:
    """Both sides together."""
    if source is None and target is None:
        return Reason("parties", _PARTIES_UNKNOWN, "")
    reasons = (_side(source, _PARTIES / 2), _side(target, _PARTIES / 2))
    words = ", ".join(dict.fromkeys(reason.words for reason in reasons if reason.words))
    return Reason("parties", sum(reason.weight for reason in reasons), words)


def _side(likeness: Likeness | None, full: float) -> Reason:
    """What the likeness of a side weighs: `full` for the same, down to nobody in common."""
    if likeness is None:
        return Reason("parties", _PARTY_UNKNOWN, "")
    degree, words = likeness.degree, ", ".join(likeness.names)
    if degree <= COMPATRIOTS:
        return Reason("parties", _NO_PARTY * (1 - degree), words)
    return Reason("parties", full * (2 * degree - 1), words)


def _time(one: Sighting, other: Sighting) -> Reason:
    """Whether the days agree: those told, or else those about the report."""
    if _was_told_before(one, other) or _was_told_before(other, one):
        return Reason("time", NEVER, "told before it was")
    days, others = one.period or _about(one), other.period or _about(other)
    if days is None or others is None:
        return Reason("time", _UNDATED, "")
    told = ", ".join(dict.fromkeys((spelled(days), spelled(others))))
    both = one.period is not None and other.period is not None
    gap = days.gap(others)
    if gap:
        weights = _GAPS if both else _VAGUE_GAPS
        return Reason("time", next((w for most, w in weights if gap <= most), NEVER), told)
    longest = max(days.length, others.length)
    if both and longest == 1:
        return Reason("time", _DAY, told)
    if longest <= _MONTHS:
        return Reason("time", _STRETCH, told)
    return Reason("time", _PAST if _is_past(one) and _is_past(other) else _LONG, told)


def _is_past(sighting: Sighting) -> bool:
    """Whether it lies so far back that its year says much."""
    if not sighting.period or not sighting.published:
        return False
    return sighting.published - sighting.period.last > _LONG_AGO


def _about(sighting: Sighting) -> Period | None:
    """The days on which an undated event may have been: told beside it, or those of its report."""
    if sighting.beside:
        return sighting.beside
    if sighting.background or sighting.published is None:
        return None
    if sighting.status in HAPPENED:
        return Period(sighting.published - _FRESH, sighting.published)
    return Period(sighting.published, sighting.published + _AHEAD)


def _was_told_before(one: Sighting, other: Sighting) -> bool:
    """Whether an article told as done, without a date, what the other says was done later."""
    happened = one.status in HAPPENED and other.status in HAPPENED
    if not happened or one.period or not one.published or not other.period:
        return False
    return other.period.first > one.published + _DATELINE


def _place(one: Spot | None, other: Spot | None) -> Reason | None:
    """Whether it was in the same place, as far as both tell one."""
    if one is None or other is None:
        return None
    words = ", ".join(dict.fromkeys((one.name, other.name)))
    if one.is_near(other):
        return Reason("place", _COUNTRY if one.is_nationwide else _PLACE, words)
    if one.excludes(other):
        return Reason("place", _ELSEWHERE if one.country == other.country else _ABROAD, words)
    return Reason("place", _COUNTRY if one.country and other.country else 0.0, words)


def _quantities(one: Sighting, other: Sighting) -> Reason | None:
    """Whether the numbers of one unit are the same."""
    pairs = [
        (quantity.value, counted.value, quantity.unit)
        for quantity in one.quantities
        for counted in other.quantities
        if quantity.unit == counted.unit
    ]
    if not pairs:
        return None
    equal = next((pair for pair in pairs if pair[0] == pair[1]), None)
    value, counted, unit = equal or pairs[0]
    words = " / ".join(dict.fromkeys(f"{number:.15g}" for number in (value, counted)))
    return Reason("number", _NUMBER if equal else _OTHER_NUMBER, f"{words} {unit}")


def _issues(one: Sighting, other: Sighting) -> Reason | None:
    """Whether they are about the same."""
    if not one.issues or not other.issues:
        return None
    shared = [issue for issue in one.issues if issue in other.issues]
    return Reason("issues", _ISSUE if shared else _OTHER_ISSUE, ", ".join(shared))


def _words(one: Sighting, other: Sighting) -> Reason | None:
    """How many of the words that tell them they have in common."""
    if not one.words or not other.words:
        return None
    shared, fewest = one.words & other.words, min(len(one.words), len(other.words))
    share = len(shared) / (fewest + 1)
    if one.quad not in _VERBAL or one.type == "CONSULT":
        weight = max(_DONE * (share - _CHANCE), _FEWEST_DONE)
    elif shared or fewest <= _FEW_WORDS:
        weight = _SPOKEN * (share - _CHANCE)
    else:
        weight = _NOTHING_SPOKEN
    most = _MOST_WORDS if one.type == other.type else _MOST_AKIN
    return Reason("words", min(weight, most), " ".join(sorted(shared)[:8]))
