"""The contract: its schema, what `check` refuses, and that records survive their JSON."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec import inspect

from memcon.errors import RecordError
from memcon.page.intake import take_in
from memcon.page.page import Page
from memcon.reading import Reader
from memcon.record.contract import Record, check, decode, encode, schema
from memcon.record.span import Span

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/page.*"))

NAMED = {
    "actors": "a",
    "times": "t",
    "places": "p",
    "events": "e",
    "statements": "s",
    "issues": "i",
    "prospects": "n",
}
# By the struct and its field: the prefix of the ids that it may name.
REFERENCES = {
    ("Event", "source"): "a",
    ("Event", "target"): "a",
    ("Event", "intermediaries"): "a",
    ("Event", "issues"): "i",
    ("Event", "time"): "t",
    ("Event", "place"): "p",
    ("Event", "said_by"): "s",
    ("Statement", "speakers"): "a",
    ("Statement", "via"): "a",
    ("Statement", "time"): "t",
    ("Position", "actor"): "a",
    ("Position", "issue"): "i",
    ("Position", "statement"): "s",
    ("Position", "event"): "e",
    ("Silence", "actor"): "a",
    ("Silence", "about"): "i",
    ("Silence", "asked_by"): "a",
    ("Prospect", "participants"): "a",
    ("Prospect", "time"): "t",
    ("Prospect", "place"): "p",
    ("Prospect", "deciders"): "a",
    ("Prospect", "announcers"): "a",
}


class _Draw:
    """Draws the parts of one record: spans within its text, references to its own ids."""

    def __init__(self, draw: st.DrawFn, at_least: int) -> None:
        self.draw = draw
        self.at_least = at_least
        self.text = draw(st.text(min_size=1, max_size=20))
        count = st.integers(1, 2 - at_least)
        self.ids = {p: [f"{p}{n + 1}" for n in range(draw(count))] for p in NAMED.values()}

    def struct(self, kind: type[msgspec.Struct]) -> dict[str, Any]:
        """The fields of a struct."""
        fields = inspect.type_info(kind).fields
        made = {f.name: self.value(f.type, (kind.__name__, f.name)) for f in fields}
        if issubclass(kind, Span):
            made["start"] = self.draw(st.integers(0, len(self.text) - 1))
            made["end"] = self.draw(st.integers(made["start"] + 1, len(self.text)))
        return made

    def value(self, kind: inspect.Type, field: tuple[str, str]) -> Any:
        """A value of a field's type."""
        match kind:
            case inspect.UnionType():
                return self.value(self.draw(st.sampled_from(kind.types)), field)
            case inspect.VarTupleType():
                size = self.draw(st.integers(self.at_least, 1))
                return [self.value(kind.item_type, field) for _ in range(size)]
            case inspect.StructType():
                return self.struct(kind.cls)
            case inspect.StrType() if field in REFERENCES:
                return self.draw(st.sampled_from(self.ids[REFERENCES[field]]))
        return self.draw(plain(kind))


@st.composite
def records(draw: st.DrawFn, at_least: int = 0) -> Record:
    """Records that hold to the contract, with one or two findings of each named kind."""
    drawn = _Draw(draw, at_least)
    made = drawn.struct(Record)
    made["article"]["text"] = drawn.text
    kinds = {field.name: field.type for field in inspect.type_info(Record).fields}
    for group, prefix in NAMED.items():
        kind = kinds[group].item_type.cls
        made[group] = [drawn.struct(kind) | {"id": ident} for ident in drawn.ids[prefix]]
    return msgspec.convert(made, Record)


def plain(kind: inspect.Type) -> st.SearchStrategy[Any]:
    """Values of a type that holds no other."""
    match kind:
        case inspect.LiteralType():
            return st.sampled_from(kind.values)
        case inspect.FloatType():
            return st.floats(kind.ge, kind.le, allow_nan=False, allow_infinity=False)
        case inspect.IntType():
            return st.integers(0, 9)
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.DictType():
            return st.sampled_from(({}, {"events": "sha256:0"}))
    return st.sampled_from(("", "x", "Рейкьявик", '\u2028"\\\n'))


def broken(record: Record, change: Callable[[dict[str, Any]], None]) -> Record:
    """The record with one change to its JSON."""
    made = json.loads(msgspec.json.encode(record))
    change(made)
    return msgspec.convert(made, Record)


