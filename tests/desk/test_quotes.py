"""Who said what: by speaker and words, copies once."""

from datetime import date

import pytest

from bulletins import Act, Say, bulletin
from memcon.errors import DeskError

SAID = (
    bulletin(
        "2021-05-20",
        Say("Orbán's guest warned that Széchenyi would pay.", "Joe Biden", "warned"),
        Say("Lavrov said that Moscow was open to talks.", "Sergei Lavrov", "said"),
        publisher="Ledger",
    ),
    bulletin(
        "2021-06-02",
        Say("Peskov said that nothing was decided.", "Dmitry Peskov", "said"),
        Act("Talks on gas went on in Moscow.", "CONSULT", ("Russia", "Germany")),
        publisher="Beacon",
    ),
    bulletin(None, Say("Putin said that talks had no day.", "Vladimir Putin", "said")),
)
LONG = (
    "Lavrov said that the gas deal with the supplier would hold through the winter, whatever the "
    "other members of the union decided about the pipeline, and that storage tanks were two thirds "
    "full, that households would pay no more than in the year before, and that a delegation would "
    "travel to the capital for talks on transit fees before the month was out"
)


@pytest.fixture
def told(desk):
    for record in SAID:
        desk.add(record)
    return desk


def contents(quotes):
    return [quote.quotation.content.rstrip(".") for quote in quotes.quotes]


def test_the_latest_comes_first_and_what_has_no_day_last(told):
    quotes = told.said()
    assert [quote.published for quote in quotes.quotes] == [
        date(2021, 6, 2),
        date(2021, 5, 20),
        date(2021, 5, 20),
        None,
    ]
    assert (quotes.articles, quotes.opened, quotes.left) == (3, 3, 0)


@pytest.mark.parametrize(
    ("speaker", "found"),
    [
        ("Lavrov", ["that Moscow was open to talks"]),
        ("person:joe biden", ["that Széchenyi would pay"]),
        ("USA", ["that Széchenyi would pay"]),
        (
            "Russia",
            ["that nothing was decided", "that Moscow was open to talks", "that talks had no day"],
        ),
    ],
)
def test_a_speaker_is_a_person_or_a_country(told, speaker, found):
    assert contents(told.said(speaker=speaker)) == found


def test_words_stand_in_what_was_said_and_not_elsewhere_in_the_article(told):
    """Gas and talks stand in an article in which nobody said anything of them."""
    assert contents(told.said("talks")) == [
        "that Moscow was open to talks",
        "that talks had no day",
    ]
    assert contents(told.said("gas")) == []


@pytest.mark.parametrize("about", ["szechenyi", "SZÉCHENYI", "szech*", '"Szechenyi would"'])
def test_case_and_accents_do_not_matter(told, about):
    assert contents(told.said(about)) == ["that Széchenyi would pay"]


def test_all_words_are_of_one_statement(told):
    assert contents(told.said("talks pay")) == []
    assert contents(told.said("open talks")) == ["that Moscow was open to talks"]


def test_a_quote_tells_whose_it_is_and_where_it_stands(told):
    (quote,) = told.said(speaker="Peskov").quotes
    assert [speaker.key for speaker in quote.speakers] == ["person:dmitry peskov"]
    assert (quote.quotation.cue, quote.quotation.form) == ("said", "indirect")
    assert (quote.publisher, quote.quotation.article) == ("Beacon", SAID[1].article.id)
    assert quote.quotation.statement == "s1"
    passage = quote.quotation.passages[0]
    assert SAID[1].article.text[passage.start : passage.end] == passage.words


@pytest.mark.parametrize(
    ("scope", "articles"),
    [
        ({"publisher": "ledger"}, 1),
        ({"since": date(2021, 6, 1)}, 1),
        ({"until": date(2021, 6, 1)}, 2),
        ({"country": "DEU"}, 1),
        ({"publisher": "ledger", "since": date(2021, 6, 1)}, 0),
    ],
)
def test_a_scope_narrows_it(told, scope, articles):
    quotes = told.said(**scope)
    assert len({quote.quotation.article for quote in quotes.quotes}) == articles


def test_copies_count_once(desk):
    for publisher in ("Ledger", "Beacon"):
        ending = f" ({publisher})."
        told = Say(LONG + ending, "Sergei Lavrov", "said")
        desk.add(bulletin("2021-05-20", told, publisher=publisher))
    (quote,) = desk.said("pipeline").quotes
    assert quote.copies == 1


def test_a_limit_tells_how_far_it_came(told):
    quotes = told.said(limit=1)
    assert contents(quotes) == ["that nothing was decided"]
    assert (quotes.opened, quotes.left, quotes.reached) == (1, 2, date(2021, 6, 2))


def test_an_article_that_was_cut_short_was_not_gone_through(told):
    quotes = told.said(limit=2)
    assert len(quotes.quotes) == 2
    assert (quotes.opened, quotes.left, quotes.reached) == (1, 2, date(2021, 5, 20))


def test_with_a_limit_only_so_many_articles_are_opened(told, monkeypatch):
    monkeypatch.setattr("memcon.desk.quotes._MOST_OPENED", 1)
    quotes = told.said(limit=5, speaker="USA")
    assert contents(quotes) == ["that Széchenyi would pay"]
    assert contents(told.said("talks", limit=5)) == []


def test_names_and_words_must_mean_something(told):
    with pytest.raises(DeskError, match="nobody on the desk"):
        told.said(speaker="Nobody Knows")
    with pytest.raises(DeskError, match="no word"):
        told.said("--")


def test_a_row_keeps_what_was_quoted_apart(told):
    row = told.said(speaker="Lavrov").rows[0]
    assert (row.speakers, row.countries) == ("Sergei Lavrov", "RUS")
    assert (row.quoted, row.paraphrased) == (None, "that Moscow was open to talks.")
