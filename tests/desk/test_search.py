"""Which articles are found, in which order, and how copies are folded."""

from datetime import date

import msgspec
import pytest

from bulletins import Act, Say, bulletin
from memcon.errors import DeskError
from memcon.record.article import Credit

LONG = (
    "Officials in Budapest said on Friday that the gas deal with the Russian supplier would hold "
    "through the winter, whatever the other members of the union decided about the pipeline. They "
    "added that the storage tanks were two thirds full, that households would pay no more than in "
    "the year before, and that a delegation would travel to the capital for talks on transit fees."
)
PAGES = (
    bulletin("2021-05-20", Say("Orbán warned that sanctions would hurt.", "Joe Biden", "warned")),
    bulletin("2021-05-22", Act("Sanctions were met in Moscow.", "SANCTION", ("Russia",))),
    bulletin(None, Act("Nobody knows when the sanction came.", "ACCUSE", ("NATO",)), publisher="X"),
    bulletin("2021-05-21", Act("Germany paid.", "AID", ("Germany",), ("Russia",)), publisher="dpa"),
)


@pytest.fixture
def filled(desk):
    for record in PAGES:
        desk.add(record)
    return desk


def days(hits):
    return [str(hit.published) for hit in hits.hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("orban", ["2021-05-20"]),
        ("Orbán SANCTIONS", ["2021-05-20"]),
        ("sanctions", ["2021-05-22", "2021-05-20"]),
        ("sanction*", ["2021-05-22", "2021-05-20", "None"]),
        ('"met in"', ["2021-05-22"]),
        ('"in met"', []),
        ("sanctions OR germany", []),
        ("NEAR(sanctions moscow)", []),
        ('text : "moscow" )', []),
        ("moscow:", ["2021-05-22"]),
    ],
)
def test_all_words_must_be_there_and_none_is_an_operator(filled, words, found):
    assert days(filled.search(words)) == found


@pytest.mark.parametrize("words", ["", "  ", '"', "*", "- ( )"])
def test_without_a_word_there_is_nothing_to_look_for(filled, words):
    with pytest.raises(DeskError, match="no word"):
        filled.search(words)


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ({"since": date(2021, 5, 21)}, ["2021-05-22"]),
        ({"until": date(2021, 5, 21)}, ["2021-05-20", "None"]),
        ({"since": date(2021, 5, 20), "until": date(2021, 5, 20)}, ["2021-05-20"]),
        ({"publisher": "courier"}, ["2021-05-22", "2021-05-20"]),
        ({"country": "Russia"}, ["2021-05-22"]),
        ({"country": "NATO"}, ["None"]),
        ({"speaker": "Biden"}, ["2021-05-20"]),
        ({"speaker": "USA"}, ["2021-05-20"]),
        ({"type": "SANCTION"}, ["2021-05-22"]),
        ({"type": "SANCTION", "publisher": "X"}, []),
    ],
)
def test_a_scope_narrows_the_search(filled, scope, found):
    assert days(filled.search("sanction*", **scope)) == found


@pytest.mark.parametrize(
    ("scope", "reason"),
    [
        ({"publisher": "Gazette"}, "no article of a publisher"),
        ({"publisher": "cour"}, "no article of a publisher"),
        ({"country": "Atlantis"}, "nobody"),
        ({"speaker": "Nobody"}, "nobody"),
    ],
)
def test_a_scope_that_the_desk_does_not_know_is_refused(filled, scope, reason):
    with pytest.raises(DeskError, match=reason):
        filled.search("sanctions", **scope)


def test_the_best_have_more_of_the_words(desk):
    long = " ".join(["The weather was mild and nothing else happened that day."] * 9)
    desk.add(bulletin("2021-05-20", Act("Pipeline pipeline pipeline.", "AID", ("Russia",))))
    desk.add(bulletin("2021-05-21", Act(f"A pipeline. {long}", "AID", ("Russia",))))
    assert days(desk.search("pipeline")) == ["2021-05-21", "2021-05-20"]
    assert days(desk.search("pipeline", is_ranked=True)) == ["2021-05-20", "2021-05-21"]


def test_a_limit_leaves_some_and_says_how_many(filled):
    hits = filled.search("sanction*", 1)
    assert (days(hits), hits.articles, hits.left) == (["2021-05-22"], 3, 2)


def test_copies_of_one_text_are_one_hit(desk):
    for day, publisher in (("2021-05-20", "Wire"), ("2021-05-21", "Paper"), ("2021-05-22", "Late")):
        own = Act(f"{publisher} has more.", "AGREE", ("Russia",))
        desk.add(bulletin(day, Act(LONG, "AGREE", ("Russia",)), own, publisher=publisher))
    desk.add(bulletin("2021-05-19", Act("A pipeline burst.", "AID", ("Russia",))))
    hits = desk.search("pipeline")
    assert [(h.publisher, h.copies) for h in hits.hits] == [("Late", 2), ("Example Courier", 0)]
    assert (hits.articles, hits.shown, hits.left) == (4, 4, 0)
    assert [h.copies for h in desk.search("pipeline", until=date(2021, 5, 21)).hits] == [1, 0]


def test_a_hit_shows_its_passage(filled):
    (hit,) = filled.search("orban").hits
    assert hit.passage.words == "Orbán warned that sanctions would hurt."
    assert [hit.passage.words[m.start : m.end] for m in hit.passage.marks] == ["Orbán"]


def test_a_word_of_the_title_is_found(desk):
    record = PAGES[0]
    article = msgspec.structs.replace(record.article, title="Budapest")
    desk.add(msgspec.structs.replace(record, article=article))
    (hit,) = desk.search("budapest").hits
    assert (hit.title, hit.passage.marks) == ("Budapest", ())


def test_many_are_in_order_of_their_days(desk, monkeypatch):
    monkeypatch.setattr("memcon.desk.orders._FEW", 2)
    for record in PAGES:
        desk.add(record)
    assert days(desk.search("sanction*")) == ["2021-05-22", "2021-05-20", "None"]


def test_where_no_publisher_is_named_the_agency_stands_for_it(desk, bare):
    record = bare("Grain left Odesa for Egypt.")
    credit = Credit(name="Volga News", kind="agency", start=0, end=5)
    named = msgspec.structs.replace(record.article, credits=(credit,))
    record = msgspec.structs.replace(record, article=named)
    desk.add(record)
    (hit,) = desk.search("grain", publisher="volga").hits
    assert hit.publisher == "Volga News"
    assert desk.record(record.article.id).article.publisher is None
