"""`memcon relation`: two parties in, their brief out."""

import csv
import io
import json

import pytest

AS_OF = ("--as-of", "2021-06-30")


def test_two_parties_are_briefed(ask):
    code, out, err = ask("relation", "USA", "Russia", *AS_OF)
    assert (code, err) == (0, "")
    assert out.startswith("United States and Russia\n4 happenings, 14 April 2021 to 16 June 2021,")
    ahead = out[out.index("WHAT LIES AHEAD") : out.index("LATEST")]
    told = [line.rsplit("[", 2)[0].strip("• ") for line in ahead.splitlines() if line[:1] == "•"]
    assert told == ["14 April 2021: floated", "25 May 2021: scheduled", "16 June 2021: held"]


def test_a_limit_says_what_it_leaves_out(ask):
    _, out, _ = ask("relation", "USA", "RUS", *AS_OF, "--limit", "1")
    assert "3 earlier; --limit 0 shows all." in out
    assert "--limit 0" not in ask("relation", "USA", "RUS", *AS_OF, "--limit", "0")[1]


@pytest.mark.parametrize(
    ("grain", "head"), [("day", "Day"), ("week", "Week of"), ("month", "Month")]
)
def test_the_series_is_by_day_week_or_month(ask, grain, head):
    _, out, _ = ask("relation", "USA", "RUS", *AS_OF, "--by", grain)
    assert f"\n{head} " in out


def test_json_is_the_whole_answer(ask):
    code, out, _ = ask("relation", "USA", "RUS", *AS_OF, "--json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["a"]["code"], answer["b"]["code"], answer["today"]) == (
        "USA",
        "RUS",
        "2021-06-30",
    )
    point = answer["points"][1]
    assert {str(number) for number in point["happenings"]} <= set(answer["accounts"])
    witnesses = answer["accounts"][str(point["happenings"][0])]["witnesses"]
    assert [w["publisher"] for w in witnesses] == ["Northern Courier", "Daily Beacon"]


def test_csv_has_a_row_for_each_happening(ask):
    _, out, _ = ask("relation", "USA", "RUS", *AS_OF, "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["day"], row["type"], row["source"]) for row in rows] == [
        ("2021-04-14", "ACCUSE", "Russia"),
        ("2021-05-19", "CONSULT", "United States"),
        ("2021-06-16", "CONSULT", "United States"),
        ("2021-06-16", "AGREE", "United States"),
    ]


def test_markdown_has_footnotes(ask):
    _, out, _ = ask("relation", "USA", "RUS", *AS_OF, "--markdown")
    assert out.startswith("# United States and Russia\n")
    assert "- 14 April 2021: floated *(1 source)*[^1]" in out
    assert "[^1]: Potomac Ledger, 14 April 2021: “Biden offered Putin a summit" in out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("Nobody", "USA"), "Nobody: nobody on the desk is called so"),
        (("Putin", "Lavrov"), "Putin and Lavrov: both stand for RUS; name two that differ"),
        (("USA", "Russia", "--since", "soon"), "'soon' is no day"),
    ],
)
def test_what_cannot_be_answered_is_one_line(ask, arguments, line):
    code, out, err = ask("relation", *arguments)
    assert (code, out) == (2, "")
    assert line in err
