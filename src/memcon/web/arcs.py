"""Arcs: who met whom, as names one below another and an arc between each two who met."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from memcon.web.charts import chart, colour
from memcon.web.view import Chart

# Pixels from a name to the next.
_STEP = 21
# Names have so much room, and on a narrow page no more than half of it.
_NAMES = "min(200, width * 0.48)"
# Where there is room, an arc is so many times wider than a half circle.
_WIDER = 1.6
# An arc is drawn through so many points.
_POINTS = 12
_IS_NEAR = "near.key && (near.key[0] === datum.a || near.key[0] === datum.b)"
_IS_FAR = "near.key && near.key[0] !== datum.a && near.key[0] !== datum.b"


@dataclass(frozen=True, slots=True)
class Name:
    """Who met somebody: what is `told` of it, and where choosing it leads."""

    key: str
    name: str
    meetings: int
    told: str
    address: str


@dataclass(frozen=True, slots=True)
class Arc:
    """Two who met, by their keys."""

    a: str
    b: str
    meetings: int
    told: str
    address: str


def in_line(arcs: Sequence[Arc]) -> tuple[str, ...]:
    """The keys of all who met, in an order in which those who met stand close.

    Who met most often is first to be placed; then, again and again, who met those most often that
    stand at either end is placed there.
    """
    met: dict[str, dict[str, int]] = {}
    for arc in arcs:
        met.setdefault(arc.a, {})[arc.b] = arc.meetings
        met.setdefault(arc.b, {})[arc.a] = arc.meetings
    line: dict[str, int] = {}

    def pull(key: str, place: int) -> tuple[float, int]:
        near = sum(n / abs(place - line[other]) for other, n in met[key].items() if other in line)
        return near, sum(met[key].values())

    while left := [key for key in met if key not in line]:
        ends = (max(line.values(), default=0) + 1, min(line.values(), default=0) - 1)
        chosen = max(product(left, ends), key=lambda placing: pull(*placing))
        line.update([chosen])
    return tuple(sorted(line, key=lambda key: line[key]))


def arcs_chart(names: Iterable[Name], arcs: Sequence[Arc]) -> Chart:
    """Names with a dot as large as they met often, arcs as wide; what is pointed at stands out."""
    rows = {key: row for row, key in enumerate(in_line(arcs))}
    reach = max((abs(rows[arc.a] - rows[arc.b]) for arc in arcs), default=0) / 2
    row = {
        "field": "row",
        "type": "quantitative",
        "scale": {"domain": [-0.5, len(rows) - 0.5], "reverse": True, "nice": False},
        "axis": None,
    }
    width = {"expr": f"min(width - 8, {_NAMES} + {_WIDER * reach * _STEP})"}
    out = {
        "field": "out",
        "type": "quantitative",
        "scale": {"domain": [0, reach], "range": [{"expr": _NAMES}, width], "nice": False},
        "axis": None,
    }
    told = {"field": "told", "type": "nominal"}
    ends = [
        {
            "key": one.key,
            "name": one.name,
            "meetings": one.meetings,
            "told": one.told,
            "address": one.address,
            "row": rows[one.key],
            "out": 0,
        }
        for one in names
    ]
    between = [
        {
            "a": arc.a,
            "b": arc.b,
            "meetings": arc.meetings,
            "told": arc.told,
            "address": arc.address,
            "upper": min(rows[arc.a], rows[arc.b]),
            "lower": max(rows[arc.a], rows[arc.b]),
        }
        for arc in arcs
    ]
    layer = [_between(between, row, out, told), _dots(row, out, told), _names(row, told)]
    return chart(ends, width="container", height=max(len(rows), 1) * _STEP, layer=layer)


def _between(
    values: Sequence[Any], row: dict[str, Any], out: dict[str, Any], told: dict[str, Any]
) -> dict[str, Any]:
    """The arcs, half ellipses."""
    turn = f"datum.step * PI / {_POINTS}"
    half = "(datum.lower - datum.upper) / 2"
    return {
        "data": {"values": values},
        "transform": [
            {"calculate": f"sequence({_POINTS + 1})", "as": "step"},
            {"flatten": ["step"]},
            {"calculate": f"datum.upper + {half} * (1 - cos({turn}))", "as": "row"},
            {"calculate": f"{half} * sin({turn})", "as": "out"},
        ],
        "mark": {"type": "line", "cursor": "pointer", "interpolate": "natural"},
        "encoding": {
            "x": out,
            "y": row,
            "order": {"field": "step"},
            "detail": [{"field": "a"}, {"field": "b"}],
            "strokeWidth": {
                "field": "meetings",
                "type": "quantitative",
                "scale": {"type": "sqrt", "domainMin": 0, "range": [0, 8]},
                "legend": None,
            },
            "color": {
                "condition": {"test": _IS_NEAR, "value": colour("accent")},
                "value": colour("soft"),
            },
            "opacity": {"condition": {"test": _IS_FAR, "value": 0.15}, "value": 0.65},
            "tooltip": told,
        },
    }


def _dots(row: dict[str, Any], out: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    size = {
        "field": "meetings",
        "type": "quantitative",
        "scale": {"domainMin": 0, "range": [16, 240]},
        "legend": None,
    }
    return {
        "mark": {"type": "circle", "color": colour("ink"), "cursor": "pointer", "opacity": 1},
        "encoding": {"x": out, "y": row, "size": size, "tooltip": told},
    }


def _names(row: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """The names, on which a reader points."""
    pointing = {"type": "point", "fields": ["key"], "on": "pointerover", "clear": "pointerout"}
    return {
        "params": [{"name": "near", "select": pointing}],
        "mark": {
            "type": "text",
            "align": "right",
            "baseline": "middle",
            "cursor": "pointer",
            "fontSize": 13,
            "limit": {"expr": f"{_NAMES} - 14"},
        },
        "encoding": {
            "x": {"value": {"expr": f"{_NAMES} - 13"}},
            "y": row,
            "text": {"field": "name", "type": "nominal"},
            "tooltip": told,
        },
    }
