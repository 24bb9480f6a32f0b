"""A happening source by source: families folded, and what differs marked."""

from dataclasses import replace

import pytest

from memcon.story import comparisons
from memcon.story.disputes import Dispute, Version
from memcon.story.matches import Reason
from memcon.web.happening import cards
from reported import BIDEN, PUTIN, account, happening, witness
from sighted import GENEVA, VIENNA, sighting

REASONS = (Reason("time", -0.4, "4 days"), Reason("parties", 2.9, "Biden, Putin"))


def told_by(family, *, spot=GENEVA, score=0.9, reasons=REASONS, **told):
    told = {"source": (BIDEN, PUTIN), "mode": "meet", "on": "2021-06-16", **told}
    words = witness(f"Words of {family}.", family=family)
    return comparisons.Testimony(words, None, sighting("a", spot=spot, **told), score, reasons)


def comparison(*testimonies, disputes=()):
    told = account(1, happening(), *(one.witness for one in testimonies))
    return comparisons.Comparison(account=told, testimonies=testimonies, disputes=disputes)


def states(told):
    return [{cell.label: cell.state for cell in card.cells} for card in cards(told)]


def test_a_family_is_one_card_and_its_copies_are_folded():
    first, other = told_by(1), told_by(2)
    copy = replace(first, witness=replace(first.witness, article="f" * 64))
    one, two = cards(comparison(first, other, copy))
    assert (one.testimony, one.copies) == (first, (copy,))
    assert (two.testimony, two.copies) == (other, ())


def test_what_most_do_not_say_is_marked_and_what_a_source_leaves_out_is_not():
    told = comparison(told_by(1), told_by(2), told_by(3, spot=VIENNA), told_by(4, spot=None))
    assert [state["Where"] for state in states(told)] == ["", "", "other", ""]


def test_the_same_parties_in_another_order_are_the_same():
    told = comparison(told_by(1), told_by(2, source=(PUTIN, BIDEN)))
    assert [state["Who"] for state in states(told)] == ["", ""]


def test_what_no_source_tells_has_no_line():
    (state,) = states(comparison(told_by(1)))
    assert "How many" not in state
    assert list(state) == ["What", "Status", "Who", "When", "Where"]


def test_sides_of_a_discrepancy_are_marked_as_such():
    ten = told_by(1, counted=((10, "diplomat"),))
    dozen = told_by(2, counted=((12, "diplomat"),))
    silent = told_by(3)
    versions = (
        Version("10 diplomats", 1, (ten.witness,)),
        Version("12 diplomats", 1, (dozen.witness,)),
    )
    disputes = (Dispute(account(1, happening()), "number", versions),)
    told = comparison(ten, dozen, silent, disputes=disputes)
    assert [state["How many"] for state in states(told)] == ["disputed", "disputed", ""]


@pytest.mark.parametrize(
    ("score", "reasons", "verdict"),
    [
        (0.9, REASONS, "The same with 90%"),
        (None, (), "The first to tell it"),
        (None, (Reason("ruling", 1.0, "ruled by hand"),), "Ruled by hand"),
    ],
)
def test_it_says_how_sure_it_is(score, reasons, verdict):
    (card,) = cards(comparison(told_by(1, score=score, reasons=reasons)))
    assert card.verdict == verdict


def test_the_heaviest_reason_comes_first_in_words():
    (card,) = cards(comparison(told_by(1)))
    assert [(ground.words, ground.shown) for ground in card.grounds] == [
        ("The parties fit", "Biden, Putin"),
        ("The days are apart", "4 days"),
    ]
