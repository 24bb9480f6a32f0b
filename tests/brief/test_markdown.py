"""A memo as Markdown, as a Markdown reader sees it."""

import re

import pytest
from markdown_it import MarkdownIt

from memcon.brief.markdown import escaped, render_markdown


def test_each_reference_has_its_footnote(memo):
    text = render_markdown(memo)
    body, _, _ = text.partition("\n[^1]: ")
    used = set(re.findall(r"\[\^(\d+)\]", body))
    defined = re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.MULTILINE)
    assert used == {number for number, _ in defined}
    assert len(defined) == len(memo.notes)


def test_parts_are_headings_and_lines_are_items(memo):
    tokens = MarkdownIt().parse(render_markdown(memo))
    heads = [n for n, t in enumerate(tokens) if t.type == "heading_open" and t.tag == "h2"]
    titles = [tokens[n + 1].content for n in heads]
    assert titles == [part.title for part in memo.parts]
    items = sum(token.type == "list_item_open" for token in tokens)
    assert items == len(memo.head) + sum(len(g.lines) for p in memo.parts for g in p.groups)


def test_a_page_cannot_write_html_or_links(hostile):
    html = MarkdownIt("commonmark", {"html": True}).render(render_markdown(hostile))
    assert "<script" not in html
    assert "<code" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize(
    "words",
    [
        "*stars* and _lines_",
        "[a link](https://example.org) ![a picture](x)",
        "<b>bold</b> &amp; `code`",
        "# no title",
        "- no item",
        "+ no item",
        "1. no item",
        "12) no item",
        "> no quote",
        "a | b ~~c~~ [^1] back\\slash",
    ],
)
def test_escaped_words_come_out_as_they_went_in(words):
    tokens = MarkdownIt("commonmark", {"html": True}).enable("strikethrough").parse(escaped(words))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children) == words
    assert {child.type for child in tokens[1].children} <= {"text", "text_special"}
