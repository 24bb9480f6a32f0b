"""Whom the words of a question mean."""

import pytest

from bulletins import Act, bulletin
from memcon.desk.parties import match_of, party_of
from memcon.errors import DeskError
from memcon.story.answers import Party


@pytest.mark.parametrize("words", ["RUS", "rus", "Russia", "russia", "the Russians", "Moscow"])
def test_a_country_goes_by_its_code_and_its_names(summit, words):
    assert party_of(summit.store, words) == Party("RUS", "Russia")


def test_a_country_that_no_article_names_is_one_all_the_same(summit):
    assert party_of(summit.store, "Fiji") == Party("FJI", "Fiji")


@pytest.mark.parametrize("words", ["NATO", "nato", "igo:nato"])
def test_a_body_stands_for_itself(summit, words):
    party = party_of(summit.store, words)
    assert (party.name, party.actors) == ("NATO", None)
    assert party.code not in ("USA", "")


@pytest.mark.parametrize("words", ["Lavrov", "lavrov", "Sergei Lavrov", "person:sergei lavrov"])
def test_a_person_is_one_who_stands_for_a_country(summit, words):
    party = party_of(summit.store, words)
    assert (party.code, party.name, len(party.actors or ())) == ("RUS", "Sergei Lavrov", 1)


def test_who_is_called_by_the_last_name_alone_is_the_only_one_of_that_name(summit):
    summit.store.run(
        "INSERT INTO actors (id, key, name, kind, country, sector, code)"
        " VALUES (900, 'person:lavrov', 'Lavrov', 'person', 'RUS', 'GOV', 'RUS')"
    )
    summit.store.run("INSERT INTO names (rowid, name) VALUES (900, 'Lavrov')")
    party = party_of(summit.store, "Lavrov")
    assert party.name == "Sergei Lavrov"
    assert 900 in (party.actors or ())
    assert len(party.actors or ()) == 2


def test_a_name_of_two_is_told_with_the_names_of_both(summit):
    summit.store.run(
        "INSERT INTO actors (id, key, name, kind, country, sector, code)"
        " VALUES (900, 'person:olga lavrov', 'Olga Lavrov', 'person', 'RUS', 'CVL', 'RUS')"
    )
    summit.store.run("INSERT INTO names (rowid, name) VALUES (900, 'Olga Lavrov')")
    with pytest.raises(
        DeskError, match=r"Lavrov: may be Sergei Lavrov \(person:sergei lavrov\); Olga"
    ):
        party_of(summit.store, "Lavrov")


def test_a_misspelt_name_is_told_with_the_nearest(summit):
    with pytest.raises(
        DeskError, match=r"Lavrow: nobody .* called so; the nearest names are Sergei Lavrov"
    ):
        party_of(summit.store, "Lavrow")


@pytest.mark.parametrize("words", ["Zyxwv", "…", '"', "NOT", "( OR", "*"])
def test_a_name_of_nobody_is_one_clear_line(summit, words):
    with pytest.raises(DeskError, match="nobody on the desk is called so"):
        party_of(summit.store, words)


def test_a_mark_on_a_letter_does_not_matter(desk):
    desk.add(
        bulletin("2021-05-20", Act("Lavrov met Peskov.", "CONSULT", ("Sergei Lavrov", "NATO")))
    )
    assert party_of(desk.store, "Lávrov").name == "Sergei Lavrov"


@pytest.mark.parametrize(
    ("words", "is_open", "query"),
    [
        ("Nord Stream", False, '"Nord" "Stream"'),
        ("nord stream", True, '"nord"* "stream"*'),
        ('a "b" OR c:d*', False, '"a" "b" "OR" "c" "d"'),
        ("…", True, ""),
    ],
)
def test_words_are_looked_for_and_never_obeyed(words, is_open, query):
    assert match_of(words, is_open=is_open) == query
