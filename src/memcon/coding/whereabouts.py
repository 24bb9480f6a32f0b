"""Whereabouts: whether the grammar around a name says where something is."""

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.atlas import Kind
from memcon.lexicon.places import PlaceWords

_JOINED = frozenset({"conj", "appos"})
_MODIFYING = frozenset({"compound", "nmod", "poss", "amod"})
_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
# Whom the cast may hold a name for that is still a place where the grammar says so.
_STANDING = frozenset({"state", "government", "agency", "group"})


def is_where(head: Token, kind: Kind | None, cast: Cast, words: PlaceWords) -> bool:
    """Whether the name that `head` heads is a place here; `kind` is None if no gazetteer has it."""
    if any(actor.kind not in _STANDING for actor in cast.at(head)):
        return False
    if is_locative(head, words):
        return True
    if kind == "area":
        return head.dep_ not in _ACTING
    if kind == "city":
        return head.dep_ not in _ACTING and not cast.at(head)
    return kind == "capital" and _heads(head, words.gatherings)


def is_locative(head: Token, words: PlaceWords) -> bool:
    """Whether a preposition, a verb or a noun makes the name a place: "in", "visited", "border"."""
    head = _first_of_row(head)
    if head.dep_ == "pobj":
        return _is_behind(head.head, words)
    if head.dep_ == "dobj":
        return head.head.lemma_.lower() in words.visiting
    if head.dep_ in _MODIFYING and _heads(head, words.parts):
        return head.dep_ == "compound" or is_locative(head.head, words)
    return False


def _first_of_row(token: Token) -> Token:
    """The first of names in a row: "Syria" of "in Syria and Iraq"."""
    while token.dep_ in _JOINED and token.head.i < token.i:
        token = token.head
    return token


def _is_behind(preposition: Token, words: PlaceWords) -> bool:
    """Whether this preposition, where it stands, puts a place behind it."""
    word, governor = preposition.lower_, preposition.head
    if word in words.at:
        return governor.lemma_.lower() not in words.not_at
    governors = words.governed.get(word, frozenset())
    if _is_one(governor, governors):
        return True
    return governor.dep_ == "prep" and _is_one(governor.head, governors)


def _is_one(token: Token, lemmas: frozenset[str]) -> bool:
    """Whether a token is one of these words; spaCy leaves some plurals as they are."""
    return token.lemma_.lower() in lemmas or token.lower_ in lemmas


def _heads(name: Token, nouns: frozenset[str]) -> bool:
    """Whether the name stands before one of these nouns."""
    return name.dep_ in _MODIFYING and _is_one(name.head, nouns)
