"""The cards of the models: their figures are those of the benchmarks, their picture can be drawn."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

DOCS = Path(__file__).parents[2] / "docs"
SVG = "{http://www.w3.org/2000/svg}"


def script(name: str) -> ModuleType:
    """A script of the docs as a module."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # where a dataclass looks for its module
    spec.loader.exec_module(module)
    return module


CARDS = script("cards")
RELIABILITY = script("reliability")


@pytest.mark.parametrize(
    ("path", "text"), list(CARDS.cards().items()), ids=lambda v: getattr(v, "stem", "")
)
def test_no_figure_of_a_card_is_stale(path: Path, text: str) -> None:
    assert path.read_text("utf-8") == text, "run `make docs`"


def test_a_card_shows_what_was_measured() -> None:
    card = "Scores\n<!-- begin pairs -->old<!-- end pairs -->\n"
    new = "<!-- begin pairs -->new<!-- end pairs -->"
    assert CARDS.filled(card, {"pairs": new}) == f"Scores\n{new}\n"


def test_a_card_asks_only_for_what_is_measured() -> None:
    with pytest.raises(KeyError):
        CARDS.filled("<!-- begin luck --><!-- end luck -->", {})


def test_a_diagram_has_a_point_for_each_bin() -> None:
    figures = {
        "events": {"ece": 0.05, "bins": [[0.25, 0.5, 100], [0.75, 0.5, 25]]},
        "statements": {"ece": 0.1, "bins": [[0.5, 0.4, 1]]},
    }
    drawn = RELIABILITY.drawn(RELIABILITY.panels(json.dumps(figures)))
    points = [
        tuple(float(point.attrib[key]) for key in ("cx", "cy", "r"))
        for point in ElementTree.fromstring(drawn).iter(f"{SVG}circle")
    ]
    assert points == [(60, 120, 11), (180, 120, 5.5), (120, 144, 11)]
    assert "ECE 0.050, 125 judged" in drawn
