"""Arcs: in which order names stand."""

from itertools import combinations

from memcon.web.arcs import Arc, in_line


def arcs(**met: int) -> list[Arc]:
    """arcs(ab=3): a and b met three times."""
    return [Arc(*pair, meetings, "", "/") for pair, meetings in met.items()]


def test_those_who_met_most_often_stand_side_by_side():
    line = in_line(arcs(ab=9, bc=1, cd=9, da=1))
    assert abs(line.index("a") - line.index("b")) == 1
    assert abs(line.index("c") - line.index("d")) == 1


def test_whom_all_met_stands_in_their_middle():
    assert in_line(arcs(xa=5, xb=5, xc=5, xd=5)).index("x") == 2


def test_those_who_met_nobody_of_the_others_do_not_stand_between_them():
    line = in_line(arcs(ab=1, bc=1, ca=1, xy=7, yz=7, zx=7))
    assert {"".join(sorted(line[:3])), "".join(sorted(line[3:]))} == {"abc", "xyz"}


def test_each_stands_there_once_and_always_at_the_same_place():
    met = arcs(**{f"{a}{b}": ord(a) * ord(b) % 7 + 1 for a, b in combinations("stuvwxyz", 2)})
    assert sorted(in_line(met)) == list("stuvwxyz")
    assert in_line(met) == in_line(met)


def test_where_nobody_met_nobody_stands():
    assert in_line([]) == ()
