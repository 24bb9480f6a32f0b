"""Happenings opened with the words that tell them."""

from datetime import date

import pytest

from memcon.desk.accounts import Passage, accounts, day_of, period_of, witnesses
from memcon.story.periods import Period


def test_an_account_has_its_parties_in_order_and_the_words_of_each_article(summit):
    (number,) = {
        account.number
        for account in summit.timeline(["NATO"]).accounts
        if account.happening.type == "REQUEST"
    }
    account = accounts(summit.store, [number])[number]
    assert [actor.name for actor in account.happening.source] == ["NATO"]
    assert [actor.name for actor in account.happening.target] == ["Russia"]
    (witness,) = account.witnesses
    assert (witness.publisher, witness.published) == ("Daily Beacon", date(2021, 6, 21))
    text = summit.record(witness.article).article.text
    assert text[witness.start : witness.end] == witness.words
    assert witness.words.startswith("NATO asked Russia to pull its troops back")


def test_accounts_stand_in_the_order_asked_for_and_unknown_numbers_are_left_out(summit):
    assert list(accounts(summit.store, [3, 999, 1, 3])) == [3, 1]


def test_two_passages_of_one_article_are_two_witnesses(summit):
    first, second = Passage(1, "n1", 0, 5), Passage(1, "pos1", 6, 13)
    known = witnesses(summit.store, [first, second])
    assert (known[first].words, known[second].words) == ("Biden", "offered")


@pytest.mark.parametrize(
    ("kept", "day"), [("2021-05-20", date(2021, 5, 20)), ("", None), (None, None), ("soon", None)]
)
def test_a_day_that_is_none_is_none(kept, day):
    assert day_of(kept) == day


def test_a_period_of_one_day_ends_on_it():
    day = date(2021, 5, 20)
    assert period_of("2021-05-20", None) == Period(day, day)
    assert period_of(None, "2021-05-20") is None
