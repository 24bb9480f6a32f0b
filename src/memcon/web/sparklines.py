"""Sparkline: a relation week by week, no larger than a word: cooperation above a line, conflict
below it."""

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.story.activity import Tie

# Of one week and its gap, and of either half; what there is at all can be seen.
_STEP, _BAR, _HALF, _LEAST = 5.0, 4.0, 14.0, 1.0


@dataclass(frozen=True, slots=True)
class Sparkline:
    """What SVG paths draw, within `width` and `height`, the line at half the height."""

    width: float
    height: float
    cooperation: str
    conflict: str


def sparklines(ties: Iterable[Tie]) -> tuple[Sparkline, ...]:
    """One of each relation, all to one scale."""
    drawn = tuple(ties)
    most = max(
        (max(week.cooperation, -week.conflict) for tie in drawn for week in tie.weeks), default=0.0
    )
    return tuple(_sparkline(tie, most or 1.0) for tie in drawn)


def _sparkline(tie: Tie, most: float) -> Sparkline:
    return Sparkline(
        width=len(tie.weeks) * _STEP,
        height=2 * _HALF,
        cooperation=_bars((week.cooperation for week in tie.weeks), -_HALF / most),
        conflict=_bars((-week.conflict for week in tie.weeks), _HALF / most),
    )


def _bars(sums: Iterable[float], scale: float) -> str:
    """A bar for each sum above zero; a scale below zero draws upwards."""
    least = _LEAST if scale > 0 else -_LEAST
    heights = (
        (number, max(amount * scale, least, key=abs))
        for number, amount in enumerate(sums)
        if amount > 0
    )
    return "".join(
        f"M{at * _STEP:g} {_HALF:g}h{_BAR:g}v{high:.3g}h-{_BAR:g}z" for at, high in heights
    )
