"""Addresses: of every view, drawn out of a desk: what is busiest, and others by chance.

The same desk gives the same addresses.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any, TypeVar

from memcon.desk.desk import Desk
from memcon.web.answering import address
from memcon.web.sheets import segment

# So many of each view, half of them of what is busiest.
VISITS = 36
_BUSIEST = VISITS // 2
_SEED = 6
# The day after the last article of a desk that scale.py has filled.
_AS_OF = "2023-12-31"
_DAYS: Sequence[Mapping[str, str]] = (
    {},
    {"since": "2019", "until": "2020"},
    {"since": "2022-03"},
)
_TYPES = ("CONSULT", "AGREE", "ACCUSE", "ASSAULT", "COERCE", "COOPERATE")
_STATES = ("open", "dormant", "overdue", "settled")
_DISPUTES = ("date", "place", "number", "denial")
_WORD = re.compile(r"[a-z]{5,}")

_PAIRS = "SELECT a, b FROM dyads WHERE b <> '' GROUP BY a, b ORDER BY count(*) DESC, a, b"
_ACTORS = """
SELECT a.key FROM actors a JOIN appearances p ON p.actor = a.id
GROUP BY a.id ORDER BY count(*) DESC, a.id
"""
_HAPPENINGS = "SELECT happening FROM tellings GROUP BY 1 ORDER BY count(*) DESC, 1"
_ARTICLES = "SELECT article FROM articles ORDER BY length DESC, id"
_EVENTS = """
SELECT a.article, 'e' || t.number FROM articles a JOIN tellings t ON t.article = a.id
ORDER BY a.length DESC, a.id, t.number
"""
_ISSUES = """
SELECT i.name FROM issues i JOIN positions p ON p.issue = i.id
GROUP BY i.id ORDER BY count(*) DESC, i.id
"""
_PROSPECTS = "SELECT outlook FROM steps GROUP BY 1 ORDER BY count(*) DESC, 1"
_TITLES = "SELECT lower(title) FROM articles WHERE title IS NOT NULL"
_PUBLISHERS = """
SELECT publisher FROM articles WHERE publisher IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1
"""

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Stock:
    """What can be asked for, of each kind as much as there are visits, the busiest first."""

    pairs: Sequence[tuple[str, str]]
    actors: Sequence[str]
    happenings: Sequence[int]
    articles: Sequence[str]
    events: Sequence[tuple[str, str]]
    issues: Sequence[str]
    prospects: Sequence[int]
    words: Sequence[str]
    publishers: Sequence[str]

    @classmethod
    def of(cls, desk: Desk) -> "Stock":
        """Drawn out of a desk."""
        chance = random.Random(_SEED)

        def drawn(found: Sequence[Kind]) -> Sequence[Kind]:
            rest = found[_BUSIEST:]
            return *found[:_BUSIEST], *chance.sample(rest, min(len(rest), VISITS - _BUSIEST))

        def names(sql: str) -> Sequence[Any]:
            return drawn([name for (name,) in desk.store.query(sql)])

        words = Counter(
            word for (title,) in desk.store.each(_TITLES) for word in _WORD.findall(title)
        )
        return cls(
            pairs=drawn([(a, b) for a, b in desk.store.query(_PAIRS)]),
            actors=names(_ACTORS),
            happenings=names(_HAPPENINGS),
            articles=names(_ARTICLES),
            events=drawn([(article, event) for article, event in desk.store.query(_EVENTS)]),
            issues=names(_ISSUES),
            prospects=names(_PROSPECTS),
            words=drawn([word for word, _ in words.most_common()]),
            publishers=names(_PUBLISHERS),
        )


def _overview(stock: Stock) -> Iterator[str]:
    yield from ["/overview"] * VISITS


def _relation(stock: Stock) -> Iterator[str]:
    for (a, b), days, by in zip(
        stock.pairs, cycle(_DAYS), cycle(("month", "week", "day", "month")), strict=False
    ):
        yield address(f"/relation/{segment(a)}/{segment(b)}", **days, by=by, as_of=_AS_OF)


def _timeline(stock: Stock) -> Iterator[str]:
    yield "/timeline"
    for pair, days, type_ in zip(stock.pairs[1:], cycle(_DAYS), cycle(("", *_TYPES)), strict=False):
        yield address("/timeline", party=pair[: 1 if type_ else 2], type=type_, **days)


def _happening(stock: Stock) -> Iterator[str]:
    for number in stock.happenings:
        yield f"/happening/{number}"


def _article(stock: Stock) -> Iterator[str]:
    for article, (told, event) in zip(stock.articles[::2], stock.events[::2], strict=True):
        yield f"/article/{article}"
        yield address(f"/article/{told}", finding=event)


def _finding(stock: Stock) -> Iterator[str]:
    for article, event in stock.events:
        yield f"/article/{article}/finding/{event}"


def _actor(stock: Stock) -> Iterator[str]:
    for key, days in zip(stock.actors, cycle(_DAYS), strict=False):
        yield address(f"/actor/{segment(key)}", **days)


def _actors(stock: Stock) -> Iterator[str]:
    yield "/actors"
    for word, kind in zip(stock.words[1:], cycle(("", "person", "state", "igo")), strict=False):
        yield address("/actors", words=word[:3] if kind else "", kind=kind or "person")


def _issue(stock: Stock) -> Iterator[str]:
    for name, days in zip(stock.issues, cycle(_DAYS), strict=False):
        yield address(f"/issue/{segment(name)}", **days)


def _issues(stock: Stock) -> Iterator[str]:
    yield "/issues"
    for word in stock.words[1:]:
        yield address("/issues", words=word[:4])


def _narrowed(stock: Stock) -> Iterator[Mapping[str, str]]:
    """What articles are narrowed to, by turns."""
    for number in range(VISITS):
        party = stock.pairs[number % _BUSIEST][0]
        yield (
            {},
            _DAYS[1],
            {"publisher": stock.publishers[number % len(stock.publishers)]},
            {"speaker": party},
            {"country": party},
            {"type": _TYPES[number % len(_TYPES)]},
        )[number % 6]


def _search(stock: Stock) -> Iterator[str]:
    for word, narrowed in zip(stock.words, _narrowed(stock), strict=True):
        yield address("/search", words=word, **narrowed)


def _said(stock: Stock) -> Iterator[str]:
    yield "/said"
    for number, (word, narrowed) in enumerate(zip(stock.words[1:], _narrowed(stock), strict=False)):
        if not {"country", "type"} & narrowed.keys():
            yield address("/said", about=word if number % 2 else "", **narrowed)


def _map(stock: Stock) -> Iterator[str]:
    yield "/map"
    for pair, days, type_ in zip(stock.pairs[1:], cycle(_DAYS), cycle(("", *_TYPES)), strict=False):
        yield address("/map", party=pair[:1], type=type_, **days)


def _network(stock: Stock) -> Iterator[str]:
    yield "/network"
    for key, days, grain in zip(
        ("", *stock.actors[2:]), cycle(_DAYS), cycle(("actor", "state", "actor")), strict=False
    ):
        yield address("/network", of=key, grain=grain, **days)


def _prospects(stock: Stock) -> Iterator[str]:
    yield address("/prospects", as_of=_AS_OF)
    for pair, state in zip(stock.pairs[1:], cycle(("", *_STATES)), strict=False):
        yield address("/prospects", party="" if state else pair, state=state, as_of=_AS_OF)


def _prospect(stock: Stock) -> Iterator[str]:
    for number in stock.prospects:
        yield address(f"/prospect/{number}", as_of=_AS_OF)


def _discrepancies(stock: Stock) -> Iterator[str]:
    yield "/discrepancies"
    for pair, kind, days in zip(
        stock.pairs[1:], cycle(("", *_DISPUTES)), cycle(_DAYS), strict=False
    ):
        yield address("/discrepancies", party=pair[:1], kind=kind, **days)


def _watches(stock: Stock) -> Iterator[str]:
    yield from ["/watches"] * VISITS


def _corrections(stock: Stock) -> Iterator[str]:
    yield from ["/corrections"] * VISITS


def _export(stock: Stock) -> Iterator[str]:
    yield from ["/export"] * VISITS


# By the path of a view.
ADDRESSES: Mapping[str, Callable[[Stock], Iterator[str]]] = {
    "/overview": _overview,
    "/relation/{a}/{b}": _relation,
    "/timeline": _timeline,
    "/happening/{number}": _happening,
    "/article/{id}": _article,
    "/article/{id}/finding/{finding}": _finding,
    "/actor/{name}": _actor,
    "/actors": _actors,
    "/issue/{name}": _issue,
    "/issues": _issues,
    "/search": _search,
    "/said": _said,
    "/map": _map,
    "/network": _network,
    "/prospects": _prospects,
    "/prospect/{number}": _prospect,
    "/discrepancies": _discrepancies,
    "/watches": _watches,
    "/corrections": _corrections,
    "/export": _export,
}
