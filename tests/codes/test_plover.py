"""PLOVER's lists and the CAMEO codes that go with them."""

from typing import get_args

import pytest

from memcon.codes import cameo, plover
from memcon.record.terms import EventType, Quad

TYPES: tuple[EventType, ...] = get_args(EventType)


def test_the_table_has_the_records_types_in_its_order():
    assert tuple(term.name for term in plover.terms("type")) == TYPES


@pytest.mark.parametrize("event_type", TYPES)
def test_every_type_has_a_quad_of_the_record_and_a_value_of_its_sign(event_type):
    quad = plover.quad_of(event_type)
    assert quad in get_args(Quad)
    for mode in (None, *plover.modes_of(event_type)):
        value = plover.goldstein_of(event_type, mode)
        assert -10 <= value <= 10
        assert (value > 0) == quad.endswith("cooperation"), (mode, value)


def test_modes_belong_to_types_and_are_not_repeated():
    modes = [(mode.of, mode.name) for mode in plover.terms("mode")]
    assert len(modes) == len(set(modes))
    assert {of for of, _ in modes} <= set(TYPES)


@pytest.mark.parametrize("of", ["context", "sector"])
def test_names_of_a_list_are_not_repeated(of):
    names = [term.name for term in plover.terms(of)]
    assert names
    assert len(names) == len(set(names))
    assert all(term.meaning for term in plover.terms(of))


@pytest.mark.parametrize(
    ("event_type", "mode", "code", "value"),
    [
        ("CONSULT", None, "040", 1.0),
        ("CONSULT", "meet", "040", 1.0),
        ("CONSULT", "phone", "041", 1.0),
        ("RETREAT", "release", "0841", 5.0),
        ("REQUEST", "yield", None, -1.0),
        ("COERCE", "arrest", "173", -7.0),
        ("SANCTION", "convict", "116", -2.0),
        ("ASSAULT", "other", "180", -9.0),
        ("ASSAULT", "heavy-weapons", "194", -10.0),
    ],
)
def test_cameo_code_and_goldstein_value(event_type, mode, code, value):
    assert cameo.cameo_of(event_type, mode) == code
    assert plover.goldstein_of(event_type, mode) == value


def test_every_mapped_mode_is_a_mode_of_plover():
    for event_type, mode in cameo._table().codes:
        assert not mode or mode in plover.modes_of(event_type), (event_type, mode)


def test_every_mapped_code_has_a_name():
    codes = {code for codes in cameo._table().codes.values() for code in codes}
    assert all(cameo.name_of(code) for code in codes)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("042", "Make a visit"),
        ("0841", "Return, release person(s)"),
        ("1451", "Protest violently, riot"),
        ("999", None),
    ],
)
def test_names_of_cameo_codes(code, name):
    assert cameo.name_of(code) == name


@pytest.mark.parametrize(
    ("event_type", "folded"), [("CONCEDE", "YIELD"), ("RETREAT", "YIELD"), ("AID", "AID")]
)
def test_concede_and_retreat_fold_into_yield(event_type, folded):
    assert plover.folded(event_type) == folded


def test_every_type_folds_into_one_of_the_fifteen():
    assert {plover.folded(event_type) for event_type in TYPES} == set(get_args(plover.FoldedType))
