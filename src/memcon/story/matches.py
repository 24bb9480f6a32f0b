"""Match: how likely it is that two events of two articles are one, and why.

Each aspect adds a weight in log-odds, above zero where it speaks for the two being one and below
where it speaks against it (Fellegi and Sunter, "A Theory for Record Linkage", 1969). The sum is
turned into a probability. What cannot be is given so low a weight that nothing makes up for it.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import asin, cos, exp, radians, sin, sqrt
from typing import Final

from memcon.record.terms import EventType
from memcon.story.parties import COMPATRIOTS, Likeness, compare, parties
from memcon.story.periods import Period, spelled
from memcon.story.sightings import HAPPENED, Sighting, Spot

NEVER: Final = -20.0
# Places so near are one.
NEARBY_KM: Final = 50.0
# What two events have against them before anything is known: few of those that could be one are.
_PRIOR: Final = -3.0

# Types that outlets use for one deed: a deal is reached, signed, welcomed and carried out.
_AKIN: Final[tuple[frozenset[EventType], ...]] = (
    frozenset(("AGREE", "SUPPORT", "COOPERATE", "CONCEDE")),
    frozenset(("AGREE", "REQUEST")),
    frozenset(("CONSULT", "COOPERATE")),
    frozenset(("CONSULT", "AGREE")),
    frozenset(("AID", "COOPERATE", "AGREE")),
    frozenset(("CONCEDE", "RETREAT", "AGREE")),
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
_OTHER_MODE: Final = -1.5
# Ways of meeting that are told for one another; a telephone call is none of them.
_MEETINGS: Final = frozenset(("meet", "visit", "multilateral", "third-party"))

# Both sides the same; each side half; none in common.
_PARTIES: Final = 3.0
_PARTY_UNKNOWN: Final = -0.3
_NO_PARTY: Final = -4.0
_REVERSED: Final = -1.5
_PROPOSALS: Final[frozenset[EventType]] = frozenset(("REQUEST", "AGREE", "CONSULT"))

# The day itself, a stretch that holds it, stretches as long as a year.
_DAY: Final = 2.5
_STRETCH: Final = 1.2
_LONG: Final = 0.3
_MONTHS: Final = 62
# Reports of one deed come within days of it, and seldom differ by more than a day or two.
_FRESH: Final = timedelta(days=4)
_SLIP: Final = 2
_SLIPPED: Final = -0.7
_APART: Final = -3.0
_FAR: Final = 10

_PLACE: Final = 1.0
_COUNTRY: Final = 0.3
_ELSEWHERE: Final = -0.8
_ABROAD: Final = -1.5

_NUMBER: Final = 1.5
_OTHER_NUMBER: Final = -0.4
_ISSUE: Final = 1.5
_OTHER_ISSUE: Final = -0.5
# Shared words of the evidence, and how many of the fewer would share by chance.
_WORDS: Final = 4.0
_CHANCE: Final = 0.2


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
    return Match(1 / (1 + exp(-max(total, NEVER))), reasons)


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
    return Reason("type", _TYPE + _OTHER_MODE, f"{one.type}: {one.mode}, {other.mode}")


def _parties(one: Sighting, other: Sighting) -> Reason:
    """Who took part, and on which side."""
    if one.mutual or other.mutual:
        return _side(compare(parties(one), parties(other)), "parties", _PARTIES)
    source, target = compare(one.source, other.source), compare(one.target, other.target)
    straight = _sides(source, target)
    if straight.weight > 0 or not {one.type, other.type} <= _PROPOSALS:
        return straight
    crossed = _sides(compare(one.source, other.target), compare(one.target, other.source))
    if crossed.weight < _PARTIES / 2:
        return straight
    return Reason("parties", _REVERSED, f"{crossed.words}, the other way round")


def _sides(source: Likeness | None, target: Likeness | None) -> Reason:
    """Both sides together."""
    half = _PARTIES / 2
    reasons = (_side(source, "parties", half), _side(target, "parties", half))
    words = ", ".join(dict.fromkeys(reason.words for reason in reasons if reason.words))
    return Reason("parties", sum(reason.weight for reason in reasons), words)


def _side(likeness: Likeness | None, aspect: str, full: float) -> Reason:
    """What the likeness of a side weighs: all from the best to nothing in common."""
    if likeness is None:
        return Reason(aspect, _PARTY_UNKNOWN, "")
    degree, words = likeness.degree, ", ".join(likeness.names)
    if degree <= COMPATRIOTS:
        return Reason(aspect, _NO_PARTY * (1 - degree), words)
    return Reason(aspect, full * (2 * degree - 1), words)


def _time(one: Sighting, other: Sighting) -> Reason | None:
    """Whether the days agree: those told, or else those on which it was fresh."""
    days, others = one.period or _fresh(one), other.period or _fresh(other)
    if days is None or others is None:
        return _history(one, other)
    gap = days.gap(others)
    told = ", ".join(dict.fromkeys((spelled(days), spelled(others))))
    if gap == 0:
        longest = max(days.length, others.length)
        if one.period and other.period and longest == 1:
            return Reason("time", _DAY, told)
        return Reason("time", _STRETCH if longest <= _MONTHS else _LONG, told)
    if gap <= _SLIP:
        return Reason("time", _SLIPPED, told)
    return Reason("time", _APART if gap <= _FAR else NEVER, told)


def _fresh(sighting: Sighting) -> Period | None:
    """The days on which an undated event of the news may have been."""
    if sighting.background or sighting.published is None or sighting.status not in HAPPENED:
        return None
    return Period(sighting.published - _FRESH, sighting.published)


def _history(one: Sighting, other: Sighting) -> Reason | None:
    """What was told before another event happened cannot be that event."""
    for known, undated in ((one, other), (other, one)):
        if not {known.status, undated.status} <= HAPPENED or not known.period:
            continue
        if undated.published and known.period.first > undated.published:
            return Reason("time", NEVER, f"{spelled(known.period)}, told before")
    return None


def _place(one: Spot | None, other: Spot | None) -> Reason | None:
    """Whether it was in the same place, as far as both tell one."""
    if one is None or other is None:
        return None
    words = ", ".join(dict.fromkeys((one.name, other.name)))
    distance = kilometres(one, other)
    if one.name == other.name or (distance is not None and distance <= NEARBY_KM):
        return Reason("place", _PLACE, words)
    if one.country and other.country and one.country != other.country:
        return Reason("place", _ABROAD, words)
    return Reason("place", _COUNTRY if distance is None else _ELSEWHERE, words)


def kilometres(one: Spot, other: Spot) -> float | None:
    """How far two places are from each other; None where that of one is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, lon = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(lat / 2) ** 2
    chord += cos(radians(one.lat)) * cos(radians(other.lat)) * sin(lon / 2) ** 2
    return 12742 * asin(sqrt(min(chord, 1.0)))


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
    shared = one.words & other.words
    share = len(shared) / min(len(one.words), len(other.words))
    return Reason("words", _WORDS * (share - _CHANCE), " ".join(sorted(shared)[:8]))
