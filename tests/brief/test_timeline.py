"""A timeline in words."""

from datetime import date

from memcon.brief.press import render_report
from memcon.brief.timeline import timeline_report
from memcon.story.answers import Party
from memcon.story.timelines import Timeline
from reported import LAVROV, USA, account, happening, witness

ACCOUNTS = (
    account(5, happening(day=None)),
    account(1, happening("ACCUSE", (LAVROV,), (USA,), "2021-05-19"), witness("He blamed them.")),
    account(
        2, happening(day="2021-05-19", sources=2), witness("They met."), witness("Met.", family=2)
    ),
    account(3, happening(day="2021-06-16", is_dated=False)),
)


def test_happenings_stand_under_their_day():
    timeline = Timeline((Party("USA", "United States"),), None, None, ACCOUNTS, 9)
    report = timeline_report(timeline)
    (chapter,) = report.chapters
    assert report.title == "Timeline: United States"
    assert [(c.head.pieces[0].words, len(c.remarks)) for c in chapter.clusters] == [
        ("Day not known", 1),
        ("19 May 2021", 2),
        ("Reported 16 June 2021", 1),
    ]
    assert chapter.more == "5 earlier; --limit 0 shows all."


def test_a_line_has_one_note_and_all_sources():
    text = render_report(timeline_report(Timeline((), None, None, ACCOUNTS, 4)))
    assert "• Joe Biden and Vladimir Putin held talks [2 sources] [#2] [3]" in text.replace(
        "\xa0", " "
    )
    assert "“Met.”" not in text


def test_the_days_asked_for_are_told():
    timeline = Timeline((), date(2021, 5, 1), date(2021, 5, 31), (), 0)
    text = render_report(timeline_report(timeline))
    assert "0 happenings from 1 May 2021 to 31 May 2021." in text
    assert "No happening is told of." in text
