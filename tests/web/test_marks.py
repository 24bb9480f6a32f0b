"""The text as the page had it, cut into runs; each finding has one place in it."""

import pytest

from geneva import GENEVA, at
from memcon.brief.passages import blocks
from memcon.web.marks import in_reading_order, marked_text, marks

TEXT = marked_text(GENEVA.article, marks(GENEVA))


def run_at(words, after=""):
    """The run in which these words begin."""
    start, reached = at(words, after).start, 0
    for block, section in zip(TEXT, blocks(GENEVA.article), strict=True):
        reached = section.start
        for run in block.runs:
            if reached <= start < reached + len(run.words):
                return run
            reached += len(run.words)
    raise AssertionError(words)


def test_runs_make_up_each_block():
    for block, section in zip(TEXT, blocks(GENEVA.article), strict=True):
        assert block.kind == section.kind
        assert "".join(run.words for run in block.runs) == section.words(GENEVA.article.text)


def test_each_finding_has_one_place():
    heads = [head for block in TEXT for run in block.runs for head in run.heads]
    assert sorted(heads) == sorted({mark.finding for mark in marks(GENEVA)})


@pytest.mark.parametrize(
    ("words", "after", "finding", "part"),
    [
        ("met", "Antony Blinken", "e2", "trigger"),
        ("said that Moscow", "Lavrov said", "s4", "cue"),
        ("declined", "The Russian minister", "sil1", "evidence"),
    ],
)
def test_a_run_shows_what_its_words_do(words, after, finding, part):
    run = run_at(words, after)
    assert (finding, part) in {(mark.finding, mark.part) for mark in run.painted}


def test_of_marks_that_overlap_the_shortest_comes_first():
    spans = [[m.span.end - m.span.start for m in run.painted] for b in TEXT for run in b.runs]
    assert all(lengths == sorted(lengths) for lengths in spans)
    assert any(len(lengths) > 1 for lengths in spans)


def test_an_events_sentence_is_not_painted_but_belongs_to_it():
    run = run_at("in Geneva on January")
    assert "e2" in run.findings
    assert "e2" not in {mark.finding for mark in run.painted}


def test_findings_are_gone_through_in_reading_order_without_actors():
    order = in_reading_order(marks(GENEVA))
    starts = [min(m.span.start for m in marks(GENEVA) if m.finding == f) for f in order]
    assert starts == sorted(starts)
    assert not any(finding.startswith("a") for finding in order)
