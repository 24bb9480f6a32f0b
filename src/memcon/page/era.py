"""Era: the day of a page that bears no date, from the offices, dates and weekdays it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.codes.offices import Offices
from memcon.lexicon.era import EraWords
from memcon.page.incumbents import Incumbent, find_incumbents

Stretch = tuple[date, date]

# A report may be printed a little after an office has ended.
_WITNESSES = 2
_SLACK = timedelta(days=2)
# "Since he took office in January": a January less than a year ago.
_RECENT = timedelta(days=364)
# A date without a year is no farther off than this.
_NEAR = timedelta(days=183)
# So far from a verb of saying a date is that of the saying; so far in, a text tells its news.
_REACH = 30
_OPENING = 600
_COPYRIGHT = re.compile(r"(?:©|\([Cc]\))[^\d\n]{0,40}(?:\d{4} ?[-–] ?)?(?P<year>(?:19|20)\d\d)\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|\n")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A month and a day that the text names, with year and weekday (Monday is 0) if it says them.

    `is_past`: what the text tells of that day has happened. `is_report`: it is the day of the news,
    as someone spoke on it or the text begins with it.
    """

    month: int
    day: int
    year: int | None
    weekday: int | None
    is_past: bool
    is_report: bool
    is_dateline: bool


def infer_published(
    text: str, offices: Offices, words: EraWords, printed: int | None = None
) -> date | None:
    """The latest day that the text reports of, if all it says allows one year only.

    "President Joe Biden", "since Biden took office in January", "said on May 20": 20 May 2021.
    None where several years, or none, fit. `printed` is the year of the copyright line: it decides
    on a dateline whose year the text leaves open.
    """
    dates = tuple(_dates(text, words))
    if not any(dated.is_report and dated.year is None for dated in dates):
        return None
    entries = list(_entries(text, offices, words))
    incumbents = find_incumbents(text, offices, words)
    told = (*entries, *_told_years(text, words))
    found = _only_day(text, dates, _narrowed(incumbents, bool(entries), told), words)
    if found or printed is None or not any(dated.is_dateline for dated in dates):
        return found
    year = [(date(printed, 1, 1), date(printed, 12, 31))]
    return _only_day(text, dates, _overlap(_narrowed(incumbents, True, told), year), words)


def printed_year(text: str) -> int | None:
    """The latest year of a copyright line: 2021 of "© 2019-2021 Baltic Wire"."""
    years = [int(match["year"]) for match in _COPYRIGHT.finditer(text)]
    return max(years, default=None)


def _narrowed(
    incumbents: Sequence[Incumbent], has_witness: bool, told: Sequence[Sequence[Stretch]]
) -> Sequence[Stretch]:
    """When all could be called so, as far as what else the text tells of years allows."""
    stretches = _tenure_stretches(incumbents, has_witness)
    for entry in told:
        stretches = _overlap(stretches, entry) or stretches
    return stretches


def _only_day(
    text: str, dates: Sequence[_Dated], stretches: Sequence[Stretch], words: EraWords
) -> date | None:
    """The day of the news, if it fits into one year of these stretches and no other."""
    if not stretches or stretches[0][0] == date.min or stretches[-1][1] == date.max:
        return None
    years = range(stretches[0][0].year, stretches[-1][1].year + 1)
    days = (day for year in years if (day := _latest(dates, year)))
    fitting = [day for day in days if _is_within(day, stretches) and _agree(dates, day)]
    if len(fitting) > 1 and any(dated.is_dateline for dated in dates):
        fitting = _of_its_weekday(fitting, text, words)
    return fitting[0] if len(fitting) == 1 else None


def _of_its_weekday(days: Sequence[date], text: str, words: EraWords) -> list[date]:
    """The days of a dateline whose weekday, or the one before, is the first that the text names.

    A wire's story begins with today or yesterday: "April 14 - … in a call on Tuesday".
    """
    first = words.patterns.weekday.search(text)
    if first is None:
        return []
    news = words.patterns.weekday_of[first[0]]
    return [day for day in days if (day.weekday() - news) % 7 <= 1]


def _tenure_stretches(incumbents: Sequence[Incumbent], has_witness: bool) -> list[Stretch]:
    """When all these could be called so; those who had left by the latest of them are history.

    One alone may be history too, and dates nothing but with another witness: the month of an entry
    into office, or the year of print.
    """
    if len(incumbents) + has_witness < _WITNESSES:
        return []
    allowed = [incumbent.stretches for incumbent in incumbents]
    start = max(stretches[0][0] for stretches in allowed)
    current = [stretches for stretches in allowed if stretches[-1][1] >= start]
    if 2 * len(current) < len(allowed):
        return []
    common: list[Stretch] = [(start, date.max)]
    for stretches in current:
        common = _overlap(common, stretches)
    return common


def _entries(text: str, offices: Offices, words: EraWords) -> Iterator[list[Stretch]]:
    """What each "since Biden took office in January" leaves open."""
    patterns = words.patterns
    for match in patterns.entered.finditer(text):
        who = match["who"]
        held = offices.holders(who) or offices.by_surname(who, None)
        month = patterns.month_of[match["month"]] + 1
        begun = [o for o in held if len(o.start) > 4 and o.first.month == month]
        year = match["year"]
        if year is not None:
            yield [(o.first, date.max) for o in begun if o.first.year == int(year)]
        else:
            yield [(o.first, o.first + _RECENT) for o in begun]


