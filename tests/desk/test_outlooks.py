"""What many articles tell of one prospect, and what is left when one of them goes."""

from datetime import date, timedelta

import pytest

from bulletins import SUMMIT, Plan, bulletin
from memcon.desk.checks import problems

PAIR = ("Joe Biden", "Vladimir Putin")


def planned(day: date, words: str, status: str):
    """An article of a day that tells of the summit."""
    return bulletin(day.isoformat(), Plan(words, "summit", PAIR, status, "2021-12-16"))


@pytest.fixture(scope="module")
def long_told(tmp_path_factory):
    """A desk on which a summit is told of by 230 articles, and then called off."""
    from memcon.desk.desk import Desk

    first = date(2021, 5, 1)
    with Desk.create(tmp_path_factory.mktemp("desk") / "long.memcon") as desk:
        for number in range(230):
            day = first + timedelta(number // 2)
            desk.add(planned(day, f"Joe Biden will meet Vladimir Putin, {number}.", "scheduled"))
        desk.add(
            planned(day + timedelta(2), "Biden and Putin called their summit off.", "cancelled")
        )
        yield desk


def test_the_last_word_counts_however_many_there_were(long_told):
    row = long_told.store.query("SELECT status, opened, mentioned FROM outlooks")
    assert row == [("cancelled", "2021-05-01", "2021-08-25")]


def test_its_sources_are_all_counted(long_told):
    ((families,),) = long_told.store.query("SELECT count(DISTINCT family) FROM articles")
    assert long_told.store.query("SELECT sources FROM outlooks") == [(families,)]


@pytest.mark.parametrize("verb", ["reread", "forget"])
def test_a_step_that_this_version_does_not_take_for_one_goes(desk, verb):
    for record in SUMMIT:
        desk.add(record)
    ((article, outlook),) = desk.store.query("SELECT article, outlook FROM steps LIMIT 1")
    desk.store.run(
        "INSERT INTO steps VALUES (?, ?, 'e77', '2021-05-01', 'held', 0, 4)", (outlook, article)
    )
    ((ident,),) = desk.store.query("SELECT article FROM articles WHERE id = ?", (article,))
    getattr(desk, verb)(desk.record(ident) if verb == "reread" else ident)
    assert desk.store.query("SELECT * FROM steps WHERE finding = 'e77'") == []
    assert list(problems(desk.store)) == []
