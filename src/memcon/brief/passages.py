"""Passage: the article's text as the page had it, block by block, cut where something is marked."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from memcon.brief.lines import steers
from memcon.record.article import Article, Section
from memcon.record.span import Span


def blocks(article: Article) -> Iterator[Section]:
    """The article's sections, and what lies between them if it is more than white space."""
    reached = 0
    end = Section(kind="body", start=len(article.text), end=len(article.text))
    for section in (*sorted(article.sections, key=lambda s: s.start), end):
        if article.text[reached : section.start].strip():
            yield Section(kind="body", start=reached, end=section.start)
        start = max(reached, section.start)
        if start < section.end:
            yield Section(kind=section.kind, start=start, end=section.end)
        reached = max(reached, section.end)


def cut(block: Span, marked: Iterable[Span]) -> Iterator[Span]:
    """The block in pieces, none of which a marked span begins or ends inside."""
    ends = {end for span in marked for end in (span.start, span.end)}
    inside = sorted(end for end in ends if block.start < end < block.end)
    for start, end in pairwise((block.start, *inside, block.end)):
        yield Span(start=start, end=end)


def printed(words: str) -> str:
    """Words of an article with their lines, without what steers a terminal or turns the text."""
    return "".join(c for c in words if c == "\n" or not steers(c))


def followable(article: Article) -> str | None:
    """The page's address, if it is one that a reader may follow."""
    try:
        scheme = urlsplit(article.url or "").scheme
    except ValueError:
        return None
    return article.url if scheme in ("http", "https") else None
