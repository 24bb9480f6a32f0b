"""Match: how likely it is that two events of two articles are one, and why.

Each aspect adds a weight in log-odds, above zero where it speaks for the two being one and below
where it speaks against it (Fellegi and Sunter, "A Theory for Record Linkage", 1969). The sum is
turned into a probability. What cannot be is given so low a weight that nothing makes up for it.
"""

from typing import Final

from memcon.record.terms import EventType
from memcon.story.datings import compare_days
from memcon.story.parties import COMPATRIOTS, DESCRIBED, Likeness, compare, parties
from memcon.story.reasons import NEVER, Match, Reason, logistic
from memcon.story.sightings import Sighting
from memcon.story.spots import Spot

# What two events have against them before anything is known: few of those that could be one are.
_PRIOR: Final = -2.5
# In a war the like of it happens daily.
_DAILY: Final[frozenset[EventType]] = frozenset(("ASSAULT",))
_DAILY_PRIOR: Final = -3.5

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
_OTHER: Final = "other"

_DENIALS: Final = frozenset(("denied", "not-happened"))
_DENIED: Final = -1.0

# Both sides the same; each side half; none in common.
_PARTIES: Final = 3.0
_PARTY_UNKNOWN: Final = -0.5
_VAGUE_PARTY: Final = -2.0
_PARTIES_UNKNOWN: Final = -2.5
_DESCRIBED: Final = -0.8
_NO_PARTY: Final = -5.5
_REVERSED: Final = -2.5
_PROPOSALS: Final[frozenset[EventType]] = frozenset(("REQUEST", "AGREE", "CONSULT"))

_PLACE: Final = 1.0
_COUNTRY: Final = 0.3
_ELSEWHERE: Final = -0.8
_ABROAD: Final = -2.2

_NUMBER: Final = 2.0
_SMALL_NUMBER: Final = 0.8
_FEW: Final = 3
_NEAR_NUMBER: Final = -0.3
_NEAR: Final = 1.3
_OTHER_NUMBER: Final = -1.2
_ISSUE: Final = 1.5
_OTHER_ISSUE: Final = -0.5
# Words of what is told, by the share of the fewer that is in common: as many as chance gives weigh
# nothing. A demand or reproach is known by its words, a meeting or an attack by who and when. One
# sentence may tell of two deeds of different types.
_CHANCE: Final = 0.25
_SPOKEN: Final = 10.0
_NOTHING_SPOKEN: Final = -3.0
_UNSPOKEN: Final = -1.0
_FEW_WORDS: Final = 2
_DONE: Final = 4.0
_MOST_WORDS: Final = 3.0
_MOST_AKIN: Final = 1.0
_FEWEST_DONE: Final = -1.0
_FEWEST_MET: Final = -0.5
_VERBAL: Final = frozenset(("verbal-cooperation", "verbal-conflict"))


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
        _status(sighting, other),
        compare_days(sighting, other),
        _place(sighting.spot, other.spot),
        _quantities(sighting, other),
        _issues(sighting, other),
        _words(sighting, other),
    )
    reasons = tuple(reason for reason in found if reason is not None)
    prior = _DAILY_PRIOR if {sighting.type, other.type} <= _DAILY else _PRIOR
    total = prior + sum(reason.weight for reason in reasons)
    return Match(logistic(max(total, NEVER)), reasons)


def _type(one: Sighting, other: Sighting) -> Reason:
    """The same deed, or one that outlets take for it."""
    if one.type != other.type:
        if any(one.type in kin and other.type in kin for kin in _AKIN):
            return Reason("type", _AKIN_TYPE, f"{one.type}, {other.type}")
        return Reason("type", NEVER, f"{one.type}, {other.type}")
    if not one.mode or not other.mode:
        return Reason("type", _TYPE, one.type)
    if one.mode == other.mode == _OTHER:
        return Reason("type", _TYPE, one.type)
    if one.mode == other.mode or {one.mode, other.mode} <= _MEETINGS:
        return Reason("type", _TYPE + _MODE, f"{one.type} {one.mode}")
    weight = _CALL if one.type == "CONSULT" else _OTHER_MODE
    return Reason("type", _TYPE + weight, f"{one.type}: {one.mode}, {other.mode}")


