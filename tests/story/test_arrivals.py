"""What is new, as rows and as numbers."""

from dataclasses import replace
from datetime import date

from memcon.story.arrivals import Arrivals, Headline
from memcon.story.disputes import Dispute, Version
from memcon.story.news import Development, Turn
from reported import account, happening, witness

HEADLINE = Headline("a" * 64, "Talks at the lake", "Ledger", date(2021, 6, 16), None, 1, 2)
TURN = Turn(4, "summit", ("Joe Biden",), date(2021, 5, 25), "scheduled", None, witness("Set."))
TOLD = account(7, happening())
DISPUTE = Dispute(
    TOLD,
    "number",
    (Version("10", 2, (witness("Ten."),)), Version("8", 1, (witness("Eight.", family=2),))),
)
NEW = Arrivals(
    since=3,
    until=9,
    looked_from=3,
    articles=6,
    headlines=(HEADLINE,),
    developments=(Development(TOLD, is_new=True),),
    developments_found=2,
    turns=(TURN,),
    turns_found=1,
    disputes=(DISPUTE,),
    disputes_found=4,
)


def test_a_row_for_each_thing_that_is_new():
    assert [(row.kind, row.number, row.what) for row in NEW.rows] == [
        ("article", None, "Talks at the lake"),
        ("happening", 7, "Joe Biden; Vladimir Putin CONSULT"),
        ("status", 4, "summit: scheduled"),
        ("discrepancy", 7, "number: 10 / 8"),
    ]
    assert NEW.rows[3].article == witness("", family=2).article


def test_copies_of_an_article_that_is_shown_are_not_left():
    assert NEW.left == 3 + 1 + 0 + 3
    assert replace(NEW, articles=3).left == 4
