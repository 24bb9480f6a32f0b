"""The series, signals and differences of two parties."""

from datetime import date

import pytest

from memcon.story.answers import Party
from memcon.story.matrix import Matrix
from memcon.story.relations import Deed, Relation, differences, meetings, series, signals
from reported import account, happening, witness


def deed(number, day, type_="CONSULT", goldstein=1.0, status="actual", toward=0):
    told = date.fromisoformat(day) if day else None
    return Deed(number, told, toward, type_, status, goldstein)


DEEDS = (
    deed(1, "2021-05-20", "CONSULT", 1.0),
    deed(2, "2021-05-20", "ACCUSE", -2.0, toward=-1),
    deed(3, "2021-05-23", "AID", 7.0, toward=1),
    deed(4, "2021-06-01", "SANCTION", -5.0, toward=1),
)


@pytest.mark.parametrize(
    ("grain", "points"),
    [
        (
            "day",
            [
                ("2021-05-20", 1.0, -2.0, (1, 2)),
                ("2021-05-23", 7.0, 0, (3,)),
                ("2021-06-01", 0, -5.0, (4,)),
            ],
        ),
        ("week", [("2021-05-17", 8.0, -2.0, (1, 2, 3)), ("2021-05-31", 0, -5.0, (4,))]),
        ("month", [("2021-05-01", 8.0, -2.0, (1, 2, 3)), ("2021-06-01", 0, -5.0, (4,))]),
    ],
)
def test_a_series_sums_up_what_lies_in_a_span(grain, points):
    told = [
        (point.first.isoformat(), point.cooperation, point.conflict, point.happenings)
        for point in series(DEEDS, grain)
    ]
    assert told == points


def test_a_happening_counts_once_however_many_pairs_it_has():
    both = (
        deed(1, "2021-05-20", "AID", 7.0, toward=1),
        deed(1, "2021-05-20", "AID", 7.0, toward=-1),
    )
    (point,) = series(both, "day")
    assert (point.cooperation, point.happenings) == (7.0, (1,))


@pytest.mark.parametrize("status", ["planned", "possible", "alleged", "denied", "not-happened"])
def test_what_is_no_fact_weighs_nothing(status):
    assert series([deed(1, "2021-05-20", status=status)], "day") == ()


def test_what_has_no_day_is_in_no_point():
    assert series([deed(1, None)], "month") == ()


@pytest.mark.parametrize(
    ("type_", "status", "is_signal", "is_difference"),
    [
        ("AGREE", "actual", True, False),
        ("AID", "proposed", True, False),
        ("RETREAT", "conditional", True, False),
        ("SUPPORT", "denied", False, False),
        ("CONCEDE", "alleged", False, False),
        ("REQUEST", "actual", False, True),
        ("SANCTION", "planned", False, True),
        ("ASSAULT", "alleged", False, True),
        ("ASSAULT", "not-happened", False, False),
    ],
)
def test_signals_and_differences_go_by_type_and_status(type_, status, is_signal, is_difference):
    told = (deed(1, "2021-05-20", type_, status=status),)
    assert (bool(signals(told)), bool(differences(told))) == (is_signal, is_difference)


def test_a_meeting_is_one_that_took_place():
    told = (deed(1, "2021-05-20"), deed(2, "2021-06-16", status="planned"), DEEDS[1])
    assert [one.happening for one in meetings(told)] == [1]


def test_rows_name_both_sides_and_quote_what_was_opened():
    relation = Relation(
        a=Party("USA", "United States"),
        b=Party("RUS", "Russia"),
        since=None,
        until=None,
        today=date(2021, 6, 30),
        grain="month",
        points=series(DEEDS, "month"),
        deeds=DEEDS,
        articles=3,
        sources=2,
        accounts={2: account(2, happening("ACCUSE"), witness("Lavrov faulted Washington."))},
        matrix=Matrix((), 0),
        silences=(),
        silences_found=0,
        disputes=(),
        disputes_found=0,
        prospects=(),
        prospects_found=0,
    )
    rows = relation.rows
    assert [(row.source, row.target) for row in rows] == [
        ("United States", "Russia"),
        ("Russia", "United States"),
        ("United States", "Russia"),
        ("United States", "Russia"),
    ]
    assert [row.words for row in rows] == [None, "Lavrov faulted Washington.", None, None]
    assert [told.happening for told, _ in relation.opened(DEEDS)] == [2]
    assert list(relation.to_pandas()["goldstein"]) == [1.0, -2.0, 7.0, -5.0]
