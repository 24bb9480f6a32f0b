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
from memcon.page.era import infer_published, printed_year
from memcon.page.maintext import main_blocks
from memcon.page.markup import bare_text, parse_html
from memcon.page.metadata import Head, language_of, published_of, publisher_of, read_head
from memcon.page.page import Page
from memcon.page.sections import Piece, find_sections
from memcon.record.article import Article, Published, Section
from memcon.record.terms import SectionKind

# More than this is no article, and no parser should be asked to hold it.
LONGEST_TEXT = 300_000
_TOLD: tuple[SectionKind, ...] = ("headline", "body", "caption")
_PRINTED: tuple[SectionKind, ...] = ("furniture", "notice", "credit")


def take_article(
    page: Page, words: PageWords, languages: Languages, offices: Offices, countries: Countries
) -> Article:
    """The article on a page; PageError when it holds none."""
    head, blocks = _read(page, words)
    _check_length(page, blocks)
    pieces = find_sections(blocks, words, countries)
    text, sections = _join(blocks, pieces)
    if not any(section.kind in _TOLD for section in sections):
        raise PageError(page.name, "holds no article, only the furniture of a page")
    told = _words(text, sections, _TOLD)
    return Article(
        id=sha256(text.encode()).hexdigest(),
        given_id=page.given_id,
        url=page.url or head.url,
        publisher=publisher_of(page, head),
        language=language_of(page, head, told, languages),
        published=published_of(page, head, text, sections)
        or _inferred(text, sections, words, offices),
        title=_title(page, head, text, sections),
        text=text,
        sections=sections,
        credits=find_credits(text, sections, words, countries),
        flags=find_flags(text, sections, words),
        notices=find_notices(text, sections, countries),
    )


def _read(page: Page, words: PageWords) -> tuple[Head, tuple[Block, ...]]:
    """What the page says of itself, and its blocks, headline first where it is known."""
    title = tidy(page.title or "")
    if page.media_type == "text/plain":
        return Head(), _titled(text_blocks(page.content), title)
    root = parse_html(page.content)
    if root is None:
        return Head(), _titled(text_blocks(bare_text(page.content)), title)
    head = read_head(root, page)
    return head, main_blocks(root, title or head.title or "", words)


def _titled(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The blocks with the title first, where the carrier gave it apart from the text."""
    if not title:
        return blocks
    if blocks and blocks[0].text.casefold().rstrip(".") == title.casefold().rstrip("."):
        return (Block(blocks[0].text, "title"), *blocks[1:])
    return (Block(title, "title"), *blocks)


def _check_length(page: Page, blocks: Sequence[Block]) -> None:
    """PageError where there is nothing to read, or more than an article has."""
    if not blocks:
        raise PageError(page.name, "holds no text")
    length = sum(len(block.text) + 2 for block in blocks)
    if length > LONGEST_TEXT:
        reason = f"has {length:,} characters of text; an article has at most {LONGEST_TEXT:,}"
        raise PageError(page.name, reason)


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


def _words(text: str, sections: Sequence[Section], kinds: Sequence[SectionKind]) -> str:
    """The words of the sections of some kinds."""
    return "\n".join(section.words(text) for section in sections if section.kind in kinds)


def _inferred(
    text: str, sections: Sequence[Section], words: PageWords, offices: Offices
) -> Published | None:
    """The day of a page that bears none, from what it tells and from its copyright line."""
    told = _words(text, sections, (*_TOLD, "dateline"))
    printed = printed_year(_words(text, sections, _PRINTED))
    day = infer_published(told, offices, words.era, printed)
    return None if day is None else Published(value=day.isoformat(), basis="inferred")


def _title(page: Page, head: Head, text: str, sections: Sequence[Section]) -> str | None:
    """The title as given, else the headline, else what the page calls itself."""
    if title := tidy(page.title or ""):
        return title
    shown = next((s.words(text) for s in sections if s.kind == "headline"), None)
    return shown or tidy(head.title or "") or None