def _status(one: Sighting, other: Sighting) -> Reason | None:
    """Whether one says that it was and the other that it was not; a plan may have come true."""
    if (one.status in _DENIALS) == (other.status in _DENIALS):
        return None
    return Reason("status", _DENIED, f"{one.status}, {other.status}")


def _parties(one: Sighting, other: Sighting) -> Reason:
    """Who took part, and on which side."""
    if one.mutual or other.mutual:
        all_of_one, all_of_other = parties(one), parties(other)
        likeness = compare(all_of_one, all_of_other)
        if min(len(all_of_one), len(all_of_other)) > 1 and likeness:
            return _side(likeness, _PARTIES)
        return _sides(likeness, None)
    straight = _sides(compare(one.source, other.source), compare(one.target, other.target))
    if straight.weight > 0 or not {one.type, other.type} <= _PROPOSALS:
        return straight
    crossed = _sides(compare(one.source, other.target), compare(one.target, other.source))
    if crossed.weight < _PARTIES / 2:
        return straight
    return Reason("parties", _REVERSED, f"{crossed.words}, the other way round")


def _sides(source: Likeness | None, target: Likeness | None) -> Reason:
    """Both sides together; where only one is known it should be one who tells much."""
    if source and target:
        reasons = (_side(source, _PARTIES / 2), _side(target, _PARTIES / 2))
        words = ", ".join(dict.fromkeys(reason.words for reason in reasons if reason.words))
        return Reason("parties", sum(reason.weight for reason in reasons), words)
    known = source or target
    if known is None:
        return Reason("parties", _PARTIES_UNKNOWN, "")
    alone = _side(known, _PARTIES / 2)
    unknown = _PARTY_UNKNOWN + _VAGUE_PARTY * (1 - known.telling)
    return Reason("parties", alone.weight + unknown, alone.words)


def _side(likeness: Likeness, full: float) -> Reason:
    """What the likeness of a side weighs: `full` for the same, down to nobody in common."""
    degree, words = likeness.degree, ", ".join(likeness.names)
    if degree <= COMPATRIOTS:
        return Reason("parties", _NO_PARTY * (1 - degree), words)
    if degree <= DESCRIBED:
        return Reason("parties", _DESCRIBED, words)
    return Reason("parties", full * likeness.telling * (2 * degree - 1), words)


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
    value, counted, unit = min(pairs, key=lambda pair: _apart(pair[0], pair[1]))
    words = " / ".join(dict.fromkeys(f"{number:.15g}" for number in (value, counted)))
    if value == counted:
        return Reason("number", _NUMBER if value > _FEW else _SMALL_NUMBER, f"{words} {unit}")
    is_near = _apart(value, counted) <= _NEAR
    return Reason("number", _NEAR_NUMBER if is_near else _OTHER_NUMBER, f"{words} {unit}")


def _apart(one: float, other: float) -> float:
    """How many times the larger number is the smaller."""
    small, large = sorted((abs(one), abs(other)))
    return large / small if small else (1.0 if large == small else -NEVER)


def _issues(one: Sighting, other: Sighting) -> Reason | None:
    """Whether they are about the same."""
    if not one.issues or not other.issues:
        return None
    shared = [issue for issue in one.issues if issue in other.issues]
    return Reason("issues", _ISSUE if shared else _OTHER_ISSUE, ", ".join(shared))


def _words(one: Sighting, other: Sighting) -> Reason | None:
    """How many of the words that tell them they have in common."""
    is_spoken = one.quad in _VERBAL and one.type != "CONSULT"
    if not one.words or not other.words:
        return Reason("words", _UNSPOKEN, "") if is_spoken else None
    shared, fewest = one.words & other.words, min(len(one.words), len(other.words))
    share = len(shared) / (fewest + 1)
    if not is_spoken:
        least = _FEWEST_MET if one.type == "CONSULT" or fewest <= _FEW_WORDS else _FEWEST_DONE
        weight = max(_DONE * (share - _CHANCE), least)
    elif shared or fewest <= _FEW_WORDS:
        weight = _SPOKEN * (share - _CHANCE)
    else:
        weight = _NOTHING_SPOKEN
    most = _MOST_WORDS if one.type == other.type else _MOST_AKIN
    return Reason("words", min(weight, most), " ".join(sorted(shared)[:8]))
