"""A record in a notebook: shown as its memorandum once `%load_ext memcon` has been run."""

from html import escape
from typing import Any

from memcon.brief.html import render_html
from memcon.brief.memo import Memo
from memcon.codes.countries import Countries
from memcon.record.contract import Record

# Tall enough to read in, short enough to leave the notebook in sight.
_HEIGHT = "44rem"


def show_records(shell: Any) -> None:
    """Have an IPython shell show each Record, and each Memo, as a page."""
    countries = Countries.load()

    def shown(record: Record) -> str:
        return framed(Memo.of(record, countries))

    html = shell.display_formatter.formatters["text/html"]
    html.for_type(Record, shown)
    html.for_type(Memo, framed)


def framed(memo: Memo) -> str:
    """The memo's page in a frame of its own: its style stays in, and nothing in it can run."""
    # A frame without an address of its own resolves "#w1" against the notebook's.
    page = escape(render_html(memo).replace('href="#', 'href="about:srcdoc#'))
    title = escape(f"Memorandum: {memo.title}")
    style = f"width:100%;height:{_HEIGHT};border:1px solid #8884;border-radius:4px"
    return f'<iframe title="{title}" sandbox srcdoc="{page}" style="{style}"></iframe>'
