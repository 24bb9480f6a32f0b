"""Offices: who held which office, from when to when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.codes.spelling import key
from memcon.codes.tables import forms, rows
from memcon.record.terms import Tenure

# An elected president is called by the office from the vote on, about this long before it begins.
_DESIGNATE = timedelta(days=80)
_PRESIDENT = re.compile(r"^(?:vice )?president$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """One person's tenure of one office.

    `of` is an ISO 3166-1 alpha-3 code or the name of an organisation; `first` and `last` are the
    earliest and latest day that `start` and `end` (EDTF: year, month or day; "" is open) allow.
    """

    person: str
    title: str
    of: str
    sector: str
    start: str
    end: str
    source: str
    first: date
    last: date

    def tenure_on(self, day: date) -> Tenure | None:
        """How the person stands to the office on a day; None before there is any tie."""
        if day > self.last:
            return "former"
        if day >= self.first:
            return "current"
        elected = _PRESIDENT.match(self.title) and self.first - day <= _DESIGNATE
        return "designate" if elected else None


@dataclass(frozen=True, slots=True)
class Offices:
    """Every known tenure, by the person's full name, surname, and by title and country."""

    by_name: Mapping[str, tuple[Office, ...]]
    by_last_name: Mapping[str, tuple[Office, ...]]
    by_title: Mapping[tuple[str, str], tuple[Office, ...]]

    @classmethod
    def load(cls) -> "Offices":
        """The packaged table; ModelError if it is damaged."""
        names: dict[str, list[Office]] = {}
        surnames: dict[str, list[Office]] = {}
        titles: dict[tuple[str, str], list[Office]] = {}
        for row in rows("offices"):
            office = _office(row)
            titles.setdefault((title_key(office.title), office.of), []).append(office)
            spellings = dict.fromkeys(_name_key(n) for n in (office.person, *forms(row["aliases"])))
            for spelling in spellings:
                names.setdefault(spelling, []).append(office)
            for surname in dict.fromkeys(_surname(spelling) for spelling in spellings):
                surnames.setdefault(surname, []).append(office)
        return cls(
            by_name={name: tuple(held) for name, held in names.items()},
            by_last_name={name: tuple(held) for name, held in surnames.items()},
            by_title={title: tuple(held) for title, held in titles.items()},
        )

    def holders(self, name: str) -> tuple[Office, ...]:
        """The offices of every person of this full name: "Sergey Lavrov", "Volodymyr Zelensky"."""
        return self.by_name.get(_name_key(name), ())

    def by_surname(self, surname: str, on: date | None) -> tuple[Office, ...]:
        """The offices of all who bear this surname; with a day, those held or once held on it."""
        held = self.by_last_name.get(_name_key(surname), ())
        return held if on is None else tuple(o for o in held if o.tenure_on(on) is not None)

    def holder_of(self, title: str, of: str, on: date) -> Office | None:
        """Who held an office of a country or organisation on a day; None if nobody or several."""
        held = self.by_title.get((title_key(title), of), ())
        current = {o.person: o for o in held if o.tenure_on(on) == "current"}
        return next(iter(current.values())) if len(current) == 1 else None


def _office(row: Mapping[str, str]) -> Office:
    """One row's office."""
    return Office(
        person=row["person"],
        title=row["title"],
        of=row["of"],
        sector=row["sector"],
        start=row["start"],
        end=row["end"],
        source=row["source"],
        first=_earliest(row["start"]),
        last=_latest(row["end"]),
    )


def _earliest(edtf: str) -> date:
    """The first day of "2021", "2021-01" or "2021-01-20"."""
    if not edtf:
        return date.min
    return date.fromisoformat((edtf + "-01-01")[:10])


def _latest(edtf: str) -> date:
    """The last day of "2021", "2021-01" or "2021-01-20"."""
    if not edtf:
        return date.max
    if len(edtf) == 10:
        return date.fromisoformat(edtf)
    year, month = int(edtf[:4]), int(edtf[5:7] or 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


_TITLES = (
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"^minister (?:of|for) (?:foreign|external) \w+$"), "foreign minister"),
    (re.compile(r"^(?:external|foreign) affairs minister$"), "foreign minister"),
    (re.compile(r"^minister (?:of|for) (?:national )?defense$"), "defense minister"),
    (re.compile(r"spokes(?:woman|person)\b"), "spokesman"),
    (re.compile(r"^premier$"), "prime minister"),
)


def title_key(title: str) -> str:
    """What two wordings of one title share: "Minister of Foreign Affairs", "foreign minister"."""
    words = key(title).removeprefix("the ")
    for pattern, usual in _TITLES:
        words = pattern.sub(usual, words)
    return words


# Spellings of one name in Latin letters, brought together letter by letter.
_LETTERS = (
    (re.compile(r"(?<=[eauio])[yi]+(?=\s|$)"), "i"),
    (re.compile(r"(?:iy|yy|ii|ij|iyi)(?=\s|$)"), "y"),
    (re.compile(r"\bmohammad|\bmuhammad|\bmohamed|\bmohamad|\bmuhammed"), "mohammed"),
    (re.compile(r"\bel "), "al "),
)


def _name_key(name: str) -> str:
    """What the spellings of one name share: "Sergei" and "Sergey", "Zelenskyy" and "Zelensky"."""
    words = key(name)
    for pattern, usual in _LETTERS:
        words = pattern.sub(usual, words)
    return words


def _surname(spelling: str) -> str:
    """The last word of a name, with the particle that belongs to it."""
    return spelling.rsplit(" ", 1)[-1]
