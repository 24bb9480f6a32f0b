"""Issues: what is talked about, those first on which most positions are told."""

from typing import Annotated

from msgspec import Meta

from memcon.desk.desk import Desk
from memcon.story.directories import Issues
from memcon.web.query import Query
from memcon.web.view import View


class IssuesQuery(Query, frozen=True, kw_only=True):
    """Issues whose names have these words, or words that begin so."""

    words: str | None = None
    limit: Annotated[int, Meta(ge=1, le=1000)] = 100


def _ask(desk: Desk, query: IssuesQuery) -> Issues:
    return desk.issues(query.words, query.limit)


ISSUES = View(
    path="/issues",
    about="Issues, by how many positions are told on them",
    query=IssuesQuery,
    ask=_ask,
    template="issues.html",
)
