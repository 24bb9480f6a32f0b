"""Cells: what stands in a flat file, and the columns that say what each one means."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, TypeVar

Row = TypeVar("Row")
Cell = str | int | float | bool | date | None
Kind = Literal["str", "int", "float", "bool", "date"]
JOINT = "; "
# What a column means for which a record has nothing.
UNFILLED = "always empty"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its name, the kind of its cells, what they mean and how a row fills them."""

    name: str
    kind: Kind
    meaning: str
    cell: Callable[[Row], Cell]


def joined(names: Iterable[str | None]) -> str | None:
    """Several names in one cell; None if there are none."""
    return JOINT.join(name for name in names if name) or None


def unfilled(*names: str) -> tuple[Column[Any], ...]:
    """Columns of a data set for which a record has nothing."""
    return tuple(Column(name, "str", UNFILLED, lambda _: None) for name in names)
