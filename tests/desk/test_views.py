"""The views for whoever asks in SQL: each is documented, and any SQLite can read it."""

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bulletins import EIGHT, SUMMIT, TEN, Say, bulletin, expelled
from memcon.desk.desk import Desk
from memcon.story.corrections import Coding, Signature, retyped

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "desk.md"
DOCUMENTED = dict(
    re.findall(r"^## (view_\w+)\n(.*?)(?=^## |\Z)", REFERENCE.read_text("utf-8"), re.M | re.S)
)


@pytest.fixture
def plain(path):
    """The file of a desk that has something for every view, opened by Python's own SQLite."""
    said = Say("Peskov said that much was open.", "Dmitry Peskov", "said")
    torn = (expelled("2021-04-16", TEN, 10, "Ledger"), expelled("2021-04-17", EIGHT, 8, "Beacon"))
    with Desk.create(path) as desk:
        for record in (*SUMMIT, *torn, bulletin(None, said)):
            desk.add(record)
        signed = Signature("Ada", datetime(2021, 6, 1, 12, tzinfo=UTC))
        desk.correct(retyped(SUMMIT[0], "e1", Coding("ACCUSE", "allege"), signed))
        desk.merge(*told_by(desk, SUMMIT[4].article.id), "Ben")
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def told_by(desk, article):
    """The happenings of which an article tells."""
    rows = desk.store.query("SELECT happening FROM view_events WHERE article = ?", (article,))
    return [number for (number,) in rows]


def views(connection):
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    return [name for (name,) in rows]


def test_every_view_is_documented_and_nothing_else(plain):
    assert views(plain) == sorted(DOCUMENTED)


@pytest.mark.parametrize("view", sorted(DOCUMENTED))
def test_a_view_has_the_columns_that_are_documented_and_rows(plain, view):
    found = plain.execute(f"SELECT * FROM {view}")
    columns = [column[0] for column in found.description]
    assert columns == re.findall(r"^\| `(\w+)` \|", DOCUMENTED[view], re.M)
    assert found.fetchone() is not None


def test_a_happening_names_its_parties_in_their_order(plain):
    rows = plain.execute(
        "SELECT source, target, sources FROM view_happenings WHERE type = 'CONSULT'"
        " ORDER BY first_day"
    )
    assert rows.fetchall() == [
        ("Antony Blinken; Sergei Lavrov", None, 2),
        ("Joe Biden; Vladimir Putin", None, 1),
    ]


def test_a_dyad_has_its_direction(plain):
    rows = plain.execute(
        "SELECT source, target, is_mutual FROM view_dyads WHERE type IN ('ACCUSE', 'AGREE')"
        " ORDER BY type"
    )
    assert rows.fetchall() == [("RUS", "USA", 0), ("RUS", "USA", 1)]


def test_a_discrepancy_has_a_row_for_each_event_of_each_side(plain):
    rows = plain.execute("SELECT value, publisher FROM view_discrepancies ORDER BY value")
    assert rows.fetchall() == [("10 diplomats", "Ledger"), ("8 diplomats", "Beacon")]


def test_what_has_no_day_is_null(plain):
    rows = plain.execute("SELECT speaker, day FROM view_statements")
    assert rows.fetchall() == [("person:dmitry peskov", None)]


def test_the_history_of_a_prospect_can_be_selected(plain):
    rows = plain.execute(
        "SELECT s.status FROM view_prospects p JOIN view_steps s USING (prospect)"
        " WHERE p.participants = 'Joe Biden; Vladimir Putin' ORDER BY s.day"
    )
    statuses = dict.fromkeys(status for (status,) in rows.fetchall())
    assert list(statuses) == ["floated", "scheduled", "held"]


def test_what_was_set_right_and_what_was_ruled_stand_in_one_list(plain):
    rows = plain.execute(
        "SELECT kind, correction, was, became, other_article IS NULL, who FROM view_corrections"
    )
    assert rows.fetchall() == [
        ("type", 1, "ACCUSE", "ACCUSE allege", 1, "Ada"),
        ("merge", None, None, None, 0, "Ben"),
    ]
