"""The bench: each measurement has its floors, and its figures stand in the docs."""

import json
import re
from pathlib import Path

import pytest

from memcon.web.app import VIEWS

ROOT = Path(__file__).parents[2]
BENCH = ROOT / "bench"
DOCS = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
MEASURED = re.findall(
    r'^    "(\w+)": \w+\.measure,$', (BENCH / "score.py").read_text("utf-8"), re.MULTILINE
)
VISITED = re.findall(
    r'^    "(/.*)": _\w+,$', (ROOT / "bench" / "addresses.py").read_text("utf-8"), re.MULTILINE
)


def test_every_measurement_has_floors():
    floors = json.loads((BENCH / "floors.json").read_bytes())
    assert sorted(floors) == sorted(MEASURED)
    for name, floor in floors.items():
        assert floor["least"] or floor["most"], name
        assert re.fullmatch(r"sha256:[0-9a-f]{64}", floor["gold"]), name


@pytest.mark.parametrize("name", MEASURED)
def test_every_measurement_is_in_the_docs(name: str):
    table = re.search(rf"<!-- begin {name} -->\n(.*?)<!-- end {name} -->", DOCS, re.DOTALL)
    assert table
    assert table[1].startswith(f"```text\n$ python bench/score.py {name}\n")


def test_every_view_of_the_browser_is_measured():
    assert sorted(VISITED) == sorted(view.path for view in VIEWS)
