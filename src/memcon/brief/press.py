"""Press: a report printed on a terminal, or as plain text."""

from typing import TYPE_CHECKING

from memcon.brief.layout import laid_out
from memcon.brief.report import Report

if TYPE_CHECKING:
    from rich.console import Console

_WIDEST = 100
_PAPER = 80


def print_report(report: Report, console: "Console") -> None:
    """Print a report, no wider than is good to read."""
    from rich.text import Text

    for line in laid_out(report, min(console.width, _WIDEST)):
        console.print(Text.assemble(*line), highlight=False, soft_wrap=True)


def render_report(report: Report) -> str:
    """The report as plain text of 80 columns, for pipes."""
    lines = ("".join(words for words, _ in line).rstrip() for line in laid_out(report, _PAPER))
    return "".join(f"{line}\n" for line in lines).replace("\u00a0", " ")
