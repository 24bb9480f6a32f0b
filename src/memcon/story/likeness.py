"""Likeness: how well a forecast fits what others told of one prospect."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.codes.gatherings import Rank, gathering_kind
from memcon.codes.spelling import key
from memcon.story.forecasts import Forecast
from memcon.story.identities import Identity
from memcon.story.periods import Period
from memcon.story.spots import Spot
from memcon.story.standing import (
    Families,
    expected_of,
    in_order,
    participants_of,
    spot_of,
    status_of,
    what_of,
)

# A date may be so many days off, a vague one ("this summer") more; after a delay it may be a year.
_SLACK = 7
_VAGUE_SLACK = 31
_DELAY = 366
# A period of at most so many days is a date.
_DATED = 4
# A report of a meeting, and a word of it in the news, come by the day after.
_NEWS = 1
_ANY_OF = frozenset({"state", "government", "unnamed"})
_NO_FAMILIES: Families = {}


@dataclass(frozen=True, slots=True)
class Course:
    """How a known prospect has run so far, as a new forecast is held against it."""

    told: Sequence[Forecast]
    what: str
    kind: str
    rank: Rank | None
    is_held: bool
    is_delayed: bool
    participants: tuple[Identity, ...]
    period: Period | None
    spot: Spot | None
    opened: date | None
    mentioned: date | None

    @classmethod
    def of(cls, told: Sequence[Forecast]) -> "Course":
        """What its forecasts say together; each article counts by itself."""
        told = in_order(told)
        days = [f.day for f in told if f.day]
        what = what_of(told, _NO_FAMILIES)
        ranks: list[Rank] = [f.rank for f in told if f.rank]
        return cls(
            told=told,
            what=what,
            kind=told[0].kind,
            rank=gathering_kind(what).rank or (ranks[0] if ranks else None),
            is_held=status_of(told, _NO_FAMILIES) == "held",
            is_delayed=any(f.status == "postponed" for f in told),
            participants=participants_of(told, _NO_FAMILIES),
            period=expected_of(told, _NO_FAMILIES),
            spot=spot_of(told, _NO_FAMILIES),
            opened=min(days, default=None),
            mentioned=max(days, default=None),
        )


def likeness(forecast: Forecast, told: Sequence[Forecast]) -> float | None:
    """How well a forecast fits a prospect, above 0; None where something speaks against it."""
    known = Course.of(told)
    if forecast.kind != known.kind or _is_told_apart(forecast, known):
        return None
    time = _time(forecast, known)
    place = _place(forecast.spot, known.spot)
    parties = _parties(forecast, known, time, place)
    if time is None or parties is None:
        return None
    if place < 0 and (forecast.kind == "visit" or parties < 1):
        return None
    return 3 * parties + time + place + 0.3 * (key(forecast.what) == key(known.what))


def _is_told_apart(forecast: Forecast, known: Course) -> bool:
    """Whether the article itself tells it beside that prospect as another.

    Nor does a meeting show that one was held which the same article still looks forward to.
    """
    beside = [f for f in known.told if f.article == forecast.article and not f.is_report]
    if forecast.is_report:
        return any(f.status not in ("ongoing", "held") for f in beside)
    return bool(beside) and not any(_is_repeated(forecast, f) for f in beside)


def _is_repeated(forecast: Forecast, other: Forecast) -> bool:
    """Whether one article says the same twice: once of both parties, once of one of them."""
    some, others = ({i.key for i in f.participants} for f in (forecast, other))
    is_apart = forecast.period and other.period and forecast.period.gap(other.period) > 0
    is_elsewhere = _place(forecast.spot, other.spot) < 0
    is_same_sort = forecast.rank is not None and forecast.rank == other.rank
    is_part = bool(some and others) and (some <= others or others <= some)
    return is_same_sort and is_part and not is_apart and not is_elsewhere


def _time(forecast: Forecast, known: Course) -> float | None:
    """How well the times agree; None where they are too far apart."""
    if forecast.is_report:
        return _time_of_report(forecast, known)
    if forecast.period and known.period:
        gap = forecast.period.gap(known.period)
        if gap > _slack(forecast, known):
            return None
        return 1.0 if gap == 0 else 0.5
    if known.is_held and _is_after(forecast, known):
        return None
    return 0.3 if _is_in_talk(forecast, known) else None


def _slack(forecast: Forecast, known: Course) -> int:
    """By how many days two dates of one prospect may differ."""
    if known.is_held:
        return _NEWS
    if known.is_delayed or forecast.status == "postponed":
        return _DELAY
    is_dated = all(p and p.length <= _DATED for p in (forecast.period, known.period))
    return _SLACK if is_dated else _VAGUE_SLACK


def _time_of_report(forecast: Forecast, known: Course) -> float | None:
    """How well the time of a meeting that was held agrees with that which was expected."""
    when = forecast.period
    if when is None and forecast.day:
        is_due = bool(known.period and known.period.length <= _DATED)
        late = timedelta(_SLACK if is_due else _NEWS)
        when = Period(max(forecast.day, date.min + late) - late, forecast.day)
    if when is None:
        return None
    if known.period:
        return 1.0 if when.gap(known.period) <= (_NEWS if forecast.period else 0) else None
    if known.opened is None or known.mentioned is None or when.last < known.opened:
        return None
    return 0.3 if (when.first - known.mentioned).days <= _patience(known) else None


def _is_after(forecast: Forecast, known: Course) -> bool:
    """Whether an article speaks of what lies ahead when the known one has been held."""
    held = [f for f in known.told if f.status == "held"]
    days = [f.period.last if f.period else f.day for f in held]
    last = min((day for day in days if day), default=None)
    return bool(last and forecast.day and (forecast.day - last).days > _NEWS)


def _is_in_talk(forecast: Forecast, known: Course) -> bool:
    """Whether an article falls in the time in which the prospect is talked about."""
    if forecast.day is None or known.opened is None or known.mentioned is None:
        return True
    early, late = known.opened - forecast.day, forecast.day - known.mentioned
    return max(early, late).days <= _patience(known)


def _patience(known: Course) -> int:
    """After how many days without a word the same words mean another one."""
    return 2 * gathering_kind(known.what).dormant


def _place(spot: Spot | None, other: Spot | None) -> float:
    """0.5 for the same place, -0.5 for two that differ, 0 where it is not told."""
    if spot is None or other is None:
        return 0.0
    if spot.is_near(other):
        return 0.5
    return -0.5 if spot.excludes(other) else 0.0


def _parties(forecast: Forecast, known: Course, time: float | None, place: float) -> float | None:
    """Which share of the parties are the same, 0 to 1; None where they are others.

    All whom the shorter list names must be of the longer. Whoever is named by person on one side
    and by country on the other is the same where the rank of the meeting or its date says so; one
    party of several is enough where time or place agree.
    """
    if forecast.rank and known.rank and forecast.rank != known.rank:
        return None
    some, others = _known_by_name(forecast.participants), _known_by_name(known.participants)
    is_settled = time == 1.0 and place > 0
    if not some or not others:
        is_same = is_settled or (time == 1.0 and _has_same_name(forecast, known))
        return 0.3 if is_same and not forecast.is_report else None
    few, many = sorted((some, others), key=len)
    by_key = [i for i in few if any(i.key == o.key for o in many)]
    by_code = [i for i in few if i not in by_key and _speaks_for(i, many)]
    if len(by_key) + len(by_code) < len(few):
        return None
    is_one_level = forecast.rank is not None and forecast.rank == known.rank
    if by_code and not (is_one_level or is_settled):
        return None
    if len(few) == 1 and not _is_one_enough(forecast, known, time, place):
        return None
    return (len(by_key) + 0.7 * len(by_code)) / len(many)


def _is_one_enough(forecast: Forecast, known: Course, time: float | None, place: float) -> bool:
    """Whether one party in common is enough: the time, place, name or article is the same.

    To show that something was held, it must be a visit, or a body that meets by itself.
    """
    is_when = time == 1.0
    if forecast.is_report and forecast.kind != "visit":
        return is_when and len(forecast.participants) == len(known.participants)
    is_beside = any(f.article == forecast.article for f in known.told)
    is_named = not forecast.is_report and (is_beside or _has_same_name(forecast, known))
    return is_when or place > 0 or is_named


def _has_same_name(forecast: Forecast, known: Course) -> bool:
    """Whether both are called by the same name: "climate conference", not "conference"."""
    return " " in forecast.what and key(forecast.what) == key(known.what)


def _speaks_for(party: Identity, others: Sequence[Identity]) -> bool:
    """Whether one is the state of another, its government or an official who is not named."""
    return any(
        party.code == other.code and (party.kind in _ANY_OF or other.kind in _ANY_OF)
        for other in others
    )


def _known_by_name(parties: Sequence[Identity]) -> tuple[Identity, ...]:
    """The parties, if any is named; "leaders" alone may be anybody."""
    return tuple(parties) if any(party.kind != "unnamed" for party in parties) else ()
