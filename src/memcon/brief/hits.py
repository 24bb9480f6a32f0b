"""Hit: what a search found: each article with the passage in which the words stand."""

from collections.abc import Iterator

from memcon.brief.accounts import counted, in_words, more_of
from memcon.brief.lines import Piece, plain
from memcon.brief.report import Chapter, Cluster, Remark, Report, told
from memcon.story.hits import Hit, Hits, Passage


def hits_report(hits: Hits) -> Report:
    """The hits in their order."""
    chapter = Chapter(
        title="Articles",
        clusters=tuple(map(hit_cluster, hits.hits)),
        none="No article has all of these words.",
        more=more_of(hits.articles, hits.shown, "more articles"),
    )
    return Report(
        title=f"Search: {plain(hits.words)}",
        lead=(told(f"{counted(hits.articles, 'article')}."),),
        chapters=(chapter,),
    )


def hit_cluster(hit: Hit) -> Cluster:
    """Title, publisher and day of an article, and under it the passage."""
    title = plain(hit.title or "") or "Untitled page"
    source = f"{plain(hit.publisher or '') or 'publisher unknown'}, {in_words(hit.published)}"
    copies = (f"{hit.copies:,} {'copy' if hit.copies == 1 else 'copies'}",) if hit.copies else ()
    head = Remark(pieces=(Piece(title, "name"), Piece(f" ({source})")), marks=copies)
    return Cluster(head=head, remarks=(Remark(pieces=tuple(_set_off(hit.passage))),))


def marked(passage: Passage) -> Iterator[tuple[str, bool]]:
    """The passage in parts, and of each whether it is a hit."""
    reached = 0
    for mark in passage.marks:
        yield passage.words[reached : mark.start], False
        yield passage.words[mark.start : mark.end], True
        reached = mark.end
    yield passage.words[reached:], False


def _set_off(passage: Passage) -> Iterator[Piece]:
    """The passage, the words that were looked for set off."""
    for words, is_hit in marked(passage):
        yield Piece(f"‹{words}›", "name") if is_hit else Piece(words)
