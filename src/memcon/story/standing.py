"""Standing: what the forecasts of one prospect say together: how firm, who, when and where."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from memcon.codes.gatherings import gathering_kind
from memcon.record.terms import ProspectStatus
from memcon.story.ballots import votes_of
from memcon.story.forecasts import Forecast
from memcon.story.identities import Identity
from memcon.story.periods import Period
from memcon.story.spots import Spot

Told = Sequence[Forecast]
Families = Mapping[str, int]
Statuses = tuple[ProspectStatus, ...]
Choice = TypeVar("Choice", bound=Hashable)

# From the vaguest to the firmest; of two on one day the firmer is the later news.
_AHEAD: Statuses = ("floated", "considered", "intended", "agreed", "scheduled")
_OFF: Statuses = ("postponed", "rejected", "cancelled")
_COME: Statuses = ("ongoing", "held")
_FIRMNESS: Statuses = (*_AHEAD, *_OFF, *_COME)


def in_order(told: Iterable[Forecast]) -> list[Forecast]:
    """The forecasts by day, those of an unknown day first."""
    return sorted(told, key=lambda f: (f.day or date.min, f.article, f.finding))


def days_of(told: Iterable[Forecast]) -> list[list[Forecast]]:
    """The forecasts of each day, in order."""
    days: dict[date | None, list[Forecast]] = {}
    for forecast in in_order(told):
        days.setdefault(forecast.day, []).append(forecast)
    return list(days.values())


def sources_of(told: Iterable[Forecast], families: Families) -> int:
    """How many families tell of it."""
    return len({_family(forecast, families) for forecast in told})


def status_of(told: Told, families: Families) -> ProspectStatus:
    """What the latest day says, of several the word of the most families.

    What was held stays so, unless more families say later that it was put off. A single family's
    vaguer word does not undo a firmer one that others gave before: "possible" after "scheduled".
    """
    status: ProspectStatus | None = None
    behind = 0
    for day in days_of(told):
        word, voices = _word_of(day, families)
        if status is None or _outweighs(word, voices, status, behind):
            status, behind = word, voices
    return status or "considered"


def _word_of(day: Told, families: Families) -> tuple[ProspectStatus, int]:
    """The status that most families of a day tell, and how many they are.

    A report that it came beats what was written before it that day.
    """
    voices = votes_of((forecast.status, _family(forecast, families)) for forecast in day)
    words: list[ProspectStatus] = [word for word in _FIRMNESS if word in voices]
    off = max((voices[word] for word in words if word in _OFF), default=0)
    come: list[ProspectStatus] = [word for word in words if word in _COME and voices[word] >= off]
    best = (come or sorted(words, key=lambda word: voices[word]))[-1]
    return best, voices[best]


def _outweighs(word: ProspectStatus, voices: int, status: ProspectStatus, behind: int) -> bool:
    """Whether a later word, of so many families, replaces the status that stood."""
    if status == "held":
        return word in _OFF and voices > behind
    if word in _AHEAD and status in _AHEAD and word != status:
        return _AHEAD.index(word) > _AHEAD.index(status) or voices > 1
    return True


def what_of(told: Told, families: Families) -> str:
    """What it is called: the word that says whose it is ("summit"), else the most usual one."""
    words = [f for f in told if not f.is_report] or told
    telling = [f for f in words if gathering_kind(f.what).rank]
    return _usual(((f.what, f) for f in telling or words), families) or told[0].what


def participants_of(told: Told, families: Families) -> tuple[Identity, ...]:
    """Those whom most families name as taking part; of equally many the fullest list."""
    ahead = [f for f in told if not f.is_report and f.participants]
    named = ahead or [f for f in told if f.participants]
    sets = {frozenset(i.key for i in f.participants): f.participants for f in reversed(named)}
    pairs = ((frozenset(i.key for i in f.participants), f) for f in named)
    usual = _usual(pairs, families, lambda keys: (len(keys) > 1, len(keys)))
    return sets[usual] if usual else ()


def expected_of(told: Told, families: Families) -> Period | None:
    """The days on which it was, or else for which it is expected.

    The latest word holds, but a vaguer one ("in June") leaves the day that was named. What was
    put off has no day until it is given a new one.
    """
    came = [f for f in told if f.status in _COME and f.period]
    if came:
        return _usual(((f.period, f) for f in came), families, _narrowness)
    latest: Period | None = None
    for day in reversed(days_of(told)):
        if _word_of(day, families)[0] == "postponed":
            break
        named = [f for f in day if f.period and f.status not in _OFF]
        period = _usual(((f.period, f) for f in named), families, _narrowness)
        if latest is None or (period and _is_inside(period, latest)):
            latest = period
    return latest


def spot_of(told: Told, families: Families) -> Spot | None:
    """Where it was, or else where the latest day that tells a place says it is to be.

    Of the names of that place the most usual one: "Geneva" for the villa there.
    """
    placed = [f for f in told if f.spot]
    came = [f for f in placed if f.status in _COME]
    latest = came or (days_of(placed)[-1] if placed else [])
    spot = _usual(((f.spot, f) for f in latest), families)
    if spot is None:
        return None
    return _usual(((f.spot, f) for f in placed if f.spot and f.spot.is_near(spot)), families)


def _is_inside(period: Period, other: Period) -> bool:
    """Whether a period is a narrower part of another."""
    return period != other and other.within(period) == period


def _narrowness(period: Period | None) -> int:
    return -period.length if period else 0


def _usual(
    choices: Iterable[tuple[Choice, Forecast]],
    families: Families,
    weight: Callable[[Choice], Any] | None = None,
) -> Choice | None:
    """What most families choose; of equals the weightier, then the first."""
    voices = votes_of((choice, _family(forecast, families)) for choice, forecast in choices)
    return max(voices, key=lambda c: (voices[c], weight(c) if weight else 0), default=None)


def _family(forecast: Forecast, families: Families) -> Hashable:
    """The family of a forecast's article; an article by itself where none is known."""
    return families.get(forecast.article, forecast.article)
