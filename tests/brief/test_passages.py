"""The article's text block by block, and which address may be followed."""

import pytest
from msgspec.structs import replace

from geneva import ARTICLE, at
from memcon.brief.passages import blocks, cut, followable, printed
from memcon.record.span import Span


def test_blocks_have_all_that_is_not_white_space():
    text = replace(ARTICLE, sections=ARTICLE.sections[1:3])
    found = list(blocks(text))
    assert [block.kind for block in found] == ["body", "byline", "body", "body"]
    assert "".join("".join(b.words(ARTICLE.text) for b in found).split()) == "".join(
        ARTICLE.text.split()
    )


def test_a_block_is_cut_where_a_span_begins_or_ends_and_nowhere_else():
    block = ARTICLE.sections[2]
    inside = at("met Russian")
    across = Span(start=block.start - 5, end=inside.start + 3)
    pieces = [piece.words(ARTICLE.text) for piece in cut(block, (inside, across))]
    assert pieces[1:3] == ["met", " Russian"]
    assert "".join(pieces) == block.words(ARTICLE.text)
    assert list(cut(block, ())) == [Span(start=block.start, end=block.end)]


def test_what_turns_the_text_is_not_printed_but_its_lines_are():
    assert printed("one\u202e\ntwo\x1b") == "one\ntwo"


@pytest.mark.parametrize(
    ("url", "is_followable"),
    [
        ("https://news.example/a", True),
        ("http://news.example/a", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("http://[::1", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_followed(url, is_followable):
    assert followable(replace(ARTICLE, url=url)) == (url if is_followable else None)
