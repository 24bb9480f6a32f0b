"""Parties: who stands in the slots of a verb or a noun, as actors of the cast."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.scene import Scene
from memcon.language.clauses import Clause, coordinated, infinitive_mark, is_question
from memcon.language.parse import Parse
from memcon.record.findings import Actor

WITHIN = frozenset({"poss", "compound", "amod", "nmod", "appos", "nummod"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "advcl", "acl"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Finds actors by slot: "subject", "object", "infinitive", "complement" or a preposition."""

    scene: Scene
    cast: Cast

    @property
    def parse(self) -> Parse:
        """The parse of the article."""
        return self.scene.parse

    def of_verb(self, slot: str, clause: Clause, head: Token | None = None) -> tuple[str, ...]:
        """The actors in a slot of a clause; `head` is the object that a preposition may hang on."""
        match slot:
            case "subject":
                return self.acting(clause.subjects)
            case "object":
                return self.inside(clause.objects)
            case "dative":
                return self.inside(c for c in clause.verb.children if c.dep_ == "dative")
            case "clause":
                return self._told(clause)
            case "infinitive":
                return self._told(clause, only_infinitives=True)
            case "complement":
                return self._acted_upon(clause)
        return self.inside(behind(slot, (clause.verb, *clause.objects, *((head,) if head else ()))))

    def of_noun(self, slot: str, noun: Token) -> tuple[str, ...]:
        """The actors that a preposition joins to a noun."""
        return self.inside(behind(slot, (noun,)))

    def acting(self, heads: Iterable[Token]) -> tuple[str, ...]:
        """Who acts when these noun phrases act."""
        return unique(a.id for head in heads for a in self._who(head))

    def inside(self, heads: Iterable[Token]) -> tuple[str, ...]:
        """Who these noun phrases are, or the nearest actors that they name inside."""
        return unique(ident for head in heads for h in coordinated(head) for ident in self._near(h))

    def _who(self, head: Token) -> tuple[Actor, ...]:
        """The actors of a head; of an apposition, the persons whom it describes."""
        found = self.cast.acting(head)
        if not found and head.pos_ == "PRON" and "Person=1" in str(head.morph):
            return self._speakers(head)
        described = _described(head)
        if described is not None and all(actor.kind != "person" for actor in found):
            named = [a for t in _whole_list(described) for a in self.cast.at(t)]
            persons = [actor for actor in named if actor.kind == "person"]
            if len(persons) == 1 or (persons and head.tag_ in ("NNS", "NNPS")):
                return tuple(persons)
        if not found:
            apposed = (c for c in head.rights if c.dep_ == "appos")
            found = next((who for c in apposed if (who := self.cast.acting(c))), ())
        return found

    def _speakers(self, pronoun: Token) -> tuple[Actor, ...]:
        """Whom "we" and "I" stand for: the speakers of the words that they stand in."""
        statement = self.scene.statement_at(pronoun)
        return tuple(self.cast.by_id(i) for i in statement.speakers) if statement else ()

    def _near(self, head: Token) -> tuple[str, ...]:
        """The actor of the head; else those one step further in, then two, then three."""
        level: Sequence[Token] = (head,)
        for _ in range(4):
            found = unique(a.id for token in level for a in self._who(token))
            if found:
                return found
            level = [part for token in level for part in _parts(token)]
        return ()

    def _told(self, clause: Clause, *, only_infinitives: bool = False) -> tuple[str, ...]:
        """Who is to do what the complement says: "pushed for Russia to release", "demand that Iran stop"."""
        own = {token.i for token in clause.subjects}
        heads = (
            token
            for below in self._complements(clause)
            if not only_infinitives or infinitive_mark(below.verb) is not None
            for token in (below.objects if below.is_passive else below.subjects)
            if token.i not in own
        )
        return self.acting(heads)

    def _acted_upon(self, clause: Clause) -> tuple[str, ...]:
        """Whom the complement acts on: "refused to meet the envoy", "threatened to attack Israel"."""
        for below in self._complements(clause):
            found = self.inside((*below.objects, *_all_behind(below.verb)))
            if found:
                return found
        return ()

    def _complements(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses that the verb, or its object, takes as complement."""
        return tuple(
            below
            for below in self.parse.clauses[clause.index + 1 : clause.index + 6]
            if below.parent == clause.index
            and below.relation in COMPLEMENTS
            and not is_question(below)
        )


def unique(idents: Iterable[str]) -> tuple[str, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(idents))


def behind(preposition: str, heads: Iterable[Token]) -> tuple[Token, ...]:
    """The objects of a preposition that hangs on one of `heads`."""
    return tuple(
        pobj
        for head in heads
        for prep in head.children
        if prep.dep_ in ("prep", "agent", "dative", "prt") and prep.lower_ == preposition
        for pobj in prep.children
        if pobj.dep_ == "pobj"
    )


def _described(head: Token) -> Token | None:
    """What an apposition describes, also where the parser takes it for a clause's subject.

    "Paul Whelan and Trevor Reed, two former Marines imprisoned in Russia"
    """
    if head.dep_ == "appos":
        return head.head
    before = head.left_edge.i - 1
    is_set_off = before > 0 and head.doc[before].text == ","
    if is_set_off and head.dep_ in ("nsubj", "nsubjpass") and head.head.dep_ == "relcl":
        return head.head.head
    return None


def _whole_list(token: Token) -> tuple[Token, ...]:
    """All members of the list that a token stands in."""
    while token.dep_ == "conj":
        token = token.head
    return coordinated(token)


def _all_behind(verb: Token) -> tuple[Token, ...]:
    """The objects of all prepositions of a verb, and of those of its object."""
    holders = (verb, *(c for c in verb.children if c.dep_ in ("dobj", "dative")))
    return tuple(
        pobj
        for holder in holders
        for prep in holder.children
        if prep.dep_ in ("prep", "dative", "agent")
        for pobj in prep.children
        if pobj.dep_ == "pobj"
    )


def _parts(token: Token) -> tuple[Token, ...]:
    """What a noun phrase is made of, one step in."""
    own = tuple(c for c in token.children if c.dep_ in WITHIN)
    joined = tuple(
        pobj for c in token.children if c.dep_ == "prep" for pobj in c.children if pobj.dep_ == "pobj"
    )
    return own + tuple(t for pobj in joined for t in coordinated(pobj))
