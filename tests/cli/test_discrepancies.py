"""`memcon discrepancies`: where sources differ."""

import csv
import io
import os

import pytest

from bulletins import EIGHT, TEN, expelled
from memcon.desk.desk import Desk


@pytest.fixture
def torn(ask):
    """`ask` of a desk where two papers count differently."""
    with Desk(os.environ["MEMCON_DESK"]) as desk:
        desk.add(expelled("2021-04-16", TEN, 10, "Ledger"))
        desk.add(expelled("2021-04-17", EIGHT, 8, "Beacon"))
    return ask


def test_both_sides_are_told_in_their_words(torn):
    code, out, err = torn("discrepancies", "USA", "Russia")
    assert (code, err) == (0, "")
    assert "Discrepancies: United States, Russia\n1 found.\n" in out
    assert "Russia took measures against United States: how many?" in out
    assert "• 10 diplomats: “Russia is expelling ten diplomats" in out
    assert "• 8 diplomats: “Moscow gave eight diplomats" in out


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--kind", "number"), 2),
        (("--kind", "date", "--kind", "place"), 0),
        (("Lavrov",), 0),
        (("--until", "2021-04"), 2),
        (("--since", "2021-05"), 0),
    ],
)
def test_they_are_narrowed(torn, arguments, found):
    _, out, _ = torn("discrepancies", *arguments, "--csv")
    assert len(list(csv.DictReader(io.StringIO(out)))) == found


def test_where_none_differ_that_is_told(ask):
    code, out, _ = ask("discrepancies")
    assert code == 0
    assert "No two sources differ." in out
