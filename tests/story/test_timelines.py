"""A timeline's rows."""

from datetime import date

from memcon.story.timelines import Timeline
from reported import account, happening, witness


def test_a_row_tells_what_who_and_in_whose_words():
    told = account(7, happening(sources=3), witness("Biden met Putin.", publisher="Courier"))
    (row,) = Timeline((), None, None, (told,), 1).rows
    assert (row.happening, row.first, row.source, row.sources) == (
        7,
        date(2021, 6, 16),
        "Joe Biden; Vladimir Putin",
        3,
    )
    assert (row.publisher, row.words) == ("Courier", "Biden met Putin.")


def test_a_happening_without_a_day_has_none_in_its_row():
    (row,) = Timeline((), None, None, (account(1, happening(day=None)),), 1).rows
    assert (row.first, row.last) == (None, None)
