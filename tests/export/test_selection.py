"""Selections: what of a record goes out, and that it is a record still."""

import pytest

from memcon.export.selection import Selection, pared, selected
from memcon.record.contract import encode

CHILE_PERU = (frozenset({"CHL"}), frozenset({"PER"}))


def events(record):
    return [(event.type, event.source, event.target) for event in record.events]


def test_without_wishes_all_goes_out(records):
    for record in records:
        assert selected(record, Selection()) == pared(record, Selection()) == record


def test_what_is_not_sure_stays(records):
    for record in records:
        kept = selected(record, Selection(floor=0.85))
        found = (*kept.events, *kept.statements, *kept.positions, *kept.silences)
        assert all(finding.confidence >= 0.85 for finding in found)
        assert len(encode(kept)) < len(encode(record))


@pytest.mark.parametrize("pair", [CHILE_PERU, CHILE_PERU[::-1]])
def test_of_a_pair_what_was_between_the_two(records, pair):
    kept = selected(records[1], Selection(pair=pair))
    assert [event[0] for event in events(kept)] == ["CONSULT", "SANCTION"]
    assert encode(kept)
    assert selected(records[2], Selection(pair=pair)).events == ()


def test_a_person_is_known_by_key(read):
    record = read(
        "Antonia Urrejola, the foreign minister of Chile, met Cesar Landa, the foreign minister of "
        "Peru. Chile expelled two Peruvian diplomats."
    )
    pair = (frozenset({"person:antonia urrejola"}), frozenset({"PER"}))
    assert [event.type for event in selected(record, Selection(pair=pair)).events] == ["CONSULT"]


def test_of_many_parties_only_the_two_are_left(read):
    record = read("Chile, Peru and Bolivia signed an accord on Monday.")
    (event,) = record.events
    assert len(event.source) == 3
    (kept,) = selected(record, Selection(pair=CHILE_PERU)).events
    assert len(kept.source) == 3
    (kept,) = pared(record, Selection(pair=CHILE_PERU)).events
    names = {actor.id: actor.name for actor in record.actors}
    assert [names[ident] for ident in kept.source] == ["Chile", "Peru"]


def test_two_on_one_side_are_not_between_each_other(read):
    record = read("Chile and Peru condemned Bolivia.")
    assert record.events
    assert selected(record, Selection(pair=CHILE_PERU)).events == ()
    bolivia = (frozenset({"CHL"}), frozenset({"BOL"}))
    assert len(selected(record, Selection(pair=bolivia)).events) == 1


def test_what_hangs_on_a_dropped_finding_lets_go_of_it(records):
    record = records[0]
    sure = max((s.confidence for s in record.statements), default=0)
    kept = selected(record, Selection(floor=min(sure + 0.0001, 1)))
    assert kept.statements == ()
    assert all(event.said_by is None for event in kept.events)
    assert all(position.statement is None for position in kept.positions)
