"""What each side signalled, and where it differed."""

from dataclasses import replace
from datetime import date

from memcon.story.answers import Party
from memcon.story.matrix import Holding, Matrix, arrange
from memcon.story.relations import Deed, Relation
from memcon.story.sides import Tenet, differed, signalled
from reported import BIDEN, LAVROV, PUTIN, account, happening, witness


def holding(actor, stance, day, family):
    told = witness(f"{actor.name} {stance} it.", day, family)
    return Holding(actor, 1, "sanctions", stance, date.fromisoformat(day), 0.9, told)


def deed(number, day, type_, toward):
    return Deed(number, date.fromisoformat(day), toward, type_, "actual", 1.0)


RELATION = Relation(
    a=Party("USA", "United States"),
    b=Party("RUS", "Russia"),
    since=None,
    until=None,
    today=date(2021, 7, 1),
    grain="month",
    points=(),
    deeds=(
        deed(1, "2021-04-14", "AID", 1),
        deed(2, "2021-05-19", "CONSULT", 0),
        deed(3, "2021-05-20", "ACCUSE", -1),
        deed(4, "2021-06-16", "AGREE", 0),
    ),
    articles=4,
    sources=4,
    accounts={number: account(number, happening()) for number in range(1, 5)},
    matrix=Matrix(cells=(), found=0),
    disputes=(),
    disputes_found=0,
    silences=(),
    silences_found=0,
    prospects=(),
    prospects_found=0,
)


def told(sides):
    return {
        side.party.name if side.party else "both": [
            one.stance if isinstance(one, Tenet) else one.number for one in side.told
        ]
        for side in sides
    }


def test_a_deed_is_its_doers_and_a_mutual_one_is_both_parties():
    assert told(signalled(RELATION)) == {"United States": [1], "Russia": [], "both": [4]}
    assert told(differed(RELATION)) == {"United States": [], "Russia": [3], "both": []}


def test_who_of_a_side_holds_the_same_stands_in_one_tenet_among_its_deeds():
    held = (
        holding(LAVROV, "opposes", "2021-05-01", 1),
        holding(PUTIN, "opposes", "2021-05-25", 2),
        holding(BIDEN, "opposes", "2021-05-25", 2),
    )
    russia = differed(replace(RELATION, matrix=arrange(held)))[1]
    tenet, _ = russia.told
    assert {actor.name for actor in tenet.actors} == {"Sergei Lavrov", "Vladimir Putin"}
    assert (str(tenet.day), tenet.sources) == ("2021-05-25", 2)


def test_a_limit_leaves_the_latest_and_counts_what_it_leaves_out():
    deeds = (*RELATION.deeds, deed(5, "2021-06-20", "ACCUSE", -1))
    accounts = {**RELATION.accounts, 5: account(5, happening())}
    russia = differed(replace(RELATION, deeds=deeds, accounts=accounts), limit=1)[1]
    assert ([one.number for one in russia.told], russia.left) == ([5], 1)
