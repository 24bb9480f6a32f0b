"""The words that date a page which bears no date."""

import re
from functools import cached_property

import msgspec


class EraWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """The table `era` of `page.toml`.

    Before a title a word of `departed` says that its holder has left it ("former"), one of `lesser`
    that it is another title ("vice"). `saying`: words of statements; `done`: other past tenses;
    `ahead`: what says of a date behind it that it lies ahead. `entered`: what begins a tenure.
    `months` and `weekdays` stand in the calendar's order, each with its short forms.
    """

    departed: frozenset[str]
    lesser: frozenset[str]
    saying: tuple[str, ...]
    done: tuple[str, ...]
    ahead: tuple[str, ...]
    entered: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]

    @cached_property
    def patterns(self) -> "EraPatterns":
        """The expressions, compiled once."""
        return EraPatterns(self)


class EraPatterns:
    """The expressions of one language's dates and tenures."""

    def __init__(self, words: EraWords) -> None:
        self.month_of = _numbers(words.months)
        self.weekday_of = _numbers(words.weekdays)
        month = rf"(?P<month>{_any_of(self.month_of)})"
        weekday = rf"(?:(?P<weekday>{_any_of(self.weekday_of)})(?:,? \(?|, the ))?"
        day = r"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?"
        year = r"(?:,? (?P<year>(?:19|20)\d\d))?(?![\w:%]|[.,]\d)"
        self.dated = (
            re.compile(rf"(?P<lead>\b[Oo]n |, |\()?{weekday}\b{month} {day}\b{year}"),
            re.compile(rf"(?P<lead>\b[Oo]n |, |\()?{weekday}\b{day}(?: of)? {month}\b{year}"),
        )
        self.past_year = re.compile(
            rf"\b(?:(?:[Ii]n|[Oo]n|[Ss]ince|of) (?:early |late )?{month} (?:\d\d?, )?|[Ss]ince )"
            r"(?P<year>(?:19|20)\d\d)\b"
        )
        self.weekday = re.compile(rf"\b(?:{_any_of(self.weekday_of)})\b")
        saying, done, ahead = map("|".join, (words.saying, words.done, words.ahead))
        self.saying = re.compile(rf"(?<!\bto )(?<!\bwill )\b(?:{saying})\b")
        self.past = re.compile(rf"(?<!\bto )(?<!\bwill )\b(?:{saying}|{done})\b")
        self.ahead = re.compile(rf"\b(?:{ahead})\b")
        self.entered = re.compile(
            rf"\b[Ss]ince (?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,4}}) "
            rf"(?:{'|'.join(words.entered)})[\w ]{{0,30}}? (?:in|last) {month}{year}"
        )


def _numbers(names: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """Each form of a name of the calendar -> its place there, from 0."""
    return {form: number for number, forms in enumerate(names) for form in forms}


def _any_of(forms: dict[str, int]) -> str:
    """An expression for all forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
