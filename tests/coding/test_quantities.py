"""Quantities: sums of money and counts, with their unit and the words that say so."""

import pytest

from memcon.coding.quantities import QuantityFinder
from memcon.record.span import Span

FOUND = [
    ("sent $250 million in aid", [(250e6, "USD", "$250 million")]),
    ("a $1.2 billion loan", [(1.2e9, "USD", "$1.2 billion")]),
    ("lent 1.5 billion euros", [(1.5e9, "EUR", "1.5 billion euros")]),
    ("paid €56 million", [(56e6, "EUR", "€56 million")]),
    ("a fine of £300", [(300.0, "GBP", "£300")]),
    ("500,000 rubles", [(500000.0, "RUB", "500,000 rubles")]),
    ("$3bn of credit", [(3e9, "USD", "$3bn")]),
    ("expelled 20 Czech diplomats", [(20.0, "diplomat", "20 Czech diplomats")]),
    ("1,500 tonnes of wheat", [(1500.0, "tonne", "1,500 tonnes")]),
    (
        "freed 3 prisoners and 12 soldiers",
        [(3.0, "prisoner", "3 prisoners"), (12.0, "soldier", "12 soldiers")],
    ),
    ("killed 40 people", [(40.0, "people", "40 people")]),
    ("2 million doses", [(2e6, "dose", "2 million doses")]),
    ("killed two civilians", [(2.0, "civilian", "two civilians")]),
    ("ten Russian diplomats left", [(10.0, "diplomat", "ten Russian diplomats")]),
    ("moved 4 tanks for $5 million", [(4.0, "tank", "4 tanks"), (5e6, "USD", "$5 million")]),
    ("expelled a dozen Russian diplomats", [(12.0, "diplomat", "a dozen Russian diplomats")]),
    ("half a dozen soldiers", [(6.0, "soldier", "half a dozen soldiers")]),
    ("two dozen soldiers", [(24.0, "soldier", "two dozen soldiers")]),
    ("several dozen soldiers", []),
    ("on May 19, 2021", []),
    ("Article 5 of the treaty", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_quantity_has_value_unit_and_words(lexicon, text, expected):
    finder = QuantityFinder.of(lexicon.acts)
    found = finder.within(text, Span(start=0, end=len(text)))
    assert [(q.value, q.unit, text[q.start : q.end]) for q in found] == expected


def test_only_what_lies_in_the_span_is_found(lexicon):
    text = "paid $5 million and $7 million"
    found = QuantityFinder.of(lexicon.acts).within(text, Span(start=16, end=len(text)))
    assert [q.value for q in found] == [7e6]
