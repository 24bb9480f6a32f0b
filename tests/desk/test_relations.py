"""What the desk tells of two parties."""

from datetime import date

import pytest

from bulletins import EIGHT, TEN, Act, Mum, bulletin, expelled
from memcon.errors import DeskError
from memcon.story.relations import differences, meetings, signals

JUNE = date(2021, 6, 30)


def test_a_happening_that_two_papers_tell_is_one_deed_with_two_sources(summit):
    relation = summit.relation("USA", "RUS", today=JUNE)
    (reykjavik,) = [d for d in relation.deeds if d.day == date(2021, 5, 19)]
    account = relation.accounts[reykjavik.happening]
    assert (account.happening.type, account.happening.sources) == ("CONSULT", 2)
    assert [w.publisher for w in account.witnesses] == ["Northern Courier", "Daily Beacon"]
    assert account.witnesses[0].words.startswith("Blinken and Lavrov talked for an hour")


def test_the_series_opens_to_its_happenings(summit):
    relation = summit.relation("USA", "RUS", "month", JUNE)
    assert [str(point.first) for point in relation.points] == [
        "2021-04-01",
        "2021-05-01",
        "2021-06-01",
    ]
    numbers = {number for point in relation.points for number in point.happenings}
    assert numbers == set(relation.accounts)


def test_what_lies_between_the_two_is_told_by_kind(summit):
    relation = summit.relation("USA", "RUS", today=JUNE)
    assert [deed.type for deed in differences(relation.deeds)] == ["ACCUSE"]
    assert [deed.type for deed in meetings(relation.deeds)] == ["CONSULT", "CONSULT"]
    assert "AGREE" in [deed.type for deed in signals(relation.deeds)]


@pytest.mark.parametrize(("one", "other", "toward"), [("USA", "RUS", -1), ("RUS", "USA", 1)])
def test_a_direction_is_as_the_parties_were_named(summit, one, other, toward):
    relation = summit.relation(one, other, today=JUNE)
    assert [deed.toward for deed in relation.deeds if deed.type == "ACCUSE"] == [toward]
    (row,) = [row for row in relation.rows if row.type == "ACCUSE"]
    assert (row.source, row.target) == ("Russia", "United States")


def test_a_person_has_only_its_own_part_in_a_relation(summit):
    assert [d.type for d in summit.relation("Lavrov", "USA", today=JUNE).deeds] == [
        "ACCUSE",
        "CONSULT",
    ]
    assert {h.actor.name for h in summit.relation("Peskov", "USA", today=JUNE).silences} == set()


def test_days_bound_deeds_positions_and_silences(summit):
    days = {"since": date(2021, 5, 1), "until": date(2021, 5, 31)}
    relation = summit.relation("USA", "RUS", today=JUNE, **days)
    assert [str(deed.day) for deed in relation.deeds] == ["2021-05-19"]
    assert relation.matrix.issues == ("talks",)
    assert [hush.actor.name for hush in relation.silences] == ["Dmitry Peskov"]


def test_nothing_is_known_of_what_came_later(summit):
    relation = summit.relation("USA", "RUS", today=date(2021, 5, 22))
    assert {str(deed.day) for deed in relation.deeds} == {"2021-04-14", "2021-05-19"}
    assert [history.outlook.status for history in relation.prospects] == ["floated"]
    (cell,) = [cell for cell in relation.matrix.cells if cell.issue == "sanctions"]
    assert [stand.stance for stand in cell.stands] == ["opposes"]


def test_what_was_ahead_stays_in_sight(summit):
    relation = summit.relation("Germany", "Russia", today=date(2021, 6, 22))
    assert [(str(deed.day), deed.status) for deed in relation.deeds] == [("2021-07-01", "planned")]
    assert relation.points == ()


MEETINGS = {
    "2021-01-10": "Over fishing quotas in cold water, Blinken and Lavrov spent a morning at sea.",
    "2021-02-15": "The fate of a nuclear treaty brought both ministers to a hotel in Vienna.",
    "2021-03-20": "Grain ships were what the secretary of state raised with his colleague in Ankara.",
    "2021-04-25": "A prisoner exchange was agreed upon when the two sat down in Abu Dhabi, aides said.",
    "2021-05-30": "Helsinki hosted them for a quiet dinner about visas, journalists and embassies.",
}


def test_a_limit_opens_the_latest_and_counts_all(desk):
    ministers = ("Antony Blinken", "Sergei Lavrov")
    for day, words in MEETINGS.items():
        silence = f"On {day} Lavrov would not speak of what came after {words.split()[-2]}."
        talks = Act(words, "CONSULT", ministers, day=day)
        desk.add(bulletin(day, talks, Mum(silence, "Sergei Lavrov"), publisher=words.split()[0]))
    relation = desk.relation("USA", "RUS", today=JUNE, limit=3)
    assert (len(relation.deeds), len(relation.accounts)) == (5, 3)
    assert [str(deed.day) for deed, _ in relation.opened(relation.deeds)] == list(MEETINGS)[2:]
    assert (len(relation.silences), relation.silences_found) == (3, 5)
    assert [row.words is None for row in relation.rows] == [True, True, False, False, False]


JULY = "In July three envoys had to pack, as was learned from both capitals."
JULY_TOO = "In July five envoys had to pack, an official of the ministry told reporters."


@pytest.fixture
def torn(summit):
    """The desk of the summit; papers differ in April, later once more, and in July."""
    summit.add(expelled("2021-04-16", TEN, 10, "Ledger"))
    summit.add(expelled("2021-04-17", EIGHT, 8, "Beacon"))
    summit.add(expelled("2021-07-09", JULY, 3, "Ledger", on="2021-07-09"))
    summit.add(expelled("2021-07-11", JULY_TOO, 5, "Beacon", on="2021-07-09"))
    return summit


def disputed(relation):
    return [{version.value for version in dispute.versions} for dispute in relation.disputes]


APRIL, SUMMER = {"10 diplomats", "8 diplomats"}, {"3 diplomats", "5 diplomats"}


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2021, 4, 16), []),
        (date(2021, 4, 17), [APRIL]),
        (date(2021, 7, 10), [APRIL]),
        (date(2021, 7, 11), [SUMMER, APRIL]),
    ],
)
def test_sources_differ_as_far_as_was_known(torn, today, found):
    relation = torn.relation("USA", "RUS", today=today)
    assert (disputed(relation), relation.disputes_found) == (found, len(found))


def test_a_limit_opens_the_latest_difference_with_the_words_of_both_sides(torn):
    relation = torn.relation("USA", "RUS", today=date(2021, 8, 1), limit=1)
    (dispute,) = relation.disputes
    assert {v.witnesses[0].words for v in dispute.versions} == {JULY, JULY_TOO}
    assert relation.disputes_found == 2


def test_sources_that_differ_on_others_are_left_out(torn):
    relation = torn.relation("Germany", "RUS", today=date(2021, 8, 1))
    assert (relation.disputes, relation.disputes_found) == ((), 0)


def test_two_of_one_country_are_no_relation(summit):
    with pytest.raises(DeskError, match="Putin and Lavrov: both stand for RUS"):
        summit.relation("Putin", "Lavrov")
    with pytest.raises(DeskError, match="Lavrov and Russia: both stand for Russia"):
        summit.relation("Lavrov", "Russia")


def test_two_who_have_nothing_to_do_with_each_other_have_an_empty_relation(summit):
    relation = summit.relation("Fiji", "Peru", today=JUNE)
    assert (relation.rows, relation.points, relation.prospects) == ((), (), ())
    assert len(relation.to_pandas()) == 0
