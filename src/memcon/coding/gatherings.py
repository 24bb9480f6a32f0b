"""Gatherings: the words that name a meeting, visit or vote, and the clauses that tell of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.complements import antecedent, objects_of
from memcon.coding.parties import Parties, behind
from memcon.coding.scene import Scene
from memcon.language.clauses import Clause, verb_names
from memcon.lexicon.affairs import AffairWords

NOUNS = frozenset({"NOUN", "PROPN"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
UNNAMED = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY"})


@dataclass(frozen=True, slots=True)
class Gathering:
    """One word that names a gathering or a decision.

    `what` it is called, with what kind it is as the last word ("NATO summit"). `own`: the clause
    whose verb the word is. `light`: a clause that only says that it takes place ("hold talks").
    `told`: the clauses that have it as subject or object.
    """

    token: Token
    what: str
    own: Clause | None
    light: Clause | None
    told: tuple[Clause, ...]

    @property
    def kind(self) -> str:
        """What kind of gathering it is: "summit"."""
        return self.what.rpartition(" ")[2]

    @property
    def clause(self) -> Clause | None:
        """The clause that says that it takes place."""
        return self.own or self.light


def find_gatherings(scene: Scene, cast: Cast, words: AffairWords) -> tuple[Gathering, ...]:
    """Each word that names a gathering, ahead or not, in reading order."""
    verbs = frozenset(name.partition(" ")[0] for name in words.gathering_verbs)
    finder = Gatherings(scene, cast, words, _told(scene), verbs)
    found = (finder.of(token) for token in scene.parse.doc)
    return tuple(gathering for gathering in found if gathering is not None)


def _told(scene: Scene) -> Mapping[int, tuple[Clause, ...]]:
    """For each head of a noun phrase the clauses that it is subject or object of."""
    told: dict[int, tuple[Clause, ...]] = {}
    for clause in scene.parse.clauses:
        subjects = (antecedent(head) for head in clause.subjects)
        there = any(c.dep_ == "expl" for c in clause.verb.lefts)
        existing = (c for c in clause.verb.rights if there and c.dep_ == "attr")
        for head in (*subjects, *objects_of(clause), *existing):
            if clause not in told.get(head.i, ()):
                told[head.i] = (*told.get(head.i, ()), clause)
    return told


@dataclass(frozen=True, slots=True)
class Gatherings:
    """Finds the gatherings of one article."""

    scene: Scene
    cast: Cast
    words: AffairWords
    told: Mapping[int, tuple[Clause, ...]]
    verbs: frozenset[str]

    def of(self, token: Token) -> Gathering | None:
        """The gathering that a word names."""
        if token.pos_ in NOUNS:
            return self._named_by_noun(token)
        if token.pos_ not in ("VERB", "AUX"):
            return None
        clause = self.scene.parse.clause(token)
        if clause is None or clause.verb.i != token.i:
            return None
        if clause.lemma.partition(" ")[0] not in self.verbs:
            return None
        what = self._what(clause)
        return Gathering(token, what, clause, None, ()) if what is not None else None

    def _named_by_noun(self, noun: Token) -> Gathering | None:
        lemma = noun.lemma_.lower()
        kind = self.words.gatherings.get(lemma)
        if kind is None or noun.dep_ in ("compound", "amod", "npadvmod"):
            return None
        is_many = noun.tag_ in ("NNS", "NNPS") and lemma not in self.words.plural
        if is_many or (lemma in self.words.plural and noun.tag_ == "NN" and kind == "talks"):
            return None
        beside = [c.lower_ for c in noun.children]
        if self.words.no_gathering & set(beside):
            return None
        if lemma in self.words.measures and not self._counts(noun):
            return None
        needed = self.words.needs.get(lemma)
        if needed is not None and not needed & set(beside):
            return None
        told = self.told.get(noun.i, ())
        light = next((c for c in told if self.is_light(c)), None)
        names = [c.text for c in noun.lefts if c.dep_ == "compound" and self._is_name(c)]
        return Gathering(noun, " ".join((*names, kind)), None, light or self._attended(noun), told)

    def _counts(self, noun: Token) -> bool:
        """Whether a round is one of talks, not of blockades."""
        return all(t.lemma_.lower() in self.words.gatherings for t in behind("of", (noun,)))

    def _is_name(self, token: Token) -> bool:
        """Whether a word before the noun tells what it is called: not "four-day visit"."""
        is_measure = token.ent_type_ in UNNAMED or token.lower_ in ("day", "minute", "hour", "week")
        is_part = token.i > 0 and token.nbor(-1).text == "-"
        return not (is_measure or is_part) and token.text[:1].isalpha()

    def is_light(self, clause: Clause) -> bool:
        """Whether a clause only says that something takes place: "hold", "there will be"."""
        if clause.lemma == "be":
            return any(c.dep_ == "expl" for c in clause.verb.lefts)
        return any(name in self.words.light for name in verb_names(clause))

    def _attended(self, noun: Token) -> Clause | None:
        """The clause of "take part in the talks" or "go to a summit"."""
        if noun.dep_ != "pobj":
            return None
        clause = self.scene.parse.clause(noun)
        if clause is None or noun.head.head.i not in (
            clause.verb.i,
            *(o.i for o in clause.objects),
        ):
            return None
        names = (name for name in verb_names(clause) if " " in name)
        return clause if any(name in self.words.light for name in names) else None

    def _what(self, clause: Clause) -> str | None:
        """What kind of gathering a verb tells of."""
        for name in verb_names(clause):
            what = self.words.gathering_verbs.get(name)
            if what is not None:
                return what if self._is_one(what, name, clause) else None
        return None

    def _is_one(self, what: str, name: str, clause: Clause) -> bool:
        """Whether what stands beside the verb makes it one: actors met, a place gone to."""
        preposition = name.removeprefix(clause.lemma).strip()
        goal = behind(preposition, (clause.verb,)) if preposition else clause.objects
        match what:
            case "meeting":
                return self._is_meeting(clause, goal)
            case "visit":
                return self._is_visit(clause, goal)
            case "signing":
                return any(t.lemma_.lower() in self.words.signed for t in goal)
            case "accession":
                return any(a.kind == "igo" for t in goal for a in self.cast.at(t))
            case "vote" | "report":
                kinds = {a.kind for s in clause.subjects for a in self.cast.at(s)}
                return bool(kinds) and (what == "report" or not kinds & {"person", "unnamed"})
            case "decision":
                return any(self._asks(below) for below in self._below(clause))
        return True

    def _is_visit(self, clause: Clause, goal: tuple[Token, ...]) -> bool:
        """One goes to a place; "invited him to visit" tells of it by the other verb."""
        has_verb = any(c.dep_ in ("xcomp", "ccomp") for c in clause.verb.rights)
        if has_verb or (clause.is_passive and clause.lemma != "invite"):
            return False
        return any(self._is_place(t) for t in goal)

    def _is_meeting(self, clause: Clause, goal: tuple[Token, ...]) -> bool:
        """Actors meet actors; a deal "meets" conditions."""
        is_other = clause.lemma == "see" and any(
            c.dep_ in ("xcomp", "ccomp") or c.lower_ == "as" for c in clause.verb.rights
        )
        if clause.is_passive or is_other:
            return False
        parties = Parties(self.scene, self.cast)
        has_actor = bool(parties.acting(clause.subjects))
        has_actor = has_actor or any(s.pos_ == "PRON" for s in clause.subjects)
        is_again = any(c.lower_ == "again" for c in clause.verb.rights)
        is_again = is_again or any(t.lower_ == "other" for t in goal)
        if clause.lemma == "see" and not (has_actor and is_again):
            return False
        if goal:
            if any(t.lemma_.lower() in self.words.not_met for t in goal):
                return False
            return bool(parties.inside(goal)) or goal[-1].lower_ == "other"
        if clause.lemma in ("see", "bring together"):
            return False
        is_many = len(clause.subjects) > 1 or any(
            s.tag_ in ("NNS", "NNPS") for s in clause.subjects
        )
        return is_many or has_actor

    def _is_place(self, token: Token) -> bool:
        if token.ent_type_ in PLACES:
            return True
        kinds = {actor.kind for actor in self.cast.at(token)}
        if kinds & {"state", "government", "agency"}:
            return True
        where = self.scene.parse.span(token.i, token.i)
        return any(place.start <= where.start < place.end for place in self.scene.places)

    def _below(self, clause: Clause) -> Iterator[Clause]:
        for below in self.scene.parse.clauses:
            if below.parent == clause.index:
                yield below

    def _asks(self, below: Clause) -> bool:
        """Whether a clause is what is to be decided: "whether", "when", "if"."""
        if below.relation not in ("ccomp", "csubj", "csubjpass", "advcl"):
            return False
        return any(c.lower_ in ("whether", "when", "where") for c in below.verb.lefts)
