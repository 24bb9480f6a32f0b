"""The words of actors: agent nouns, titles, what organisations are called, who a pronoun can be."""

import msgspec

from memcon.record.terms import ActorKind


class Agents(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for one kind of actor, as lemmas; `sector` is PLOVER's code or ""."""

    kind: ActorKind
    sector: str
    nouns: tuple[str, ...]


class Titles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands around the noun of a title.

    `words` belong to the office ("deputy foreign minister"), `loose` ones do not ("top diplomat").
    `former` and `designate` tell the tenure; `sectors` says what a word makes of the sector ("opposition
    leader" is OPP).
    """

    words: frozenset[str]
    loose: frozenset[str]
    former: frozenset[str]
    designate: frozenset[str]
    honorifics: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    sectors: dict[str, str]


class Names(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parts of names: particles, suffixes, given names; `common` words are none, though capital."""

    particles: frozenset[str]
    suffixes: frozenset[str]
    common: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]


class OrganisationNames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`kinds`: what the last word of a name says of the body."""

    kinds: dict[ActorKind, frozenset[str]]


class Pronouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Pronouns of the third person, by whom they can stand for."""

    male: frozenset[str]
    female: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    pair: frozenset[str]


class Groups(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Plural nouns for actors named elsewhere: "the two countries", "the leaders".

    `offices`: the offices that a noun may mean: the "diplomats" of states are their foreign ministers.
    """

    states: frozenset[str]
    persons: frozenset[str]
    offices: dict[str, tuple[str, ...]]


class Phrasing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around a mention that say whether it acts.

    `locative` prepositions and verbs of `motion` make a place of a country; `quantities` only count or
    gather ("dozens of protesters"); a document acts where it is the subject of `document_verbs`.
    """

    locative: frozenset[str]
    motion: frozenset[str]
    quantities: frozenset[str]
    owning: frozenset[str]
    document_verbs: frozenset[str]


class ActorWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `actors.toml` holds; words in lower case.

    `dependent` nouns are actors only with something before them ("the prosecutor's office", "European
    countries"); `belonging` ones are their state's arm ("Russian troops" are Russia).
    """

    agents: tuple[Agents, ...]
    dependent: frozenset[str]
    belonging: frozenset[str]
    titles: Titles
    names: Names
    organisations: OrganisationNames
    pronouns: Pronouns
    groups: Groups
    phrases: Phrasing
