"""A report on a terminal, as plain text and as Markdown, and of pages that mean harm."""

from io import StringIO

import pytest
from rich.console import Console

from memcon.brief.lines import Piece
from memcon.brief.manuscript import report_markdown
from memcon.brief.press import print_report, render_report
from memcon.brief.report import Chapter, Cluster, Grid, Notes, Remark, Report, told
from reported import witness

MET = witness("They met.", "2021-05-20", 1, "Courier")
COPY = witness("They met.", "2021-05-21", 1, "Copycat")
DENIED = witness("They never met.", None, 2, "Beacon")
REPORT = Report(
    title="United States",
    lead=(told("2 articles."),),
    chapters=(
        Chapter(
            title="Latest",
            clusters=(
                Cluster(
                    head=told("20 May 2021"),
                    remarks=(
                        Remark(
                            (Piece("Biden", "name"), Piece(" met")), (MET, DENIED), ("ongoing",)
                        ),
                        Remark((Piece("He said: "), Piece("We met.", "quote")), (MET,)),
                    ),
                ),
            ),
            more="3 more; --limit 0 shows all.",
        ),
        Chapter(title="Table", grid=Grid(("With", "Sum"), ((told("Russia"), told("-2.0")),))),
        Chapter(title="Silences", none="None is told of."),
        Chapter(title="geneva: relation USA RUS", none="No article came.", is_named=True),
    ),
)
TEXT = """\
United States
2 articles.

LATEST ─────────────────────────────────────────────────────────────────────────
20 May 2021
• Biden met [ongoing] [1] [2]
• He said: “We met.” [1]
3 more; --limit 0 shows all.

TABLE ──────────────────────────────────────────────────────────────────────────
With    Sum
Russia  -2.0

SILENCES ───────────────────────────────────────────────────────────────────────
None is told of.

geneva: relation USA RUS ───────────────────────────────────────────────────────
No article came.

NOTES: THE ARTICLES' WORDS ─────────────────────────────────────────────────────
[1] Courier, 20 May 2021: “They met.”
[2] Beacon, date unknown: “They never met.”
"""
MARKDOWN = """\
# United States

2 articles.

## Latest

### 20 May 2021

- **Biden** met *(ongoing)*[^1][^2]
- He said: “We met.”[^1]

3 more; --limit 0 shows all.

## Table

| With | Sum |
| --- | --- |
| Russia | \\-2.0 |

## Silences

None is told of.

## geneva: relation USA RUS

No article came.

[^1]: Courier, 20 May 2021: “They met.”
[^2]: Beacon, date unknown: “They never met.”
"""
# A page can try to run a script, to move the cursor and to turn the direction of the text.
HOSTILE = "<script>alert(1)</script>\x1b[2J\u202e [red]*`x`*[/red] | # {"


def test_plain_text_is_laid_out_for_80_columns():
    assert render_report(REPORT).replace("\xa0", " ") == TEXT


def test_markdown_has_headings_tables_and_footnotes():
    assert report_markdown(REPORT) == MARKDOWN


def test_a_terminal_shows_what_plain_text_says():
    screen = StringIO()
    print_report(REPORT, Console(file=screen, width=200, force_terminal=True, color_system="256"))
    shown = screen.getvalue()
    assert "\x1b[1m" in shown
    assert all(len(line) < 200 for line in shown.splitlines() if "\x1b" not in line)
    assert "He said: " in shown


def test_a_note_stands_once_for_each_passage_and_families_come_first():
    others = tuple(witness(f"Said {n}.", family=n) for n in range(3, 6))
    remark = Remark((Piece("x"),), (MET, COPY, DENIED, *others))
    again = Remark((Piece("y"),), (COPY, DENIED))
    notes = Notes(Report("t", (remark, again), ()))
    assert notes.of(remark) == (1, 2, 3)
    assert [note.words for note in notes.called[:3]] == ["They met.", "They never met.", "Said 3."]
    # The copy has its article's number in common with the first: it is the same passage.
    assert notes.of(again) == (1, 2)


@pytest.mark.parametrize("render", [render_report, report_markdown])
def test_hostile_words_stay_words(render):
    mark = Remark(
        (Piece(HOSTILE, "name"), Piece(HOSTILE, "quote")), (witness(HOSTILE),), (HOSTILE,)
    )
    chapter = Chapter(
        HOSTILE, (Cluster(mark, (mark,)),), Grid((HOSTILE,), ((mark,),)), None, HOSTILE
    )
    shown = render(Report(HOSTILE, (mark,), (chapter,)))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    if render is report_markdown:
        assert "<script>" not in shown
        assert all(line.count("|") - line.count("\\|") in (0, 2) for line in shown.splitlines())
