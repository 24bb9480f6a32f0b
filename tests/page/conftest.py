"""What the page room's tests share: its words, and short ways to an article and its sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from memcon.page.article import take_article
from memcon.page.page import Page

if TYPE_CHECKING:
    from memcon.codes.countries import Countries
    from memcon.codes.offices import Offices
    from memcon.lexicon.lexicon import Lexicon
    from memcon.lexicon.page import PagePatterns, PageWords
    from memcon.models.languages import Languages
    from memcon.record.article import Article

# Paragraphs that no page lacks, so that what stands around them can be judged.
BODY = (
    "The two foreign ministers held three hours of talks on Tuesday and agreed to meet again in"
    " the autumn, officials from both delegations told reporters after the session.",
    "Neither side would say whether the detained journalists had been discussed, although a"
    " spokeswoman said that every outstanding question had been on the table.",
    'A second round had been put off twice. "We are patient people," the host minister said.',
)


@pytest.fixture(scope="session")
def languages() -> Languages:
    from memcon.models.languages import Languages

    return Languages.load()


@pytest.fixture(scope="session")
def words(lexicon: Lexicon) -> PageWords:
    return lexicon.page


@pytest.fixture(scope="session")
def patterns(words: PageWords) -> PagePatterns:
    return words.patterns


@pytest.fixture(scope="session")
def take(
    words: PageWords, languages: Languages, offices: Offices, countries: Countries
) -> Callable[..., Article]:
    """take(text, **fields of Page) -> Article."""

    def take_page(content: str, **fields: Any) -> Article:
        page = Page(**{"name": "page", "content": content, **fields})
        return take_article(page, words, languages, offices, countries)

    return take_page


@pytest.fixture(scope="session")
def kinds(take: Callable[..., Article]) -> Callable[..., list[tuple[str, str]]]:
    """kinds(text, **fields of Page) -> (kind, words) of each section."""

    def kinds_of(content: str, **fields: Any) -> list[tuple[str, str]]:
        article = take(content, **fields)
        return [(section.kind, section.words(article.text)) for section in article.sections]

    return kinds_of
