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
    as useful". `preposition`: "called for restraint". `gerund`: "denied sending arms". `instructing`: verbs
    whose infinitive is said to somebody and not of him ("told them to leave"); `appealing`: verbs that name
    him behind a preposition ("called on them to leave"). `told`: verbs whose object is who was told.
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
    gerund: Lemmas
    instructing: Lemmas
    appealing: Mapping[str, Lemmas]
    feelings: Lemmas
    copulas: Lemmas
    clear: Lemmas
    told: Lemmas
    attitudes: Lemmas


class SilenceWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What tells that something was not said; lemmas.

    `refusing`: "declined to …", and `refraining`: "refrained from …", with a verb of `telling` behind it.
    `withholding`: of those, the ones that refuse when a "would not" stands before them. `omitting`: the
    ones that leave out when a "did not" or a "without" does. `giving`: verbs with the
    objects that make them verbs of speech: "gave no details". `comments`: nouns of what is refused when it
    is not given; other nouns are left out. `requests`: what is not returned or responded to by who is unavailable; `questions`:
    what is refused an answer or evaded. `evading`: verbs with such an object, `brushing` those with a
    particle. `indirect`: adverbs of an answer that is none. `silent`: adjectives, and `staying` the verbs
    that stand with them. `available`, `unavailable`: adjectives of who could be asked.
    """

    refusing: Lemmas
    refraining: Lemmas
    telling: Lemmas
    withholding: Lemmas
    omitting: Lemmas
    giving: Mapping[str, Lemmas]
    comments: Lemmas
    requests: Lemmas
    questions: Lemmas
    responding: Lemmas
    evading: Lemmas
    indirect: Lemmas
    silent: Lemmas
    staying: Lemmas
    available: Lemmas
    unavailable: Lemmas
    reaching: Lemmas
    leaving: Lemmas
    asking: Lemmas
    none: Lemmas
    texts: Lemmas
    instead: Lemmas
    uttering: Lemmas
    confidence: Mapping[str, float]


class SpeechWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `speech.toml` holds.

    `nouns`: "his claim that …". `answers`: "his answer was: …". `doubtful`: modals under which nothing is reported as said ("might say").
    `venues`: head nouns of the occasion or the text in which something is said; `speaking`: verbs that
    open a clause about it ("Speaking to reporters, …"). `citing`: verbs by which a medium names its
    source. `asking`: verbs of questions. `openers`: conjunctions that open what was said. `labels`: words
    in front of a headline's colon that name nobody. `readers`: pronouns of whoever reads.
    `confidence`: by rule.
    """

    reports: ReportWords
    silence: SilenceWords
    nouns: Lemmas
    answers: Lemmas
    doubtful: Lemmas
    venues: Lemmas
    speaking: Lemmas
    citing: Lemmas
    asking: Lemmas
    openers: Lemmas
    labels: Lemmas
    readers: Lemmas
    confidence: Mapping[str, float]
