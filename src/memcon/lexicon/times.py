"""The words of times: months, units, relative words, and the wordings that put them together."""

from typing import Literal

import msgspec

Meaning = Literal[
    "number-date",
    "day",
    "day-again",
    "month",
    "year",
    "unit",
    "told",
    "offset",
    "quarter",
    "period",
    "half",
    "season",
    "holiday",
    "decade",
    "century",
    "part",
    "duration",
    "set",
    "reference",
]
Anchor = Literal["published", "told"]


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to say a time, and what it means.

    `pattern` is a regular expression whose atoms are words, not letters: a bare word is itself,
    `{name}` any entry of the table, list or phrase of that name, `<name>` the same, kept as the
    slot "name", and `<slot:name>` kept as "slot". `by` is how far from the anchor, `at` the anchor,
    `value` a value that needs no working out, `part` a part of the day.
    """

    means: Meaning
    pattern: str
    by: int | None = None
    at: Anchor = "published"
    value: str | None = None
    part: str | None = None


class TimeWords(msgspec.Struct, frozen=True, eq=False, kw_only=True, forbid_unknown_fields=True):
    """What `times.toml` holds.

    Tables give what a word stands for: months and days of the week their number (Monday is 1),
    seasons and parts of the day their TIMEX3 letters, `which` and `told` a step from now or from
    the time told last. `lists` are words of one use, `phrases` parts of wordings. Words of what is
    named in `capitalized` only count with a capital letter; every time holds a word of the
    `anchors`, or digits. `forward` and `backward` are words before a time that say where it lies
    ("by February"), `planning` the verbs and modals whose times lie ahead, unless they did so once
    (`pluperfect`). Of the wordings that fit at a place, the first wins.

    A table is compared by identity, so that what is compiled from it can be kept.
    """

    months: dict[str, int]
    months_short: dict[str, int]
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    weekdays_plural: dict[str, int]
    units: dict[str, str]
    units_plural: dict[str, str]
    seasons: dict[str, str]
    parts: dict[str, str]
    parts_plural: dict[str, str]
    clock_words: dict[str, str]
    meridiem: dict[str, int]
    cardinals: dict[str, float]
    ordinals: dict[str, int]
    tens_plural: dict[str, int]
    which: dict[str, int]
    told: dict[str, int]
    deictic: dict[str, int]
    adverbs: dict[str, str]
    paces: dict[str, str]
    holidays: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    capitalized: tuple[str, ...]
    anchors: tuple[str, ...]
    ahead: frozenset[str]
    forward: frozenset[str]
    backward: frozenset[str]
    planning: frozenset[str]
    pluperfect: frozenset[str]
    phrases: dict[str, str]
    wordings: tuple[Wording, ...]
