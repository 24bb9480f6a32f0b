"""Words: what a memo calls the closed terms of the record, and how it tells a date."""

import re
from datetime import date
from typing import NamedTuple

from memcon.record.terms import (
    ActorKind,
    DateBasis,
    EventStatus,
    EventType,
    SilenceKind,
    Stance,
)


class Act(NamedTuple):
    """An event type in words.

    "A `did` B" or, for what is not a fact, "`noun` by A `towards` B". Parties that act on each
    other "`together`", or there is a "`noun` between A and B".
    """

    did: str
    alone: str
    together: str
    noun: str
    towards: str


ACTS: dict[EventType, Act] = {
    "AGREE": Act("made a commitment to", "made a commitment", "agreed", "agreement", "with"),
    "CONSULT": Act("held talks with", "held talks", "held talks", "talks", "with"),
    "SUPPORT": Act("backed", "gave backing", "backed each other", "support", "for"),
    "CONCEDE": Act("gave way to", "gave way", "gave way to each other", "concession", "to"),
    "COOPERATE": Act("worked with", "cooperated", "worked together", "cooperation", "with"),
    "AID": Act("gave aid to", "gave aid", "aided each other", "aid", "to"),
    "RETREAT": Act("eased force on", "eased force", "eased force", "easing of force", "on"),
    "REQUEST": Act("asked", "made a request", "asked each other", "request", "to"),
    "ACCUSE": Act("faulted", "found fault", "faulted each other", "accusation", "against"),
    "REJECT": Act("said no to", "said no", "said no to each other", "refusal", "to"),
    "THREATEN": Act("threatened", "made a threat", "threatened each other", "threat", "against"),
    "PROTEST": Act("protested against", "protested", "protested", "protest", "against"),
    "SANCTION": Act(
        "took measures against",
        "took measures",
        "took measures against each other",
        "measures",
        "against",
    ),
    "MOBILIZE": Act(
        "moved forces against", "moved forces", "moved forces", "show of force", "against"
    ),
    "COERCE": Act("used coercion on", "used coercion", "coerced each other", "coercion", "of"),
    "ASSAULT": Act("attacked", "used violence", "fought", "attack", "on"),
}

# What is not a fact is told as a noun with one of these before it.
STATUSES: dict[EventStatus, str] = {
    "actual": "",
    "ongoing": "Ongoing",
    "planned": "Planned",
    "proposed": "Proposed",
    "possible": "Possible",
    "conditional": "Conditional",
    "alleged": "Alleged",
    "denied": "Denied",
    "not-happened": "Did not happen:",
}

# "A `word` the issue".
SILENCES: dict[SilenceKind, str] = {
    "refused": "would not speak of",
    "deflected": "gave no answer on",
    "omitted": "left out",
    "unavailable": "could not be reached about",
}
SILENCES_ALONE: dict[SilenceKind, str] = {
    "refused": "would not say",
    "deflected": "gave no answer",
    "omitted": "left something unsaid",
    "unavailable": "could not be reached",
}

# "A `word` the issue".
STANCES: dict[Stance, str] = {
    "supports": "supports",
    "opposes": "opposes",
    "demands": "demands",
    "offers": "offers",
    "welcomes": "welcomes",
    "concerned": "is concerned about",
    "criticizes": "criticizes",
    "open": "is open to",
    "undecided": "is undecided on",
    "denies": "denies",
}

# "The issue: `word` A and B".
HELD: dict[Stance, str] = {
    "supports": "supported by",
    "opposes": "opposed by",
    "demands": "demanded by",
    "offers": "offered by",
    "welcomes": "welcomed by",
    "concerned": "a concern of",
    "criticizes": "criticized by",
    "open": "not ruled out by",
    "undecided": "left open by",
    "denies": "denied by",
}

KINDS: dict[ActorKind, str] = {
    "person": "",
    "state": "state",
    "government": "government",
    "agency": "agency",
    "igo": "international organization",
    "armed-group": "armed group",
    "company": "company",
    "media": "media",
    "party": "party",
    "group": "group",
    "document": "document",
    "unnamed": "not named",
}

BASES: dict[DateBasis, str] = {
    "given": "as given",
    "metadata": "from the page's metadata",
    "url": "from the page's address",
    "text": "from the page's text",
    "inferred": "worked out from the text",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_HALVES = {"H1": "first half of", "H2": "second half of"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_DAY_PARTS = {
    "TMO": "morning",
    "TMI": "midday",
    "TAF": "afternoon",
    "TEV": "evening",
    "TNI": "night",
    "TDT": "daytime",
}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<part>\d\d|W\d\d|Q\d|H\d|[A-Z]{2}))?(?:-(?P<day>\d\d))?"
)


def calendar(value: str) -> str | None:
    """A TIMEX3 value in words: "2022-01-21TEV" is "21 January 2022, evening".

    None for what is no point of the calendar (durations, sets, "PRESENT_REF") and for what is not
    valid: there the article's own words are better.
    """
    point, mark, clock = value.partition("T")
    told = _VALUE.fullmatch(point)
    if told is None:
        return None
    words = _date(told["year"], told["part"], told["day"])
    if words is None or not mark:
        return words
    hours = _DAY_PARTS.get(mark + clock, clock if re.fullmatch(r"\d\d:\d\d.*", clock) else None)
    return f"{words}, {hours}" if hours else words


def _date(year: str, part: str | None, day: str | None) -> str | None:
    """Year, and month, week, quarter, half or season, and day, in words."""
    if part is None:
        return year
    if part.isdigit():
        return _month(int(year), int(part), int(day) if day else None)
    if day is not None:
        return None
    return _share(int(year), part)


def _month(year: int, month: int, day: int | None) -> str | None:
    """A month or a day of it; None if the calendar has no such day."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    name = f"{MONTHS[month - 1]} {year}"
    return f"{day} {name}" if day else name


def _share(year: int, part: str) -> str | None:
    """A week, quarter, half or season of a year."""
    if part in _SEASONS:
        return f"{_SEASONS[part]} {year}"
    if part in _HALVES:
        return f"{_HALVES[part]} {year}"
    if part[0] == "Q":
        return f"quarter {part[1]} of {year}"
    try:
        monday = date.fromisocalendar(year, int(part[1:]), 1)
    except ValueError:
        return None
    return f"week of {monday.day} {MONTHS[monday.month - 1]} {monday.year}"
