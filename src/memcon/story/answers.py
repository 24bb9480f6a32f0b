"""Answer: what a question to the desk gives: findings with their words, and flat rows of them."""

from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import IO, TYPE_CHECKING, Any, Generic, TypeVar, cast

import msgspec

from memcon.tables.cells import JOINT, Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.story.happenings import Happening
    from memcon.story.identities import Identity

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Witness:
    """The words of one article: where they stand, and whose they are.

    `article` is the record's article id, `finding` the finding's id in that record ("e3", "pos2");
    articles of one family are one source.
    """

    article: str
    finding: str
    publisher: str | None
    published: date | None
    family: int
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a question is about: a country, a body, or one person of either.

    `code` is whom it stands for in relations: "RUS", or the key of an actor without a state.
    `actors` are the desk's numbers of the actors that are meant; None where all that stand for the
    code are: "Russia" is every Russian official, "Lavrov" is one man.
    """

    code: str
    name: str
    actors: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A happening with its number on the desk and the words of each article that tells it."""

    number: int
    happening: "Happening"
    witnesses: tuple[Witness, ...]


def names_of(actors: "Iterable[Identity]") -> str:
    """Actors by name, in one cell of a row."""
    return JOINT.join(actor.name for actor in actors)


class Answer(Generic[Row]):
    """What every answer can do: `rows` are flat dataclasses, all of `row`'s type.

    A cell is text, a number, a truth value, a date or None.
    """

    row: type[Row]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The answer as a table, in its order."""
        raise NotImplementedError

    def to_json(self) -> bytes:
        """The whole answer as one line of JSON, UTF-8; days as ISO 8601."""
        return msgspec.json.encode(self)

    @property
    def left(self) -> int:
        """How many more there are on the desk than the rows tell of."""
        return 0

    def write_csv(self, stream: IO[bytes]) -> None:
        """Write the rows under the names of their fields, UTF-8; an unknown cell is empty."""
        from memcon.tables.files import CsvTable

        columns = [
            Column(f.name, "str", "", attrgetter(f.name)) for f in fields(cast("Any", self.row))
        ]
        CsvTable[Row](stream, columns).write(self.rows)

    def to_pandas(self):
        """The rows as a pandas frame; MemconError when pandas is not installed."""
        from memcon.tables.frames import pandas_frame

        return pandas_frame(self.rows, self.row)

    def to_polars(self):
        """The rows as a Polars frame; MemconError when Polars is not installed."""
        from memcon.tables.frames import polars_frame

        return polars_frame(self.rows, self.row)
