"""Record: the JSON of one article. `check` holds it to its word before anything is written."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, cast, get_args, get_type_hints

import msgspec

from memcon.errors import RecordError
from memcon.record.article import Article
from memcon.record.findings import (
    Actor,
    Event,
    Issue,
    Place,
    Position,
    Prospect,
    Silence,
    Statement,
    Time,
)
from memcon.record.span import Span


class MadeBy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The version and the sha256 of each model that made a record."""

    memcon: str
    models: dict[str, str]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that was read off one article."""

    format: Literal["memcon/1"]
    made_by: MadeBy
    warnings: tuple[str, ...]
    article: Article
    actors: tuple[Actor, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...]
    positions: tuple[Position, ...]
    silences: tuple[Silence, ...]
    prospects: tuple[Prospect, ...]


def encode(record: Record) -> bytes:
    """The record as one line of JSON, UTF-8, fields in the contract's order; checked first."""
    check(record)
    return msgspec.json.encode(record)


def decode(line: bytes | str) -> Record:
    """The record of one line of JSON; RecordError says what is wrong with it."""
    try:
        record = msgspec.json.decode(line, type=Record)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"not a memcon/1 record: {error}") from error
    check(record)
    return record


def schema() -> dict[str, Any]:
    """The contract as a JSON Schema (2020-12)."""
    made = msgspec.json.schema(Record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "memcon/1", **made}


def check(record: Record) -> None:
    """Raise RecordError unless every span quotes words and every id is one and names a finding."""
    length = len(record.article.text)
    # The path to a span is told where it is wrong, which is seldom.
    for where, span in () if _is_sound(record, length) else _spans(record, "record"):
        if not span.start < span.end <= length:
            raise RecordError(f"{where}: {span.start}-{span.end} quotes nothing of {length}")
    known = _idents(record)
    for where, prefix, ident in _references(record):
        if ident not in known or not ident.startswith(prefix):
            raise RecordError(f"{where}: {ident!r} names nothing")


_NAMED = {
    "actors": "a",
    "times": "t",
    "places": "p",
    "events": "e",
    "statements": "s",
    "issues": "i",
    "prospects": "n",
}
# A number has one spelling, so that no two ids mean the same.
_NUMBER = re.compile("[1-9][0-9]{0,8}")
_REFERENCES = {
    "events": {
        "source": "a",
        "target": "a",
        "intermediaries": "a",
        "issues": "i",
        "time": "t",
        "place": "p",
        "said_by": "s",
    },
    "statements": {"speakers": "a", "via": "a", "time": "t"},
    "positions": {"actor": "a", "issue": "i", "statement": "s", "event": "e"},
    "silences": {"actor": "a", "about": "i", "asked_by": "a"},
    "prospects": {
        "participants": "a",
        "time": "t",
        "place": "p",
        "deciders": "a",
        "announcers": "a",
    },
}


def _idents(record: Record) -> set[str]:
    """The ids of the findings; RecordError for one that is none, or occurs twice."""
    known: set[str] = set()
    for group, prefix in _NAMED.items():
        for finding in getattr(record, group):
            if not finding.id.startswith(prefix) or not _NUMBER.fullmatch(finding.id, len(prefix)):
                raise RecordError(f"{group}: id {finding.id!r} is not {prefix}1, {prefix}2 …")
            if finding.id in known:
                raise RecordError(f"{group}: id {finding.id} occurs twice")
            known.add(finding.id)
    return known


def _references(record: Record) -> Iterator[tuple[str, str, str]]:
    """(where, the prefix its ids have, id) of every reference."""
    for group, fields in _REFERENCES.items():
        for number, finding in enumerate(getattr(record, group)):
            for field, prefix in fields.items():
                value: str | tuple[str, ...] | None = getattr(finding, field)
                idents = (value,) if isinstance(value, str) else value or ()
                for ident in idents:
                    yield f"{group}[{number}].{field}", prefix, ident


def _is_sound(part: msgspec.Struct, length: int) -> bool:
    """Whether every span in a finding, or below it, quotes words of a text of this length."""
    if isinstance(part, Span) and not part.start < part.end <= length:
        return False
    return all(_is_sound(inner, length) for inner in _inner(part))


def _inner(part: msgspec.Struct) -> Iterator[msgspec.Struct]:
    """The structs that are values of a struct, or members of its values."""
    for field in _fields_with_structs(type(part)):
        value = getattr(part, field)
        if isinstance(value, tuple):
            yield from cast(tuple[msgspec.Struct, ...], value)
        elif value is not None:
            yield value


@cache
def _fields_with_structs(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a struct whose values are structs or hold some."""
    hints = get_type_hints(kind)
    return tuple(field for field in kind.__struct_fields__ if _has_struct(hints[field]))


def _has_struct(hint: object) -> bool:
    is_struct = isinstance(hint, type) and issubclass(hint, msgspec.Struct)
    return is_struct or any(_has_struct(argument) for argument in get_args(hint))


def _spans(part: object, where: str) -> Iterator[tuple[str, Span]]:
    """Every span below `part`, with its path."""
    if isinstance(part, Span):
        yield where, part
    if isinstance(part, msgspec.Struct):
        for field in part.__struct_fields__:
            yield from _spans(getattr(part, field), f"{where}.{field}")
    elif isinstance(part, tuple):
        for number, member in enumerate(cast(tuple[object, ...], part)):
            yield from _spans(member, f"{where}[{number}]")
