"""`memcon prospects`: what lies ahead, and what came of it."""

import csv
import io

import pytest


@pytest.mark.parametrize(
    ("arguments", "stages"),
    [
        (("--as-of", "2021-06-30"), ["floated", "scheduled", "held"]),
        (("--as-of", "2021-06-30", "--settled"), ["floated", "scheduled", "held"]),
        (("--as-of", "2021-06-30", "--open", "--overdue"), []),
        (("--as-of", "2021-06-01", "--open", "Putin", "USA"), ["floated", "scheduled"]),
        (("--as-of", "2021-04", "--dormant", "--open"), ["floated"]),
        (("--as-of", "2021-04", "NATO"), []),
    ],
)
def test_a_history_goes_as_far_as_the_day_asked_for(ask, arguments, stages):
    code, out, err = ask("prospects", *arguments, "--csv")
    assert (code, err) == (0, "")
    assert [row["status"] for row in csv.DictReader(io.StringIO(out))] == stages


def test_a_prospect_is_told_with_its_sources(ask):
    _, out, _ = ask("prospects", "--as-of", "2021-06-01")
    assert "Prospects\n1 prospect as of 1 June 2021.\n" in out
    assert "• 25 May 2021: scheduled [1 source] [2]" in out.replace("\xa0", " ")
    assert "[2] Daily Beacon, 25 May 2021: “The White House announced" in out
