"""The words of speech: what reports a statement, and what tells of a silence."""

from collections.abc import Mapping

import msgspec

Lemmas = frozenset[str]


class ReportWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which verbs report what, by the form of what they report; lemmas, with a particle ("point out").

    `clause`: "said that talks failed". `speech`: verbs that take words between quotation marks, or stand
    inside the sentence they report ("The talks, he said, failed"). `infinitive`: "vowed to withdraw".
    `noun`: "criticized the move", whose object is what was said. `named`: "raised concerns", where the
    object itself must be one of these nouns. `predicate`: "called it a mistake". `likeness`: "described it
    as useful". `preposition`: "called for restraint". `told`: verbs whose object is who was told.
    `attitudes`: verbs of what is believed or wanted, not said; the others are acts of speech.
    """

    clause: Lemmas
    speech: Lemmas
    infinitive: Lemmas
    noun: Lemmas
    named: Mapping[str, Lemmas]
    predicate: Lemmas
    likeness: Lemmas
    preposition: Mapping[str, Lemmas]
    told: Lemmas
    attitudes: Lemmas


class SpeechWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `speech.toml` holds.

    `nouns`: "his claim that …". `sources`: prepositions that name a source after "according".
    `doubtful`: modals under which nothing is reported as said ("might say"). `venues`: head nouns of the
    occasion or the text in which something is said. `confidence`: by rule.
    """

    reports: ReportWords
    nouns: Lemmas
    doubtful: Lemmas
    venues: Lemmas
    confidence: Mapping[str, float]
