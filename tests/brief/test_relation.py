"""The brief of two parties."""

from dataclasses import replace
from datetime import date

import pytest

from memcon.brief.press import render_report
from memcon.brief.relation import relation_report
from memcon.story.answers import Party
from memcon.story.disputes import Dispute, Version
from memcon.story.histories import History, Mark, stages
from memcon.story.matrix import Holding, Matrix, arrange
from memcon.story.outlook import Outlook
from memcon.story.periods import Period
from memcon.story.relations import Deed, Relation, series
from memcon.story.silences import Hush
from reported import BIDEN, LAVROV, PUTIN, RUSSIA, USA, account, happening, witness

HOSTILE = "<b>\x1b[2J\u202e[red]x[/red]|"


def deed(number, day, type_, toward, status="actual"):
    return Deed(number, date.fromisoformat(day) if day else None, toward, type_, status, 1.0)


def holding(actor, stance, day, family, topic=1, issue="sanctions"):
    told = witness(f"{actor.name} {stance} the {issue}.", day, family)
    return Holding(actor, topic, issue, stance, date.fromisoformat(day), 0.9, told)


DEEDS = (
    deed(9, None, "CONSULT", 0),
    deed(1, "2021-04-14", "ACCUSE", -1),
    deed(2, "2021-05-19", "CONSULT", 0),
    deed(3, "2021-05-20", "AID", 1, "proposed"),
    deed(4, "2021-06-16", "AGREE", 0),
)
ACCOUNTS = {
    9: account(9, happening(day=None), witness("They had met before.", family=9)),
    1: account(
        1,
        happening("ACCUSE", (LAVROV,), (USA,), "2021-04-14"),
        witness("Lavrov blamed Washington.", family=1),
    ),
    2: account(
        2,
        happening(day="2021-05-19", sources=2),
        witness("They met in Reykjavik.", family=2),
        witness("They sat down in Iceland.", family=3),
        witness("They shook hands.", family=4),
    ),
    3: account(
        3,
        happening("AID", (USA,), (RUSSIA,), "2021-05-20", status="proposed"),
        witness("Washington offered vaccines.", family=5),
    ),
    4: account(4, happening("AGREE"), witness("They agreed to go on.", family=6)),
}


@pytest.fixture
def relation():
    """Five happenings, three positions, a silence and a summit."""
    outlook = Outlook(
        "summit",
        "meeting",
        "held",
        (BIDEN, PUTIN),
        Period(date(2021, 6, 16), date(2021, 6, 16)),
        None,
        date(2021, 4, 14),
        date(2021, 6, 16),
        2,
    )
    marks = (
        Mark(date(2021, 4, 14), "floated", witness("A summit was offered.", family=7)),
        Mark(date(2021, 6, 16), "held", witness("The summit was held.", family=8)),
    )
    return Relation(
        a=Party("USA", "United States"),
        b=Party("RUS", "Russia"),
        since=None,
        until=None,
        today=date(2021, 6, 30),
        grain="month",
        points=series(DEEDS, "month"),
        deeds=DEEDS,
        articles=9,
        sources=8,
        accounts=ACCOUNTS,
        matrix=arrange(
            [
                holding(LAVROV, "opposes", "2021-04-14", 11),
                holding(PUTIN, "opposes", "2021-05-02", 12),
                holding(BIDEN, "supports", "2021-05-03", 13),
            ]
        ),
        disputes=(
            Dispute(
                ACCOUNTS[2],
                "number",
                (
                    Version("90 minutes", 2, (witness("It took 90 minutes.", family=2),)),
                    Version("2 hours", 1, (witness("They sat for two hours.", family=3),)),
                ),
            ),
        ),
        disputes_found=3,
        silences=(
            Hush(
                PUTIN,
                "Navalny",
                "omitted",
                date(2021, 6, 16),
                witness("He left it out.", family=14),
            ),
        ),
        silences_found=4,
        prospects=(History(1, outlook, "settled", stages(marks)),),
        prospects_found=1,
    )


def chapters(report):
    return {chapter.title: chapter for chapter in report.chapters}


def lines(chapter):
    return [
        ("".join(piece.words for piece in remark.pieces), remark.marks)
        for cluster in chapter.clusters
        for remark in cluster.remarks
    ]


def test_the_brief_is_in_the_order_in_which_it_is_read(relation):
    assert list(chapters(relation_report(relation))) == [
        "What lies ahead, and what came of it",
        "Latest",
        "Signals",
        "Differences",
        "Positions by issue",
        "Who met whom",
        "Where sources differ",
        "Left unsaid",
        "Conflict and cooperation (Goldstein values)",
    ]


def test_the_lead_says_how_much_there_is(relation):
    (lead,) = relation_report(relation).lead
    assert lead.pieces[0].words == (
        "5 happenings, 14 April 2021 to 16 June 2021, told in 9 articles of 8 independent sources; "
        "as of 30 June 2021."
    )


