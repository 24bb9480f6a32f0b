"""memcon happening: sources side by side; split and merged."""

import json

import pytest

from bulletins import SUMMIT
from memcon.desk.desk import Desk


@pytest.fixture
def told(tmp_path):
    """The options that name a desk with two tellings of the talks, and the happening's number."""
    path = tmp_path / "desk.memcon"
    with Desk.create(path) as desk:
        for record in SUMMIT:
            desk.add(record)
        (number,) = desk.store.first("SELECT id FROM happenings WHERE tellings = 2")
    return ("--desk", str(path)), str(number)


def test_its_sources_stand_side_by_side(memcon, told):
    named, number = told
    code, out, err = memcon("happening", number, *named)
    assert (code, err) == (0, "")
    assert f"Happening {number}" in out
    words = " ".join(out.split())
    for told_there in (
        "Northern Courier, 20 May 2021",
        "Daily Beacon, 25 May 2021",
        "“Blinken and Lavrov talked for an hour and three quarters in Reykjavik on Wednesday.”",
        "The first to tell it.",
        "parties +3.0 (Antony Blinken, Sergei Lavrov)",
    ):
        assert told_there in words


def test_it_is_json_csv_and_markdown(memcon, told):
    named, number = told
    answer = json.loads(memcon("happening", number, "--json", *named)[1])
    assert answer["account"]["number"] == int(number)
    assert [one["witness"]["publisher"] for one in answer["testimonies"]] == [
        "Northern Courier",
        "Daily Beacon",
    ]
    assert answer["testimonies"][1]["reasons"]
    table = memcon("happening", number, "--csv", *named)[1].splitlines()
    assert table[0].startswith("happening,article,event,publisher,published")
    assert len(table) == 3
    assert f"# Happening {number}" in memcon("happening", number, "--markdown", *named)[1]


def test_it_is_split_and_merged(memcon, told):
    named, number = told
    article = SUMMIT[2].article.id[:10]
    code, out, _ = memcon("happening", "split", number, article, "e1", *named)
    made = out.split()[1]
    assert (code, out) == (0, f"Happening {made} is parted from happening {number}.\n")
    assert "[1 source]" in memcon("happening", number, *named)[1]
    code, out, _ = memcon("happening", "merge", number, made, *named)
    assert (code, out) == (0, f"Happening {made} is part of happening {number} now.\n")
    shown = memcon("happening", number, *named)[1]
    assert "[2 sources]" in shown
    assert "Ruled by hand." in shown
    assert f"no happening {made}" in memcon("happening", made, *named)[2]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("999",), "there is no happening 999 on the desk"),
        (("first",), "'first' is not a valid integer"),
        (("split", "999", "abcdef"), "there is no happening 999"),
        (("merge", "1", "1"), "is one with itself"),
    ],
)
def test_what_is_not_there_is_told(memcon, told, arguments, reason):
    code, out, err = memcon("happening", *arguments, *told[0])
    assert (code, out) == (2, "")
    assert reason in err
