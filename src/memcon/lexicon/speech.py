"""The words of speech: what reports a statement, and what tells of a silence."""

from collections.abc import Mapping

import msgspec

Lemmas = frozenset[str]


class ReportWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which verbs report what, by the form of what they report.

    Lemmas, with a particle where they have one ("point out").
    """

    clause: Lemmas
    """«said that talks failed»."""

    speech: Lemmas
    """Verbs that take words in quotation marks or stand inside the sentence they report."""

    infinitive: Lemmas
    """«vowed to withdraw», «urged Moscow to withdraw»."""

    instructing: Lemmas
    """Of those, the ones whose object is only told it: «told them to leave»."""

    appealing: Mapping[str, Lemmas]
    """By the preposition in front of who is asked: «called on them to leave»."""

    gerund: Lemmas
    """«denied sending arms»."""

    noun: Lemmas
    """«criticized the move»: the object is what was said."""

    named: Mapping[str, Lemmas]
    """Verbs that report only with these objects: «raised concerns»."""

    predicate: Lemmas
    """«called it a mistake»."""

    likeness: Lemmas
    """«described it as useful»."""

    preposition: Mapping[str, Lemmas]
    """By preposition: «called for restraint», «warned of a war»."""

    trailing: Lemmas
    """Prepositions that go on with an object: «praised them for their patience»."""

    copulas: Lemmas
    feelings: Lemmas
    """«is concerned about the troops»."""

    making: str
    clear: Lemmas
    """«made it clear that …»."""

    told: Lemmas
    """Verbs whose object is who was told."""

    attitudes: Lemmas
    """Verbs of what is believed or wanted; the others are acts of speech."""


class SilenceWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What tells that something was not said; lemmas, some verbs with a preposition."""

    # To refuse.
    refusing: Lemmas
    """«declined to» with a verb of `telling` behind it."""

    refraining: Lemmas
    """«refrained from» with such a verb."""

    refusals: Lemmas
    """«his refusal to» with such a verb."""

    telling: Lemmas
    withholding: Lemmas
    """Verbs of telling that refuse behind a «would not»."""

    drawing: Lemmas
    """«would not be drawn», «declined to be interviewed»."""

    confirming: Lemmas
    denying: Lemmas
    """«neither confirmed nor denied»."""

    interviews: Lemmas
    """What is declined: «declined an interview»."""

    withheld: Mapping[str, Lemmas]
    """Verbs that refuse with these objects: «withheld the names», «kept his silence»."""

    invoking: Lemmas
    """«invoked the Fifth Amendment»."""

    unwilling: Lemmas
    willing: Lemmas
    """«was reluctant to comment», «was not willing to»."""

    unable: Lemmas
    able: Lemmas
    """Who says so of himself may only not know, but not with these:"""

    discreet: Lemmas
    """Verbs that keep something back behind a «cannot»: «cannot discuss the case»."""

    kept: Lemmas
    """«was unable to give details»."""

    names: Lemmas
    """What a source that stays unnamed keeps to itself: «who declined to give his name»."""

    demands: Lemmas
    """What is answered in deeds: «refused to answer the summons»."""

    conditions: Lemmas
    """«if he refuses to say»."""

    # In one's own words.
    declining: Lemmas
    """«I won't comment»."""

    adding: Lemmas
    """«I have nothing to add», «nothing on that»."""

    # «would not» that refuses nothing, or that is told of others.
    relaying: Lemmas
    """Verbs under which a «would not» is the speaker's own: «…, Interfax reported»."""

    selves: Lemmas
    """Pronouns with which it is his own as well: «said he would not comment»."""

    yes_and_no: Lemmas
    """What makes a «would not say» no silence: «would not say no»."""

    # To leave out.
    omitting: Lemmas
    """Verbs of telling that leave out behind a «did not»."""

    leaving: Lemmas
    """Verbs that leave out by themselves: «omitted»."""

    failing: Lemmas
    failures: Lemmas
    failed: Lemmas
    """«failed to mention», «its failure to mention»."""

    none: Lemmas
    """Objects by which a verb of telling leaves out: «said nothing about it»."""

    unsaid: Lemmas
    """«said without further comment»."""

    giving: Mapping[str, Lemmas]
    """Verbs with the objects that make them verbs of telling: «gave no details»."""

    comments: Lemmas
    """What is refused when it is not given; other objects of `giving` are left out."""

    mentions: Lemmas
    """«no mention of it in the statement»."""

    citing: Lemmas
    """A reason why nothing is told makes it a refusal: «citing security, gave no details»."""

    asserting: Lemmas
    """Verbs that leave nothing out with a content: «did not say that he agreed»."""

    whether: Lemmas
    """Conjunctions of a question, which is no such content: «did not say if»."""

    texts: Lemmas
    """Texts that are somebody's word: what «the statement» omits its issuer does."""

    # To evade.
    questions: Lemmas
    """What is evaded or not taken."""

    evading: Lemmas
    """«sidestepped the question»."""

    demurring: Lemmas
    """Verbs that evade without an object: «demurred»."""

    turning: Mapping[str, Lemmas]
    """Verbs that evade with these objects: «changed the subject»."""

    shifting: Lemmas
    talking: Lemmas
    """«pivoted to talking about trade»."""

    indirect: Lemmas
    """Adverbs of an answer that is none: «did not answer directly»."""

    evasively: Lemmas
    """«said evasively»."""

    only: Lemmas
    """«would say only that …»."""

    instead: Lemmas
    asking: Lemmas
    uttering: Lemmas
    """Verbs with which «no comment» is said, or only little."""

    # To keep silent.
    staying: Lemmas
    silent: Lemmas
    quiet: Lemmas
    evasive: Lemmas
    """«remained silent», «kept quiet about it», «was evasive»."""

    documents: Lemmas
    """Texts that cannot be evasive: «the law is vague»."""

    # To give no answer.
    responding: Lemmas
    requests: Lemmas
    """What who is unavailable does not return or respond to."""

    written: Lemmas
    """Questions that are as good as requests: «e-mailed questions»."""

    awaiting: Lemmas
    """Other words to which a response is awaited: «did not respond to the criticism»."""

    at_once: Lemmas
    """«did not immediately comment», «no immediate reaction»: not yet."""

    reaching: Lemmas
    """«could not be reached»."""

    efforts: Lemmas
    unsuccessful: Lemmas
    """«efforts to reach him were unsuccessful»."""

    available: Lemmas
    unavailable: Lemmas

    confidence: Mapping[str, float]
    """By kind of silence."""


class SpeechWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `speech.toml` holds; lemmas."""

    reports: ReportWords
    silence: SilenceWords
    nouns: Lemmas
    """«Lavrov's claim that …»."""

    answers: Lemmas
    """«her answer was: …»."""

    doubtful: Lemmas
    """Modals under which nothing was said: «might say»."""

    only: Lemmas
    """Adverbs with which a «would» has been said: «would say only that»."""

    openers: Lemmas
    """Conjunctions that open what was said."""

    asking: Lemmas
    """«Asked whether …»."""

    citing: Lemmas
    """By which a medium names its source: «citing officials»."""

    media: Lemmas
    """Nouns for a medium without a name: «the public broadcaster reported»."""

    informants: Lemmas
    """Whom a medium may cite: «citing officials», unlike «citing concerns»."""

    pronouns: Mapping[str, Lemmas]
    """Pronouns of one speaker, each with what such a speaker is never called."""

    venues: Lemmas
    """Head nouns of the occasion or the text in which something is said."""

    speaking: Lemmas
    """«Speaking at a briefing, …»."""

    labels: Lemmas
    """Words in front of a headline's colon that name nobody: «Analysis: …»."""

    things: Lemmas
    writers: Lemmas
    readers: Lemmas
    """Pronouns of what is no person, of who speaks of himself, and of whoever reads."""

    confidence: Mapping[str, float]
    """By rule, the share of its finds that is right."""