def spans(part: Any) -> Iterator[dict[str, Any]]:
    """Every object below `part` that has a start and an end."""
    if isinstance(part, dict):
        if "start" in part:
            yield part
        for member in part.values():
            yield from spans(member)
    elif isinstance(part, list):
        for member in part:
            yield from spans(member)


def test_the_schema_is_a_json_schema():
    Draft202012Validator.check_schema(schema())


def test_the_schema_leaves_nothing_out_and_lets_nothing_else_in():
    for name, part in schema()["$defs"].items():
        if part.get("type") == "object":
            assert part["additionalProperties"] is False, name
            assert sorted(part["required"]) == sorted(part["properties"]), name


@given(records())
def test_a_record_validates_and_survives_its_json(record: Record):
    line = encode(record)
    assert b"\n" not in line
    assert decode(line) == record
    assert encode(decode(line)) == line
    Draft202012Validator(schema()).validate(json.loads(line))


@given(records(at_least=1), st.data())
def test_check_refuses_a_span_that_quotes_nothing(record: Record, data: st.DataObject):
    length = len(record.article.text)

    def change(made: dict[str, Any]) -> None:
        every = list(spans(made))
        span = every[data.draw(st.integers(0, len(every) - 1))]
        start, end = data.draw(
            st.sampled_from([(0, length + 1), (length, length + 4), (0, 0), (length, 0)])
        )
        span["start"], span["end"] = start, end

    bad = broken(record, change)
    with pytest.raises(RecordError, match="quotes nothing"):
        check(bad)
    with pytest.raises(RecordError, match="quotes nothing"):
        encode(bad)


@given(records(at_least=1), st.sampled_from(sorted(REFERENCES)), st.data())
def test_check_refuses_an_id_that_names_nothing(
    record: Record, field: tuple[str, str], data: st.DataObject
):
    prefix, (owner, name) = REFERENCES[field], field
    others = [ident for ident in ("a1", "t1", "s1") if not ident.startswith(prefix)]
    ident = data.draw(st.sampled_from([f"{prefix}9", "", *others]))

    def change(made: dict[str, Any]) -> None:
        finding = made[f"{owner.lower()}s"][0]
        finding[name] = [ident] if isinstance(finding[name], list) else ident

    with pytest.raises(RecordError, match="names nothing"):
        check(broken(record, change))


@given(records(at_least=1), st.sampled_from(sorted(NAMED)))
def test_check_refuses_an_id_that_occurs_twice(record: Record, group: str):
    def change(made: dict[str, Any]) -> None:
        made[group].append(made[group][0])

    with pytest.raises(RecordError, match="occurs twice"):
        check(broken(record, change))


@given(records(at_least=1), st.sampled_from(sorted(NAMED)), st.data())
def test_check_refuses_an_id_that_is_no_letter_with_a_number(
    record: Record, group: str, data: st.DataObject
):
    def change(made: dict[str, Any]) -> None:
        finding = made[group][0]
        letter = finding["id"][0]
        odd = ("", letter, f"{letter}0", f"{letter}01", f"{letter}1x", f"{letter}²", "x1")
        finding["id"] = data.draw(st.sampled_from([*odd, f"{letter}1234567890"]))

    with pytest.raises(RecordError, match="is not"):
        check(broken(record, change))


@given(records(), st.sampled_from(sorted(NAMED)), st.data())
def test_decode_refuses_what_the_contract_does_not_know(
    record: Record, group: str, data: st.DataObject
):
    made = json.loads(encode(record))
    parts = [made, made["article"], *made[group]]
    part = parts[data.draw(st.integers(0, len(parts) - 1))]
    if data.draw(st.booleans()):
        part["colour"] = "blue"
    else:
        del part[data.draw(st.sampled_from(sorted(part)))]
    with pytest.raises(RecordError, match="not a memcon/1 record"):
        decode(json.dumps(made))
    assert not Draft202012Validator(schema()).is_valid(made)


@given(st.one_of(st.binary(max_size=30), st.text(max_size=30)))
def test_decode_says_what_is_wrong_with_any_line(line: bytes | str):
    assume(line not in (b"", ""))
    with pytest.raises(RecordError):
        decode(line)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_record_of_an_example_page_holds_to_the_schema(reader: Reader, path: Path):
    (page,) = take_in([str(path)])
    assert isinstance(page, Page)
    line = encode(reader.read(page))
    Draft202012Validator(schema()).validate(json.loads(line))
    assert encode(reader.read(page)) == line
