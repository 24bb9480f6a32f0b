"""Frames: rows as pandas or Polars data frames, with the same columns and types even when empty."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from memcon.errors import MemconError
from memcon.record.contract import Record
from memcon.tables.rows import Rows
from memcon.tables.sheet import to_rows

if TYPE_CHECKING:
    import pandas  # pyright: ignore[reportMissingTypeStubs]
    import polars

Frame = TypeVar("Frame")

# Python's type of a cell, without None -> the column's type.
_PANDAS = {"str": "string", "bool": "boolean", "int": "Int64", "float": "Float64"}
_POLARS = {"str": "String", "bool": "Boolean", "int": "Int64", "float": "Float64", "date": "Date"}


@dataclass(frozen=True, slots=True)
class Frames(Generic[Frame]):
    """A data frame for each finding."""

    actors: Frame
    times: Frame
    places: Frame
    events: Frame
    statements: Frame
    positions: Frame
    silences: Frame
    prospects: Frame


def to_pandas(records: Iterable[Record]) -> "Frames[pandas.DataFrame]":
    """The records' findings as pandas frames; dates are `datetime64`."""
    return _frames(records, pandas_frame)


def to_polars(records: Iterable[Record]) -> "Frames[polars.DataFrame]":
    """The records' findings as Polars frames."""
    return _frames(records, polars_frame)


def pandas_frame(rows: Sequence[Any], row: type[Any]) -> "pandas.DataFrame":
    """Rows of one type, a dataclass, as a pandas frame; MemconError without pandas."""
    pandas: Any = _library("pandas")
    made = pandas.DataFrame([astuple(one) for one in rows], columns=list(_columns(row)))
    kinds = {name: _PANDAS.get(kind, "datetime64[s]") for name, kind in _columns(row).items()}
    return made.astype(kinds)


def polars_frame(rows: Sequence[Any], row: type[Any]) -> "polars.DataFrame":
    """Rows of one type, a dataclass, as a Polars frame; MemconError without Polars."""
    polars: Any = _library("polars")
    kinds = {name: getattr(polars, _POLARS[kind]) for name, kind in _columns(row).items()}
    return polars.DataFrame([astuple(one) for one in rows], schema=kinds, orient="row")


def _frames(
    records: Iterable[Record], frame: Callable[[Sequence[Any], type[Any]], Any]
) -> Frames[Any]:
    """A frame for each kind of row."""
    found = to_rows(records)
    kinds = {field.name: get_args(field.type)[0] for field in fields(Rows)}
    return Frames(**{name: frame(getattr(found, name), kind) for name, kind in kinds.items()})


def _columns(row: type[Any]) -> dict[str, str]:
    """The columns of a row type, each with the name of its type without None."""
    kinds: dict[str, Any] = {field.name: field.type for field in fields(row)}
    return {name: (*get_args(kind), kind)[0].__name__ for name, kind in kinds.items()}


def _library(name: str) -> ModuleType:
    """pandas or Polars, which come with an extra of their own."""
    try:
        return import_module(name)
    except ImportError as error:
        raise MemconError(f"{name} is not installed: pip install 'memcon[frames]'") from error
