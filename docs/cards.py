"""Puts the figures of docs/benchmarks.md into the cards of the models.

    python docs/cards.py

A card has the same marks as that page, `<!-- begin NAME -->` and `<!-- end NAME -->`, for each
measurement that speaks of its model; `make bench` measures, `make docs` copies.
"""

import re
from collections.abc import Mapping
from pathlib import Path

DOCS = Path(__file__).resolve().parent
BLOCK = re.compile(r"<!-- begin (\w+) -->.*?<!-- end \1 -->", re.DOTALL)


def cards() -> Mapping[Path, str]:
    """Each card and what must stand in it."""
    measured = (DOCS / "benchmarks.md").read_text("utf-8")
    blocks = {found[1]: found[0] for found in BLOCK.finditer(measured)}
    return {
        path: filled(path.read_text("utf-8"), blocks)
        for path in sorted((DOCS / "reference" / "models").glob("*.md"))
    }


def filled(card: str, blocks: Mapping[str, str]) -> str:
    """The card with each block as it is now; KeyError where nothing of its name is measured."""
    return BLOCK.sub(lambda found: blocks[found[1]], card)


if __name__ == "__main__":
    for path, text in cards().items():
        path.write_text(text, "utf-8")
