"""Offices: who held which office, from when to when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.codes.spelling import name_key, title_key
from memcon.codes.tables import forms, rows
from memcon.record.terms import Tenure

# An elected president is called by the office from the vote on, about this long before it begins.
_DESIGNATE = timedelta(days=80)
_ELECTED = frozenset({"president", "vice president"})
# Where the family name comes first.
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "SGP", "TWN"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Office:
    """One person's tenure of one office.

    `of` is an ISO 3166-1 alpha-3 code or the name of an organisation. `start` and `end` are EDTF
    (year, month or day; "" is open, a final "?" uncertain), `first` and `last` the days they allow.
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
        soon = self.first - day <= _DESIGNATE and self.title.casefold() in _ELECTED
        return "designate" if soon else None


@dataclass(frozen=True, slots=True)
class Offices:
    """Every known tenure, by the person's full name, by surname, and by title and country."""

    by_name: Mapping[str, tuple[Office, ...]]
    by_last_name: Mapping[str, tuple[Office, ...]]
    by_title: Mapping[tuple[str, str], tuple[Office, ...]]

    @classmethod
    def load(cls) -> "Offices":
        """The packaged table; ModelError if it is damaged."""
        return cls.of((_office(row), forms(row["aliases"])) for row in rows("offices"))

    @classmethod
    def of(cls, held: Iterable[tuple[Office, tuple[str, ...]]]) -> "Offices":
        """From tenures, each with the other names of its holder."""
        names: dict[str, list[Office]] = {}
        surnames: dict[str, list[Office]] = {}
        titles: dict[tuple[str, str], list[Office]] = {}
        keys: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        wordings: dict[str, str] = {}
        known = list(held)
        eastern = frozenset(office.person for office, _ in known if office.of in _FAMILY_FIRST)
        for office, aliases in known:
            if office.title not in wordings:
                wordings[office.title] = title_key(office.title)
            titles.setdefault((wordings[office.title], office.of), []).append(office)
            who = (office.person, aliases)
            if who not in keys:
                keys[who] = tuple(dict.fromkeys(name_key(name) for name in (who[0], *aliases)))
            for name in keys[who]:
                names.setdefault(name, []).append(office)
            for surname in _surnames(keys[who], office.person in eastern):
                surnames.setdefault(surname, []).append(office)
        return cls(
            by_name={name: tuple(offices) for name, offices in names.items()},
            by_last_name={name: tuple(offices) for name, offices in surnames.items()},
            by_title={title: tuple(offices) for title, offices in titles.items()},
        )

    def holders(self, name: str) -> tuple[Office, ...]:
        """The offices of every person of this full name: "Sergey Lavrov", "Volodymyr Zelensky"."""
        return self.by_name.get(name_key(name), ())

    def by_surname(self, surname: str, on: date | None) -> tuple[Office, ...]:
        """The offices of all who bear this surname; with a day, those held or once held on it."""
        held = self.by_last_name.get(_surname(name_key(surname)), ())
        return held if on is None else tuple(o for o in held if o.tenure_on(on) is not None)

    def holder_of(self, title: str, of: str, on: date) -> Office | None:
        """Who held an office of a country or organisation on a day; None if nobody or several.

        On the day on which it changes hands that is the successor.
        """
        held = self.by_title.get((title_key(title), of), ())
        current = [office for office in held if office.tenure_on(on) == "current"]
        staying = {o.person: o for o in current if o.last > on} or {o.person: o for o in current}
        return next(iter(staying.values())) if len(staying) == 1 else None


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
    return date.fromisoformat((edtf.rstrip("?") + "-01-01")[:10]) if edtf else date.min


def _latest(edtf: str) -> date:
    """The last day of "2021", "2021-01" or "2021-01-20"."""
    plain = edtf.rstrip("?")
    if not plain:
        return date.max
    if len(plain) == len("2021-01-20"):
        return date.fromisoformat(plain)
    year, month = int(plain[:4]), int(plain[5:7] or 12)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _surnames(spellings: Iterable[str], family_first: bool) -> tuple[str, ...]:
    """What a person is called by alone: the last word, in the Far East the first as well."""
    found = dict.fromkeys(_surname(spelling) for spelling in spellings)
    if family_first:
        found.update(dict.fromkeys(spelling.split(" ", 1)[0] for spelling in spellings))
    return tuple(found)


def _surname(spelling: str) -> str:
    """The last word of a name's key, "Jr." and its like aside."""
    words = spelling.split(" ")
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words[-1]
