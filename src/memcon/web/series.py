"""Series: cooperation and conflict over time, as a chart, a strip that moves it, and a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from memcon.brief.series import span_words
from memcon.story.relations import Grain, Point, closing
from memcon.web.answering import address
from memcon.web.charts import CONFLICT, COOPERATION, chart, colour, days
from memcon.web.view import Chart

# A chart opens on the last days that have so much of what happened: what articles tell in passing
# of years long gone would squeeze them.
_SHARE = 0.9
# The figures beside chart and strip have so much room, so that their days are in line.
_MARGIN = 40
_ALONG: Mapping[str, Any] = {"type": "interval", "encodings": ["x"]}
_TOOLTIP = (
    ("span", "When"),
    ("cooperation", "Cooperation"),
    ("conflict", "Conflict"),
    ("happenings", "Happenings"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A day, week or month of the series: `until` is its last day, `end` the one after it; where
    `address` leads are its happenings."""

    span: str
    since: date
    until: date
    end: date
    cooperation: float
    conflict: float
    happenings: int
    address: str


def spans(
    points: Sequence[Point],
    grain: Grain,
    parties: Sequence[str],
    within: Mapping[str, date | None],
) -> tuple[Span, ...]:
    """The points with the ways to their happenings, which lie within the days that were asked."""
    since, until = within["since"] or date.min, within["until"] or date.max
    return tuple(_span(point, grain, parties, since, until) for point in points)


def series_chart(over: Sequence[Span]) -> Chart:
    """Cooperation upwards, conflict downwards; dragged along its days, zoomed with Ctrl."""
    zoom = {"zoom": "wheel![event.ctrlKey || event.metaKey]"}
    shown = {"name": "shown", "select": {**_ALONG, **zoom}, "bind": "scales", **_opening(over)}
    layers = _layers({"tickCount": 5}, shown)
    for layer in layers:
        layer["mark"]["cursor"] = "pointer"
        layer["encoding"]["tooltip"] = [{"field": name, "title": told} for name, told in _TOOLTIP]
    zero = {"mark": {"type": "rule", "color": colour("edge")}, "encoding": {"y": {"datum": 0}}}
    return chart(over, width="container", height=260, layer=[*layers, zero])


def series_strip(over: Sequence[Span]) -> Chart:
    """The whole of it in little, to choose from what the chart shows."""
    brush = {"mark": {"fill": colour("ink"), "fillOpacity": 0.12, "stroke": colour("edge")}}
    chosen = {"name": "chosen", "select": {**_ALONG, **brush}, **_opening(over)}
    bare = {"domain": False, "grid": False, "labels": False, "ticks": False}
    layers = _layers(bare, chosen)
    for layer in layers:
        layer["encoding"]["color"]["legend"] = None
    values = [
        {
            "since": one.since,
            "end": one.end,
            "cooperation": one.cooperation,
            "conflict": one.conflict,
        }
        for one in over
    ]
    return chart(values, width="container", height=36, layer=layers)


def _layers(amounts: Mapping[str, Any], parameter: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Bars for what is above zero, then for what is below; the first has the parameter."""
    amount = {"axis": {**amounts, "minExtent": _MARGIN, "maxExtent": _MARGIN}, "title": None}
    scale = {"domain": ["Cooperation", "Conflict"], "range": [COOPERATION, CONFLICT]}
    layers: list[dict[str, Any]] = [
        {
            "mark": {"type": "bar", "clip": True},
            "encoding": {
                "x": days("since"),
                "x2": {"field": "end"},
                "y": {"field": name.lower(), "type": "quantitative", **amount},
                "y2": {"datum": 0},
                "color": {"datum": name, "type": "nominal", "scale": scale},
            },
        }
        for name in ("Cooperation", "Conflict")
    ]
    layers[0]["params"] = [parameter]
    return layers


def _span(point: Point, grain: Grain, parties: Sequence[str], since: date, until: date) -> Span:
    last = closing(point.first, grain)
    words = span_words(point, grain)
    return Span(
        span=f"Week of {words}" if grain == "week" else words,
        since=point.first,
        until=last,
        end=min(last, date.max - timedelta(1)) + timedelta(1),
        cooperation=point.cooperation,
        conflict=point.conflict,
        happenings=len(point.happenings),
        address=address(
            "/timeline", party=parties, since=max(point.first, since), until=min(last, until)
        ),
    )


def _opening(over: Sequence[Span]) -> Mapping[str, Any]:
    """The days on which a chart opens, as a parameter's value."""
    most, told = _SHARE * sum(one.happenings for one in over), 0
    for one in reversed(over):
        told += one.happenings
        if told >= most:
            return {"value": {"x": [_instant(one.since), _instant(over[-1].end)]}}
    return {}


def _instant(day: date) -> int:
    """Milliseconds since 1970, as Vega counts time."""
    return round(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)
