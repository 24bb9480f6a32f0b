"""Dyad: an event between one source and one target, which is what a row of event data tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import permutations, product

from memcon.codes.countries import Countries
from memcon.record.article import Article
from memcon.record.contract import Record
from memcon.record.findings import Actor, Event, Place, Statement
from memcon.tables.cells import joined
from memcon.tables.days import first_day
from memcon.tables.sheet import Sheet

# So much of an article's id tells it from every other.
HEAD = 16
# An id as a number that a double holds exactly: 13 hexadecimal digits are 52 bits.
_EXACT = 13


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a dyad; all is None where nobody is named.

    `called` are the fullest words for it in the evidence, `country` is ISO 3166-1 alpha-3 and
    `land` that country's name.
    """

    name: str | None = None
    called: str | None = None
    country: str | None = None
    land: str | None = None
    sector: str | None = None
    titles: str | None = None

    @property
    def role(self) -> str | None:
        """Country and sector as one code, as CAMEO has it: "RUSGOV"."""
        return f"{self.country or ''}{self.sector or ''}" or None


@dataclass(frozen=True, slots=True)
class Dyad:
    """One pair of an event's parties; `number` counts the pairs from 1, of a single one it is 0.

    `land` is the name of the country in which it was.
    """

    sheet: Sheet
    event: Event
    source: Party
    target: Party
    number: int
    land: str | None

    @property
    def article(self) -> Article:
        """The article that reports it."""
        return self.sheet.record.article

    @property
    def ident(self) -> str:
        """Head of the article's id, the event's id, the pair's number: "3f2a9c01b2c4d5e6-e3.2"."""
        pair = f".{self.number}" if self.number else ""
        return f"{self.article.id[:HEAD]}-{self.event.id}{pair}"

    @property
    def serial(self) -> int:
        """The id as a number, for data whose ids are numbers."""
        return int(sha256(self.ident.encode()).hexdigest()[:_EXACT], 16)

    @property
    def time(self) -> str | None:
        """The TIMEX3 value of the time that the article gives."""
        return self.sheet.value(self.event.time)

    @property
    def day(self) -> date | None:
        """The first day that its time may mean; where there is none, the day of publication.

        None of an event told as history without a date: on that day it did not happen.
        """
        known = first_day(self.time) if self.time else None
        return known or (None if self.event.background else self.sheet.published)

    @property
    def place(self) -> Place | None:
        """Where the article says it was."""
        return self.sheet.map[self.event.place] if self.event.place else None

    @property
    def is_nationwide(self) -> bool:
        """Whether its place is a whole country."""
        return self.place is not None and self.place.name == self.land

    @property
    def said_by(self) -> Statement | None:
        """The statement that it is known from."""
        return self.sheet.statements[self.event.said_by] if self.event.said_by else None

    @property
    def is_in_the_lead(self) -> bool:
        """Whether the headline or the first paragraph tells it."""
        lead = [block for block in self.article.sections if block.kind == "headline"]
        lead += [block for block in self.article.sections if block.kind == "body"][:1]
        return any(block.overlaps(span) for block in lead for span in self.event.evidence)

    @property
    def paragraph(self) -> int | None:
        """The number, from 1, of the block in which its trigger stands."""
        blocks = enumerate(self.article.sections, 1)
        return next((number for number, b in blocks if b.covers(self.event.trigger)), None)


def dyads(record: Record, countries: Countries) -> Iterator[Dyad]:
    """The pairs of each event, in reading order; of a mutual event both ways.

    "Blinken and Lavrov met" is Blinken with Lavrov and Lavrov with Blinken; "Britain and France
    condemned Iran" is Britain against Iran and France against Iran.
    """
    sheet = Sheet.of(record)
    for event in record.events:
        pairs = tuple(_pairs(event))
        where = sheet.map[event.place].country if event.place else None
        for number, (source, target) in enumerate(pairs, 1):
            yield Dyad(
                sheet=sheet,
                event=event,
                source=_party(sheet, event, source, countries),
                target=_party(sheet, event, target, countries),
                number=number if len(pairs) > 1 else 0,
                land=_land(where, countries),
            )


def _pairs(event: Event) -> Iterable[tuple[str | None, str | None]]:
    """(source, target) of each pair; a side that nobody is named on is None."""
    if event.mutual and len(event.source) > 1:
        return permutations(event.source, 2)
    return product(event.source or (None,), event.target or (None,))


def _party(sheet: Sheet, event: Event, ident: str | None, countries: Countries) -> Party:
    """What is known of one side."""
    if ident is None:
        return Party()
    actor = sheet.cast[ident]
    return Party(
        name=actor.name,
        called=_called(sheet, event, actor),
        country=actor.country,
        land=_land(actor.country, countries),
        sector=actor.sector,
        titles=joined(dict.fromkeys(role.title for role in actor.roles)),
    )


def _called(sheet: Sheet, event: Event, actor: Actor) -> str | None:
    """The fullest words for an actor in the evidence."""
    near = (m for m in actor.mentions if any(span.covers(m) for span in event.evidence))
    words = (mention.words(sheet.record.article.text) for mention in near)
    return max(words, key=len, default=None)


def _land(code: str | None, countries: Countries) -> str | None:
    """A country's name; the code itself where the table has none."""
    known = countries.by_code.get(code) if code else None
    return known.name if known else code
