"""Query: what an address asks for, in its path and behind its question mark."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

import msgspec

from memcon.story.periods import bound

# What the desk's file can count.
_BITS = 63
# The first of a month or year is meant by "since", the last by the others.
_FIRST, _LAST = ("since",), ("until", "as_of")
DAYS = (*_FIRST, *_LAST)

AnyQuery = TypeVar("AnyQuery", bound="Query")


class Query(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every address may ask: nothing. Each page adds what it can be asked for."""


class Within(Query, frozen=True, kw_only=True):
    """Only from `since` on, only up to `until`, both inclusive."""

    since: date | None = None
    until: date | None = None

    @property
    def days(self) -> dict[str, date | None]:
        """Both, as the desk takes them."""
        return {"since": self.since, "until": self.until}


def asked(
    kind: type[AnyQuery], path: Mapping[str, Any], told: Iterable[tuple[str, str]]
) -> AnyQuery:
    """The query in an address; what is left empty in a form is not asked for.

    A name that stands more than once is a list. ValueError says what is wrong with it.
    """
    lists = {f.name for f in msgspec.structs.fields(kind) if isinstance(f.default, tuple)}
    values: dict[str, Any] = dict(path)
    for name, words in told:
        if not words.strip():
            continue
        if name in lists:
            values.setdefault(name, []).append(words)
        else:
            values[name] = _day(name, words)
    query = msgspec.convert(values, kind, strict=False)
    for name in kind.__struct_fields__:
        number = getattr(query, name)
        if isinstance(number, int) and number.bit_length() > _BITS:
            raise ValueError(f"{name} is too large a number")
    return query


def _day(name: str, words: str) -> str:
    """A day in full where a day is meant; other words as they are."""
    if name in DAYS:
        return bound(words, is_last=name in _LAST).isoformat()
    return words
