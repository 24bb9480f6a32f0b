"""Series: cooperation and conflict over time, as a table with a bar for each day, week or month."""

from collections.abc import Sequence

from memcon.brief.accounts import in_words, more_of
from memcon.brief.report import Chapter, Grid, Remark, told
from memcon.brief.words import MONTHS
from memcon.story.relations import Grain, Point

# A bar has as many characters at the most that any point has, on either side.
_WIDEST = 8
_GOOD, _BAD, _FREE = "█", "▒", "·"
# So many happenings are named beside a point.
_NAMED = 3
_HEADS: dict[Grain, str] = {"day": "Day", "week": "Week of", "month": "Month"}


def series_chapter(points: Sequence[Point], grain: Grain, limit: int | None) -> Chapter:
    """The points, the latest last; conflict stands left of the line, cooperation right of it."""
    shown = points[-limit:] if limit else points
    most = max((max(p.cooperation, -p.conflict) for p in shown), default=0) or 1
    rows = tuple(_row(point, grain, most) for point in shown)
    heads = (_HEADS[grain], "Conflict", "", "Cooperation", "Happenings")
    return Chapter(
        title="Conflict and cooperation (Goldstein values)",
        grid=Grid(heads=heads, rows=rows) if rows else None,
        none="Nothing happened on a day that is known.",
        more=more_of(len(points), len(shown), "earlier"),
    )


def _row(point: Point, grain: Grain, most: float) -> tuple[Remark, ...]:
    """A point: its span, its sums, its bar, its happenings by number."""
    bad, good = (_length(value, most) for value in (-point.conflict, point.cooperation))
    bar = f"{_BAD * bad:{_FREE}>{_WIDEST}}|{_GOOD * good:{_FREE}<{_WIDEST}}"
    numbers = [f"#{number}" for number in point.happenings[:_NAMED]]
    left = len(point.happenings) - _NAMED
    words = (
        span_words(point, grain),
        f"{point.conflict:.1f}",
        bar,
        f"{point.cooperation:+.1f}" if point.cooperation else "0.0",
        " ".join((*numbers, f"+{left}") if left > 0 else numbers),
    )
    return tuple(told(cell) for cell in words)


def _length(value: float, most: float) -> int:
    """How long a bar is; what is above zero has at least one character."""
    return max(round(_WIDEST * value / most), int(value > 0))


def span_words(point: Point, grain: Grain) -> str:
    """The month, or the day on which the day or week begins."""
    if grain == "month":
        return f"{MONTHS[point.first.month - 1]} {point.first.year}"
    return in_words(point.first)
