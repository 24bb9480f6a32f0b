"""References: the ids of one record, resolved to words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memcon.brief.lines import Piece, listed, plain
from memcon.brief.words import KINDS, calendar
from memcon.codes.countries import Countries
from memcon.record.contract import Record
from memcon.record.findings import Actor, Issue, Place, Role, Statement, Time
from memcon.record.span import Span

INTERNATIONAL = "International"
NO_COUNTRY = "No country given"
# An article before a name, with at most two words between: "the U.S. State Department".
_THE = re.compile(r"\bthe (?:[\w.]+ ){0,2}$")
_ARTICLE = re.compile(r"\b(an?|the) $")
_NEAR = 32


@dataclass(frozen=True, slots=True)
class References:
    """A record's findings by id, and the names by which a memo calls them."""

    record: Record
    countries: Countries
    actors: Mapping[str, Actor]
    issues: Mapping[str, Issue]
    places: Mapping[str, Place]
    times: Mapping[str, Time]
    statements: Mapping[str, Statement]

    @classmethod
    def of(cls, record: Record, countries: Countries) -> "References":
        """The references of one record."""
        return cls(
            record=record,
            countries=countries,
            actors={actor.id: actor for actor in record.actors},
            issues={issue.id: issue for issue in record.issues},
            places={place.id: place for place in record.places},
            times={time.id: time for time in record.times},
            statements={statement.id: statement for statement in record.statements},
        )

    def quoted(self, spans: Iterable[Span]) -> Piece:
        """The words of the spans in the article's order, gaps shown, outer quotation marks off."""
        words = self._joined(spans)
        return Piece(_TRAILING.sub("", unquoted(words).removeprefix("that ")), "quote")

    def spoken(self, spans: Iterable[Span]) -> Piece:
        """Direct speech: a cue left out is a gap, and the marks opened anew after it are gone."""
        words = _SPEECH_MARK.sub("", self._joined(spans))
        return Piece(words.strip(" ,;"), "quote")

    def _joined(self, spans: Iterable[Span]) -> str:
        """The words of the spans in order; an ellipsis stands for words left out between them."""
        text, words, reached = self.record.article.text, "", 0
        for span in sorted(spans, key=lambda span: (span.start, span.end)):
            gap = any(c.isalnum() for c in text[reached : span.start])
            words += f"{' … ' if gap else ' '}{plain(span.words(text))}" if words else ""
            words = words or plain(span.words(text))
            reached = span.end
        return words

    def label(self, ident: str) -> Piece:
        """An actor's name as it stands in a list."""
        return Piece(plain(self.actors[ident].name), "name")

    def name(self, ident: str) -> Piece:
        """An actor's name as it stands in a sentence: "the Kremlin", "a U.S. official"."""
        return Piece(f"{self._article_of(self.actors[ident])}{self.label(ident).words}", "name")

    def named(self, idents: Iterable[str]) -> tuple[Piece, ...]:
        """The actors as "A, B and C"."""
        return listed(self.name(ident) for ident in idents)

    def country(self, code: str) -> str:
        """A country's name; the code itself where the table has none."""
        known = self.countries.by_code.get(code)
        return known.name if known else code

    def side(self, actor: Actor) -> str:
        """Whose side an actor is on: a country, or what it has instead."""
        if actor.country is not None:
            return self.country(actor.country)
        return INTERNATIONAL if actor.kind == "igo" else NO_COUNTRY

    def office(self, actor: Actor) -> str | None:
        """What an actor is: "Foreign Minister", "former President"; without an office its kind."""
        titles = dict.fromkeys(self._title(role, actor) for role in actor.roles)
        added = [title for title in titles if title.lower() not in actor.name.lower()]
        if actor.kind == "unnamed" or not added:
            return KINDS[actor.kind] or None
        return ", ".join(added)

    def _article_of(self, actor: Actor) -> str:
        """ "the ", "a ", "an " or nothing, as the page has it before the name."""
        if actor.kind == "person":
            return ""
        text, name = self.record.article.text, actor.name.lower()
        heads = [
            text[max(mention.start - _NEAR, 0) : mention.end].lower().removesuffix(name)
            for mention in actor.mentions
            if mention.words(text).lower().endswith(name)
        ]
        if actor.kind == "unnamed":
            found = _ARTICLE.search(heads[0]) if heads else None
            return f"{found[1]} " if found else ""
        return "the " if 2 * sum(bool(_THE.search(head)) for head in heads) > len(heads) else ""

    def _title(self, role: Role, actor: Actor) -> str:
        """One office; it says of what, unless the actor's own country says so."""
        title = plain(role.title)
        if role.of is not None and role.of != actor.country:
            of = self.country(role.of) if role.of in self.countries.by_code else plain(role.of)
            title = f"{title}, {of}"
        return {"current": title, "former": f"former {title}", "designate": f"{title}-designate"}[
            role.tenure
        ]

    def date(self, ident: str | None) -> str | None:
        """A time as the calendar has it; None for "two days" and "soon"."""
        return None if ident is None else calendar(self.times[ident].value)

    def when(self, ident: str | None) -> str | None:
        """A time in words: of the calendar if it has a date, else as the article says it."""
        if ident is None:
            return None
        return self.date(ident) or f"“{plain(self.times[ident].words(self.record.article.text))}”"

    def where(self, ident: str | None) -> str | None:
        """A place with its country."""
        if ident is None:
            return None
        place = self.places[ident]
        name = plain(place.name)
        if place.country is None or self.country(place.country) == name:
            return name
        return f"{name}, {self.country(place.country)}"


# What joins a quotation to its cue: "serious differences,".
_TRAILING = re.compile(r"[ ,;]+(?=[\"”’']?$)")
_SPEECH_MARK = re.compile(r"[“”„«»\"]")
_MARKS = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’"}


def unquoted(words: str) -> str:
    """Words without the quotation marks around the whole of them, as a memo sets its own."""
    words = words.strip()
    closing = _MARKS.get(words[:1], "")
    if closing and len(words) > 2 and words[-1] in closing and not _inner(words, closing):
        return words[1:-1].strip()
    return words


def _inner(words: str, closing: str) -> bool:
    """Whether the first quotation ends before the last word does: "yes," he said, "but no"."""
    return any(mark in words[1:-1] for mark in closing)
