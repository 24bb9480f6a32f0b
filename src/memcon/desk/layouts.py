"""Layout: a record as the desk packs it: its values in their order, without the fields' names.

Each span is written as its distance from the one before it and its length, so that most numbers
have one byte. The layout follows the fields of the contract; when these change, blobs get another
form (desk/blobs.py), and this layout must stay to read the old ones.
"""

from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from memcon.record.contract import Record
from memcon.record.span import Span


def lay_out(record: Record) -> bytes:
    """The values of a record, as MessagePack."""
    sheet = msgspec.convert(record, _SHEET, from_attributes=True)
    _shorten(sheet, 0)
    return msgspec.msgpack.encode(sheet)


def put_together(content: bytes) -> Record:
    """The record that was laid out; msgspec.DecodeError if it is none."""
    sheet = _DECODER.decode(content)
    _lengthen(sheet, 0)
    return msgspec.convert(sheet, Record, from_attributes=True)


def _shorten(sheet: Any, last: int) -> int:
    """Turn the spans of a sheet and of what is below it into distances and lengths.

    `last` is where the span before it starts; given is where its own last one does.
    """
    kind = cast("type[object]", type(sheet))
    if kind in _SPANS:
        start = sheet.start
        sheet.start, sheet.end, last = start - last, sheet.end - start, start
    for name in _INNER[kind]:
        value = getattr(sheet, name)
        if type(value) is list:
            for part in cast("list[Any]", value):
                last = _shorten(part, last)
        elif value is not None:
            last = _shorten(value, last)
    return last


def _lengthen(sheet: Any, last: int) -> int:
    """Turn distances and lengths into spans again."""
    kind = cast("type[object]", type(sheet))
    if kind in _SPANS:
        last = sheet.start = sheet.start + last
        sheet.end += last
    for name in _INNER[kind]:
        value = getattr(sheet, name)
        if type(value) is list:
            for part in cast("list[Any]", value):
                last = _lengthen(part, last)
        elif value is not None:
            last = _lengthen(value, last)
    return last


_SPANS: set[type[object]] = set()
_INNER: dict[type[object], tuple[str, ...]] = {}


def _sheet_of(kind: type[msgspec.Struct], known: dict[type, type]) -> type:
    """A class like one of the contract's, whose values are an array and can be changed."""
    if kind not in known:
        hints = get_type_hints(kind, include_extras=True)
        fields = [(name, _value_of(hints[name], known)) for name in kind.__struct_fields__]
        made = msgspec.defstruct(kind.__name__, fields, array_like=True)
        _INNER[made] = tuple(name for name in kind.__struct_fields__ if _is_inner(hints[name]))
        if issubclass(kind, Span):
            _SPANS.add(made)
        known[kind] = made
    return known[kind]


def _value_of(hint: Any, known: dict[type, type]) -> Any:
    """What a value of a sheet is, where it is `hint` in the contract."""
    if _is_struct(hint):
        return _sheet_of(hint, known)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _value_of(arguments[0], known)
    if origin is tuple:
        return list[_value_of(arguments[0], known)]
    if origin in (UnionType, Union):
        return Union[tuple(_value_of(argument, known) for argument in arguments)]  # noqa: UP007
    return str if origin is Literal else hint


def _is_inner(hint: Any) -> bool:
    """Whether values of a field are structs or hold structs."""
    return _is_struct(hint) or any(_is_inner(argument) for argument in get_args(hint))


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, msgspec.Struct)


_SHEET: Final[Any] = _sheet_of(Record, {})
_DECODER: Final[Any] = msgspec.msgpack.Decoder(_SHEET)
