"""`memcon timeline`: happenings by date."""

import csv
import io

import pytest


def days(out):
    return [row["first"] for row in csv.DictReader(io.StringIO(out))]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("NATO",), ["2021-06-21"]),
        (("Lavrov", "Blinken"), ["2021-05-19"]),
        (("--type", "agree"), ["2021-06-16"]),
        (("--type", "AGREE", "--type", "ACCUSE"), ["2021-04-14", "2021-06-16"]),
        (("--status", "planned"), ["2021-07-01"]),
        (("--since", "2021-06-17", "--until", "2021-06"), ["2021-06-21"]),
    ],
)
def test_a_timeline_is_of_parties_types_statuses_and_days(ask, arguments, found):
    code, out, err = ask("timeline", *arguments, "--csv")
    assert (code, err, days(out)) == (0, "", found)


def test_rows_left_out_are_told_beside_them(ask):
    _, out, err = ask("timeline", "--limit", "2", "--csv")
    assert days(out) == ["2021-06-21", "2021-07-01"]
    assert err == "memcon: 4 more; --limit 0 shows all\n"


def test_each_line_has_its_note(ask):
    _, out, _ = ask("timeline", "NATO")
    assert "• NATO asked Russia [1 source] [#5]" in out.replace("\xa0", " ")
    assert "[1] Daily Beacon, 21 June 2021: “NATO asked Russia to pull its troops" in out
