"""The words of affairs: what is talked about, who stands where, what may come."""

import msgspec

from memcon.record.terms import ProspectStatus, Stance


class Taking(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wordings that take a stance.

    `verbs` as in acts.toml ("object to", "be ready"). With `objects` the verb's object must be one
    of these ("raise concerns"). `on`: where the issue stands: "object", "complement" (the object of
    what is to be done), or a preposition. `denied`: the stance when the verb is negated, if it is
    one.
    """

    stance: Stance
    verbs: tuple[str, ...]
    objects: frozenset[str] = frozenset()
    on: tuple[str, ...] = ("object",)
    denied: Stance | None = None
    modals: frozenset[str] = frozenset()


class ProspectSign(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words beside a gathering that say how firm it is: adjectives, and verbs that govern it."""

    status: ProspectStatus
    words: frozenset[str]


class AffairWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `affairs.toml` holds.

    `topic_verbs` take an issue as object or behind their preposition. `topic_nouns` name one behind
    "of", "on", "over" or "about". `generic` nouns are no issue unless a stance is taken towards
    them, `never` ones not even then. Issues headed by a `loose` noun are one only if their other
    words agree. `issues`: nouns that are one wherever they stand, by PLOVER context. `gatherings`
    and `gathering_verbs` can be prospects, each named by what it is.
    """

    topic_verbs: frozenset[str]
    topic_nouns: frozenset[str]
    topic_prepositions: frozenset[str]
    list_openers: frozenset[str]
    generic: frozenset[str]
    never: frozenset[str]
    loose: frozenset[str]
    issues: dict[str, frozenset[str]]
    takings: tuple[Taking, ...]
    gatherings: dict[str, str]
    gathering_verbs: dict[str, str]
    signs: tuple[ProspectSign, ...]
    light: frozenset[str]
    deciding: frozenset[str]
    announcing: frozenset[str]
    conditions: frozenset[str]
    confidence: dict[str, float]
