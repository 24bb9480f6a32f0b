"""Map: where happenings were, on the outlines of the world."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, get_args

from msgspec import Meta

from memcon.brief.accounts import counted, in_words
from memcon.brief.lines import plain
from memcon.desk.desk import Desk
from memcon.record.terms import EventType
from memcon.story.known import countries
from memcon.story.places import Places, Scene
from memcon.web.answering import address
from memcon.web.assets import OUTLINES, asset
from memcon.web.charts import CONFLICT, COOPERATION, chart, colour
from memcon.web.completions import names
from memcon.web.query import Within
from memcon.web.view import Chart, View

RegionName = Literal[
    "World",
    "Europe",
    "Middle East",
    "Africa",
    "South Asia",
    "East Asia",
    "North America",
    "Latin America",
]
_TYPES: tuple[EventType, ...] = get_args(EventType)
_MOST = 1000
# "More" shows so many times more.
_WIDER = 4


class Region(NamedTuple):
    """What a map shows: its middle in degrees, and its width on a globe with a radius of one, as
    the projection lays it out; the map is about half as high."""

    longitude: float
    latitude: float
    width: float


_REGIONS: Mapping[RegionName, Region] = {
    # It is cut through the Bering Strait.
    "World": Region(11, 7, 5.44),
    "Europe": Region(18, 52, 1.4),
    "Middle East": Region(44, 29, 1.3),
    "Africa": Region(18, 2, 3.2),
    "South Asia": Region(76, 28, 2.1),
    "East Asia": Region(116, 20, 2.4),
    "North America": Region(-98, 45, 2.2),
    "Latin America": Region(-70, -13, 3.4),
}


class MapQuery(Within, frozen=True, kw_only=True):
    """Happenings in which all these parties have a part, of these types, and the region that the
    map shows of the world."""

    party: tuple[str, ...] = ()
    type: tuple[EventType, ...] = ()
    region: RegionName = "World"
    limit: Annotated[int, Meta(ge=1, le=_MOST)] = 150


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as map and table have it: where `address` leads are its happenings."""

    name: str
    country: str
    lat: float
    lon: float
    happenings: int
    mostly: str
    cooperation: float
    conflict: float
    last: date | None
    address: str


def _ask(desk: Desk, query: MapQuery) -> Places:
    return desk.places(query.type, query.party, query.limit, **query.days)


def _frame(answer: Places, query: MapQuery) -> Mapping[str, Any]:
    return {
        "spots": _spots(answer, query),
        "types": _TYPES,
        "regions": tuple(_REGIONS),
        "wider": _wider(query),
    }


def _spots(answer: Places, query: MapQuery) -> tuple[Spot, ...]:
    """The scenes with the ways to their happenings."""
    return tuple(_spot(scene, query) for scene in answer.scenes)


def _spot(scene: Scene, query: MapQuery) -> Spot:
    balance = scene.cooperation + scene.conflict
    known = countries().by_code.get(scene.country or "")
    return Spot(
        name=plain(scene.name),
        country=known.name if known else "",
        lat=scene.lat,
        lon=scene.lon,
        happenings=scene.happenings,
        mostly="Conflict" if balance < 0 else "Cooperation" if balance > 0 else "Neither",
        cooperation=scene.cooperation,
        conflict=scene.conflict,
        last=scene.last,
        address=address(
            "/timeline",
            place=scene.name,
            party=query.party,
            type=query.type,
            since=query.since,
            until=query.until,
        ),
    )


def _wider(query: MapQuery) -> str | None:
    """Where more places are shown; None where no more can be."""
    if query.limit == _MOST:
        return None
    return address(
        "/map",
        party=query.party,
        type=query.type,
        since=query.since,
        until=query.until,
        region=None if query.region == "World" else query.region,
        limit=min(query.limit * _WIDER, _MOST),
    )


def _chart(answer: Places, query: MapQuery) -> Chart:
    """A circle for each place, as large as much happened there; small ones lie on large ones."""
    longitude, latitude, width = _REGIONS[query.region]
    land = {
        "data": {
            "url": asset(OUTLINES),
            "format": {"type": "json", "property": "features"},
        },
        "mark": {
            "type": "geoshape",
            "clip": True,
            "fill": colour("line"),
            "stroke": colour("edge"),
            "strokeWidth": 0.5,
        },
    }
    most = max((scene.happenings for scene in answer.scenes), default=1)
    scale = {
        "domain": ["Cooperation", "Conflict", "Neither"],
        "range": [COOPERATION, CONFLICT, colour("soft")],
    }
    circles = {
        "mark": {
            "type": "circle",
            "clip": True,
            "cursor": "pointer",
            "opacity": 0.9,
            "stroke": colour("paper"),
            "strokeWidth": 0.7,
        },
        "encoding": {
            "longitude": {"field": "lon", "type": "quantitative"},
            "latitude": {"field": "lat", "type": "quantitative"},
            "size": {
                "field": "happenings",
                "type": "quantitative",
                "scale": {"domain": [1, max(most, 2)], "range": [30, {"expr": "width"}]},
                "legend": None,
            },
            "color": {"field": "mostly", "type": "nominal", "scale": scale},
            "tooltip": {"field": "told", "type": "nominal"},
        },
    }
    spots = [
        {
            "lat": spot.lat,
            "lon": spot.lon,
            "happenings": spot.happenings,
            "mostly": spot.mostly,
            "told": _told(spot),
            "address": spot.address,
        }
        for spot in _spots(answer, query)
    ]
    return chart(
        spots,
        width="container",
        height="container",
        projection={
            "type": "equalEarth",
            "rotate": [-longitude, 0, 0],
            "center": [0, latitude],
            "scale": {"expr": f"width / {width}"},
            "translate": {"expr": "[width / 2, height / 2]"},
        },
        layer=[land, circles],
    )


def _told(spot: Spot) -> str:
    """ "Geneva: 8 happenings, the last on 16 June 2021"."""
    last = f", the last {in_words(spot.last)}" if spot.last else ""
    return f"{spot.name}: {counted(spot.happenings, 'happening')}{last}"


MAP = View(
    path="/map",
    about="Where happenings were",
    query=MapQuery,
    ask=_ask,
    template="map.html",
    frame=_frame,
    aside=names,
    chart=_chart,
)
