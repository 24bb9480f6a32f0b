"""Searching: words in, articles with the passages in which they stand out."""

import pytest

from bulletins import Act, Say, bulletin
from memcon.desk.desk import Desk
from visits import visiting


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """A desk of three papers, of which one writes in marks."""
    path = tmp_path_factory.mktemp("search") / "desk.memcon"
    with Desk.create(path) as desk:
        desk.add(
            bulletin(
                "2021-05-20",
                Say(
                    "Lavrov said that talks on the Nord Stream were frank.", "Sergei Lavrov", "said"
                ),
                publisher="Potomac Ledger",
            )
        )
        desk.add(
            bulletin(
                "2021-06-01",
                Act(
                    "The United States sanctioned firms after talks failed.",
                    "SANCTION",
                    ("United States",),
                ),
                publisher="Baltic Wire",
            )
        )
        desk.add(
            bulletin(
                "2021-06-02",
                Say("Putin told <script>alert(1)</script> of talks.", "Vladimir Putin", "told"),
                publisher="<b>Bold & Sons</b>",
            )
        )
    with visiting(path) as client:
        yield client


def found(client, **asked):
    answer = client.get("/search.json", params=asked)
    assert answer.status_code == 200, answer.text
    return [hit["publisher"] for hit in answer.json()["hits"]]


def test_without_words_it_asks_for_some(client):
    page = client.get("/search").text
    assert "<form" in page
    assert "No article has" not in page
    assert client.get("/search.csv").text.startswith("article,")


def test_words_are_marked_where_they_stand(client):
    page = client.get("/search", params={"words": '"nord stream" frank'}).text
    assert "1 article." in page
    assert "<mark>Nord Stream</mark> were <mark>frank</mark>" in page


@pytest.mark.parametrize(
    ("asked", "publishers"),
    [
        ({"words": "talks"}, ["<b>Bold & Sons</b>", "Baltic Wire", "Potomac Ledger"]),
        ({"words": "sanction*"}, ["Baltic Wire"]),
        ({"words": "talks", "publisher": "ledger"}, ["Potomac Ledger"]),
        ({"words": "talks", "since": "2021-06", "until": "2021-06-01"}, ["Baltic Wire"]),
        ({"words": "talks", "country": "USA"}, ["Baltic Wire"]),
        ({"words": "talks", "speaker": "Lavrov"}, ["Potomac Ledger"]),
        ({"words": "talks", "type": "SANCTION"}, ["Baltic Wire"]),
        ({"words": "nothing of the kind"}, []),
    ],
)
def test_filters_narrow_it(client, asked, publishers):
    assert found(client, **asked) == publishers


def test_the_best_come_first_where_that_is_asked(client):
    assert sorted(found(client, words="talks", ranked="true")) == sorted(
        found(client, words="talks")
    )
    assert '<option value="true" selected>' in client.get("/search?words=talks&ranked=true").text


def test_what_an_article_says_is_no_markup(client):
    page = client.get("/search?words=alert").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;<mark>alert</mark>" in page
    assert "&lt;b&gt;Bold &amp; Sons&lt;/b&gt;" in page


def test_the_form_knows_publishers_and_names(client):
    page = client.get("/search?words=talks&publisher=ledger").text
    assert "<option selected>ledger</option>" in page
    assert '<option value="Baltic Wire">Baltic Wire</option>' in page
    assert '<option value="Sergei Lavrov">' in page


@pytest.mark.parametrize(
    "asked", ["words=!!", "words=talks&publisher=Nobody", "words=a&country=Xq"]
)
def test_what_means_nothing_is_told_in_one_line(client, asked):
    answer = client.get(f"/search?{asked}")
    assert answer.status_code == 404
    assert "<h1>Not on the desk</h1>" in answer.text


def test_more_hits_are_a_link_away(client):
    page = client.get("/search?words=talks&limit=1").text
    assert 'href="/search?words=talks&amp;limit=4">2 more articles' in page
