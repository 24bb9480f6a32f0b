"""Durations and sets: how long and how often, and what is only past, present or future."""

from typing import Final

from memcon.coding.clues import Clues
from memcon.coding.setting import Reading, Setting
from memcon.lexicon.times import Wording

# A unit's letter in a TIMEX3 duration, and how many of them it is.
LETTERS: Final = {
    "second": ("TS", 1),
    "minute": ("TM", 1),
    "hour": ("TH", 1),
    "day": ("D", 1),
    "weekend": ("D", 2),
    "week": ("W", 1),
    "fortnight": ("W", 2),
    "month": ("M", 1),
    "quarter": ("Q", 1),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
    "millennium": ("Y", 1000),
}
HALVES: Final = {"TM": "30S", "TH": "30M", "D": "T12H", "Y": "6M"}


def read_duration(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """How long: "two weeks", "a day and a half", "several months"."""
    if wording.value is not None:
        return Reading("DURATION", wording.value)
    if clues.unit is None:
        return None
    if clues.is_vague or (clues.count is None and wording.by is None):
        letter = LETTERS[clues.unit][0]
        return Reading("DURATION", f"P{letter[:-1]}X{letter[-1]}")
    count = (1.0 if clues.count is None else clues.count) + 0.5 * clues.half_more
    return Reading("DURATION", length(count, clues.unit))


def length(count: float, unit: str) -> str:
    """A length as TIMEX3 writes it: "PT1H30M" for 1.5 hours."""
    letter, times = LETTERS[unit]
    whole, rest = divmod(count * times, 1)
    if rest == 0.5 and letter in HALVES:
        half = HALVES[letter]
        if not whole:
            return f"P{letter[:-1]}{half}"
        return f"P{letter[:-1]}{int(whole)}{letter[-1]}{half}"
    number = f"{count * times:.2f}".rstrip("0").rstrip(".")
    return f"P{letter[:-1]}{number}{letter[-1]}"


def read_set(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """How often: "every two weeks", "Tuesday nights", "daily"."""
    if clues.pace is not None:
        return Reading("SET", clues.pace)
    if clues.weekday is not None:
        part = f"T{clues.part}" if clues.part else ""
        return Reading("SET", f"XXXX-WXX-{clues.weekday}{part}")
    if clues.month is not None:
        return Reading("SET", f"XXXX-{clues.month:02}")
    if clues.season is not None:
        return Reading("SET", f"XXXX-{clues.season}")
    if clues.part is not None:
        return Reading("SET", f"XXXX-XX-XXT{clues.part}")
    if clues.unit is None or clues.is_vague:
        return None
    count = clues.count if clues.count is not None else wording.by or 1
    return Reading("SET", length(count, clues.unit))


def read_reference(wording: Wording, clues: Clues, setting: Setting) -> Reading | None:
    """What is only past, present or future: "now", "recently"."""
    value = wording.value or clues.adverb
    return None if value is None else Reading("DATE", value)
