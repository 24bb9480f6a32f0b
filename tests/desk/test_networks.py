"""Who met whom."""

from datetime import date

import pytest

from bulletins import Act, bulletin
from memcon.errors import DeskError


def met(network):
    return {frozenset((row.a_name, row.b_name)): row.meetings for row in network.rows}


def test_who_met_whom_by_name(summit):
    network = summit.network()
    assert met(network) == {
        frozenset({"Joe Biden", "Vladimir Putin"}): 1,
        frozenset({"Antony Blinken", "Sergei Lavrov"}): 1,
    }
    assert {node.kind for node in network.nodes} == {"person"}


def test_by_state_all_who_stand_for_it_are_one(summit):
    network = summit.network(grain="state")
    (edge,) = network.edges
    assert (edge.a, edge.b, edge.meetings, edge.last) == ("RUS", "USA", 2, date(2021, 6, 16))
    assert {(node.key, node.name, node.kind, node.country) for node in network.nodes} == {
        ("RUS", "Russia", "state", "RUS"),
        ("USA", "United States", "state", "USA"),
    }
    days = [summit.happening(number).account.happening.first for number in edge.latest]
    assert days == [date(2021, 6, 16), date(2021, 5, 19)]


@pytest.mark.parametrize(
    ("of", "grain", "pairs"),
    [
        ("Lavrov", "actor", 1),
        ("Lavrov", "state", 1),
        ("Russia", "actor", 2),
        ("Russia", "state", 1),
        ("Germany", "actor", 0),
        ("NATO", "state", 0),
    ],
)
def test_whom_a_party_met(summit, of, grain, pairs):
    network = summit.network(of, grain)
    assert (len(network.edges), network.found) == (pairs, pairs)
    assert network.of is not None


def test_a_person_in_states_counts_only_what_that_person_did(summit):
    (edge,) = summit.network("Lavrov", "state").edges
    assert edge.meetings == 1


def test_what_did_not_take_place_is_no_meeting(desk):
    told = Act("They will meet.", "CONSULT", ("Joe Biden", "Vladimir Putin"), status="planned")
    desk.add(bulletin("2021-06-01", told))
    assert desk.network().edges == ()


def test_those_on_one_side_meet_only_where_all_do(desk):
    guests = Act("Two called on one.", "CONSULT", ("Joe Biden", "Germany"), ("Russia",))
    desk.add(bulletin("2021-06-01", guests))
    assert set(met(desk.network())) == {
        frozenset({"Joe Biden", "Russia"}),
        frozenset({"Germany", "Russia"}),
    }
    desk.add(bulletin("2022-06-05", Act("All met.", "CONSULT", ("NATO", "Germany", "Russia"))))
    assert len(desk.network(since=date(2022, 1, 1)).edges) == 3


def test_nodes_count_the_meetings_of_their_edges(desk):
    for day in ("2021-06-01", "2021-08-05"):
        desk.add(bulletin(day, Act(f"Met {day}.", "CONSULT", ("Germany", "Russia"), day=day)))
    desk.add(bulletin("2021-09-09", Act("Others met.", "CONSULT", ("Germany", "NATO"))))
    network = desk.network()
    assert {node.name: node.meetings for node in network.nodes} == {
        "Germany": 3,
        "Russia": 2,
        "NATO": 1,
    }
    assert network.nodes[0].name == "Germany"
    first = desk.network(limit=1)
    assert ({node.name for node in first.nodes}, first.left) == ({"Germany", "Russia"}, 1)


def test_whom_it_is_about_must_be_known(summit):
    with pytest.raises(DeskError):
        summit.network("Nobody Knows")
