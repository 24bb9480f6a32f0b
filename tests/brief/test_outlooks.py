"""Prospects with their histories."""

from datetime import date

import pytest

from memcon.brief.outlooks import prospects_report
from memcon.story.histories import History, Mark, Prospects, stages
from memcon.story.identities import Identity
from memcon.story.outlook import Outlook
from memcon.story.periods import Period
from memcon.story.sightings import Spot
from reported import BIDEN, PUTIN, witness

SEVEN = Identity("igo:group of seven", "Group of Seven", "igo", None, "IGO", "igo:group of seven")
MARKS = (
    Mark(date(2021, 5, 20), "floated", witness("a", family=1)),
    Mark(date(2021, 5, 25), "floated", witness("b", family=2)),
    Mark(date(2021, 5, 26), "scheduled", witness("c", family=3)),
)


def history(
    number, state, status, what="summit", who=(BIDEN, PUTIN), period=None, spot=None, marks=MARKS
):
    days = (marks[0].day, marks[-1].day)
    outlook = Outlook(what, "meeting", status, who, period, spot, *days, 3)
    return History(number, outlook, state, stages(marks))


def head(cluster):
    return "".join(piece.words for piece in cluster.head.pieces), cluster.head.marks


JUNE_16 = Period(date(2021, 6, 16), date(2021, 6, 16))


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            history(1, "open", "scheduled", period=JUNE_16, spot=Spot("Geneva", "CHE", None, None)),
            "Summit of Joe Biden and Vladimir Putin in Geneva, expected 16 June 2021",
        ),
        (
            history(1, "open", "held", period=JUNE_16),
            "Summit of Joe Biden and Vladimir Putin, 16 June 2021",
        ),
        (history(1, "open", "floated", "vote", ()), "Vote"),
        (history(1, "open", "scheduled", "G7 summit", (SEVEN,)), "G7 summit"),
        (history(1, "open", "scheduled", "G7 summit", (SEVEN, BIDEN)), "G7 summit with Joe Biden"),
    ],
)
def test_a_prospect_is_told_with_all_that_is_known(told, line):
    (chapter,) = prospects_report(Prospects((), ("open",), date(2021, 6, 1), (told,), 1)).chapters
    (cluster,) = chapter.clusters
    assert head(cluster) == (line, (told.outlook.status, "3 sources"))


def test_stages_are_told_from_first_to_last():
    answer = Prospects((), ("open",), date(2021, 6, 1), (history(1, "open", "scheduled"),), 1)
    (cluster,) = prospects_report(answer).chapters[0].clusters
    assert [("".join(p.words for p in r.pieces), r.marks) for r in cluster.remarks] == [
        ("20 May 2021 to 25 May 2021: floated", ("2 sources",)),
        ("26 May 2021: scheduled", ("1 source",)),
    ]


def test_prospects_stand_under_their_state_and_the_rest_is_counted():
    told = (history(1, "overdue", "scheduled"), history(2, "settled", "held"))
    answer = Prospects((), ("overdue", "open", "settled"), date(2021, 7, 1), told, 5)
    report = prospects_report(answer)
    assert [chapter.title.partition(":")[0] for chapter in report.chapters] == [
        "Overdue",
        "Settled",
    ]
    assert [line.pieces[0].words for line in report.lead] == [
        "5 prospects as of 1 July 2021.",
        "3 more; --limit 0 shows all.",
    ]


def test_what_no_day_places_stands_last_with_its_state():
    marks = (Mark(None, "floated", witness("a", family=1)),)
    told = (history(1, "settled", "held"), history(2, "open", "floated", marks=marks))
    answer = Prospects((), ("open", "settled"), date(2021, 7, 1), told, 2)
    chapters = prospects_report(answer).chapters
    assert [chapter.title.partition(":")[0] for chapter in chapters] == [
        "Settled",
        "Of unknown day",
    ]
    (cluster,) = chapters[-1].clusters
    assert cluster.head.marks == ("open", "3 sources")
    assert cluster.remarks[0].pieces[0].words == "day not known: floated"


def test_nothing_ahead_is_said_to_be_nothing():
    (chapter,) = prospects_report(Prospects((), ("open",), date(2021, 7, 1), (), 0)).chapters
    assert chapter.none == "Nothing is said to lie ahead."
