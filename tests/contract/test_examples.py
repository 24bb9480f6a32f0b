"""The example pages: their facts are about words that stand on the page, and each page reads."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from memcon.page.intake import take_in
from memcon.page.page import Page
from memcon.reading import Reader
from memcon.record.contract import decode, encode

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
STORY = json.loads((ROOT / "bench" / "gold" / "story.json").read_bytes())
FOLDERS = sorted(path.parent for path in EXAMPLES.glob("*/facts.json"))
# Conditions that are looked for in the page's own words.
QUOTING = {"words", "content", "conditions", "text"}


def _words(page: Path) -> list[str]:
    """The page's blocks, with white space made one space."""
    if page.suffix == ".html":
        tree = html.fromstring(page.read_bytes())
        for part in tree.xpath("//script | //style"):
            part.drop_tree()
        blocks = [element.text_content() for element in tree.iter(html.etree.Element)]
    else:
        blocks = page.read_text("utf-8").splitlines()
    return [" ".join(block.split()) for block in blocks]


def _conditions(fact: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(the condition, its expression) of what the page must say."""
    for form, wanted in fact.items():
        if form == "any":
            for other in wanted:
                yield from _conditions(other)
        elif form not in ("never", "count", "note"):
            yield from ((key, wanted[key]) for key in QUOTING & wanted.keys() if wanted[key])


def test_there_are_the_pages_that_the_list_names() -> None:
    listed = re.findall(r"^\| `([\w-]+)` \|", (EXAMPLES / "README.md").read_text("utf-8"), re.M)
    assert sorted(listed) == [folder.name for folder in FOLDERS]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_facts_are_about_the_words_of_the_page(folder: Path) -> None:
    blocks = _words(next(folder.glob("page.*")))
    facts = json.loads((folder / "facts.json").read_bytes())
    for fact in facts:
        for key, expression in _conditions(fact):
            bare = expression.replace("^", r"\b").replace("$", r"\b")
            assert any(re.search(bare, block, re.I) for block in blocks), (key, expression)


def test_the_judged_story_is_told_in_the_words_of_the_pages() -> None:
    said = {folder.name: _words(next(folder.glob("page.*"))) for folder in FOLDERS}
    for mention in STORY["mentions"]:
        words = " ".join(mention["words"].split())
        assert any(words in block for block in said[mention["page"]]), mention
    told = {mention["happening"] for mention in STORY["mentions"]}
    assert told == set(STORY["happenings"])
    assert {quarrel["happening"] for quarrel in STORY["discrepancies"]} <= told


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_page_reads_into_a_record_that_holds(folder: Path, reader: Reader) -> None:
    (page,) = take_in([str(next(folder.glob("page.*")))])
    assert isinstance(page, Page)
    record = reader.read(page)
    assert decode(encode(record)) == record
    assert record.article.language == "en"
    assert record.events
    assert record.statements
