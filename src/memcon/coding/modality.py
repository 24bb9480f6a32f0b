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
SUPPOSING = frozenset({"would", "could", "might"})
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

    def is_doubted(self, trigger: Token) -> bool:
        """Whether quotation marks hold the word at a distance: 'Moscow "liberated" the town'."""
        i = trigger.i
        around = [self.parse.doc[n] for n in (i - 1, i + 1) if 0 <= n < len(self.parse.doc)]
        return len(around) == 2 and all(t.is_quote for t in around)

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
        if clause is not None:
            yield from self._of_world(clause)
        yield from self._above(trigger)

    def _of_world(self, clause: Clause) -> Iterator[EventStatus]:
        """What a clause says of a world that is not, or not yet, the real one.

        A draft only proposes ("the bill bans", "under a plan"); what happens in a game or a novel
        does not; a deed that nobody has told of is only imagined ("an attack would kill many").
        """
        under = {
            pobj.lemma_.lower(): prep.lower_
            for prep in clause.verb.children
            if prep.dep_ == "prep"
            for pobj in prep.children
            if pobj.dep_ == "pobj"
        }
        if any(_is_draft(token, self.words) for token in clause.subjects):
            yield "proposed"
        for noun, prep in under.items():
            if prep == "under" and noun in self.words.drafts and "would" in clause.modals:
                yield "proposed"
            if prep == "in" and noun in self.words.fictions:
                yield "possible"
        if SUPPOSING & set(clause.modals) and any(self._is_untold(t) for t in clause.subjects):
            yield "possible"

    def _is_untold(self, noun: Token) -> bool:
        """Whether a deed is named for the first time: "an attack by Iran"."""
        is_indefinite = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.lefts)
        return is_indefinite and noun.lemma_.lower() in self.words.harms

    def _is_told_by(self, noun: Token, clause: Clause) -> bool:
        """Whether the clause says of the noun that it takes place: "the talks will be held"."""
        heads = (*clause.subjects, *clause.objects)
        occurs = clause.lemma in OCCURS or any(name in OCCURS for name in verb_names(clause))
        return occurs and any(head.i == noun.i for head in heads)

    def _of_clause(self, clause: Clause) -> Iterator[EventStatus]:
        """Negation, modals, conditions and aspect of a clause."""
        if clause.is_negated or _is_counterfactual(clause):
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
        if any(h.lower_ in self.words.conditions and _has_content(h) for h in heads[1:]):
            return True
        return any(
            part.dep_ in ("mark", "advmod") and part.lower_ in self.words.conditions
            for head in heads
            for part in head.lefts
        )

    def _adverbs(self, token: Token) -> Iterator[EventStatus]:
        """As in "reportedly met", "a possible meeting", "a meeting is possible"."""
        is_told = token.dep_ == "nsubj" and token.head.lemma_ == "be"
        for child in (*token.children, *(token.head.rights if is_told else ())):
            if child.dep_ in ("advmod", "amod", "acomp", "prep"):
                sign = self.words.adverbs.get(_in_full(child))
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
                yield from self._governor(head, token)
            if relation in ("xcomp", "advcl") and infinitive_mark(token) is not None:
                yield from self._inherited(head)
            token = head

    def _inherited(self, head: Token) -> Iterator[EventStatus]:
        """What is done to an end is as real as it: "will go to Oslo to meet him"."""
        clause = self.parse.clause(head)
        if clause is not None and clause.verb.i == head.i:
            yield from filter(_lies_ahead, self._of_clause(clause))

    def _governor(self, head: Token, governed: Token) -> Iterator[EventStatus]:
        """What one governing word says of what depends on it."""
        clause = self.parse.clause(head)
        is_verb = clause is not None and clause.verb.i == head.i
        lemma = clause.lemma if is_verb and clause is not None else head.lemma_.lower()
        if head.lower_ in self.words.conditions:
            yield "conditional"
        if lemma == "go" and head.lower_ != "going":
            return
        names = verb_names(clause) if is_verb and clause is not None else ()
        names = (f"be {lemma}",) if head.dep_ == "acomp" else names
        known = [name for name in (*names, lemma) if name in self.governors]
        sign = self.governors[known[0]] if known else None
        if lemma in ("have", "be") and governed.dep_ == "xcomp":
            is_due = any(c.lower_ == "yet" for c in head.children)
            sign = (
                "not-happened" if is_due else self.words.modals["must"] if lemma == "have" else sign
            )
        is_assertion = governed.dep_ == "dobj" and governed.lemma_.lower() in self.words.assertions
        if sign == "not-happened" and is_assertion:
            sign = "denied"
        if sign is None:
            return
        is_negated = (
            clause is not None and clause.is_negated and (is_verb or head in clause.objects)
        )
        if is_negated and sign not in ("denied", "not-happened"):
            yield "not-happened"
        elif not is_negated:
            yield sign


def _is_draft(noun: Token, words: ActWords) -> bool:
    """Whether it is a bill or a motion, or calls itself a draft: "a draft resolution"."""
    described = (c.lower_ for c in noun.lefts if c.dep_ in ("compound", "amod"))
    return noun.lemma_.lower() in words.drafts or "draft" in described


def _is_counterfactual(clause: Clause) -> bool:
    """Whether it tells what did not happen: "Had Russia invaded, …"."""
    first = next(iter(clause.verb.lefts), None)
    return clause.relation == "advcl" and first is not None and first.lower_ == "had"


def _has_content(token: Token) -> bool:
    """Whether a clause hangs on it: "provided that a judge agrees"."""
    return any(c.dep_ == "ccomp" for c in token.children)


def _in_full(word: Token) -> str:
    """A compound as it is spelt ("so-called"), a preposition with its noun ("under way")."""
    if word.dep_ == "prep":
        return " ".join((word.lower_, *(c.lower_ for c in word.children if c.dep_ == "pobj")))
    is_compound = any(c.text == "-" for c in word.lefts)
    return word.doc[word.left_edge.i : word.i + 1].text.lower() if is_compound else word.lower_


def _lies_ahead(sign: EventStatus) -> bool:
    """Whether what the sign is about can still come."""
    return sign != "ongoing"
