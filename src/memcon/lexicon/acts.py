"""The words of acts: what signals an event, whom it acts on, and whether it happened."""

import msgspec

from memcon.record.terms import EventStatus, EventType


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wordings of one kind of event.

    `verbs` are lemmas, with their particle or preposition where it matters ("call off", "call on"),
    or "be" and an adjective ("be willing"). With `objects`, the verb's object must be headed by one
    of these nouns ("impose sanctions"), with `subjects` its subject. `nouns` signal the event by
    themselves ("talks between A and B"), `deeds` only with one of the objects behind "of" ("the
    easing of sanctions on B"). `source` and `target` are slots, the first that holds an actor wins:
    "subject"; "sides", who stand behind the subject's "between"; "object", itself or what it is of;
    "whom", itself only; "dative"; "speaker", who tells it; "clause", who does what the complement
    says, or "infinitive" where it is one with "to"; "complement", whom the complement acts on; or a
    preposition. `mutual`: the parties act on each other; `alone`: what it is where only one party
    does it. `paired`: without both sides the words mean something else; `aimed`: without a target
    they do. `hosts`: the subject brings the parties together and is none of them.
    """

    type: EventType
    mode: str | None = None
    cameo: str | None = None
    verbs: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    source: tuple[str, ...] = ("subject",)
    target: tuple[str, ...] = ("object",)
    mutual: bool = False
    transitive: bool = False
    aimed: bool = False
    paired: bool = False
    hosts: bool = False
    alone: EventType | None = None


class Governor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that say how real is what depends on them: "plan to", "deny that", "charges of"."""

    status: EventStatus
    words: frozenset[str]


class Context(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A PLOVER context and the nouns near an event that call for it."""

    name: str
    words: frozenset[str]


class ActWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `acts.toml` holds.

    `telling`: to refuse or promise this is no act but a silence or a statement, unless it answers
    one of the `requests`. `states`: verbs that nobody can refuse to do ("will not be easy").
    `acceptances`: who does not do this refuses ("did not accept"). `permitting`: what these allow
    is no act of its own. `vows`: to vow harm is a threat, and `oaths` not to do something are
    refusals. `ahead`: what stands behind these lies ahead. `claims`: with a clause in the
    indicative they only assert ("insists that it is"). `naming`: with a name these only call
    somebody so. `harms`: nouns of what is done to somebody, `blaming`: verbs that lay it on their
    object, `documents`: nouns of words that somebody issued, `undergone`: what headlines tell in
    the passive without its auxiliary, `play`: verbs that mean no harm beside words of `sports`,
    `calamities`: what does something and is no act. `drafts` only propose what they say,
    `assertions` can be denied, what happens in `fictions` does not, and what is told of `eras` is
    long past. `confidence` is by rule: the share of its codings that were right on development
    data, rounded.
    """

    acts: tuple[Act, ...]
    governors: tuple[Governor, ...]
    modals: dict[str, EventStatus]
    adverbs: dict[str, EventStatus]
    conditions: frozenset[str]
    pressing: frozenset[str]
    telling: frozenset[str]
    requests: frozenset[str]
    states: frozenset[str]
    acceptances: frozenset[str]
    permitting: frozenset[str]
    vows: frozenset[str]
    oaths: frozenset[str]
    ahead: frozenset[str]
    claims: frozenset[str]
    naming: frozenset[str]
    harms: frozenset[str]
    documents: frozenset[str]
    calamities: frozenset[str]
    eras: tuple[str, ...]
    drafts: frozenset[str]
    fictions: frozenset[str]
    blaming: frozenset[str]
    assertions: frozenset[str]
    undergone: frozenset[str]
    sports: frozenset[str]
    play: frozenset[str]
    promises: dict[EventType, EventType]
    contexts: tuple[Context, ...]
    currencies: dict[str, str]
    counted: frozenset[str]
    scales: dict[str, float]
    numerals: dict[str, float]
    confidence: dict[str, float]
