"""A memo as a page: whole in itself, linked both ways, safe to open."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import msgspec
import pytest
from lxml import html

from geneva import GENEVA, at
from memcon.brief.html import render_html


@pytest.fixture(scope="module")
def page(memo):
    return html.document_fromstring(render_html(memo))


def attributes(page, name):
    return page.xpath(f"//@{name}")


def test_ids_are_unique_and_every_link_arrives(page):
    ids = attributes(page, "id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in attributes(page, "href") if href.startswith("#")]
    assert inner
    assert set(inner) <= set(ids)


def test_a_note_leads_to_its_words_and_back_to_its_line(memo, page):
    for note in memo.notes:
        anchor = page.get_element_by_id(f"w{note.number}")
        marks = page.xpath(f"//mark[contains(concat(' ', @class), ' w{note.number} ')]")
        assert " ".join("".join(m.text_content() for m in marks).split()) == note.words
        line = page.get_element_by_id(anchor.get("href")[1:])
        assert f"#w{note.number}" in line.xpath(".//sup/a/@href")


def test_the_article_stands_there_word_for_word(page):
    for anchor in page.xpath("//a[@class='anchor']"):
        anchor.drop_tree()
    blocks = [p.text_content() for p in page.xpath("//article/p")]
    assert "\n\n".join(blocks) == GENEVA.article.text


def test_notes_that_overlap_are_both_lit(memo_of):
    first, second = at("Blinken pressed Russia to release"), at("release Paul Whelan")
    events = list(GENEVA.events)
    events[2] = msgspec.structs.replace(events[2], evidence=(first, second), said_by=None)
    record = msgspec.structs.replace(GENEVA, events=tuple(events), statements=(), positions=())
    events[3] = msgspec.structs.replace(events[3], said_by=None)
    memo = memo_of(msgspec.structs.replace(record, events=tuple(events)))
    page = html.document_fromstring(render_html(memo))
    for note in memo.notes:
        marks = page.xpath(f"//mark[contains(concat(' ', @class), ' w{note.number} ')]")
        assert "".join(mark.text_content() for mark in marks).strip() == note.words


def test_nothing_is_loaded_from_anywhere(memo):
    text = render_html(memo)
    page = html.document_fromstring(text)
    assert not page.xpath("//script | //link | //img | //iframe | //object | //@src | //@style")
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_allows_only_the_style_of_the_page(memo):
    text = render_html(memo)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = html.document_fromstring(text).xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy


def test_a_page_cannot_write_into_the_memo(hostile):
    text = render_html(hostile)
    page = html.document_fromstring(text)
    assert not page.xpath("//script")
    assert "<script>alert(1)</script>" in page.xpath("//h1")[0].text_content()
    assert not [href for href in attributes(page, "href") if not href.startswith("#")]
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_an_address_is_a_link(page):
    (link,) = page.xpath("//p[@class='address']/a")
    assert link.get("href") == GENEVA.article.url
    assert "noreferrer" in link.get("rel")


def test_landmarks_headings_and_language(page):
    assert page.get("lang") == "en"
    assert len(page.xpath("//main")) == len(page.xpath("//h1")) == 1
    assert page.xpath("//aside/@aria-label") == ["The article"]
    labels = page.xpath("//section/@aria-labelledby")
    assert all(page.get_element_by_id(label).tag == "h2" for label in labels)
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3")]
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en", "ltr"), ("fa", "rtl"), ("ar-EG", "rtl"), ("ru", "ltr"), ("HE", "rtl")],
)
def test_the_articles_words_have_its_language_and_direction(memo_of, language, direction):
    article = msgspec.structs.replace(GENEVA.article, language=language)
    page = html.document_fromstring(
        render_html(memo_of(msgspec.structs.replace(GENEVA, article=article)))
    )
    for element in (page.xpath("//article")[0], page.xpath("//h1")[0], *page.xpath("//q")):
        assert (element.get("lang"), element.get("dir")) == (language, direction)


def test_words_between_sections_are_shown_too(memo_of):
    article = msgspec.structs.replace(GENEVA.article, sections=GENEVA.article.sections[3:5])
    record = msgspec.structs.replace(GENEVA, article=article)
    page = html.document_fromstring(render_html(memo_of(record)))
    text = page.xpath("//article")[0].text_content()
    assert "By our diplomatic staff" in text
    assert "saving its pages" in text


def test_the_same_record_gives_the_same_page(memo, memo_of):
    assert render_html(memo) == render_html(memo_of(GENEVA))
