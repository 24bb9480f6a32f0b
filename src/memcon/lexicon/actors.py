"""The words of actors: agent nouns, titles, what organisations are called, who a pronoun can be."""

from functools import cached_property
from typing import NamedTuple

import msgspec

from memcon.record.terms import ActorKind


class Agents(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for one kind of actor, as lemmas; `sector` is PLOVER's code or ""."""

    kind: ActorKind
    sector: str
    nouns: tuple[str, ...]


class Agent(NamedTuple):
    """What a noun says of the one it names."""

    kind: ActorKind
    sector: str | None

    @property
    def is_person(self) -> bool:
        """Whether the noun names people, and so can be a title."""
        return self.kind in ("unnamed", "armed-group")

    @property
    def is_body(self) -> bool:
        """Whether the noun names a body, which may have a name behind it: "the newspaper Vesti"."""
        return self.kind in ("agency", "company", "media", "party", "group")


class Titles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands around the noun of a title.

    `words` belong to the office ("deputy foreign minister"), `loose` ones do not ("top diplomat").
    `former` and `designate` tell the tenure; `sectors` says what a word makes of the sector
    ("opposition leader" is OPP). `sent` are those who are sent to someone ("ambassador to Russia"),
    `relations` nouns that tell a tie and no office ("ally").
    """

    words: frozenset[str]
    loose: frozenset[str]
    sent: frozenset[str]
    relations: frozenset[str]
    former: frozenset[str]
    designate: frozenset[str]
    honorifics: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    sectors: dict[str, str]


class Names(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parts of names: particles, given names; `common` words are none, though capital."""

    particles: frozenset[str]
    aliases: tuple[str, ...]
    joined: frozenset[str]
    common: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    neutral: frozenset[str]


class OrganisationNames(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True
):
    """What the last word of a name says: `kinds` of bodies, or that it is a place or a thing."""

    kinds: dict[ActorKind, frozenset[str]]
    places: frozenset[str]
    things: frozenset[str]

    @cached_property
    def by_ending(self) -> dict[str, ActorKind]:
        """The kind that each last word tells; of two kinds, the first that lists it."""
        found: dict[str, ActorKind] = {}
        for kind, words in self.kinds.items():
            for word in sorted(words):
                found.setdefault(word, kind)
        return found


class Pronouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Pronouns of the third person, by whom they can stand for."""

    male: frozenset[str]
    female: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    pair: frozenset[str]


class Groups(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for actors named elsewhere: "the two countries", "the leaders", "the company".

    `offices`: the offices that a noun may mean: the "diplomats" of states are their foreign
    ministers. `bodies`: the kinds that a noun may call again. `homelands` are nouns for a state
    that a possessor tells ("his country"); `opponents` may be persons or states ("the rivals").
    `counterparts`: nouns for who holds the like office in another country.
    """

    states: frozenset[str]
    persons: frozenset[str]
    opponents: frozenset[str]
    homelands: frozenset[str]
    counterparts: frozenset[str]
    offices: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[ActorKind, ...]]


class Phrasing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around a mention that say whether it acts.

    `locative` prepositions, after a verb or one of the `gatherings`, and verbs of `motion` make a
    place of a country; before an `inert` noun it is no party ("US dollars"); a participle of
    `doing` makes one of it ("UN-brokered"). `quantities` only count or gather ("dozens of
    protesters"). A document acts where it is the subject of `document_verbs`. Who is the subject of
    `person_verbs` or the object of `person_object_verbs` is no place. `state_offices`: offices that
    only states have; `posts`: nouns for an office that name nobody ("the post of minister").
    """

    locative: frozenset[str]
    motion: frozenset[str]
    gatherings: frozenset[str]
    inert: frozenset[str]
    posts: frozenset[str]
    doing: frozenset[str]
    quantities: frozenset[str]
    document_verbs: frozenset[str]
    person_verbs: frozenset[str]
    person_object_verbs: frozenset[str]
    state_offices: frozenset[str]


class ActorWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """What `actors.toml` holds; words in lower case.

    `dependent` nouns are actors only with something before them ("European countries"), where
    `generic` adjectives count for nothing ("other countries"). `belonging` ones are their state's
    arm: "Russian troops" are Russia. `plural_only`, `singular_only`: nouns that are actors in one
    number; `plural_nouns` are many without a plural's ending. `not_agents`: two words that are no
    actor. `blocs` are groups of states without an organisation ("the West"), `regions` parts of a
    country, by its ISO 3166-1 alpha-3 code; `short_names` countries that are called so once they
    have been named ("the North").
    """

    agents: tuple[Agents, ...]
    dependent: frozenset[str]
    belonging: frozenset[str]
    plural_only: frozenset[str]
    singular_only: frozenset[str]
    plural_nouns: frozenset[str]
    not_agents: frozenset[str]
    generic: frozenset[str]
    blocs: frozenset[str]
    regions: dict[str, tuple[str, ...]]
    short_names: dict[str, str]
    titles: Titles
    names: Names
    organisations: OrganisationNames
    pronouns: Pronouns
    groups: Groups
    phrases: Phrasing

    @cached_property
    def by_region(self) -> dict[str, str]:
        """The country of each region."""
        return {name: code for code, names in self.regions.items() for name in names}

    @cached_property
    def by_noun(self) -> dict[str, Agent]:
        """What each agent noun says; of two groups, the first that lists it."""
        found: dict[str, Agent] = {}
        for group in self.agents:
            for noun in group.nouns:
                found.setdefault(noun, Agent(group.kind, group.sector or None))
        return found
