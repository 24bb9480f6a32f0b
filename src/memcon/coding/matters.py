"""Matters: what can be an issue: an act, a state of affairs, a text; no person, no day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.parties import behind
from memcon.language.clauses import Clause, coordinated
from memcon.lexicon.affairs import AffairWords

NOUNS = frozenset({"NOUN", "PROPN"})
MEASURED = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "PERSON", "LANGUAGE"}
)
PLACES = frozenset({"GPE", "LOC", "NORP", "FAC"})
# What may be spoken of or supported like an issue.
TALKED_OF = frozenset({"state", "armed-group", "group", "agency", "igo", "document"})
DESCRIBING = frozenset({"amod", "compound", "predet", "nummod", "poss"})
WITHIN = ("of", "in", "on", "about", "for", "over", "regarding")


@dataclass(frozen=True, slots=True)
class Matters:
    """Tells issues from persons, days and empty words."""

    cast: Cast
    words: AffairWords
    contexts: Mapping[str, str]

    @classmethod
    def of(cls, cast: Cast, words: AffairWords) -> "Matters":
        """Ready to read one article; `contexts` tells the PLOVER context of a noun."""
        contexts = {noun: name for name, nouns in words.issues.items() for noun in nouns}
        return cls(cast, words, contexts)

    def named(
        self, head: Token, *, is_narrow: bool = False, has_states: bool = False
    ) -> Iterator[Token]:
        """The matters that a noun phrase names.

        Vague words are seen through: "details of the text" is the text, "any role in the attack"
        the attack. `is_narrow` asks for a noun of affairs, `has_states` lets countries in.
        """
        lemma = head.lemma_.lower()
        is_one_word = not any(c.dep_ == "compound" for c in head.lefts)  # not "peace process"
        if lemma in self.words.vague and head.pos_ != "PROPN" and is_one_word:
            inner = [t for i in _held(head) for t in coordinated(i)]
            found = [t for i in inner for t in self._direct(i, False, has_states)]
            if found:
                yield from found
                return
            if lemma not in self.words.affairs and not _is_described(head):
                return
        yield from self._direct(head, is_narrow, has_states)

    def first_below(self, clause: Clause) -> Token | None:
        """The first matter that a complement speaks of: "that it is responsible for the crisis"."""
        for i in range(clause.verb.i + 1, clause.verb.right_edge.i + 1):
            token = clause.verb.doc[i]
            if token.dep_ in ("dobj", "pobj", "attr", "nsubjpass"):
                if token.lemma_.lower() in self.words.vague:
                    continue
                found = next(iter(self._direct(token, False, False)), None)
                if found is not None:
                    return found
        return None

    def _direct(self, head: Token, is_narrow: bool, has_states: bool) -> Iterator[Token]:
        if self._is_matter(head, has_states) and (not is_narrow or self.is_affair(head)):
            yield head

    def _is_matter(self, head: Token, has_states: bool) -> bool:
        """Whether a noun can name an issue at all."""
        if head.pos_ not in NOUNS or head.dep_ == "npadvmod":
            return False
        if not head.text[:1].isalnum() or len(whole_word(head)) < 3:
            return False
        is_empty = head.lemma_.lower() in self.words.never and not _is_somebodys_name(head)
        if is_empty or head.ent_type_ in MEASURED:
            return False
        kinds = {actor.kind for actor in self.cast.at(head)}
        if kinds:
            return kinds <= TALKED_OF if has_states else kinds <= {"document"}
        return has_states or head.ent_type_ not in PLACES or head.pos_ == "NOUN"

    def is_affair(self, head: Token) -> bool:
        """Whether the noun is one of affairs, by itself or by how it is made ("-tion")."""
        lemma = head.lemma_.lower()
        if {lemma, whole_word(head)} & (self.words.affairs | self.contexts.keys()):
            return True
        return len(lemma) > 6 and lemma.endswith(self.words.act_endings)


def whole_word(token: Token) -> str:
    """The word as the page writes it: "build-up" is three tokens to the parser."""
    doc, i = token.doc, token.i
    if i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_:
        return f"{doc[i - 2].lower_}-{token.lower_}"
    if i + 2 < len(doc) and doc[i + 1].text == "-":
        return "" if token.whitespace_ else f"{token.lower_}-{doc[i + 2].lower_}"
    return token.lower_


def _is_somebodys_name(noun: Token) -> bool:
    """Whether somebody's name is meant: "did not utter Navalny's name"."""
    return noun.lower_ == "name" and any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in noun.lefts)


def _held(noun: Token) -> Iterator[Token]:
    """What a vague noun holds: "details of the text", "the fact that an attack took place"."""
    for preposition in WITHIN:
        yield from behind(preposition, (noun,))
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in WITHIN:
        beside = noun.nbor(1)  # also where the parser hangs it on the verb
        yield from (c for c in beside.children if c.dep_ == "pobj" and beside.head.i != noun.i)
    for clause in noun.rights:
        if clause.dep_ == "acl":
            yield from (c for c in clause.lefts if c.dep_ == "nsubj")


def _is_described(noun: Token) -> bool:
    """Whether a vague noun says more than itself: "pressing issues", "all the issues"."""
    has_word = any(c.dep_ in DESCRIBING or c.lower_ in ("all", "any") for c in noun.lefts)
    return has_word or any(c.lower_ == "of" for c in noun.rights)
