"""Where sources differ."""

import pytest

from bulletins import EIGHT, TEN, expelled
from memcon.desk.desk import Desk
from visits import visiting


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """A desk on which two papers count differently."""
    path = tmp_path_factory.mktemp("discrepancies") / "desk.memcon"
    with Desk.create(path) as desk:
        desk.add(expelled("2021-04-16", TEN, 10, "Ledger"))
        desk.add(expelled("2021-04-17", EIGHT, 8, "Beacon"))
    with visiting(path) as client:
        yield client


def test_both_versions_stand_with_their_words(client):
    page = client.get("/discrepancies").text
    assert "Sources differ once" in page
    assert "how many?" in page
    for words in ("10 diplomats", "8 diplomats", "Ledger", "Beacon", 'href="/happening/1"'):
        assert words in page, words


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("party=RUS&party=USA", 1),
        ("party=DEU", 0),
        ("kind=number", 1),
        ("kind=date", 0),
        ("since=2021-05", 0),
        ("until=2021-05", 1),
    ],
)
def test_parties_kinds_and_days_narrow_it(client, asked, found):
    assert client.get(f"/discrepancies.json?{asked}").json()["found"] == found


def test_nothing_is_told_as_nothing(client):
    assert "No two sources differ." in client.get("/discrepancies?kind=date").text
    assert client.get("/discrepancies?kind=taste").status_code == 400
