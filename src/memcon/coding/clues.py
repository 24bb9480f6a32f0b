"""Clues: what the words in an expression's slots stand for, in numbers and TIMEX3 letters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from memcon.coding.timex import Expression, entry_words
from memcon.lexicon.times import TimeWords

Words = Sequence[str]
Tables = Mapping[str, Mapping[str, Any]]

HUNDRED: Final = 100
DOZEN: Final = 12
# Slots that say the same whatever their words.
FIXED: Final = {"one": ("count", 1.0), "coming": ("which", 0), "half_more": ("half_more", True)}
NOON: Final = 12
MANY: Final = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What an expression says, a field a slot; None where it says nothing of the kind.

    `which` and `told` are steps from the anchor, `which_year` the same for the year that is named
    beside a month. A `count` that is vague ("several") is None, and then `is_vague`.
    """

    year: int | None = None
    two: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: int | None = None
    which_year: int | None = None
    told: int | None = None
    deictic: int | None = None
    unit: str | None = None
    count: float | None = None
    is_vague: bool = False
    half_more: bool = False
    part: str | None = None
    clock: str | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    holiday: str | None = None
    decade: int | None = None
    century: int | None = None
    pace: str | None = None
    adverb: str | None = None
    iso: str | None = None
    slashed: str | None = None


def clues_of(expression: Expression, words: TimeWords) -> Clues:
    """The clues in the slots of an expression."""
    tables = _tables_of(words)
    said = {
        slot: _READERS[slot](spoken, tables)
        for slot, spoken in expression.slots.items()
        if slot in _READERS
    }
    said.update(fixed for slot, fixed in FIXED.items() if slot in expression.slots)
    return Clues(**said, is_vague="count" in said and said["count"] is None)


def number_of(words: Words, cardinals: Mapping[str, float]) -> float | None:
    """What the words count to: 2.5 for "two and a half" and "2 1/2"; None if they are vague."""
    total, group, is_number = 0.0, 0.0, False
    for value in (_value(word, cardinals) for word in words):
        if value is None:
            continue
        is_number = True
        if value >= HUNDRED or (value == DOZEN and group):
            group = (group or 1) * value
        else:
            group += value
        if value > HUNDRED:
            total, group = total + group, 0.0
    return total + group if is_number else None


def _value(word: str, cardinals: Mapping[str, float]) -> float | None:
    """One number word, its digits or a fraction."""
    if word in cardinals:
        return cardinals[word]
    upper, _, lower = word.replace(",", "").partition("/")
    try:
        value = float(upper) / float(lower or 1)
    except (ValueError, ZeroDivisionError):
        return None
    return value if value < MANY else None


def _year(words: Words, tables: Tables) -> int | None:
    """A year in digits or as it is spoken: "two thousand", "nineteen seventy-nine"."""
    number = number_of(words, tables["cardinals"])
    if number is None:
        return None
    teens = tables["cardinals"].get(words[0], 0)
    is_spoken = len(words) > 1 and NOON < teens < HUNDRED
    return int(teens * HUNDRED + number - teens) if is_spoken else int(number)


def _ordinal(words: Words, tables: Tables) -> int | None:
    """The 3 of "third", "3rd" and "Q3"."""
    digits = "".join(c for c in words[0] if c.isdigit())
    return int(digits) if digits else tables["ordinals"].get(" ".join(words))


def _decade(words: Words, tables: Tables) -> int | None:
    """The year that "the 1980s", "the '80s" or "the eighties" begin with."""
    digits = "".join(c for c in words[0] if c.isdigit())
    year = int(digits) if digits else tables["tens_plural"].get(words[0])
    return year if year is None or year > HUNDRED else year + 1900


def _clock(words: Words, tables: Tables) -> str | None:
    """The hour and minute on a clock of 24 hours: "22:00" for "10 p.m."."""
    spoken = [w for w in words if w in tables["clock_words"]]
    if spoken:
        return tables["clock_words"][spoken[0]]
    number = number_of(words[:1], tables["cardinals"])
    hour, _, minute = words[0].replace(".", ":").partition(":")
    if number is None or minute:
        at, minutes = int(hour), int(minute)
    elif len(words[0]) == 4 and words[0].isdigit():  # 1430 GMT
        at, minutes = divmod(int(number), HUNDRED)
    else:
        at, minutes = int(number), 0
    half_days = [tables["meridiem"][w] for w in words if w in tables["meridiem"]]
    half_days += [NOON * (tables["parts"][w] != "MO") for w in words if w in tables["parts"]]
    if half_days and at <= NOON:
        at = at % NOON + half_days[0]
    return f"{at:02}:{minutes:02}" if at <= 24 and minutes < 60 else None


def _looked_up(*names: str) -> Callable[[Words, Tables], Any]:
    """A reader that looks the slot's words up in the tables so named."""

    def read(words: Words, tables: Tables) -> Any:
        key = " ".join(word for word in words if word != ".")
        return next((tables[name][key] for name in names if key in tables[name]), None)

    return read


def _digits(words: Words, _: Tables) -> int:
    """Plain digits."""
    return int(words[0])


def _word(words: Words, _: Tables) -> str:
    """The word as it stands."""
    return words[0]


_READERS: Final[Mapping[str, Callable[[Words, Tables], Any]]] = {
    "year": _year,
    "two": _digits,
    "month": _looked_up("months", "months_short"),
    "day": _ordinal,
    "weekday": _looked_up("weekdays", "weekdays_short", "weekdays_plural"),
    "which": _looked_up("which"),
    "which_year": _looked_up("which"),
    "told": _looked_up("told"),
    "deictic": _looked_up("deictic"),
    "unit": _looked_up("units", "units_plural"),
    "count": lambda words, tables: number_of(words, tables["cardinals"]),
    "part": _looked_up("parts", "parts_plural"),
    "clock": _clock,
    "quarter": _ordinal,
    "half": _ordinal,
    "season": _looked_up("seasons"),
    "holiday": _looked_up("holidays"),
    "decade": _decade,
    "century": _ordinal,
    "pace": _looked_up("paces"),
    "adverb": _looked_up("adverbs"),
    "iso": _word,
    "slashed": _word,
}


@lru_cache(maxsize=8)
def _tables_of(words: TimeWords) -> Tables:
    """The lexicon's tables by how their entries are spelled in a slot."""
    tables = {name: getattr(words, name) for name in words.__struct_fields__}
    return {
        name: {" ".join(entry_words(entry)): value for entry, value in table.items()}
        for name, table in tables.items()
        if isinstance(table, dict)
    }
