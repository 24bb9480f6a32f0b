"""Draws docs/images/memo.svg: how the memorandum of an example page begins on a terminal.

python docs/picture.py
"""

import io
import re
from pathlib import Path

from rich.console import Console
from rich.segment import Segment, Segments
from rich.terminal_theme import TerminalTheme

from memcon.brief.memo import Memo
from memcon.brief.terminal import layout
from memcon.page.intake import take_in
from memcon.page.page import Page
from memcon.reading import Reader

PAGE = "examples/reykjavik/page.html"
TARGET = Path("docs/images/memo.svg")
WIDTH = 84
LINES = 54
# Rich's own frame asks a server for its font; the picture must ask for nothing.
FONT_REQUESTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
PAPER = TerminalTheme(
    (251, 250, 247),
    (29, 29, 31),
    [
        (60, 60, 66),
        (176, 48, 48),
        (56, 112, 60),
        (150, 96, 10),
        (44, 90, 160),
        (130, 60, 130),
        (20, 110, 120),
        (98, 98, 106),
    ],
)


def main() -> None:
    """Read the page, lay its memo out and draw the first lines."""
    (page,) = take_in([PAGE])
    if not isinstance(page, Page):
        raise SystemExit(f"{page.page}: {page.reason}")
    reader = Reader()
    memo = Memo.of(reader.read(page), reader.models.countries)
    console = Console(
        record=True, file=io.StringIO(), width=WIDTH, force_terminal=True, color_system="truecolor"
    )
    lines = console.render_lines(layout(memo), console.options, pad=False)[:LINES]
    segments = [segment for line in lines for segment in (*line, Segment.line())]
    console.print(Segments(segments), end="")
    drawn = console.export_svg(title=f"memcon read {PAGE}", theme=PAPER, unique_id="memo")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(FONT_REQUESTS.sub("", drawn), encoding="utf-8")


if __name__ == "__main__":
    main()
