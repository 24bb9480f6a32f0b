"""What is new since the desk was last looked at."""

from datetime import UTC, datetime, timedelta

import pytest

from bulletins import EIGHT, SUMMIT, TEN, Act, bulletin, expelled


def test_a_desk_that_nobody_looked_at_is_all_new(summit):
    recent = summit.recent()
    assert summit.looked() is None
    assert (recent.since, recent.until, recent.articles) == (0, 5, 5)
    assert [headline.article for headline in recent.headlines] == [
        record.article.id for record in reversed(SUMMIT)
    ]
    assert recent.developments_found == len(recent.developments) == 6


def test_it_stays_new_until_it_is_marked_as_seen(summit):
    assert summit.recent() == summit.recent()
    look = summit.look()
    assert look.until == 5
    assert datetime.now(UTC) - look.at < timedelta(minutes=1)
    assert summit.looked() == look
    assert (summit.recent().articles, summit.recent().rows) == (0, ())


def test_only_what_comes_after_the_look_is_new(desk):
    for record in SUMMIT[:2]:
        desk.add(record)
    desk.look()
    desk.add(SUMMIT[2])
    recent = desk.recent()
    assert recent.articles == 1
    assert [turn.status for turn in recent.turns] == ["scheduled"]
    assert recent.developments == ()  # the meeting was told of before
    desk.add(SUMMIT[3])
    assert {one.account.happening.type for one in desk.recent().developments} == {
        "CONSULT",
        "AGREE",
    }


def test_what_came_while_somebody_looked_stays_new(desk):
    for record in SUMMIT[:2]:
        desk.add(record)
    shown = desk.recent()
    desk.add(SUMMIT[2])
    desk.look(shown.until)
    assert desk.recent().articles == 1


@pytest.mark.parametrize(("until", "seen"), [(99, 5), (-3, 0), (2, 2)])
def test_a_look_reaches_no_further_than_the_desk(summit, until, seen):
    assert summit.look(until).until == seen


def test_what_was_seen_stays_seen(summit):
    summit.look()
    assert summit.look(2).until == 5


def test_an_article_that_gets_the_number_of_one_that_is_gone_is_new(summit):
    summit.look()
    summit.forget(SUMMIT[4].article.id)
    summit.add(SUMMIT[4])
    assert summit.recent().articles == 1


def test_where_sources_come_to_differ_is_new(desk):
    desk.add(expelled("2021-04-16", TEN, 10, "Ledger"))
    desk.look()
    desk.add(expelled("2021-04-17", EIGHT, 8, "Beacon"))
    recent = desk.recent()
    assert [dispute.kind for dispute in recent.disputes] == ["number"]
    assert {row.kind for row in recent.rows} == {"article", "discrepancy"}


def test_a_limit_holds_for_each_kind(summit):
    recent = summit.recent(limit=1)
    assert (len(recent.headlines), len(recent.developments), len(recent.turns)) == (1, 1, 1)
    assert (recent.developments_found, recent.turns_found) == (6, 3)
    assert recent.left == 4 + 5 + 2


def test_of_very_many_the_last_are_looked_through(summit, monkeypatch):
    monkeypatch.setattr("memcon.desk.arrivals._MOST", 1)
    recent = summit.recent(0)
    assert (recent.articles, recent.looked_from, len(recent.headlines)) == (5, 4, 1)
    assert recent.developments_found == 2


def test_another_article_may_be_asked_from(summit):
    summit.look()
    assert summit.recent(3).articles == 2
    assert summit.recent(700).rows == ()


def test_copies_are_one_headline(desk):
    words = " ".join(f"Word{number} of the long report on the talks" for number in range(40))
    for publisher in ("Ledger", "Beacon"):
        told = Act(f"{words}, {publisher}.", "CONSULT", ("Germany", "Russia"))
        desk.add(bulletin("2021-05-20", told, publisher=publisher))
    recent = desk.recent()
    assert [headline.copies for headline in recent.headlines] == [1]
    assert recent.left == 0
