"""Article: a page's own words. The text and its offsets are fixed here, once."""

from collections.abc import Sequence
from hashlib import sha256

from memcon.codes.countries import Countries
from memcon.codes.offices import Offices
from memcon.errors import PageError
from memcon.lexicon.page import PageWords
from memcon.models.languages import Languages
from memcon.page.blocks import Block, text_blocks, tidy
from memcon.page.credits import find_credits, find_flags, find_notices
from memcon.page.metadata import language_of, published_of
from memcon.page.page import Page
from memcon.page.sections import Piece, find_sections
from memcon.record.article import Article, Section

# More than this is no article, and no parser should be asked to hold it.
LONGEST_TEXT = 300_000
_TOLD = ("headline", "body", "caption")


def take_article(
    page: Page, words: PageWords, languages: Languages, offices: Offices, countries: Countries
) -> Article:
    """The article on a page; PageError when it holds none."""
    blocks = _blocks(page)
    if not blocks:
        raise PageError(page.name, "holds no text")
    pieces = find_sections(blocks, words, countries)
    text, sections = _join(blocks, pieces)
    if len(text) > LONGEST_TEXT:
        raise PageError(
            page.name, f"{len(text):,} characters of text; an article has at most {LONGEST_TEXT:,}"
        )
    if not any(section.kind in _TOLD for section in sections):
        raise PageError(page.name, "holds no article, only the furniture of a page")
    told = "\n".join(s.words(text) for s in sections if s.kind in _TOLD)
    return Article(
        id=sha256(text.encode()).hexdigest(),
        given_id=page.given_id,
        url=page.url,
        publisher=page.publisher,
        language=language_of(page, told, languages),
        published=published_of(page, text, offices),
        title=_title(page, text, sections),
        text=text,
        sections=sections,
        credits=find_credits(text, sections, words),
        flags=find_flags(text, sections, words),
        notices=find_notices(text, sections, countries),
    )


def _blocks(page: Page) -> tuple[Block, ...]:
    """The page's blocks, its title first where the carrier gave it apart from the text."""
    blocks = text_blocks(page.content)
    title = tidy(page.title or "")
    if not title:
        return blocks
    if blocks and blocks[0].text.casefold().rstrip(".") == title.casefold().rstrip("."):
        return (Block(blocks[0].text, "title"), *blocks[1:])
    return (Block(title, "title"), *blocks)


def _join(
    blocks: Sequence[Block], pieces: Sequence[tuple[Piece, ...]]
) -> tuple[str, tuple[Section, ...]]:
    """The text, blocks parted by a blank line, and its sections."""
    sections: list[Section] = []
    start = 0
    for block, parts in zip(blocks, pieces, strict=True):
        sections.extend(
            Section(kind=part.kind, start=start + part.start, end=start + part.end)
            for part in parts
        )
        start += len(block.text) + 2
    return "\n\n".join(block.text for block in blocks), tuple(sections)


def _title(page: Page, text: str, sections: Sequence[Section]) -> str | None:
    """The title as given, else the headline."""
    if page.title and page.title.strip():
        return tidy(page.title)
    return next((s.words(text) for s in sections if s.kind == "headline"), None)
