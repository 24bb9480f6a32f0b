"""Modality: how real an event is: actual, planned, possible, denied …

What a word says of itself (negation, modals, tense) is joined with what governs it: in "plans to
withdraw" the plan, in "charges of assault" the charges. Climbing stops where the text asserts anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.language.clauses import Clause, infinitive_mark, verb_names
from memcon.language.parse import Parse
from memcon.lexicon.acts import ActWords
from memcon.record.terms import EventStatus

# The strongest doubt wins.
ORDER: tuple[EventStatus, ...] = (
    "not-happened",
    "denied",
    "conditional",
    "possible",
    "proposed",
    "planned",
    "alleged",
    "ongoing",
    "actual",
)
COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "csubj"})
NOMINAL = frozenset({"dobj", "pobj", "attr", "nsubjpass", "conj", "compound", "appos"})
OCCURS = frozenset(
    {
        "hold",
        "take place",
        "happen",
        "begin",
        "start",
        "resume",
        "be",
        "occur",
        "open",
        "go ahead",
        "follow",
    }
)


@dataclass(frozen=True, slots=True)
class Modality:
    """Reads the status of a word from the words around it."""

    parse: Parse
    words: ActWords
    governors: dict[str, EventStatus]

    @classmethod
    def of(cls, parse: Parse, words: ActWords) -> "Modality":
        """Ready to read one article."""
        table: dict[str, EventStatus] = {w: g.status for g in words.governors for w in g.words}
        return cls(parse, words, table)

    def status(
        self, trigger: Token, head: Token | None = None, *, is_gathering: bool = False
    ) -> EventStatus:
        """The status that grammar gives to an act, whoever tells it.

        `head` is the noun that names the act beside a light verb: "hold a possible summit". What
        somebody will go to is a gathering ahead: "will fly to Oslo for talks", "ahead of talks".
        """
        signs = list(self._signs(trigger))
        if head is not None:
            signs.extend(self._adverbs(head))
        if is_gathering:
            signs.extend(self._awaited(trigger))
        return min(signs, key=ORDER.index)

    def is_aim(self, trigger: Token) -> bool:
        """Whether the act is only what something was done for: "sent troops to retake the town"."""
        return trigger.dep_ in ("advcl", "acl") and infinitive_mark(trigger) is not None

    def _awaited(self, trigger: Token) -> Iterator[EventStatus]:
        """Signs that a gathering lies ahead in the words that it hangs on by a preposition."""
        token = trigger
        while token.dep_ in ("pobj", "prep", "advmod") and token.head.i != token.i:
            token = token.head
            if token.lower_ in self.words.ahead:
                yield "planned"
        clause = self.parse.clause(token)
        if token.i != trigger.i and clause is not None and clause.verb.i == token.i:
            yield from filter(_lies_ahead, self._of_clause(clause))

    def is_presupposed(self, trigger: Token) -> bool:
        """Whether a modifier tells the act as known: "two Marines imprisoned in Russia"."""
        return trigger.dep_ in ("relcl", "acl") and infinitive_mark(trigger) is None

    def _signs(self, trigger: Token) -> Iterator[EventStatus]:
        yield "actual"
        clause = self.parse.clause(trigger)
        yield from self._adverbs(trigger)
        if clause is not None and (clause.verb.i == trigger.i or self._is_told_by(trigger, clause)):
            yield from self._of_clause(clause)
        yield from self._above(trigger)

    def _is_told_by(self, noun: Token, clause: Clause) -> bool:
        """Whether the clause says of the noun that it takes place: "the talks will be held"."""
        heads = (*clause.subjects, *clause.objects)
        return clause.lemma in OCCURS and any(head.i == noun.i for head in heads)

    def _of_clause(self, clause: Clause) -> Iterator[EventStatus]:
        """Negation, modals, conditions and aspect of a clause."""
        if clause.is_negated:
            yield "not-happened"
        has_condition = self._has_condition(clause)
        if has_condition:
            yield "conditional"
        if any(c.lower_ == "whether" for c in clause.verb.lefts):
            yield "possible"
        for child in clause.verb.lefts:
            if child.dep_ == "aux" and child.tag_ == "MD":
                yield self.words.modals.get(child.lemma_.lower(), "possible")
        if clause.tense == "future":
            yield "planned"
        if clause.verb.tag_ == "VBG" and any(
            c.lemma_ == "be" and c.tag_ in ("VBZ", "VBP") for c in clause.verb.lefts
        ):
            yield "ongoing"

    def _has_condition(self, clause: Clause) -> bool:
        """Whether the clause hangs on an if or an "only after", or is one."""
        heads = (clause.verb, *(c for c in clause.verb.children if c.dep_ in ("advcl", "prep")))
        return any(
            part.dep_ in ("mark", "advmod") and part.lower_ in self.words.conditions
            for head in heads
            for part in head.lefts
        )

    def _adverbs(self, token: Token) -> Iterator[EventStatus]:
        """As in "reportedly met", "a possible meeting", "a meeting is possible"."""
        is_told = token.dep_ == "nsubj" and token.head.lemma_ == "be"
        for child in (*token.children, *(token.head.rights if is_told else ())):
            if child.dep_ in ("advmod", "amod", "acomp"):
                sign = self.words.adverbs.get(child.lower_)
                if sign is not None:
                    yield sign

    def _above(self, trigger: Token) -> Iterator[EventStatus]:
        """What the words say that govern the act, up to the clause that asserts it."""
        token = trigger
        for _ in range(12):
            head, relation = token.head, token.dep_
            if head.i == token.i or relation == "relcl":
                return
            if (
                relation not in COMPLEMENTS
                and relation not in NOMINAL
                and relation not in ("prep", "agent")
            ):
                return
            if relation == "advcl" and infinitive_mark(token) is None:
                return
            if relation not in ("conj", "appos"):
                yield from self._governor(head, relation)
            if relation in ("xcomp", "advcl") and infinitive_mark(token) is not None:
                yield from self._inherited(head)
            token = head

    def _inherited(self, head: Token) -> Iterator[EventStatus]:
        """What is done to an end is as real as it: "will go to Oslo to meet him"."""
        clause = self.parse.clause(head)
        if clause is not None and clause.verb.i == head.i:
            yield from filter(_lies_ahead, self._of_clause(clause))

    def _governor(self, head: Token, relation: str) -> Iterator[EventStatus]:
        """What one governing word says of what depends on it."""
        clause = self.parse.clause(head)
        is_verb = clause is not None and clause.verb.i == head.i
        lemma = clause.lemma if is_verb and clause is not None else head.lemma_.lower()
        if head.lower_ in self.words.conditions:
            yield "conditional"
        if lemma == "go" and head.lower_ != "going":
            return
        names = verb_names(clause) if is_verb and clause is not None else ()
        known = [name for name in (*names, lemma) if name in self.governors]
        sign = self.governors[known[0]] if known else None
        if lemma == "have" and relation == "xcomp":
            sign = self.words.modals["must"]
        if sign is None:
            return
        is_negated = (
            clause is not None and clause.is_negated and (is_verb or head in clause.objects)
        )
        if is_negated and sign not in ("denied", "not-happened"):
            yield "not-happened"
        elif not is_negated:
            yield sign


def _lies_ahead(sign: EventStatus) -> bool:
    """Whether what the sign is about can still come."""
    return sign != "ongoing"
