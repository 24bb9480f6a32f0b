"""Paper: what Rich has laid out, on a terminal or as plain text."""

from io import StringIO

from rich.console import Console, RenderableType

_WIDEST = 100
_PAPER = 80


def print_page(page: RenderableType, console: Console) -> None:
    """Print it, no wider than is good to read."""
    console.print(page, width=min(console.width, _WIDEST), highlight=False)


def render_page(page: RenderableType) -> str:
    """The same as plain text of 80 columns, for pipes and files."""
    paper = StringIO()
    print_page(page, Console(file=paper, width=_PAPER, color_system=None, force_terminal=False))
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()) + "\n"
