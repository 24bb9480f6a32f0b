"""Account: a happening as it is kept, with the words of each article that tells it."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from memcon.desk.blobs import unpack_text
from memcon.desk.days import day_of, period_of
from memcon.desk.store import Store
from memcon.story.answers import Account, Witness
from memcon.story.happenings import Happening
from memcon.story.identities import Identity
from memcon.story.spots import Spot

_HAPPENINGS = """
SELECT id, type, mode, status, quad, goldstein, mutual, first, last, is_dated, place,
       place_country, lat, lon, sources, tellings, confidence
FROM happenings WHERE id IN (SELECT value FROM json_each(?))
"""
_PARTIES = """
SELECT p.happening, p.side, a.key, a.name, a.kind, a.country, a.sector, a.code
FROM parties p JOIN actors a ON a.id = p.actor
WHERE p.happening IN (SELECT value FROM json_each(?))
ORDER BY p.happening, p.side, p.place
"""
_TELLINGS = """
SELECT happening, article, 'e' || number, start, "end" FROM tellings
WHERE happening IN (SELECT value FROM json_each(?))
"""
_ARTICLES = """
SELECT a.id, a.article, publisher, published, family, t.text
FROM articles a JOIN texts t ON t.article = a.id
WHERE a.id IN (SELECT value FROM json_each(?))
"""


class Passage(NamedTuple):
    """Where words stand: `article` is the desk's number of it, `finding` an id in its record."""

    article: int
    finding: str
    start: int
    end: int


def listed(members: Iterable[int | str]) -> str:
    """Numbers or words as one parameter of a query, for json_each."""
    return json.dumps(list(members))


def accounts(store: Store, numbers: Sequence[int]) -> dict[int, Account]:
    """The happenings with these numbers, as far as they are there, in the order of the numbers.

    The witnesses stand in the order in which their articles were published.
    """
    asked = listed(numbers)
    told: dict[int, list[Passage]] = {}
    for happening, *passage in store.query(_TELLINGS, (asked,)):
        told.setdefault(happening, []).append(Passage(*passage))
    known = witnesses(store, [passage for passages in told.values() for passage in passages])
    sides = sides_of(store, numbers)
    rows = {row[0]: row for row in store.query(_HAPPENINGS, (asked,))}
    return {
        number: Account(
            number=number,
            happening=_happening(rows[number], sides.get(number, {})),
            witnesses=tuple(sorted((known[p] for p in told.get(number, ())), key=_by_day)),
        )
        for number in dict.fromkeys(numbers)
        if number in rows
    }


def witnesses(store: Store, passages: Sequence[Passage]) -> dict[Passage, Witness]:
    """The words of these passages, and whose they are; each article is opened once."""
    wanted: dict[int, list[Passage]] = {}
    for passage in passages:
        wanted.setdefault(passage.article, []).append(passage)
    found: dict[Passage, Witness] = {}
    for number, article, publisher, published, family, blob in store.each(
        _ARTICLES, (listed(wanted),)
    ):
        text = unpack_text(blob)
        for passage in wanted[number]:
            found[passage] = Witness(
                article=article,
                finding=passage.finding,
                publisher=publisher,
                published=day_of(published),
                family=family,
                start=passage.start,
                end=passage.end,
                words=text[passage.start : passage.end],
            )
    return found


def sides_of(store: Store, numbers: Iterable[int]) -> dict[int, dict[str, list[Identity]]]:
    """Who took part in each happening, by side and in reading order."""
    sides: dict[int, dict[str, list[Identity]]] = {}
    for happening, side, *actor in store.query(_PARTIES, (listed(numbers),)):
        sides.setdefault(happening, {}).setdefault(side, []).append(Identity(*actor))
    return sides


def _happening(row: tuple[Any, ...], sides: dict[str, list[Identity]]) -> Happening:
    """A happening from its row and its parties."""
    (_, type_, mode, status, quad, goldstein, mutual, first, last, dated, *rest) = row
    place, country, lat, lon, sources, tellings, confidence = rest
    return Happening(
        type=type_,
        mode=mode,
        status=status,
        quad=quad,
        goldstein=goldstein,
        mutual=bool(mutual),
        source=tuple(sides.get("source", ())),
        target=tuple(sides.get("target", ())),
        intermediaries=tuple(sides.get("intermediary", ())),
        period=period_of(first, last),
        is_dated=bool(dated),
        spot=Spot(place, country, lat, lon) if place else None,
        sources=sources,
        tellings=tellings,
        confidence=confidence,
    )


def _by_day(witness: Witness) -> tuple[date, str]:
    """Witnesses without a day stand last."""
    return witness.published or date.max, witness.article
