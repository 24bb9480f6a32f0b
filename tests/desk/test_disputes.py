"""Where the sources of a happening differ, and what either side says."""

from datetime import date

import pytest

from bulletins import EIGHT, TEN, expelled
from memcon.errors import DeskError

ALSO_TEN = "Ten American diplomats were told by Russia on Friday that they must go home."


@pytest.fixture
def torn(summit):
    """The desk of the summit, where two papers count ten diplomats and one eight."""
    summit.add(expelled("2021-04-16", TEN, 10, "Ledger"))
    summit.add(expelled("2021-04-17", ALSO_TEN, 10, "Courier"))
    summit.add(expelled("2021-04-17", EIGHT, 8, "Beacon"))
    return summit


def test_each_side_has_its_sources_and_its_words(torn):
    found = torn.discrepancies()
    (dispute,) = found.disputes
    assert (dispute.kind, dispute.account.happening.type) == ("number", "SANCTION")
    assert [(version.value, version.sources) for version in dispute.versions] == [
        ("10 diplomats", 2),
        ("8 diplomats", 1),
    ]
    ten, eight = dispute.versions
    assert [(w.publisher, w.words) for w in ten.witnesses] == [
        ("Ledger", TEN),
        ("Courier", ALSO_TEN),
    ]
    assert [(w.publisher, w.words) for w in eight.witnesses] == [("Beacon", EIGHT)]


def test_rows_have_a_line_for_each_version(torn):
    rows = torn.discrepancies().rows
    assert [(row.kind, row.value, row.publisher, row.sources) for row in rows] == [
        ("number", "10 diplomats", "Ledger", 2),
        ("number", "8 diplomats", "Beacon", 1),
    ]
    assert {(row.source, row.target, row.first) for row in rows} == {
        ("Russia", "United States", date(2021, 4, 16))
    }


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"parties": ("USA",)}, 1),
        ({"parties": ("USA", "Russia")}, 1),
        ({"parties": ("USA", "Germany")}, 0),
        ({"parties": ("Lavrov",)}, 0),
        ({"kinds": ("number", "date")}, 1),
        ({"kinds": ("place",)}, 0),
        ({"since": date(2021, 4, 16), "until": date(2021, 4, 16)}, 1),
        ({"since": date(2021, 4, 17)}, 0),
        ({"until": date(2021, 4, 15)}, 0),
    ],
)
def test_parties_kinds_and_days_narrow_them(torn, asked, found):
    assert torn.discrepancies(**asked).found == found


def test_a_limit_shows_the_latest(torn):
    for number, publisher in ((3, "Ledger"), (5, "Beacon")):
        words = f"In July {number} envoys had to pack, as {publisher} learned from both capitals."
        torn.add(expelled("2021-07-10", words, number, publisher, on="2021-07-09"))
    found = torn.discrepancies(limit=1)
    assert [str(d.account.happening.period.first) for d in found.disputes] == ["2021-07-09"]
    assert (found.found, found.left) == (2, 1)


def test_without_a_difference_there_is_none(summit):
    found = summit.discrepancies()
    assert (found.disputes, found.rows, found.found) == ((), (), 0)


def test_who_is_not_on_the_desk_is_refused(torn):
    with pytest.raises(DeskError, match="nobody on the desk"):
        torn.discrepancies(("Metternich",))
