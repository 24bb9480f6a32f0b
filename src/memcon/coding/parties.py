"""Parties: who stands in the slots of a verb or a noun, as actors of the cast."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.scene import Scene
from memcon.language.clauses import Clause, coordinated, infinitive_mark, is_question
from memcon.language.parse import Parse
from memcon.record.findings import Actor

PREPOSITIONS = frozenset({"prep", "agent", "dative", "prt"})
# What is done to the objects of these prepositions is not done by them: "condemned the attack on
# Poland".
SUFFERING = frozenset({"of", "on", "against", "in", "at"})
WITHIN = frozenset({"poss", "compound", "amod", "nmod", "appos", "nummod"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "advcl", "acl"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Finds actors by slot: "subject", "object", "infinitive", "complement", "speaker" or a
    preposition.

    `documents` are nouns of words that somebody issued, `harms` nouns of what is done to somebody.
    """

    scene: Scene
    cast: Cast
    documents: frozenset[str] = frozenset()
    harms: frozenset[str] = frozenset()

    @property
    def parse(self) -> Parse:
        """The parse of the article."""
        return self.scene.parse

    def of_verb(self, slot: str, clause: Clause, head: Token | None = None) -> tuple[str, ...]:
        """The actors in a slot of a clause; `head` is the object that a preposition may hang on."""
        match slot:
            case "subject":
                return self.doing(clause)
            case "speaker":
                return self._tellers(clause.verb)
            case "object":
                return self.inside(clause.objects)
            case "whom":
                return self.acting(t for t in clause.objects if self.cast.at(t) or t.pos_ == "PRON")
            case "dative":
                return self.inside(c for c in clause.verb.children if c.dep_ == "dative")
            case "clause" | "infinitive":
                return self._told(clause, only_infinitives=slot == "infinitive")
            case "complement":
                return self._acted_upon(clause)
        return self.inside(behind(slot, (clause.verb, *clause.objects, *((head,) if head else ()))))

    def of_noun(self, slot: str, noun: Token) -> tuple[str, ...]:
        """The actors that a preposition joins to a noun."""
        return self.inside(behind(slot, (noun,)))

    def doing(self, clause: Clause) -> tuple[str, ...]:
        """Who acts in a clause, or is behind the words that do: "a report by Oxfam says"."""
        found = self.acting(clause.subjects)
        if found or not clause.subjects:
            return found
        found = self.inside((*behind("by", clause.subjects), *behind("from", clause.subjects)))
        noun = clause.subjects[0]
        is_issued = clause.relation in ("acl", "relcl") and noun.lemma_.lower() in self.documents
        if found or not is_issued or clause.parent is None:
            return found
        return self.acting(self.parse.clauses[clause.parent].subjects)

    def is_own_state(self, ident: str, of: Sequence[str]) -> bool:
        """Whether it is the state of one of these, which speaks for it: "Larijani warned that Iran
        …".
        """
        is_state = self.cast.by_id(ident).kind in ("state", "government")
        return is_state and self.cast.are_one_side((ident,), of)

    def within(
        self,
        clause: Clause,
        head: Token | None,
        besides: frozenset[str],
        *,
        has_content: bool = False,
    ) -> tuple[str, ...]:
        """The nearest actors anywhere in the object or behind a preposition: "aid to rebuild
        Haiti".

        With `has_content` also in what is promised, refused or asked for.
        """
        level = [*clause.objects, *((head,) if head else ()), *_all_behind(clause.verb)]
        if has_content:
            level += (c for c in clause.verb.children if c.dep_ in ("xcomp", "ccomp"))
        for _ in range(5):
            actors = (
                a.id for token in level if token.ent_type_ != "DATE" for a in self._who(token)
            )
            found = tuple(
                ident
                for ident in unique(actors)
                if ident not in besides and not self.is_own_state(ident, tuple(besides))
            )
            if found:
                return found
            level = [child for token in level for child in self._inner(token)]
        return ()

    def _inner(self, token: Token) -> Iterable[Token]:
        """What hangs on a word, but for asides and for who suffers a harm that it names."""
        is_harm = token.lemma_.lower() in self.harms
        return (
            child
            for child in token.children
            if not (is_harm and child.lower_ in SUFFERING)
            and child.dep_ != "relcl"
            and (child.dep_ != "acl" or child.tag_ == "VBN")
        )

    def acting(self, heads: Iterable[Token]) -> tuple[str, ...]:
        """Who acts when these noun phrases act."""
        return unique(a.id for head in heads for a in self._who(head))

    def inside(self, heads: Iterable[Token]) -> tuple[str, ...]:
        """Who these noun phrases are, or the nearest actors that they name inside."""
        return unique(ident for head in heads for h in coordinated(head) for ident in self._near(h))

    def _who(self, head: Token) -> tuple[Actor, ...]:
        """The actors of a head; of an apposition, the persons whom it describes."""
        found = self.cast.acting(head)
        if not found and head.pos_ == "PRON" and self._is_speaker(head):
            return tuple(self.cast.by_id(ident) for ident in self._tellers(head))
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

    def _is_speaker(self, pronoun: Token) -> bool:
        """Whether a pronoun stands for who says it: "we" and "I", and "Baghdad says it will …"."""
        person = str(pronoun.morph)
        if "Person=1" in person:
            return True
        is_subject = pronoun.dep_ == "nsubj" and "Person=3" in person
        return is_subject and self.parse.quote_at(pronoun) is None

    def _tellers(self, token: Token) -> tuple[str, ...]:
        """The speakers of the words that a token stands in."""
        statement = self.scene.statement_at(token)
        return statement.speakers if statement else ()

    def _near(self, head: Token) -> tuple[str, ...]:
        """The actor of the head; else those one step further in, then two, then three."""
        level: Sequence[Token] = (head,)
        for _ in range(4):
            found = unique(a.id for token in level for a in self._who(token))
            if found:
                return found
            level = [part for token in level for part in self._parts(token)]
        return ()

    def _parts(self, token: Token) -> tuple[Token, ...]:
        """What a noun phrase is made of, one step in; not who suffers a harm that it names."""
        own = tuple(c for c in token.children if c.dep_ in WITHIN)
        is_harm = token.lemma_.lower() in self.harms
        joined = tuple(
            pobj
            for c in token.children
            if c.dep_ == "prep" and not (is_harm and c.lower_ in SUFFERING)
            for pobj in c.children
            if pobj.dep_ == "pobj"
        )
        return own + tuple(t for pobj in joined for t in coordinated(pobj))

    def _told(self, clause: Clause, *, only_infinitives: bool = False) -> tuple[str, ...]:
        """Who is to do what the complement says: Iran in "demand that Iran stop"."""
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
        """Whom the complement acts on: Israel in "threatened to attack Israel"."""
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
    """The objects of a preposition, also a double one ("out of"), that hangs on one of `heads`."""
    outer, _, inner = preposition.partition(" ")
    preps = [
        child
        for head in heads
        for child in head.children
        if child.dep_ in PREPOSITIONS and child.lower_ == outer
    ]
    if inner:
        preps = [
            c for prep in preps for c in prep.children if c.dep_ == "prep" and c.lower_ == inner
        ]
    return tuple(pobj for prep in preps for pobj in prep.children if pobj.dep_ == "pobj")


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
