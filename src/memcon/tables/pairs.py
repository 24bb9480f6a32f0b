"""Pairs: sentences in which a source and a target are marked, from a TSV file with a header.

Quoting is that of the `csv` module. No column is read but `uid` and `marked_sentence`.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.errors import MemconError

_SENTENCE = "marked_sentence"
_MARKS = ("<s>", "<t>")


@dataclass(frozen=True, slots=True)
class Pair:
    """A row: its id, and its sentence, as "<s>Kyiv</s> accused <t>Moscow</t>".

    `marked` is None when neither side is marked; one side may be where the other is not named.
    """

    ident: str
    marked: str | None


def read_pairs(name: str, lines: Iterable[str]) -> Iterator[Pair]:
    """The rows of a file; a row's id is its `uid`, or else its number from 0.

    MemconError, with the file's `name`, when it is no such table.
    """
    table = csv.DictReader(lines, delimiter="\t")
    try:
        if _SENTENCE not in (table.fieldnames or ()):
            raise MemconError(f"{name}: has no column {_SENTENCE}")
        for number, row in enumerate(table):
            sentence = row[_SENTENCE] or ""
            is_marked = any(mark in sentence for mark in _MARKS)
            yield Pair(row.get("uid") or str(number), sentence if is_marked else None)
    except csv.Error as error:
        raise MemconError(f"{name}, line {table.line_num + 1}: {error}") from error
