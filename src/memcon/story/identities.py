"""Identity: who an actor is in every article: "Lavrov" here is "Sergei Lavrov" there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from memcon.codes.spelling import key, name_key, title_key
from memcon.story import known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.codes.offices import Office
    from memcon.codes.organisations import Organisation
    from memcon.record.findings import Actor
    from memcon.record.terms import ActorKind

# PLOVER's sectors that are organs of the state: executive, parliament, courts, forces, services.
STATE_SECTORS: Final = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
_BODIES = frozenset({"state", "government", "agency"})
# Who is described rather than named, and known by the description.
_SPOKESMEN = frozenset({"person", "unnamed", "group"})
# Organisations that act as states do: their officials stand for them.
_POWERS = frozenset({"igo", "armed-group"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = frozenset({"s", "the", "of", "a", "an"})


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor across articles.

    `key` is the same for the same actor: "state:RUS", "person:sergei lavrov". `code` is whom it
    stands for in relations: ISO 3166-1 alpha-3 of the state for which it speaks or acts (the state
    itself, its government, its officials and soldiers); the key of the organisation of states or
    armed group whose official it is; else its key.
    """

    key: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    code: str


def identify(actor: Actor) -> Identity:
    """Who an actor of a record is.

    Persons and organisations that the tables know have the table's name; states and governments
    are called after their country; one who is not named is known by the description and country.
    """
    roles = tuple((role.title, role.of) for role in actor.roles if role.tenure != "former")
    return _identity(actor.name, actor.kind, actor.country, actor.sector, roles)


def is_named_in(words: str, name: str) -> bool:
    """Whether words tell an actor of this name, by that or another of its names.

    "G7 summit" tells the Group of Seven, "Iran talks" Iran.
    """
    if words.islower():
        return False
    if f" {key(name)} " in f" {key(words)} ":
        return True
    if organisation := known.organisations().named(name):
        return any(found == organisation for _, _, found in known.organisations().find(words))
    country = known.countries().named(name)
    return country is not None and any(
        iso3 == country.iso3 for _, _, iso3, _ in known.countries().find(words)
    )


@lru_cache(maxsize=1 << 15)
def _identity(
    name: str,
    kind: ActorKind,
    country: str | None,
    sector: str | None,
    roles: tuple[tuple[str, str | None], ...],
) -> Identity:
    """The identity of an actor with these offices, each a title and whose it is."""
    where, called = _named(name, kind, country, roles)
    code = _stands_for(kind, country, sector, roles) or where
    return Identity(key=where, name=called, kind=kind, country=country, sector=sector, code=code)


def _named(
    name: str, kind: ActorKind, country: str | None, roles: tuple[tuple[str, str | None], ...]
) -> tuple[str, str]:
    """The key of an actor, and what it is called."""
    if kind in ("state", "government") and country:
        return f"{kind}:{country}", _called(kind, country) or name
    if kind == "person":
        person = _person(name, country, roles)
        return (f"person:{key(person)}", person) if person else (_unknown(name, country), name)
    organisation = known.organisations().named(name)
    if organisation and _is_it(organisation, kind, country):
        return _organisation_key(organisation), organisation.name
    words = _described(name, country)
    return ":".join(part for part in (kind, country, words) if part), name


def _stands_for(
    kind: ActorKind,
    country: str | None,
    sector: str | None,
    roles: tuple[tuple[str, str | None], ...],
) -> str | None:
    """The state, or organisation of states, for which an actor of this kind speaks or acts."""
    if kind in _BODIES:
        return country
    if kind not in _SPOKESMEN:
        return None
    for _, of in roles:
        organisation = known.organisations().by_name.get(of or "")
        if organisation and organisation.kind in _POWERS:
            return _organisation_key(organisation)
    is_officer = country and any(
        of == country and held.sector in STATE_SECTORS
        for title, of in roles
        for held in known.offices().by_title.get((title_key(title), country), ())[:1]
    )
    return country if sector in STATE_SECTORS or is_officer else None


def _person(
    name: str, country: str | None, roles: tuple[tuple[str, str | None], ...]
) -> str | None:
    """The name that the table of offices has for a person; None if it knows nobody or several."""
    offices = known.offices()
    words = _words(name)
    if len(words) == 1:
        held: Iterable[Office] = offices.by_surname(words[0], None)
        homes = {country, *(of for _, of in roles)} - {None}
        return _only((office for office in held if office.of in homes), roles)
    shorter = ((words[0], words[-1]), words[1:]) if len(words) > 2 else ()
    for spelling in (words, *shorter):
        held = offices.holders(" ".join(spelling))
        person = _only((office for office in held if _is_home(office, country)), roles)
        if person:
            return person
    return None


def _only(held: Iterable[Office], roles: tuple[tuple[str, str | None], ...]) -> str | None:
    """The one person who holds these offices; of several the one whose title is told."""
    found = tuple(held)
    people = {office.person for office in found}
    if len(people) > 1:
        titles = {title_key(title) for title, _ in roles}
        people = {office.person for office in found if title_key(office.title) in titles}
    return people.pop() if len(people) == 1 else None


def _is_home(office: Office, country: str | None) -> bool:
    """Whether an office is one of a country's, or no country's."""
    return country is None or office.of == country or office.of not in known.countries().by_code


def _unknown(name: str, country: str | None) -> str:
    """The key of a person whom no table knows; a surname alone is bound to its country."""
    words = _words(name)
    bound = f"@{country}" if len(words) == 1 and country else ""
    return f"person:{' '.join(words)}{bound}"


def _words(name: str) -> tuple[str, ...]:
    """A person's names in their usual spelling, without initials and "Jr."."""
    words = tuple(name_key(name).split())
    kept = tuple(word for word in words if len(word) > 1 and word not in _SUFFIXES)
    return kept if len(kept) > 1 else words


def _is_it(organisation: Organisation, kind: ActorKind, country: str | None) -> bool:
    """Whether the table's organisation of this name is the one that is meant."""
    is_there = organisation.country is None or country in (None, organisation.country)
    return organisation.kind == kind and is_there


def _organisation_key(organisation: Organisation) -> str:
    return f"{organisation.kind}:{key(organisation.name)}"


def _described(name: str, country: str | None) -> str:
    """A description without its country and numbers: "Sudan's foreign ministry" is that of SDN.

    Where nothing else is left, numbers stay.
    """
    hits = known.countries().find(name) if country else ()
    for start, end, iso3, _ in reversed(hits):
        if iso3 == country:
            name = f"{name[:start]} {name[end:]}"
    words = key(name.replace("’", " ").replace("'", " ")).split()
    described = [word for word in words if word not in _SMALL and word.isalpha()]
    return " ".join(described or words)


def _called(kind: ActorKind, country: str) -> str | None:
    """What a state or its government is called: "Russia", "government of Russia"."""
    land = known.countries().by_code.get(country)
    if land is None:
        return None
    return land.name if kind == "state" else f"government of {land.name}"
