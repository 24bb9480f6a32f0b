"""Whole pages as readers save them: every line its kind.

`pages/*.txt` are such pages with the kind before each line; "|" parts two kinds in one block.
"""

from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def parse(page: Path) -> list[tuple[list[str], list[str]]]:
    """(kinds, their words) of each block."""
    blocks = []
    for line in page.read_text("utf-8").splitlines():
        kinds, words = line.split(maxsplit=1)
        parts = kinds.split("|")
        blocks.append((parts, [w.strip() for w in words.split(" | ", len(parts) - 1)]))
    return blocks


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_has_its_kind(page, kinds):
    blocks = parse(page)
    text = "\n\n".join(" ".join(words) for _, words in blocks)
    wanted = [pair for parts, words in blocks for pair in zip(parts, words, strict=True)]
    assert kinds(text) == wanted


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_it_does_not_matter_how_lines_are_parted(page, kinds):
    blocks = parse(page)
    spaced = kinds("\n\n\n".join(" ".join(words) for _, words in blocks))
    assert kinds("\n".join(" ".join(words) for _, words in blocks)) == spaced


def test_sections_cover_every_word_in_order(take):
    for page in PAGES:
        article = take("\n\n".join(" ".join(words) for _, words in parse(page)))
        end = 0
        for section in article.sections:
            assert not article.text[end : section.start].strip()
            assert section.words(article.text).strip() == section.words(article.text) != ""
            end = section.end
        assert end == len(article.text)


def test_a_title_given_apart_heads_the_text(kinds):
    text = "The ministers met on Tuesday, officials said, and parted after an hour."
    assert kinds(text, title="Ministers meet") == [("headline", "Ministers meet"), ("body", text)]
    assert kinds(f"Ministers meet.\n\n{text}", title="Ministers meet") == [
        ("headline", "Ministers meet."),
        ("body", text),
    ]


def test_a_heading_within_the_news_stays_with_it(kinds):
    text = (
        "The two ministers met on Tuesday in Trieste, officials said, and talked for an hour.\n\n"
        "Old wounds\n\n"
        "Their fathers had signed the first accord in the same room in 1975, witnesses recalled."
    )
    assert [kind for kind, _ in kinds(text, title="Ministers meet in Trieste")] == [
        "headline",
        "body",
        "body",
        "body",
    ]
