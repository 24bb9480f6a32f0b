"""Hits, discrepancies and news in words."""

from datetime import date

import pytest

from memcon.brief.disputes import disputes_report
from memcon.brief.hits import hits_report
from memcon.brief.news import news_report, watches_report
from memcon.brief.press import render_report
from memcon.record.span import Span
from memcon.story.answers import Party
from memcon.story.disputes import Dispute, Disputes, Version
from memcon.story.hits import Hit, Hits, Passage
from memcon.story.matrix import Holding
from memcon.story.news import Development, News, Turn, Update, Watch, Watches
from reported import LAVROV, RUSSIA, USA, account, happening, witness

MAY = date(2021, 5, 20)
TORN = Dispute(
    account(4, happening("SANCTION", (RUSSIA,), (USA,), "2021-04-16", sources=3)),
    "number",
    (
        Version("10 diplomats", 2, (witness("Ten must go."), witness("Ten go.", family=2))),
        Version("8 diplomats", 1, (witness("Eight must go.", None, 3, "Beacon"),)),
    ),
)
HIT = Hit(
    article="a",
    title=None,
    publisher=None,
    published=MAY,
    url=None,
    family=1,
    copies=2,
    passage=Passage(0, 16, "They met at sea.", (Span(start=5, end=8), Span(start=12, end=15))),
)
UPDATE = Update(
    watch="pact",
    question=("relation", "USA", "RUS"),
    articles=3,
    until=9,
    problem=None,
    developments=(
        Development(account(1, happening(day="2021-05-20")), is_new=True),
        Development(account(2, happening(day="2021-05-19")), is_new=False),
    ),
    turns=(
        Turn(
            7,
            "summit",
            ("Joe Biden", "NATO"),
            MAY,
            "agreed",
            "floated",
            witness("Agreed.", family=11),
        ),
        Turn(8, "vote", (), None, "floated", None, witness("Maybe.", family=12)),
    ),
    disputes=(TORN,),
    holdings=(Holding(LAVROV, 1, "sanctions", "opposes", MAY, 0.9, witness("No.", family=13)),),
    hits=(HIT,),
    found=9,
)


def lines(report):
    return render_report(report).replace("\xa0", " ").splitlines()


@pytest.mark.parametrize(
    "line",
    [
        "5 articles.",
        "Untitled page (publisher unknown, 20 May 2021) [2 copies]",
        "• They ‹met› at ‹sea›.",
        "2 more articles; --limit 0 shows all.",
    ],
)
def test_a_hit_is_told_with_its_words_marked(line):
    assert line in lines(hits_report(Hits("met sea", (HIT,), 5)))


@pytest.mark.parametrize(
    "line",
    [
        "Discrepancies: United States",
        "2 found.",
        "16 April 2021: Russia took measures against United States: how many?",
        "• 10 diplomats: “Ten must go.” (Example Courier, 20 May 2021) [2 sources]",
        "  [1] [2]",
        "• 8 diplomats: “Eight must go.” (Beacon, day not known) [1 source] [3]",
        "1 more; --limit 0 shows all.",
    ],
)
def test_both_sides_of_a_discrepancy_are_told(line):
    disputes = Disputes((Party("USA", "United States"),), (), None, None, (TORN,), 2)
    assert line in lines(disputes_report(disputes))


@pytest.mark.parametrize(
    "line",
    [
        "New happenings",
        "• 20 May 2021: Joe Biden and Vladimir Putin held talks: “Words of happening 1.”",
        "Told again",
        "• 20 May 2021: summit of Joe Biden and NATO: floated → agreed [2]",
        "• Day not known: vote: floated [3]",
        "• 20 May 2021: Sergei Lavrov opposes sanctions [4]",
        "• They ‹met› at ‹sea›.",
        "2 more; --limit 0 shows all.",
    ],
)
def test_each_kind_of_news_is_told(line):
    assert line in lines(news_report(News((UPDATE,))))


def test_news_has_a_row_for_each_thing():
    rows = News((UPDATE,)).rows
    assert [(row.kind, row.number) for row in rows] == [
        ("happening", 1),
        ("telling", 2),
        ("status", 7),
        ("status", 8),
        ("discrepancy", 4),
        ("position", None),
        ("article", None),
    ]
    assert [row.what for row in rows][2:5] == [
        "summit: agreed",
        "vote: floated",
        "number: 10 diplomats / 8 diplomats",
    ]
    assert News((UPDATE,)).left == 2


def test_watches_are_a_table():
    watches = Watches((Watch("pact", ("relation", "USA", "RUS"), 4, 1200),))
    assert "pact  relation USA RUS  1,200" in lines(watches_report(watches))
