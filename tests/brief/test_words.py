"""Every closed term has words, and dates are told as people tell them."""

from typing import get_args

import pytest

from memcon.brief import words
from memcon.record import terms


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (words.ACTS, terms.EventType),
        (words.STATUSES, terms.EventStatus),
        (words.SILENCES, terms.SilenceKind),
        (words.SILENCES_ALONE, terms.SilenceKind),
        (words.KINDS, terms.ActorKind),
        (words.BASES, terms.DateBasis),
    ],
)
def test_every_term_has_words(table, kind):
    assert set(table) == set(get_args(kind))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2022-01-21", "21 January 2022"),
        ("2022-01", "January 2022"),
        ("2022", "2022"),
        ("2022-W03", "week of 17 January 2022"),
        ("2022-Q2", "quarter 2 of 2022"),
        ("2022-H1", "first half of 2022"),
        ("2022-SU", "summer 2022"),
        ("2022-01-21TEV", "21 January 2022, evening"),
        ("2022-01-21T18:30", "21 January 2022, 18:30"),
        ("2022-01-21TXX", "21 January 2022"),
        ("2022-02-30", None),
        ("2022-W77", None),
        ("2022-XX-21", None),
        ("P2D", None),
        ("PRESENT_REF", None),
        ("", None),
    ],
)
def test_calendar(value, told):
    assert words.calendar(value) == told
