"""Saved questions, and what is new since they were last looked at."""

import pytest

from bulletins import EIGHT, SUMMIT, TEN, Act, Plan, View, bulletin, expelled
from memcon.errors import DeskError

SUMMITRY = ("relation", "USA", "RUS")


@pytest.fixture
def watched(desk):
    """A desk with the first three articles of the summit, on which the two states are watched."""
    for record in SUMMIT[:3]:
        desk.add(record)
    desk.watch("summitry", SUMMITRY)
    return desk


def update(desk, *names):
    (found,) = desk.news(names).updates
    return found


def test_what_was_there_is_no_news(watched):
    found = update(watched)
    assert (found.watch, found.question, found.articles) == ("summitry", SUMMITRY, 0)
    assert (found.found, found.problem, watched.news().rows) == (0, None, ())


def test_new_happenings_and_turns_of_prospects_are_news(watched):
    watched.add(SUMMIT[3])
    found = update(watched)
    assert [(t.account.happening.type, t.is_new) for t in found.developments] == [
        ("AGREE", True),
        ("CONSULT", True),
    ]
    (turn,) = found.turns
    assert (turn.what, turn.before, turn.status) == ("summit", "scheduled", "held")
    assert (found.articles, found.found, found.shown) == (1, 3, 3)


def test_a_known_happening_is_told_again_in_the_new_words_alone(watched):
    words = "In Iceland Blinken sat with Lavrov for 105 minutes on May 19, aides recalled."
    met = Act(words, "CONSULT", ("Antony Blinken", "Sergei Lavrov"), day="2021-05-19", mode="meet")
    watched.add(bulletin("2021-05-26", met, publisher="Late"))
    (development,) = update(watched).developments
    assert (development.is_new, development.account.happening.sources) == (False, 3)
    assert [witness.words for witness in development.account.witnesses] == [words]


def test_an_old_status_that_comes_late_is_no_turn(watched):
    late = Plan(
        "In April Biden had offered Putin a summit, as the Late remembers from its own notes.",
        "summit",
        ("Joe Biden", "Vladimir Putin"),
        "floated",
    )
    watched.add(bulletin("2021-04-20", late, publisher="Late"))
    assert update(watched).turns == ()


def test_what_was_looked_at_is_no_longer_new(watched):
    watched.add(SUMMIT[3])
    news = watched.news()
    assert watched.news() == news
    watched.add(SUMMIT[4])
    watched.mark_seen(news)
    found = update(watched)
    assert (found.articles, found.developments) == (1, ())
    assert [one.waiting for one in watched.watches().watches] == [1]


def test_what_a_limit_leaves_out_stays_new(watched):
    watched.add(SUMMIT[3])
    some = watched.news(limit=1)
    assert some.left
    watched.mark_seen(some)
    assert update(watched).found == some.updates[0].found
    watched.mark_seen(watched.news(limit=2))
    assert update(watched).found == 0


def test_a_discrepancy_is_news_when_the_second_side_speaks(watched):
    watched.watch("torn", ("discrepancies", "USA"))
    watched.add(expelled("2021-04-16", TEN, 10, "Ledger"))
    assert update(watched, "torn").disputes == ()
    watched.mark_seen(watched.news())
    watched.add(expelled("2021-04-17", EIGHT, 8, "Beacon"))
    (dispute,) = update(watched, "torn").disputes
    assert {version.value for version in dispute.versions} == {"10 diplomats", "8 diplomats"}
    watched.mark_seen(watched.news())
    more = "Eight Americans are to leave, said the ministry in Moscow, which named no names."
    watched.add(expelled("2021-04-17", more, 8, "Late"))
    assert update(watched, "torn").disputes == ()


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        (("timeline",), ["happening", "happening"]),
        (("timeline", "Putin"), ["happening", "happening"]),
        (("timeline", "Germany", "Russia"), []),
        (("actor", "Lavrov"), ["position"]),
        (("actor", "USA"), ["happening", "happening", "status"]),
        (("positions", "sanctions"), ["position"]),
        (("prospects",), ["status"]),
        (("prospects", "Biden", "RUS"), ["status"]),
        (("prospects", "Germany"), []),
        (("search", "villa lake"), ["article"]),
        (("search", '"lake villa"'), []),
        (("discrepancies",), []),
    ],
)
def test_each_question_has_its_kinds_of_news(watched, question, kinds):
    watched.add(bulletin("2021-05-26", View("Germany waits.", "Germany", "open", "talks")))
    watched.watch("asked", question)
    watched.add(SUMMIT[3])
    assert [row.kind for row in watched.news(("asked",)).rows] == kinds


def test_a_limit_leaves_some_of_each_kind(watched):
    watched.add(SUMMIT[3])
    news = watched.news(limit=1)
    (found,) = news.updates
    assert (len(found.developments), len(found.turns), news.left) == (1, 1, 1)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ((), "cannot be watched"),
        (("weather",), "cannot be watched"),
        (("relation", "USA"), "two parties"),
        (("relation", "USA", "Biden"), "two parties"),
        (("actor",), "one actor"),
        (("positions",), "name an issue"),
        (("search", "*"), "a word to look for"),
        (("timeline", "Metternich"), "nobody on the desk"),
    ],
)
def test_what_cannot_be_asked_cannot_be_watched(watched, question, reason):
    with pytest.raises(DeskError, match=reason):
        watched.watch("asked", question)
    assert [one.name for one in watched.watches().watches] == ["summitry"]


def test_names_are_unique_and_can_be_given_anew(watched):
    with pytest.raises(DeskError, match="such a watch already"):
        watched.watch("summitry", ("timeline",))
    watched.unwatch("summitry")
    watched.watch("summitry", ("timeline",))
    assert [row.question for row in watched.watches().rows] == ["timeline"]


@pytest.mark.parametrize("name", ["", " ", "--keep"])
def test_a_watch_needs_a_name(watched, name):
    with pytest.raises(DeskError, match="name"):
        watched.watch(name, SUMMITRY)


def test_an_unknown_watch_is_refused_and_the_known_are_named(watched):
    for verb in (watched.unwatch, lambda name: watched.news((name,))):
        with pytest.raises(DeskError, match="no such watch; there are summitry"):
            verb("geneva")


def test_a_question_that_can_no_longer_be_asked_says_why_and_the_others_go_on(watched):
    watched.watch("lavrov", ("actor", "Lavrov"))
    watched.store.run(
        "UPDATE watches SET question = '[\"actor\", \"Nobody\"]' WHERE name = 'lavrov'"
    )
    watched.add(SUMMIT[3])
    first, second = watched.news().updates
    assert first.problem is None
    assert "nobody on the desk" in second.problem
    watched.mark_seen(watched.news())
    assert [one.waiting for one in watched.watches().watches] == [0, 1]


def test_an_article_is_news_that_has_the_number_of_one_that_is_forgotten(watched):
    watched.forget(SUMMIT[2].article.id)
    assert watched.add(SUMMIT[3]).number == len(SUMMIT[:3])
    assert update(watched).articles == 1
