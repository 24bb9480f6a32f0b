"""View: what stands at one address: a page for people, and the same as JSON, CSV or picture.

    /relation/USA/RUS?since=2021-05    the page
    /relation/USA/RUS.json?since=…     the whole answer
    /relation/USA/RUS.csv?since=…      its rows
    /relation/USA/RUS.svg?since=…      its chart, for whoever runs no scripts

A page's module says which; how they are made is told once, in answering.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from memcon.desk.desk import Desk
from memcon.web.query import Query

AnyQuery = TypeVar("AnyQuery", bound=Query)
Answered = TypeVar("Answered")

Chart = Mapping[str, Any]
Form = Literal["html", "json", "csv", "svg"]


def _nothing(answer: Any, query: Any) -> Mapping[str, Any]:
    return {}


def _no_more(desk: Desk, query: Any) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Generic[AnyQuery, Answered]):
    """What stands at `path`; `{…}` in it are fields of `query`.

    `ask` runs in the desk's own thread; what it gives is the JSON twin, and, where `is_table`, its
    `rows` are the CSV. `chart` makes a Vega-Lite specification of it. `template` (a file beside the
    page's module) is given `answer`, `query`, what `frame` adds to them, and `aside`: what only the
    page asks of the desk as well, such as names that complete a field.
    """

    path: str
    about: str
    query: type[AnyQuery]
    ask: Callable[[Desk, AnyQuery], Answered]
    template: str
    frame: Callable[[Answered, AnyQuery], Mapping[str, Any]] = _nothing
    aside: Callable[[Desk, AnyQuery], Mapping[str, Any]] = _no_more
    chart: Callable[[Answered, AnyQuery], Chart] | None = None
    is_table: bool = True

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms in which it is to be had."""
        table: tuple[Form, ...] = ("csv",) if self.is_table else ()
        picture: tuple[Form, ...] = ("svg",) if self.chart else ()
        return ("html", "json", *table, *picture)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Generic[AnyQuery]):
    """What a form that is sent to `path` does to the desk; it gives the address to go on to.

    `query` is what the form's fields must be. Whoever sends a form proves that it is ours: see
    guard.py.
    """

    path: str
    about: str
    query: type[AnyQuery]
    do: Callable[[Desk, AnyQuery], str]


AnyView = View[Any, Any]
AnyDeed = Deed[Any]
