"""Who met whom, as rows."""

from datetime import date

from memcon.story.networks import Edge, Network, Node


def test_a_row_names_both_ends_of_an_edge():
    nodes = (
        Node("person:sergei lavrov", "Sergei Lavrov", "person", "RUS", 2),
        Node("person:antony blinken", "Antony Blinken", "person", "USA", 2),
    )
    edge = Edge(nodes[1].key, nodes[0].key, 2, date(2021, 5, 19), (8, 3))
    network = Network("actor", None, None, None, nodes, (edge,), 5)
    (row,) = network.rows
    assert (row.a_name, row.b_name, row.meetings) == ("Antony Blinken", "Sergei Lavrov", 2)
    assert network.left == 4
