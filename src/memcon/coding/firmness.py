"""Firmness: how firm a gathering is that lies ahead, by the words around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.coding.complements import objects_of
from memcon.coding.gatherings import Gathering
from memcon.coding.horizon import Horizon
from memcon.coding.modality import Modality
from memcon.coding.scene import Scene
from memcon.language.clauses import Clause, infinitive_mark, is_question, verb_names
from memcon.lexicon.affairs import AffairWords
from memcon.record.findings import Time
from memcon.record.terms import EventStatus, ProspectStatus

BY_MODALITY: Mapping[EventStatus, ProspectStatus] = {
    "possible": "considered",
    "conditional": "considered",
    "proposed": "floated",
    "planned": "intended",
}
ENDS: frozenset[ProspectStatus] = frozenset({"postponed", "cancelled", "rejected"})
DOUBTFUL: frozenset[ProspectStatus] = frozenset({"floated", "considered"})
HANGS_BY = frozenset({"of", "for", "to", "on", "about", "with"})
ASSERTING = frozenset({"nsubj", "relcl", "advcl", "appos", "csubj"})


@dataclass(frozen=True, slots=True)
class Sign:
    """What one word says of a gathering, and the clause of that word.

    `is_former`: told as past by the time the page speaks of ("had been scheduled").
    """

    status: ProspectStatus
    clause: Clause | None = None
    is_former: bool = False


@dataclass(frozen=True, slots=True)
class Firmness:
    """Reads how firm a gathering is."""

    scene: Scene
    words: AffairWords
    modality: Modality
    signs: Mapping[str, ProspectStatus]
    horizon: Horizon

    def of(self, gathering: Gathering) -> Sign | None:
        """How firm a gathering is; None when it does not lie ahead."""
        if gathering.own is not None and gathering.own.lemma == "invite":
            is_told = self.modality.status(gathering.token) == "actual"
            return Sign("floated", gathering.own) if is_told else None
        if self.words.bygone & {c.lower_ for c in gathering.token.lefts}:
            return None
        times = self._times(gathering)
        is_dated = any(self.horizon.is_ahead(t) for t in times)
        signs = [s for s in self._signs(gathering) if not self._is_old(s)]
        end = next((s for s in signs if s.status in ENDS), None)
        if end is not None:
            return end
        if any(self.horizon.is_past(t) for t in times) and not is_dated:
            return None
        return self._said(gathering, signs, is_dated) or self._by_clause(gathering, is_dated)

    def _said(self, gathering: Gathering, signs: list[Sign], is_dated: bool) -> Sign | None:
        """The first of the signs; an adjective of doubt comes before them, a date behind."""
        adjective = self._adjective(gathering.token)
        if adjective in DOUBTFUL:
            return Sign(adjective, signs[0].clause if signs else None)
        if not signs:
            return None if adjective is None else Sign(adjective)
        if is_dated and signs[0].status in DOUBTFUL and self._is_definite(gathering):
            return Sign("scheduled", signs[0].clause)
        return signs[0]

    def _signs(self, gathering: Gathering) -> Iterator[Sign]:
        """What the words above it and the clauses about it say."""
        yield from self._above(gathering.token)
        for clause in gathering.told:
            is_object = any(o.i == gathering.token.i for o in objects_of(clause))
            sign = self._of_verb(clause)
            if sign is not None and (is_object or sign.status in ("ongoing", *ENDS)):
                yield sign
            elif clause.lemma == "be":
                yield from self._predicate(clause)

    def _above(self, token: Token) -> Iterator[Sign]:
        """What governs the word: "agreed to hold talks", "the proposal that they meet"."""
        at: Token | None = token
        for _ in range(6):
            if at is None or at.head.i == at.i or at.dep_ in ASSERTING:
                return
            if at.dep_ in ("nsubjpass", "conj") and at.i != token.i:
                return
            signs, at = self._governor(at)
            yield from signs
            if signs:
                return

    def _governor(self, at: Token) -> tuple[tuple[Sign, ...], Token | None]:
        """What the next word above says; where it says nothing, that word to go on from."""
        head = at.head
        if head.pos_ == "ADP" or head.dep_ == "prep":
            sign = self._behind_preposition(head)
            if sign is not None:
                return tuple(self._with_end(sign, head.head)), None
            is_measure = head.lower_ == "of" and head.head.lemma_.lower() in self.words.measures
            return (), head.head if is_measure else None
        clause = self._own(head)
        if clause is None:
            return tuple(self._of_noun(head, at)), None
        sign = self._of_verb(clause, governed=at)
        if sign is not None:
            return tuple(self._unless_hosted(sign, clause, at)), None
        is_light = any(name in self.words.light for name in verb_names(clause))
        return (), head if is_light else None

    def _unless_hosted(self, sign: Sign, clause: Clause, at: Token) -> Iterator[Sign]:
        """To be ready to host is not to mean to meet; "a proposal to set a date" sets none."""
        if sign.status == "scheduled" and infinitive_mark(clause.verb) is not None:
            yield from self._above(clause.verb)
        is_host = sign.status == "intended" and at.lemma_.lower() in self.words.hosting
        yield Sign("considered", clause) if is_host else sign

    def _of_noun(self, noun: Token, below: Token) -> Iterator[Sign]:
        """What a noun says of the infinitive or clause that hangs on it: "plans to meet"."""
        lemma = noun.lemma_.lower()
        status = self.signs.get(lemma)
        if infinitive_mark(below) is not None:
            status = self.signs.get(f"{lemma} to") or status
        if status == "intended" and below.lemma_.lower() in self.words.hosting:
            status = "considered"
        if status is None or below.dep_ not in ("acl", "relcl", "ccomp", "xcomp"):
            return
        yield from self._with_end(self._unless_none(status, noun), noun)

    def _behind_preposition(self, prep: Token) -> Sign | None:
        """What a verb or noun says with a preposition: "the possibility of a summit"."""
        above, name = prep.head, prep.lower_
        if above.pos_ == "ADP":
            above, name = above.head, f"{above.lower_} {name}"  # "go through with"
        clause = self._own(above)
        if clause is None and above.dep_ == "dobj":
            clause = self._own(above.head)
            if clause is not None and f"{clause.lemma} {name}" not in self.signs:
                clause = None
        if clause is not None:
            name = f"{clause.lemma} {name}"
            return self._doubted(self.signs[name], clause) if name in self.signs else None
        lemma = above.lemma_.lower()
        if lemma not in self.signs or prep.lower_ not in HANGS_BY:
            return None
        return self._unless_none(self.signs[lemma], above)

    def _with_end(self, sign: Sign, noun: Token) -> Iterator[Sign]:
        """The end that a plan met, before the plan itself: "a proposal was turned down"."""
        clause = self._own(noun.head)
        if clause is not None and any(h.i == noun.i for h in clause.objects):
            end = self._of_verb(clause)
            if end is not None and (end.status in ENDS or end.status == "agreed"):
                yield end
            elif sign.status == "floated" and sign.clause is None:
                sign = Sign(sign.status, clause, sign.is_former)
        yield sign

    def _unless_none(self, status: ProspectStatus, noun: Token) -> Sign:
        """None planned is none: "no plans for a summit"."""
        is_none = any(c.lower_ == "no" for c in noun.lefts)
        return Sign("rejected" if is_none and status == "intended" else status)

    def _of_verb(self, clause: Clause, governed: Token | None = None) -> Sign | None:
        """What a verb says of its object, or of the act that it governs."""
        names = verb_names(clause)
        if governed is not None and infinitive_mark(governed) is not None:
            names = (f"{clause.lemma} to", *names)
        name = next((name for name in names if name in self.signs), None)
        if name is None:
            return None
        status = self.signs[name]
        is_hope = governed is not None and governed.dep_ == "ccomp" and status == "intended"
        has_to = governed is not None and infinitive_mark(governed) is not None
        # "hopes that they can meet" is no plan
        return self._doubted("considered" if is_hope and not has_to else status, clause)

    def _doubted(self, status: ProspectStatus, clause: Clause) -> Sign:
        """What is asked about, denied or only may be is no firmer than considered."""
        if clause.is_negated and status == "intended" and not is_question(clause):
            return Sign("rejected", clause)
        if clause.is_negated and status in ENDS:
            return Sign("considered", clause)
        may_be = bool(set(clause.modals) & {"may", "might", "could"})
        if is_question(clause) or clause.is_negated or may_be:
            return Sign("considered", clause)
        had = any(c.dep_ in ("aux", "auxpass") and c.lower_ == "had" for c in clause.verb.lefts)
        is_told = (
            self.scene.statement_at(clause.verb) is not None
        )  # "said that it had been put off"
        return Sign(status, clause, is_former=had and not is_told)

    def _predicate(self, clause: Clause) -> Iterator[Sign]:
        """What is said of it with "be": "is possible", "is not on the cards"."""
        for child in clause.verb.children:
            words = [child.lower_]
            if child.dep_ == "prep":
                words = [f"{child.lower_} {c.lemma_.lower()}" for c in child.children]
            for word in words:
                if child.dep_ in ("acomp", "prep", "advmod") and word in self.signs:
                    is_off = clause.is_negated and child.dep_ == "prep"
                    yield (
                        Sign("rejected", clause)
                        if is_off
                        else self._doubted(self.signs[word], clause)
                    )

    def _adjective(self, token: Token) -> ProspectStatus | None:
        """What a word before it says: "a possible summit", "the planned visit"."""
        for child in token.lefts:
            if child.dep_ in ("amod", "compound") and child.lower_ in self.signs:
                return self.signs[child.lower_]
        return None

    def _by_clause(self, gathering: Gathering, is_dated: bool) -> Sign | None:
        """How firm the clause makes it that says that it takes place; else its date."""
        clause = gathering.clause
        if clause is None:
            return Sign("scheduled") if is_dated and self._is_definite(gathering) else None
        if clause.relation == "acl" and clause.verb.tag_ == "VBN":
            return Sign("scheduled") if is_dated else None  # "a summit held in Nice"
        status = self.modality.status(clause.verb)
        is_told = clause.modals == ("would",) and self.scene.statement_at(clause.verb) is not None
        if status == "possible" and is_told:
            status = "planned"
        if status == "not-happened":
            if clause.tense != "future":
                return None
            has_condition = any(c.dep_ == "advcl" for c in clause.verb.rights)
            return Sign("considered" if has_condition else "rejected", clause)
        if status == "planned":
            return Sign(
                "scheduled" if is_dated or self._is_today(gathering) else "intended", clause
            )
        if status in BY_MODALITY:
            return Sign(BY_MODALITY[status], clause)
        is_open = clause.tense != "past" and gathering.what != "visit"
        return (
            Sign("scheduled", clause) if is_dated and (is_open or gathering.own is None) else None
        )

    def _is_today(self, gathering: Gathering) -> bool:
        """Whether what will be has a time, and none is over."""
        times = self._times(gathering)
        return bool(times) and not any(self.horizon.is_past(t) for t in times)

    def _times(self, gathering: Gathering) -> list[Time]:
        """The times that the gathering itself is given."""
        told = (c for c in gathering.told if self._tells_when(c))
        clauses = (gathering.own, gathering.light, *told)
        beside = () if gathering.own is not None else self.horizon.beside(gathering.token)
        return [*beside, *self.horizon.within(clauses)]

    def _tells_when(self, clause: Clause) -> bool:
        """Whether a clause's time is the gathering's: that of "is set for June" is."""
        return self._of_verb(clause) in (None, Sign("scheduled", clause))

    def _is_definite(self, gathering: Gathering) -> bool:
        """Whether it is spoken of as known, or by a name: "the summit", "the NATO summit"."""
        if gathering.own is not None or " " in gathering.what:
            return True
        return any(c.dep_ == "poss" or c.lower_ in ("the", "this") for c in gathering.token.lefts)

    def _is_old(self, sign: Sign) -> bool:
        """Whether it was proposed, agreed or planned long ago."""
        return any(self.horizon.is_long_past(t) for t in self.horizon.within((sign.clause,)))

    def _own(self, token: Token) -> Clause | None:
        """The clause whose verb the token is."""
        clause = self.scene.parse.clause(token)
        return clause if clause is not None and clause.verb.i == token.i else None
