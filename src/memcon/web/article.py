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
from memcon.web.marks import ON_DEMAND, Kind, in_reading_order, marked_text, marks
from memcon.web.query import Query
from memcon.web.view import View

# What is marked, in the order of the legend.
_LEGEND: Mapping[Kind, str] = {
    "event": "Events",
    "statement": "Statements",
    "prospect": "Prospects",
    "silence": "Silences",
    "position": "Positions",
    "actor": "Actors",
}
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
    counts = {kind: len({m.finding for m in marked if m.kind == kind}) for kind in _LEGEND}
    return {
        "memo": memo,
        "blocks": marked_text(record.article, marked, memo.notes),
        "order": in_reading_order(marked),
        "legend": [
            (kind, name, kind not in ON_DEMAND, counts[kind])
            for kind, name in _LEGEND.items()
            if counts[kind]
        ],
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
