"""Article: how one that is on the desk is named in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.record.contract import Article

# So many characters of an id are shown.
_SHOWN = 12


def named(article: Article) -> str:
    """How its id begins, its day and its title: "3f1c09b2a4d7 2021-05-20 Envoys meet"."""
    from memcon.brief.lines import plain

    day = article.published.value if article.published else "undated"
    return f"{article.id[:_SHOWN]} {day} {plain(article.title or article.url or 'untitled')}"
