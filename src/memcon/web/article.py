"""Article: its text as the page had it, what was found marked in it, and the memo beside it."""

from collections.abc import Mapping
from typing import Any

from memcon.brief.memo import Memo
from memcon.brief.passages import followable
from memcon.brief.words import BASES
from memcon.desk.desk import Desk
from memcon.record.terms import SectionKind
from memcon.story.clippings import Clipping
from memcon.story.known import countries
from memcon.web.finding import SHOWN, panel
from memcon.web.marks import Kind, in_reading_order, marked_text, marks
from memcon.web.query import Query
from memcon.web.view import View

# What is marked, in the order of the legend, and whether it is at first.
_LEGEND: tuple[tuple[Kind, str, bool], ...] = (
    ("event", "Events", True),
    ("statement", "Statements", True),
    ("prospect", "Prospects", True),
    ("silence", "Silences", True),
    ("position", "Positions", False),
    ("actor", "Actors", False),
)
# What a reader should be told of a block before reading it.
_BLOCKS: Mapping[SectionKind, str] = {
    "caption": "Caption",
    "bio": "About the author",
    "notice": "Notice to readers",
}


class ArticleQuery(Query, frozen=True, kw_only=True):
    """An article by the beginning of its id; with a finding, that is shown beside it."""

    id: str
    finding: str | None = None


def _ask(desk: Desk, query: ArticleQuery) -> Clipping:
    return desk.article(query.id)


def _frame(answer: Clipping, query: ArticleQuery) -> Mapping[str, Any]:
    """The text in runs, the memo, and the finding that is chosen."""
    record = answer.record
    memo = Memo.of(record, countries())
    marked = marks(record, answer.amendments)
    counts = {kind: len({m.finding for m in marked if m.kind == kind}) for kind, _, _ in _LEGEND}
    return {
        "memo": memo,
        "blocks": marked_text(record.article, marked, memo.notes),
        "order": in_reading_order(marked),
        "legend": [(*one, counts[one[0]]) for one in _LEGEND if counts[one[0]]],
        "block_names": _BLOCKS,
        "panel": panel(answer, query.finding) if query.finding else None,
        "at_article": f"/article/{record.article.id[:SHOWN]}",
        "url": followable(record.article),
        "basis": BASES[record.article.published.basis] if record.article.published else None,
    }


ARTICLE = View(
    path="/article/{id}",
    about="An article with its findings",
    query=ArticleQuery,
    ask=_ask,
    template="article.html",
    frame=_frame,
)
