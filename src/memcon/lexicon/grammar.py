"""The words of grammar: what the parse needs to know of function words."""

import msgspec


class GrammarWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `grammar.toml` holds; lemmas in lower case.

    `openers`: words that open a sentence after an abbreviation ("the U.S. The …"). `negative`:
    determiners and pronouns that negate the verb they depend on. `future`: auxiliaries of the future.
    `quasi_modals`: verbs whose infinitive is not said to happen ("hope to", "plan to"). `object_control`
    is the rule for infinitives, so `subject_control` lists the exceptions ("promise X to …").
    """

    openers: frozenset[str]
    negative: frozenset[str]
    negative_adverbs: frozenset[str]
    future: frozenset[str]
    subject_control: frozenset[str]
    relative: frozenset[str]
