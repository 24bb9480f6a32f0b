"""Outlook: a prospect across articles, and its history: open, dormant, overdue or settled.

What finds and sums up its forecasts is imported when it is called: who only reads what they became
does without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from memcon.codes.gatherings import gathering_kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from memcon.record.terms import ProspectStatus
    from memcon.story.forecasts import Forecast
    from memcon.story.identities import Identity
    from memcon.story.periods import Period
    from memcon.story.spots import Spot

State = Literal["open", "dormant", "overdue", "settled"]

SETTLED = frozenset({"held", "cancelled", "rejected"})
_SET = frozenset({"agreed", "scheduled"})


@dataclass(frozen=True, slots=True)
class Outlook:
    """A prospect summed up: its `status` is what its latest sources say."""

    what: str
    kind: str
    status: ProspectStatus
    participants: tuple[Identity, ...]
    period: Period | None
    spot: Spot | None
    opened: date | None
    mentioned: date | None
    sources: int

    @property
    def first(self) -> date | None:
        """The first day for which it is expected."""
        return self.period.first if self.period else None

    @property
    def last(self) -> date | None:
        """The last day for which it is expected."""
        return self.period.last if self.period else None


class Glance(NamedTuple):
    """As much of a prospect as tells how it stands: to sum thousands up takes no more."""

    what: str
    status: ProspectStatus
    first: date | None
    last: date | None
    mentioned: date | None
    sources: int


def choose_outlook(forecast: Forecast, known: Mapping[int, Sequence[Forecast]]) -> int | None:
    """Which of the known prospects is meant, by number; None if it is none of them.

    A prospect that is none of them is a new one. A report (`Forecast.is_report`) that is none of
    them is dropped: a meeting that nobody announced is a happening and no prospect.
    """
    from memcon.story.likeness import likeness

    fits = {
        number: fit
        for number, told in known.items()
        if told and (fit := likeness(forecast, told)) is not None
    }
    return max(fits, key=lambda number: (fits[number], -number), default=None)


def sum_up(told: Sequence[Forecast], families: Mapping[str, int]) -> Outlook:
    """What the forecasts of one prospect say together; ValueError if there are none."""
    from memcon.story import standing

    if not told:
        raise ValueError("a prospect of which nobody told")
    ordered = standing.in_order(told)
    days = [forecast.day for forecast in ordered if forecast.day]
    what = standing.what_of(ordered, families)
    return Outlook(
        what=what,
        kind=gathering_kind(what).kind,
        status=standing.status_of(ordered, families),
        participants=standing.participants_of(ordered, families),
        period=standing.expected_of(ordered, families),
        spot=standing.spot_of(ordered, families),
        opened=min(days, default=None),
        mentioned=max(days, default=None),
        sources=standing.sources_of(ordered, families),
    )


def state_of(outlook: Outlook | Glance, today: date, added: date | None = None) -> State:
    """How a prospect stands on a day.

    Settled: held, cancelled or rejected. Overdue: its last day and some days' grace have passed
    and no article has spoken of it since. Dormant: no article has spoken of it for long, and no
    day is set that is yet to come. How long both are for each kind is in `gatherings.tsv`.
    Articles without a date fall silent as of the day on which the last of them was `added`.
    """
    if outlook.status in SETTLED:
        return "settled"
    gathering, last = gathering_kind(outlook.what), outlook.last
    if last:
        grace = timedelta(gathering.grace)
        due = min(last, date.max - grace) + grace
        if today > due and (outlook.mentioned is None or outlook.mentioned <= due):
            return "overdue"
    is_set = outlook.status in _SET and last is not None and last >= today
    heard = outlook.mentioned or added
    if heard and not is_set:
        silence = (today - heard).days
        return "dormant" if silence > gathering.dormant else "open"
    return "open"


def is_undated(outlook: Outlook | Glance, state: State) -> bool:
    """Whether no day places a prospect: that of a mention, or one to come for which it is expected.

    Such a prospect is told after all others.
    """
    return outlook.mentioned is None and (outlook.first is None or state != "open")
