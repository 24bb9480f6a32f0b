"""The words of grammar: what the parse needs to know of function words."""

import msgspec


class GrammarWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `grammar.toml` holds; lemmas in lower case.

    `openers`: words that open a sentence after an abbreviation ("the U.S. The …"). `negative`:
    determiners and pronouns that negate the verb they depend on. `future`: auxiliaries of the
    future. The object of a verb of `object_control` is the subject of its infinitive ("urge X to
    go", not "promise X to go"), and so is what stands behind the preposition of a verb of
    `preposition_control` ("call on X to go", "leave it to X to go"). `gerund_of_object`:
    prepositions behind which the object acts ("accuse X of going"). `infinitive_nouns` own the
    infinitive behind them ("the U.S. move to waive sanctions"). `measures`: nouns that stand before
    what they count ("a range of topics"). `lemmas`: of forms that the parser takes for
    those of another verb or noun.
    """

    openers: frozenset[str]
    negative: frozenset[str]
    negative_adverbs: frozenset[str]
    future: frozenset[str]
    object_control: frozenset[str]
    preposition_control: dict[str, str]
    gerund_of_object: frozenset[str]
    relative: frozenset[str]
    infinitive_nouns: frozenset[str]
    measures: frozenset[str]
    lemmas: dict[str, str]
