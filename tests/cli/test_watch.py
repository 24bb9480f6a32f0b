"""`memcon watch`: questions saved, and what is new."""

import csv
import io
import os

import pytest

from bulletins import Act, bulletin
from memcon.desk.desk import Desk


@pytest.fixture
def watched(ask):
    """`ask` of a desk on which two things are watched, one of which has news."""
    assert ask("watch", "add", "pact", "relation", "USA", "RUS") == (
        0,
        "",
        "saved pact: relation USA RUS\n",
    )
    assert ask("watch", "add", "cranes", "search", "dock cranes") == (
        0,
        "",
        'saved cranes: search "dock cranes"\n',
    )
    act = Act(
        "Putin threatened Biden with a counterblow.",
        "THREATEN",
        ("Vladimir Putin",),
        ("Joe Biden",),
    )
    with Desk(os.environ["MEMCON_DESK"]) as desk:
        desk.add(bulletin("2021-07-01", act))
    return ask


def names(out):
    return [
        (row["name"], row["question"], row["waiting"]) for row in csv.DictReader(io.StringIO(out))
    ]


def test_news_is_told_once(watched):
    code, out, err = watched("watch")
    assert (code, err) == (0, "")
    assert "pact: relation USA RUS ─" in out
    assert "Vladimir Putin threatened Joe Biden" in out
    assert 'cranes: search "dock cranes" ─' in out
    assert "Nothing in 1 new article." in out
    _, out, _ = watched("watch")
    assert out.count("No new article.") == 2


def test_keep_leaves_it_new(watched):
    kept = watched("watch", "--keep")
    assert watched("watch", "news", "--keep") == kept
    assert "threatened" in kept[1]


def test_one_watch_is_looked_at_by_its_name(watched):
    _, out, _ = watched("watch", "pact", "--csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["watch"], row["kind"], row["day"]) == ("pact", "happening", "2021-07-01")
    _, out, _ = watched("watch", "list", "--csv")
    assert names(out) == [
        ("pact", "relation USA RUS", "0"),
        ("cranes", 'search "dock cranes"', "1"),
    ]


def test_a_watch_is_removed(watched):
    assert watched("watch", "remove", "pact") == (0, "", "removed pact\n")
    _, out, _ = watched("watch", "list", "--csv")
    assert [name for name, *_ in names(out)] == ["cranes"]
    assert watched("watch", "remove", "pact") == (
        2,
        "",
        "memcon: pact: there is no such watch; there are cranes\n",
    )


def test_without_a_watch_that_is_told(ask):
    _, out, _ = ask("watch")
    assert "Nothing is watched: memcon watch add NAME …" in out
    _, out, _ = ask("watch", "list")
    assert "None: memcon watch add NAME …" in out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("list", "timeline"), "'list' is a command"),
        (("x", "weather"), "'weather' cannot be watched"),
        (("x", "relation", "USA"), "relation: name two parties"),
        (("x", "search", "*"), "search: give a word"),
    ],
)
def test_what_cannot_be_watched_is_refused(ask, arguments, reason):
    code, out, err = ask("watch", "add", *arguments)
    assert (code, out) == (2, "")
    assert reason in err


def test_help_is_the_groups(ask):
    code, out, _ = ask("watch", "--help")
    assert code == 0
    assert "memcon watch [OPTIONS] COMMAND" in out
