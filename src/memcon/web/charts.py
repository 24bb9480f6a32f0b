"""Charts: Vega-Lite specifications alike in looks, and pictures of them for who runs no scripts.

A page's module makes the specification of its own chart with `chart`. A colour in it is the name
that the style sheet has for it, `colour("conflict")`: a browser looks it up when it draws, so that
a chart turns dark with the page; for a picture, which is on white paper, it is looked up here. A
scale of numbers cannot blend such names.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import msgspec
import vl_convert

from memcon.web.assets import contents

_VERSION = "6.1"
_NAMED = re.compile(r"var\(--([\w-]+)\)")
_FETCHED = re.compile(r'"url":"(/assets/[^"]+)"')
_DEFINED = re.compile(r"--([\w-]+):\s*([^;]+);")
_PAPER = "white"
_PAGE: Mapping[str, int] = {"width": 760, "height": 360}


@cache
def _colours() -> Mapping[str, str]:
    """The style sheet's colours by daylight: those that it names first."""
    sheet = (resources.files("memcon.web") / "sheet.css").read_text("utf-8")
    return dict(reversed(_DEFINED.findall(sheet)))


def colour(name: str) -> str:
    """A colour by the name that the style sheet has for it; KeyError if it has none."""
    if name not in _colours():
        raise KeyError(name)
    return f"var(--{name})"


COOPERATION, CONFLICT = colour("cooperation"), colour("conflict")
_CONFIG: Mapping[str, Any] = {
    "background": None,
    "font": "system-ui, sans-serif",
    "view": {"stroke": None},
    "axis": {
        "domainColor": colour("edge"),
        "gridColor": colour("line"),
        "labelColor": colour("soft"),
        "labelFontSize": 12,
        "tickColor": colour("edge"),
        "titleColor": colour("soft"),
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    },
    "legend": {
        "labelColor": colour("ink"),
        "labelFontSize": 12,
        "orient": "top",
        "title": None,
        "titleColor": colour("soft"),
    },
    "text": {"color": colour("ink")},
    "title": {"color": colour("ink")},
}


def chart(values: Sequence[object], **told: Any) -> dict[str, Any]:
    """A specification of these values, mappings or dataclasses; `told` is the rest of it.

    Who chooses a mark of a value with an `address` goes there.
    """
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "config": _CONFIG,
        "data": {"name": "rows", "values": list(values)},
        **told,
    }


def days(field: str, **told: Any) -> dict[str, Any]:
    """The encoding of days along x, with as many of them named as there is room for."""
    axis = {"labelBound": True, "labelFlush": True, "tickCount": {"expr": "width / 90"}}
    return {
        "field": field,
        "type": "temporal",
        "scale": {"type": "utc", **told},
        "axis": {"grid": False, **axis},
        "title": None,
    }


def picture(specification: Mapping[str, Any]) -> bytes:
    """The chart as SVG on white paper; nothing is fetched for it: our files are put into it.

    A width or height of "container" is that of a page.
    """
    sides = {side: _PAGE[side] for side in _PAGE if specification.get(side) == "container"}
    still = msgspec.json.encode({**specification, **sides, "background": _PAPER}).decode()
    # What an article says may look like a colour, too.
    lit = _NAMED.sub(lambda named: _colours().get(named[1], named[0]), still)
    whole = _FETCHED.sub(lambda named: f'"values":{contents(named[1]).decode()}', lit)
    svg = vl_convert.vegalite_to_svg(whole, vl_version=_VERSION, allowed_base_urls=[])
    return svg.encode()
