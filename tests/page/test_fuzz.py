"""Odd input of every kind: an article whose spans hold, or one clear refusal, and nothing else."""

import io
import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.errors import PageError
from memcon.page.article import take_article
from memcon.page.intake import take_in
from memcon.page.page import Page, Rejected

pytestmark = pytest.mark.fuzz

LINES = [
    "Accessibility links",
    "Breaking News",
    "Ministers Meet In Trieste Despite 'Serious Differences'",
    "By Jane Holloway and Pierre Lambert",
    "VIENNA, May 20 (Reuters) - Negotiators left without a date, two diplomats said.",
    "The envoys (left) shake hands before their meeting. (Pierre Lambert/AP)",
    '"We are patient people," the minister told reporters, who had asked him on Tuesday.',
    "If you are in Belarus, you may face a fine or arrest for sharing our content.",
    "RFE/RL has been declared an undesirable organization by the Russian government.",
    "With reporting by Reuters, AP",
    "Jane Holloway is a correspondent in Vienna.",
    "Read more: Why the strait matters",
    "Related",
    "May 20, 2021 10:04 GMT",
    "© 2021 AFP",
    "  • 16x9 Image",
    "",
]
TAGS = re.findall(
    r"\S+",
    "a article aside b blockquote body br div em figcaption figure footer form h1 h2 head header"
    " html img li main meta nav noscript ol p pre script section span style svg table td time title"
    " tr ul video ! !-- ![CDATA[ ?xml",
)
NAMES = [
    "class",
    "id",
    "style",
    "itemprop",
    "datetime",
    "content",
    "property",
    "alt",
    "href",
    "rel",
]
VALUES = [
    "byline",
    "author-bio",
    "caption",
    "date",
    "share nav",
    "display:none",
    "2021-05-20",
    "9999-99-99",
    "article:published_time",
    "og:title",
    "canonical",
    "https://[bad",
    "application/ld+json",
]

lines = st.one_of(
    st.sampled_from(LINES), st.text(max_size=80), st.text("AbC (-—,.:/0'\"", max_size=40)
)
texts = st.lists(lines, max_size=25).flatmap(
    lambda chosen: st.sampled_from(["\n\n", "\n", " \r\n\t\n", "\u2029"]).map(
        lambda j: j.join(chosen)
    )
)
attributes = st.lists(
    st.tuples(st.sampled_from(NAMES), st.one_of(st.sampled_from(VALUES), st.text(max_size=20))),
    max_size=3,
).map(lambda pairs: "".join(f' {name}="{value}"' for name, value in pairs))
opened = st.builds(lambda tag, rest: f"<{tag}{rest}>", st.sampled_from(TAGS), attributes)
closed = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")
entities = st.sampled_from(
    ["&amp;", "&#0;", "&#xD800;", "&nbsp;", "&bogus;", "&#x110000;", "<", ">", "&"]
)
linked_data = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=10) | st.sampled_from(VALUES),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@graph", "headline", "datePublished", "publisher", "name"]),
            st.one_of(inner, st.sampled_from(["NewsArticle", "2021-05-20"])),
            max_size=4,
        )
    ),
    max_leaves=12,
).map(lambda value: f'<script type="application/ld+json">{json.dumps(value)}</script>')
pages = st.lists(
    st.one_of(opened, opened, closed, lines, lines, entities, linked_data), max_size=60
)


@pytest.fixture(scope="session")
def read(words, languages, offices, countries):
    """An article whose parts hold together; None where the page was refused."""

    def read_page(page: Page) -> None:
        try:
            article = take_article(page, words, languages, offices, countries)
        except PageError:
            return
        text = article.text
        assert unicodedata.is_normalized("NFC", text)
        text.encode()
        end = 0
        for section in article.sections:
            assert end <= section.start < section.end
            assert not text[end : section.start].strip()
            assert section.words(text) == section.words(text).strip()
            end = section.end
        assert end == len(text)
        for span in (*article.credits, *article.notices):
            assert span.words(text).strip()
            assert span.end <= len(text)

    return read_page


@given(texts, st.one_of(st.none(), lines), st.one_of(st.none(), st.text(max_size=12)))
def test_any_text_is_read_or_refused(read, text, title, language):
    read(Page(name="page", content=text, title=title, language=language, url=language))


@given(pages)
def test_any_markup_is_read_or_refused(read, pieces):
    read(Page(name="page", content="".join(pieces), media_type="text/html"))


@given(
    st.one_of(
        st.binary(max_size=400),
        pages.map(lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")),
        texts.map(lambda text: text.encode("utf-16", "surrogatepass")),
        st.lists(
            st.dictionaries(
                st.sampled_from(
                    ["id", "title", "text", "published", "publisher", "url", "language"]
                ),
                st.one_of(lines, st.none(), st.integers(), st.sampled_from(VALUES)),
            ),
            max_size=5,
        ).map(lambda found: "\n".join(map(json.dumps, found)).encode()),
        st.lists(st.one_of(opened, closed, lines), max_size=30).map(
            lambda pieces: ("<rss><channel><item>" + "".join(pieces)).encode("utf-8", "replace")
        ),
    )
)
def test_any_bytes_are_taken_in_or_rejected(read, content):
    for page in take_in(["-"], stdin=io.BytesIO(content)):
        if isinstance(page, Rejected):
            assert page.reason
            assert "\n" not in page.reason
        else:
            read(page)
