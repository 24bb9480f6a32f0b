"""The issues, actors and outlets of a desk."""

from datetime import date

import pytest
from msgspec.structs import replace

from bulletins import SUMMIT, View, bulletin
from memcon.desk import migrations
from memcon.desk.desk import Desk
from memcon.desk.store import Store
from memcon.errors import DeskError


def test_issues_stand_by_how_many_positions_there_are(summit):
    issues = summit.issues()
    assert [(topic.name, topic.positions, topic.actors) for topic in issues.topics] == [
        ("sanctions", 2, 1),
        ("talks", 1, 1),
    ]
    sanctions = issues.topics[0]
    assert sanctions.last == date(2021, 6, 16)
    assert [actor.name for actor in sanctions.most] == ["Sergei Lavrov"]
    assert issues.rows[0].most == "Sergei Lavrov"


def test_who_holds_most_is_named_first(summit):
    views = [
        View(f"NATO backed sanctions on day {day}.", "NATO", "supports", "sanctions")
        for day in range(3)
    ]
    summit.add(bulletin("2021-07-01", *views))
    assert [actor.name for actor in summit.issues("sanc").topics[0].most] == [
        "NATO",
        "Sergei Lavrov",
    ]


@pytest.mark.parametrize(
    ("words", "found"), [("talk", ["talks"]), ("SANCTION", ["sanctions"]), ("grain", [])]
)
def test_issues_are_found_by_the_beginnings_of_words(summit, words, found):
    assert [topic.name for topic in summit.issues(words).topics] == found


def names(actors):
    return [entry.identity.name for entry in actors.entries]


def test_actors_stand_by_how_often_they_are_spoken_of(summit):
    actors = summit.actors()
    told = [entry.articles for entry in actors.entries]
    assert told == sorted(told, reverse=True)
    assert names(actors)[0] == "Sergei Lavrov"
    assert actors.entries[0].articles == 4
    assert actors.found == len(actors.entries)


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("lav", None, ["Sergei Lavrov"]),
        ("sergei lav", None, ["Sergei Lavrov"]),
        ("united", None, ["United States"]),
        (None, "igo", ["NATO"]),
        ("lav", "igo", []),
    ],
)
def test_actors_are_found_by_beginnings_and_kind(summit, words, kind, found):
    actors = summit.actors(words, kind)
    assert names(actors) == found
    assert actors.found == len(found)


def test_of_an_article_that_is_gone_nobody_speaks(summit):
    """The count goes along with what comes, is read anew and goes."""
    summit.forget(SUMMIT[0].article.id)
    assert summit.actors("lavrov").entries[0].articles == 3
    summit.reread(SUMMIT[1])
    assert summit.actors("lavrov").entries[0].articles == 3
    for record in SUMMIT[1:]:
        summit.forget(record.article.id)
    assert summit.actors().rows == ()


def test_limits_tell_how_many_are_left(summit):
    assert (len(summit.actors(limit=2).rows), summit.actors(limit=2).left) == (
        2,
        summit.actors().found - 2,
    )
    assert (len(summit.issues(limit=1).rows), summit.issues(limit=1).left) == (1, 1)


@pytest.mark.parametrize("ask", ["issues", "actors"])
def test_there_must_be_a_word_to_look_for(summit, ask):
    with pytest.raises(DeskError, match="no word"):
        getattr(summit, ask)("?!")


def test_outlets_have_their_articles_and_days(summit):
    outlets = summit.outlets()
    assert [(one.name, one.articles) for one in outlets.outlets] == [
        ("Daily Beacon", 2),
        ("Potomac Ledger", 2),
        ("Northern Courier", 1),
    ]
    ledger = outlets.rows[1]
    assert (ledger.first, ledger.last) == (date(2021, 4, 14), date(2021, 6, 16))
    assert outlets.unnamed == 0


def test_articles_without_an_outlet_are_counted(desk):
    signed = bulletin("2021-07-01", View("NATO backed it.", "NATO", "supports", "sanctions"))
    desk.add(replace(signed, article=replace(signed.article, publisher=None)))
    assert (desk.outlets().outlets, desk.outlets().unnamed) == ((), 1)


def test_on_a_desk_of_an_earlier_version_actors_are_counted_when_it_is_opened(path, monkeypatch):
    steps = migrations._steps()
    with monkeypatch.context() as before:
        before.setattr(migrations, "_steps", lambda: {n: steps[n] for n in (1, 2, 3)})
        with Store.create(path) as store, store.transaction():
            store.run(
                "INSERT INTO articles (id, article, language, added, made_by, family, length)"
                " VALUES (1, 'ab', 'en', '', '', 1, 2)"
            )
            store.run(
                "INSERT INTO actors (id, key, name, kind, code)"
                " VALUES (1, 'igo:nato', 'NATO', 'igo', 'igo:nato')"
            )
            store.run(
                "INSERT INTO appearances (actor, article, number) VALUES (1, 1, 1), (1, 1, 2)"
            )
    with Desk(path) as desk:
        assert [entry.articles for entry in desk.actors().entries] == [2]
