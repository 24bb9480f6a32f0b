"""Draws docs/images/reliability.svg: how often findings are right, by how sure memcon is of them.

    python docs/reliability.py [training/out/reliability.json]

The training writes the figures: for events and for statements the expected calibration error, and
of each bin of confidence its mean, the share that is right, and how many findings it holds.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "training" / "out" / "reliability.json"
TARGET = ROOT / "docs" / "images" / "reliability.svg"

# In pixels: a panel's side, its left and upper margin, and from one panel to the next.
SIDE, LEFT, TOP, STEP = 240, 64, 56, 320
WIDTH, HEIGHT = 2 * STEP + 8, TOP + SIDE + 56
# The radius of the fullest bin; a point's area is in proportion to its count.
LARGEST, SMALLEST = 11.0, 2.0
TICKS = (0.0, 0.5, 1.0)
STYLE = """<style>
  text { font: 13px system-ui, sans-serif; fill: #3c3c42 }
  .name { font-weight: 600 }
  .tick { font-size: 11px; fill: #6e6e76 }
  .frame { fill: none; stroke: #b4b4ba }
  .ideal { stroke: #98989f; stroke-dasharray: 4 4 }
  .path { fill: none; stroke: #4a76a8; stroke-opacity: 0.5 }
  .point { fill: #4a76a8 }
  @media (prefers-color-scheme: dark) {
    text { fill: #d6d6da }
    .tick { fill: #9c9ca4 }
    .frame { stroke: #5c5c64 }
    .ideal { stroke: #74747c }
    .path { stroke: #7fa8d8 }
    .point { fill: #7fa8d8 }
  }
</style>"""


@dataclass(frozen=True, slots=True)
class Bin:
    """The mean confidence of some findings, the share of them that is right, and their number."""

    confidence: float
    share: float
    count: int


@dataclass(frozen=True, slots=True)
class Panel:
    """One kind of finding, its expected calibration error and its bins."""

    name: str
    error: float
    bins: tuple[Bin, ...]

    @property
    def count(self) -> int:
        """How many findings were judged."""
        return sum(one.count for one in self.bins)


def panels(content: str) -> tuple[Panel, ...]:
    """The panels that a file of figures describes."""
    found: Mapping[str, Mapping[str, object]] = json.loads(content)
    return tuple(
        Panel(name, figures["ece"], tuple(Bin(*one) for one in figures["bins"]))
        for name, figures in found.items()
    )


def drawn(shown: tuple[Panel, ...]) -> str:
    """The panels side by side as an SVG."""
    told = "; ".join(f"{p.name}: calibration error {p.error:.3f}" for p in shown)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        "<title>Share of right findings by confidence</title>",
        f"<desc>{told}</desc>",
        STYLE,
    ]
    for number, panel in enumerate(shown):
        lines += [
            f'<g transform="translate({LEFT + number * STEP} {TOP})">',
            *_panel(panel),
            "</g>",
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"


def _panel(panel: Panel) -> Iterator[str]:
    """Heading, frame, diagonal, points."""
    yield f'<text class="name" y="-30">{panel.name.capitalize()}</text>'
    yield f'<text class="tick" y="-12">ECE {panel.error:.3f}, {panel.count:,} judged</text>'
    yield f'<rect class="frame" width="{SIDE}" height="{SIDE}"/>'
    yield f'<line class="ideal" x1="0" y1="{SIDE}" x2="{SIDE}" y2="0"/>'
    for tick in TICKS:
        at = tick * SIDE
        yield f'<text class="tick" x="{at:g}" y="{SIDE + 18}" text-anchor="middle">{tick:g}</text>'
        yield f'<text class="tick" x="-8" y="{SIDE - at + 4:g}" text-anchor="end">{tick:g}</text>'
    yield f'<text x="{SIDE / 2:g}" y="{SIDE + 40}" text-anchor="middle">confidence</text>'
    turned = f'transform="translate(-36 {SIDE / 2:g}) rotate(-90)"'
    yield f'<text {turned} text-anchor="middle">share right</text>'
    places = [(one.confidence * SIDE, (1 - one.share) * SIDE) for one in panel.bins]
    yield f'<polyline class="path" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>'
    fullest = max((one.count for one in panel.bins), default=1)
    for (x, y), one in zip(places, panel.bins, strict=True):
        radius = max(SMALLEST, LARGEST * (one.count / fullest) ** 0.5)
        told = f"{one.share:.2f} right of {one.count:,} at {one.confidence:.2f}"
        yield f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">'
        yield f"<title>{told}</title></circle>"


def main() -> None:
    """Draw the figures of the file that is named, or of the last training."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else FIGURES
    TARGET.write_text(drawn(panels(source.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    main()
