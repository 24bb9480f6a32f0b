"""Days: full calendar dates as pages write them."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_FORMS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_NAME},?[ -](?P<y>(?:19|20)\d\d)", re.I
    ),
    re.compile(rf"\b{_NAME} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)", re.I),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)"),
)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)")


def iso_day(value: str) -> date | None:
    """The day at the start of an ISO 8601 date or time: "2021-05-20T10:04Z", "20210520"."""
    match = _ISO.match(value)
    return _day(*map(int, match.groups())) if match else None


def day_in(text: str) -> date | None:
    """The first full date in a line: "20 May 2021", "May 20, 2021", "20.05.2021".

    Of "05/06/2021" nobody can say which is the month, so it is none.
    """
    for form in _FORMS:
        if match := form.search(text):
            parts = match.groupdict()
            month = parts.get("m") or str(_month(match.group(0)))
            if day := _day(int(parts["y"]), int(month), int(parts["d"])):
                return day
    return _slashed(text)


def _month(words: str) -> int:
    named = re.search(_NAME, words, re.IGNORECASE)
    return _MONTHS.index(named.group(1).lower()) + 1 if named else 0


def _slashed(text: str) -> date | None:
    match = _SLASHED.search(text)
    if not match:
        return None
    first, second, year = map(int, match.groups())
    if first > 12:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 or first == second else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1800 <= year <= 2100 else None
    except ValueError:
        return None
