"""memcon correct: what was read is set right, listed and taken back; who says so is noted."""

import json

import pytest

from bulletins import SUMMIT, Say, bulletin
from memcon.desk.desk import Desk

SAID = bulletin(
    "2021-05-22",
    Say("Peskov said that much was open.", "Dmitry Peskov", "said"),
    Say("Blinken said that he had been clear.", "Antony Blinken", "said"),
)
ACCUSED = SUMMIT[0].article.id[:12]
SPOKEN = SAID.article.id[:12]


@pytest.fixture
def set_right(memcon, tmp_path):
    """set_right(arguments…) of a desk with an accusation and two statements."""
    path = tmp_path / "desk.memcon"
    with Desk.create(path) as desk:
        for record in (*SUMMIT, SAID):
            desk.add(record)

    def call(*arguments, command="correct"):
        return memcon(command, *arguments, "--desk", str(path))

    return call


def test_a_type_is_set_right_and_taken_back(set_right):
    code, out, err = set_right(ACCUSED, "e1", "--type", "threaten", "--mode", "relations")
    assert (code, err) == (0, "")
    assert out == (
        f"Correction 1: e1 of article {ACCUSED} was ACCUSE and is THREATEN relations now.\n"
    )
    assert "THREATEN relations" in set_right("1", command="happening")[1]
    code, out, _ = set_right("undo", "1")
    assert (code, out) == (0, f"Took back correction 1 of article {ACCUSED}.\n")
    assert "THREATEN" not in set_right("1", command="happening")[1]


def test_a_speaker_is_set_right(set_right):
    code, out, _ = set_right(SPOKEN, "s1", "--speaker", "Blinken")
    assert code == 0
    assert out.endswith("was Dmitry Peskov and is Antony Blinken now.\n")


def test_what_is_no_event_is_said_so(set_right):
    code, out, _ = set_right(ACCUSED, "e1", "--not-event")
    assert code == 0
    assert out.endswith("was ACCUSE and is no event now.\n")


def test_the_list_has_all_with_who_and_why(set_right):
    note = "a reproach,\nno threat"
    set_right(ACCUSED, "e1", "--type", "REJECT", "--who", "  Ada  ", "--note", note)
    set_right(SPOKEN, "s2", "--speaker", "Peskov", "--who", "Ben")
    set_right("merge", "1", "3", "--who", "Cem", command="happening")
    code, out, err = set_right("list")
    assert (code, err) == (0, "")
    words = " ".join(out.replace("\xa0", " ").split())
    assert "2 corrections, 1 ruling." in words
    for told in (
        "was ACCUSE, is REJECT (a reproach, no threat) [Ada, ",
        "was said by Antony Blinken, is by Dmitry Peskov [Ben, ",
        "one happening [Cem, ",
        "[#2]",
    ):
        assert told in words
    assert "is by Dmitry Peskov" not in set_right("list", ACCUSED)[1]
    answer = json.loads(set_right("list", "--json")[1])
    assert [one["number"] for one in answer["amendments"]] == [1, 2]
    assert answer["amendments"][0]["correction"]["signed"]["note"] == note
    assert answer["judgements"][0]["who"] == "Cem"
    assert set_right("list", "--csv")[1].startswith("kind,number,article,")
    assert "# Corrections" in set_right("list", "--markdown")[1]


def test_nothing_set_right_is_told(set_right):
    out = set_right("list")[1]
    assert "0 corrections, 0 rulings." in out
    assert "None: memcon correct ARTICLE FINDING …" in out


def test_who_is_the_login_name_if_nobody_is_named(set_right, monkeypatch):
    monkeypatch.setenv("LOGNAME", "dee")
    set_right(ACCUSED, "e1", "--type", "REJECT")
    set_right(SPOKEN, "s1", "--speaker", "Blinken", "--who", " ")
    set_right("merge", "1", "3", command="happening")
    rows = set_right("list", "--csv")[1].splitlines()[1:]
    assert [row.split(",")[-3] for row in rows] == ["dee", "dee", "dee"]


def test_where_nobody_is_logged_in_it_is_unknown_who(set_right, monkeypatch):
    def nobody():
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    set_right(ACCUSED, "e1", "--not-event")
    assert set_right("list", "--csv")[1].splitlines()[1].split(",")[-3] == "unknown"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((ACCUSED, "e1"), "Give one of --type, --speaker and --not-event."),
        ((ACCUSED, "e1", "--type", "AID", "--not-event"), "Give one of"),
        ((ACCUSED, "e1", "--not-event", "--mode", "meet"), "--mode goes with --type"),
        ((ACCUSED, "e1", "--type", "AID", "--mode", "meet"), "AID has no mode 'meet'"),
        ((ACCUSED, "e9", "--not-event"), "no finding e9"),
        ((ACCUSED, "e1", "--type", "ACCUSE"), "e1 is ACCUSE already"),
        ((SPOKEN, "s1", "--speaker", "Peskov"), "s1 is Dmitry Peskov's already"),
        ((SPOKEN, "s1", "--speaker", "Zorro"), "names nobody so; it names Dmitry Peskov"),
        (("ffffffff", "e1", "--not-event"), "no article on the desk"),
        (("undo", "7"), "there is no correction 7"),
    ],
)
def test_what_cannot_be_set_right_is_told(set_right, arguments, reason):
    code, out, err = set_right(*arguments)
    assert (code, out) == (2, "")
    assert reason in err
    assert "0 corrections" in set_right("list")[1]