def test_the_latest_come_first_each_quoted_once(relation):
    parts = chapters(relation_report(relation, limit=3))
    assert [line for line, _ in lines(parts["Latest"])] == [
        "16 June 2021: Joe Biden and Vladimir Putin agreed: They agreed to go on.",
        "20 May 2021: proposed aid by United States to Russia: Washington offered vaccines.",
        "19 May 2021: Joe Biden and Vladimir Putin held talks: They met in Reykjavik.",
    ]
    assert parts["Latest"].more == "2 earlier; --limit 0 shows all."
    assert "16 June 2021: Joe Biden and Vladimir Putin agreed" in [
        line for line, _ in lines(parts["Signals"])
    ]


def test_signals_and_differences_are_told_by_side(relation):
    parts = chapters(relation_report(relation))

    def told(title):
        return {
            cluster.head.pieces[0].words: [
                "".join(p.words for p in remark.pieces) for remark in cluster.remarks
            ]
            for cluster in parts[title].clusters
        }

    assert told("Signals") == {
        "United States": [
            "20 May 2021: proposed aid by United States to Russia",
            "3 May 2021: sanctions, supported by Joe Biden: Joe Biden supports the sanctions.",
        ],
        "Both": ["16 June 2021: Joe Biden and Vladimir Putin agreed"],
    }
    assert told("Differences") == {
        "Russia": [
            "2 May 2021: sanctions, opposed by Vladimir Putin and Sergei Lavrov: "
            "Sergei Lavrov opposes the sanctions.",
            "14 April 2021: Sergei Lavrov faulted United States",
        ]
    }


def test_who_met_is_told_with_few_notes_and_all_sources(relation):
    (_, second) = chapters(relation_report(relation))["Who met whom"].clusters[0].remarks
    first = chapters(relation_report(relation))["Who met whom"].clusters[0].remarks[0]
    assert [w.words for w in first.witnesses] == [
        "They met in Reykjavik.",
        "They sat down in Iceland.",
    ]
    assert first.marks == ("2 sources", "#2")
    assert second.pieces[0].words == "Day not known: "


def test_positions_stand_side_by_side(relation):
    grid = chapters(relation_report(relation))["Positions by issue"].grid
    assert grid.heads == ("Issue", "United States", "Russia")
    ((issue, ours, theirs),) = grid.rows
    assert issue.pieces[0].words == "sanctions"
    assert "".join(p.words for p in ours.pieces) == "Joe Biden: supports, 3 May 2021"
    assert "".join(p.words for p in theirs.pieces) == (
        "Vladimir Putin: opposes, 2 May 2021; Sergei Lavrov: opposes, 14 April 2021"
    )


def test_what_was_left_unsaid_is_told_with_how_much_more(relation):
    chapter = chapters(relation_report(relation))["Left unsaid"]
    assert lines(chapter) == [
        ("16 June 2021: Vladimir Putin left out Navalny: He left it out.", ())
    ]
    assert chapter.more == "3 earlier; --limit 0 shows all."


def test_where_sources_differ_both_sides_are_quoted_and_the_rest_is_counted(relation):
    chapter = chapters(relation_report(relation))["Where sources differ"]
    assert lines(chapter) == [
        ("90 minutes: It took 90 minutes. (Example Courier, 20 May 2021)", ("2 sources",)),
        ("2 hours: They sat for two hours. (Example Courier, 20 May 2021)", ("1 source",)),
    ]
    assert chapter.more == "2 more; --limit 0 shows all."


def test_the_summits_history_stands_at_the_top(relation):
    chapter = relation_report(relation).chapters[0]
    assert lines(chapter) == [
        ("14 April 2021: floated", ("1 source",)),
        ("16 June 2021: held", ("1 source",)),
    ]
    assert chapter.clusters[0].head.marks == ("held", "2 sources")


def test_an_empty_relation_says_so(relation):
    bare = replace(
        relation,
        points=(),
        deeds=(),
        accounts={},
        articles=0,
        sources=0,
        matrix=Matrix((), 0),
        disputes=(),
        disputes_found=0,
        silences=(),
        silences_found=0,
        prospects=(),
        prospects_found=0,
    )
    text = render_report(relation_report(bare))
    assert "0 happenings, told in 0 articles of 0 independent sources" in text
    assert "Nothing is said to lie ahead." in text
    assert "None is told of." in text
    assert "No two sources differ." in text


def test_names_that_mean_harm_steer_nothing(relation):
    nasty = replace(LAVROV, name=HOSTILE)
    bad = account(1, happening("ACCUSE", (nasty,), (USA,), "2021-04-14"), witness(HOSTILE))
    text = render_report(
        relation_report(
            replace(
                relation,
                b=Party("RUS", HOSTILE),
                accounts={**ACCOUNTS, 1: bad},
                matrix=arrange([holding(nasty, "opposes", "2021-05-02", 12, issue=HOSTILE)]),
                silences=(Hush(nasty, HOSTILE, "refused", None, witness(HOSTILE)),),
            )
        )
    )
    assert "[red]x[/red]" in text
    assert not any(character in text for character in "\x1b\u202e")
