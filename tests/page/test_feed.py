"""RSS and Atom: each entry a page."""

from datetime import date

import pytest

from memcon.page.feed import is_feed, read_feed
from memcon.page.intake import take_in

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Wire</title><language>en-gb</language>
<item><title>Ministers meet in Trieste</title><link>https://wire.example/1</link>
<guid>wire-1</guid><pubDate>Thu, 20 May 2021 23:30:00 -0400</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>The two ministers met on Tuesday.</p><p>They parted.</p>]]>
</content:encoded></item>
<item><title>Second</title><description>Only a summary &amp; no more.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title>
<entry><title>Vote put off</title><id>urn:1</id><updated>2020-01-02T03:04:05Z</updated>
<link href="https://gazette.example/2"/><content type="html">&lt;p&gt;No vote.&lt;/p&gt;</content>
</entry></feed>"""

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]><rss><channel><item><title>&j;</title><description>&j;</description></item></channel>"
    + "</rss>"
)


def test_an_rss_item_is_a_page():
    page, second = read_feed("feed.xml", RSS)
    assert page.name == "feed.xml, entry 1"
    assert (page.title, page.given_id) == ("Ministers meet in Trieste", "wire-1")
    assert page.url == "https://wire.example/1"
    assert page.published == date(2021, 5, 20)
    assert (page.publisher, page.language) == ("Harbour Wire", "en-gb")
    assert page.media_type == "text/html"
    assert "They parted" in page.content
    assert second.content == "Only a summary & no more."


def test_an_atom_entry_is_a_page():
    (page,) = read_feed("feed", ATOM)
    assert (page.title, page.publisher, page.published) == (
        "Vote put off",
        "Gazette",
        date(2020, 1, 2),
    )
    assert page.url == "https://gazette.example/2"


def test_an_entry_becomes_an_article(take):
    page, _ = read_feed("feed.xml", RSS)
    article = take(page.content, media_type=page.media_type, title=page.title)
    assert [s.kind for s in article.sections] == ["headline", "body", "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RSS, True),
        (ATOM, True),
        ("<html><p>rss</p></html>", False),
        ("The <rss> tag", False),
        ("", False),
    ],
)
def test_a_feed_is_known_by_its_first_element(text, expected):
    assert is_feed(text) == expected


@pytest.mark.timeout(10)
def test_a_billion_entities_are_refused(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(BOMB)
    (rejected,) = take_in([str(path)])
    assert "entities" in rejected.reason


@pytest.mark.parametrize(
    "text", ["<rss>" + "<item>" * 20_000, "<rss><item><description>" + "<p>" * 20_000, RSS[:400]]
)
def test_a_feed_that_is_a_trap_costs_no_more_than_its_length(text):
    assert sum(len(page.content) for page in read_feed("feed.xml", text)) < len(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("stock.txt", '<?xml version="1.0"?><stock><item>Two</item></stock>'),
        ("stock.xml", "<stock><item>Two</item></stock>"),
        ("lots", BOMB[BOMB.index("<!DOCTYPE") :].replace("rss", "lots")),
    ],
)
def test_xml_of_another_kind_is_refused(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    (rejected,) = take_in([str(path)])
    assert "neither RSS nor Atom" in rejected.reason


def test_a_feed_without_entries_is_refused(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text("<rss><channel><title>Nothing</title></channel></rss>")
    (rejected,) = take_in([str(path)])
    assert "no entry" in rejected.reason
