"""Charts: Vega-Lite specifications alike in looks, and pictures of them for who runs no scripts.

A page's module makes the specification of its own chart with `chart`; colours are those of the
style sheet, and are told apart in the dark and by the colour-blind.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import vl_convert

COOPERATION, CONFLICT = "#2f6f9f", "#b5542c"
_VERSION = "6.1"
_CONFIG: Mapping[str, Any] = {
    "background": None,
    "font": "system-ui, sans-serif",
    "view": {"stroke": None},
    "axis": {"grid": True, "gridOpacity": 0.25, "domainOpacity": 0.4, "labelFontSize": 12},
    "legend": {"orient": "top", "labelFontSize": 12},
}
_PAPER = "white"


def chart(values: Sequence[Mapping[str, Any]], **told: Any) -> dict[str, Any]:
    """A specification of these values; `told` is the rest of it: mark, encoding, layer."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "config": _CONFIG,
        "data": {"name": "rows", "values": list(values)},
        **told,
    }


def picture(specification: Mapping[str, Any]) -> bytes:
    """The chart as SVG on white paper; nothing is fetched for it.

    A width of "container" is that of a page.
    """
    still = {**specification, "background": _PAPER}
    if still.get("width") == "container":
        still["width"] = 680
    svg = vl_convert.vegalite_to_svg(still, vl_version=_VERSION, allowed_base_urls=[])
    return svg.encode()
