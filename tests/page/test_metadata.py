"""What a page says of itself, and what of it is believed."""

import pytest

BODY = (
    "<p>The two foreign ministers held three hours of talks on Tuesday and agreed to meet again in"
    " the autumn, officials from both delegations told reporters after the session.</p><p>Neither"
    " side would say whether the detained journalists had been discussed, although a spokeswoman"
    " said that every question had been on the table.</p>"
)
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "Site"},
{"@type": ["NewsArticle"], "headline": "Ministers meet",
 "datePublished": "2021-05-20T23:30:00-04:00", "dateModified": "2021-06-01",
 "publisher": {"@type": "Organization", "name": "Harbour Gazette"}}]}
</script>"""


def html(head: str = "", body: str = BODY, lang: str = "") -> str:
    attribute = f' lang="{lang}"' if lang else ""
    return (
        f"<!DOCTYPE html><html{attribute}><head><title>Ministers meet – Harbour Gazette</title>"
        f"{head}</head><body><article><h1>Ministers meet</h1>{body}</article></body></html>"
    )


@pytest.fixture
def read(take):
    return lambda page, **fields: take(page, media_type="text/html", **fields)


def published(article):
    return article.published and (article.published.value, article.published.basis)


META = '<meta property="article:published_time" content="2021-05-20T08:00:00Z">'


@pytest.mark.parametrize(
    ("page", "fields", "expected"),
    [
        (html(LINKED), {}, ("2021-05-20", "metadata")),
        (html(META), {}, ("2021-05-20", "metadata")),
        (html('<meta name="date" content="20 May 2021">'), {}, ("2021-05-20", "metadata")),
        (
            html(body=f'<time datetime="2021-05-20T08:00">Today</time>{BODY}'),
            {},
            ("2021-05-20", "metadata"),
        ),
        (
            html(body=f'<div class="date">20 May 2021</div>{BODY}'),
            {},
            ("2021-05-20", "metadata"),
        ),
        (
            html('<link rel="canonical" href="https://gazette.example/2021/05/20/talks">'),
            {},
            ("2021-05-20", "url"),
        ),
        (html(), {"url": "https://gazette.example/world/2021/may/20/talks"}, ("2021-05-20", "url")),
        (html(), {"url": "https://gazette.example/a-20210520.html"}, ("2021-05-20", "url")),
        (html(META), {"url": "https://gazette.example/2020/01/01/x"}, ("2021-05-20", "metadata")),
        (
            html(
                '<script type="application/ld+json">{"@type": "NewsArticle", broken</script>' + META
            ),
            {},
            ("2021-05-20", "metadata"),
        ),
        (
            html('<script type="application/ld+json">' + "[" * 20_000 + "</script>" + META),
            {},
            ("2021-05-20", "metadata"),
        ),
        (html(META.replace("2021-05-20", "2021-99-99")), {}, None),
    ],
)
def test_the_date_and_how_it_is_known(read, page, fields, expected):
    assert published(read(page, **fields)) == expected


def test_the_given_date_goes_before_all(read):
    from datetime import date

    article = read(html(LINKED), published=date(2020, 2, 2))
    assert published(article) == ("2020-02-02", "given")


TEXT = "Ministers meet in Trieste\n\n{}\n\n" + (
    "The two foreign ministers held three hours of talks and agreed to meet again in the autumn,"
    " officials from both delegations told reporters after the session on the pier.\n\n"
    "The accord of May 3, 1975 was not mentioned."
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("May 20, 2021 10:04 GMT", ("2021-05-20", "text")),
        ("Published: 20 May 2021", ("2021-05-20", "text")),
        ("By Jane Holloway | 20.05.2021", ("2021-05-20", "text")),
    ],
)
def test_a_line_of_the_text_dates_it_and_the_news_itself_does_not(take, line, expected):
    assert published(take(TEXT.format(line))) == expected


def test_title_publisher_and_address_of_the_page(read):
    head = LINKED + '<link rel="canonical" href="https://gazette.example/talks">'
    article = read(html(head))
    assert article.title == "Ministers meet"
    assert article.publisher == "Harbour Gazette"
    assert article.url == "https://gazette.example/talks"


@pytest.mark.parametrize(
    ("head", "fields", "publisher"),
    [
        ('<meta property="og:site_name" content="Gazette">', {}, "Gazette"),
        ("", {"url": "https://www.gazette.example/a"}, "gazette.example"),
        ("", {"publisher": "Given"}, "Given"),
        ("", {"url": "https://[bad"}, None),
        ("", {}, None),
    ],
)
def test_the_publisher_as_given_as_said_or_the_host(read, head, fields, publisher):
    assert read(html(head), **fields).publisher == publisher


RUSSIAN = (
    "<p>Министры иностранных дел двух стран провели во вторник трёхчасовые переговоры и"
    " договорились встретиться вновь осенью, сообщили журналистам участники встречи.</p>"
    "<p>Ни одна из сторон не сказала, обсуждалась ли судьба задержанных журналистов, хотя"
    " представительница одной из делегаций заявила, что на столе лежали все вопросы.</p>"
)


@pytest.mark.parametrize(
    ("page", "language"),
    [
        (html(lang="en-GB"), "en"),
        (html(lang="fr"), "en"),
        (html(body=RUSSIAN * 2, lang="en"), "ru"),
        (html(body="<p>Nie.</p>", lang="pl-PL"), "pl"),
    ],
)
def test_the_language_is_that_of_the_words(read, page, language):
    assert read(page).language == language


def test_the_same_page_gives_the_same_article(read):
    assert read(html(LINKED)) == read(html(LINKED))