def _told_years(text: str, words: EraWords) -> Iterator[list[Stretch]]:
    """What the years of the past that the text names leave open: "since the war of March 2022"."""
    for match in words.patterns.past_year.finditer(text):
        if not _lies_ahead(text, match.start(), words):
            month = words.patterns.month_of.get(match["month"] or "", 0) + 1
            yield [(date(int(match["year"]), month, 1), date.max)]


def _overlap(left: Sequence[Stretch], right: Sequence[Stretch]) -> list[Stretch]:
    """Where two sets of stretches overlap, in order."""
    both = [(max(a, c), min(b, d)) for a, b in left for c, d in right]
    return sorted((first, last) for first, last in both if first - last <= _SLACK)


def _dates(text: str, words: EraWords) -> Iterator[_Dated]:
    """Every month and day that the text names."""
    patterns = words.patterns
    for pattern in patterns.dated:
        for match in pattern.finditer(text):
            weekday, year = match["weekday"], match["year"]
            is_past = _is_past(text, match, words)
            yield _Dated(
                month=patterns.month_of[match["month"]] + 1,
                day=int(match["day"]),
                year=int(year) if year else None,
                weekday=patterns.weekday_of[weekday] if weekday else None,
                is_past=is_past,
                is_report=is_past and _is_report(text, match, words),
                is_dateline=_is_dateline(text, match),
            )


def _is_dateline(text: str, match: re.Match[str]) -> bool:
    """Whether a date stands in the line that opens the news: "KYIV, July 23 (Reuters) -"."""
    is_behind_place = match["lead"] == ", " and match.start() < _OPENING
    return is_behind_place and text[match.end() : match.end() + 2] in (" (", " -", " —", " –")


def _is_past(text: str, match: re.Match[str], words: EraWords) -> bool:
    """Whether a date is when something happened: "met on May 20", not "will meet on June 16"."""
    lead = (match["lead"] or "").strip().casefold()
    if lead != "on" and not (lead and text[match.end() : match.end() + 2] == " ("):
        return False
    if words.patterns.saying.match(text, match.end() + 1):
        return True
    return not _lies_ahead(text, match.start(), words)


def _lies_ahead(text: str, start: int, words: EraWords) -> bool:
    """Whether the words before a date in its sentence say that it is still to come."""
    before = text[_sentence_start(text, start) : start]
    ahead = max((m.end() for m in words.patterns.ahead.finditer(before)), default=-1)
    told = max((m.end() for m in words.patterns.past.finditer(before)), default=-1)
    return ahead > told


def _is_report(text: str, match: re.Match[str], words: EraWords) -> bool:
    """Whether a day of the past is that of the news: "said on May 20", "on May 20 told"."""
    start = _sentence_start(text, match.start())
    around = text[max(start, match.start() - _REACH) : match.end() + _REACH]
    behind = _SENTENCE_END.search(around, match.end() - max(start, match.start() - _REACH))
    return match.start() < _OPENING or (
        words.patterns.saying.search(around[: behind.start() if behind else None]) is not None
    )


def _sentence_start(text: str, end: int) -> int:
    """Where the sentence around `end` begins."""
    return max((m.end() for m in _SENTENCE_END.finditer(text, 0, end)), default=0)


def _latest(dates: Sequence[_Dated], year: int) -> date | None:
    """The day of the dateline; else the latest of the past, if it is the news'."""
    opening = [d for d in dates if d.is_dateline and d.year is None]
    if opening:
        return _day(year, opening[0].month, opening[0].day)
    told = {(d.month, d.day): False for d in dates if d.is_past and d.year is None}
    told.update({(d.month, d.day): True for d in dates if d.is_report and d.year is None})
    months = {month for month, _ in told}
    if months & {1, 2} and months & {11, 12}:
        told = {(month, day): said for (month, day), said in told.items() if month < 11}
    last = max(told)
    return _day(year, *last) if told[last] else None


def _agree(dates: Sequence[_Dated], day: date) -> bool:
    """Whether years and weekdays that the text names are right if `day` is its day."""
    return all(_agrees(dated, day) for dated in dates)


def _agrees(dated: _Dated, day: date) -> bool:
    """Whether one date is right if the page is of `day`: its weekday, or its year if past."""
    if dated.year is not None:
        named = _day(dated.year, dated.month, dated.day)
        return named is not None and (not dated.is_past or named <= day)
    around = [_day(year, dated.month, dated.day) for year in (day.year - 1, day.year, day.year + 1)]
    near = [other for other in around if other is not None and abs(other - day) <= _NEAR]
    return any(dated.weekday in (None, other.weekday()) for other in near)


def _is_within(day: date, stretches: Sequence[Stretch]) -> bool:
    """Whether the day lies in one of the stretches."""
    return any(first <= day and day - last <= _SLACK for first, last in stretches)


def _day(year: int, month: int, day: int) -> date | None:
    """The day; None if the calendar lacks it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
