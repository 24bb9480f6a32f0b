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
SIDES = frozenset({"state", "government", "agency", "igo", "armed-group", "party", "group"})
WITHIN = frozenset({"poss", "compound", "amod", "nmod", "appos", "nummod"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "advcl", "acl", "pcomp"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Finds actors by slot: a preposition, or one of those that lexicon/acts.py tells of.

    `documents` are nouns of words that somebody issued, `harms` nouns of what is done to somebody,
    `blaming` verbs that lay a deed on their object.
    """

    scene: Scene
    cast: Cast
    documents: frozenset[str] = frozenset()
    harms: frozenset[str] = frozenset()
    blaming: frozenset[str] = frozenset()

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
            case "whom":
                return self.acting(t for t in clause.objects if self.cast.at(t) or t.pos_ == "PRON")
            case "clause" | "infinitive":
                return self._told(clause, only_infinitives=slot == "infinitive")
            case "complement":
                return self._acted_upon(clause)
        heads = _heads(slot, clause, head)
        return self.inside(heads) or self.inside(behind(slot, behind("of", clause.objects)))

    def of_noun(self, slot: str, noun: Token, head: Token | None = None) -> tuple[str, ...]:
        """The actors that a preposition joins to a noun, or to the object of its deed.

        "object" is what stands behind "of", "complement" whom its infinitive acts on.
        """
        if slot == "complement":
            below = (self.parse.clause(c) for c in noun.children if c.dep_ == "acl")
            return self._undergoing(c for c in below if c is not None)
        holders = (noun,) if head is None else (noun, head)
        return self.inside(behind("of" if slot == "object" else slot, holders))

    def blamed(self, noun: Token) -> tuple[str, ...]:
        """Who is said to have done the deed: Iran in "blamed Iran for an attack on Iraq"."""
        preposition = noun.head
        clause = self.parse.clause(noun)
        if clause is None or preposition.head.i != clause.verb.i:
            return ()
        is_charge = noun.dep_ == "pobj" and preposition.lower_ in ("for", "of", "with")
        return self.acting(clause.objects) if is_charge and clause.lemma in self.blaming else ()

    def doing(self, clause: Clause) -> tuple[str, ...]:
        """Who acts in a clause, or is behind the words that do: "a report by Oxfam says"."""
        found = self.acting(clause.subjects)
        if clause.is_passive and not clause.subjects:
            # The parser hangs it on what stands before: "was supplied with tanks by Moscow".
            return self.inside(behind("by", _all_behind(clause.verb)))
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
                a.id
                for token in level
                if token.ent_type_ != "DATE" and not _is_own(token)
                for a in self._who(token)
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
        found = self._members(head) or self.cast.acting(head)
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

    def _members(self, head: Token) -> tuple[Actor, ...]:
        """The sides for which people of a rank stand: "the envoys of Norway and Sweden"."""
        if head.tag_ != "NNS" or any(a.kind != "unnamed" for a in self.cast.at(head)):
            return ()
        sides = [t for pobj in behind("of", (head,)) for t in _sides(pobj)]
        found = tuple(a for side in sides for a in self.cast.at(side))
        return found if len(found) > 1 and all(a.kind in SIDES for a in found) else ()

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
        return self._undergoing(self._complements(clause))

    def _undergoing(self, clauses: Iterable[Clause]) -> tuple[str, ...]:
        """Whom the first of these clauses that names somebody acts on."""
        for below in clauses:
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


def _heads(slot: str, clause: Clause, head: Token | None) -> tuple[Token, ...]:
    """The heads of the noun phrases in a slot."""
    match slot:
        case "object":
            return clause.objects
        case "dative":
            return tuple(c for c in clause.verb.children if c.dep_ == "dative")
        case "sides":
            return behind("between", clause.subjects)
    return behind(slot, (clause.verb, *clause.objects, *((head,) if head else ())))


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


def _sides(pobj: Token) -> tuple[Token, ...]:
    """The members of a list, also where each has a preposition: "of Iran and of Iraq"."""
    repeated = (c for c in pobj.head.children if c.dep_ == "conj")
    return (*coordinated(pobj), *(t for c in repeated for t in c.children if t.dep_ == "pobj"))


def _is_own(token: Token) -> bool:
    """Whether it belongs to who acts: "pulled its soldiers out"."""
    return any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in token.lefts)


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
