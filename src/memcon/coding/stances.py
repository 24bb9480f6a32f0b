"""Stances: clauses that take a stance, and the noun phrases that it is taken towards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.attitudes import attitude
from memcon.coding.complements import (
    behind_each,
    complement_words,
    further,
    listed,
    objects_of,
    prepositional,
)
from memcon.coding.judgements import judged
from memcon.coding.matters import Matters
from memcon.language.clauses import Clause, infinitive_mark, is_question, verb_names
from memcon.language.parse import Parse
from memcon.lexicon.affairs import AffairWords, Holder, Taking
from memcon.record.terms import Stance

COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp"})
DUTIES = frozenset({"must", "should", "ought"})


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance, the clause that takes it, what it is about, and whose it is.

    `about` are heads of noun phrases, or a verb that names an act ("lift the sanctions"). `holder`:
    the clause's subject, its object ("that worries Ankara"), or the speaker of the words.
    """

    stance: Stance
    clause: Clause
    about: tuple[Token, ...]
    holder: Holder
    rule: str


def find_stances(parse: Parse, cast: Cast, words: AffairWords) -> tuple[Taken, ...]:
    """Each clause that takes a stance towards something named, in reading order."""
    table = _by_verb(words.takings)
    verbs = frozenset(name.partition(" ")[0] for name in table)
    finder = Stances(parse, Matters.of(cast, words), words, table, verbs)
    return tuple(taken for clause in parse.clauses for taken in finder.of(clause))


def _by_verb(takings: Iterable[Taking]) -> Mapping[str, tuple[Taking, ...]]:
    table: dict[str, tuple[Taking, ...]] = {}
    for taking in takings:
        for verb in taking.verbs:
            table[verb] = (*table.get(verb, ()), taking)
    return table


@dataclass(frozen=True, slots=True)
class Stances:
    """Finds what one article's clauses stand for."""

    parse: Parse
    matters: Matters
    words: AffairWords
    table: Mapping[str, tuple[Taking, ...]]
    verbs: frozenset[str]

    def of(self, clause: Clause) -> Iterator[Taken]:
        """The stance of one clause, by its verb or else by a verdict ("called it illegal")."""
        is_known = clause.lemma.partition(" ")[0] in self.verbs
        names = _names(clause) if is_known else ()
        takings = [t for name in names for t in self.table.get(name, ())]
        is_judging = clause.lemma in self.words.judging or clause.lemma == "be"
        is_duty = bool(DUTIES & set(_modals(clause, self.parse)))
        if not (takings or is_judging or is_duty) or self._is_asked(clause):
            return
        sense = attitude(clause, self.parse, self.words)
        for taking in takings:
            found = self._taken(taking, clause, sense)
            if found is not None:
                yield found
                return
        if is_duty:
            yield from self._called_for(clause)
        elif sense > 0 and is_judging:
            yield from self._judged(clause)

    def _called_for(self, clause: Clause) -> Iterator[Taken]:
        """What a speaker says must be done: "the accords must be kept"."""
        is_told = clause.relation in ("ROOT", "ccomp", "conj") and not is_question(clause)
        if clause.is_negated or not is_told or clause.lemma in self.words.telling:
            return
        is_ending = clause.lemma in self.words.ending
        stance: Stance = "opposes" if is_ending and clause.is_passive else "demands"
        heads = tuple(t for o in clause.objects if o.pos_ != "PRON" for t in listed(o))
        if is_ending and not clause.is_passive:
            about = (clause.verb,) if heads else ()
        else:
            about = tuple(t for head in heads for t in self.matters.named(head, is_narrow=True))
        if about:
            yield Taken(stance, clause, about, "speaker", "duty")

    def _is_asked(self, clause: Clause) -> bool:
        """Whether the sentence is a question."""
        sentence = self.parse.sentence(clause.verb)
        return any(t.text == "?" for t in self.parse.doc[sentence.stop - 2 : sentence.stop])

    def _taken(self, taking: Taking, clause: Clause, sense: int) -> Taken | None:
        """The stance that a wording takes in a clause, if it does."""
        nouns = [o for o in clause.objects if o.lemma_.lower() in taking.objects]
        if taking.objects and not nouns:
            return None
        if taking.modals:
            if not taking.modals & set(_modals(clause, self.parse)):
                return None
            sense = 1
        if sense == 0:
            return None
        is_turned = _is_denied(clause) != (sense < 0)
        stance = taking.denied if is_turned else taking.stance
        about = self._about(taking, clause, nouns) if stance is not None else ()
        if stance is None or not about:
            return None
        if is_turned and stance == "open" and not self._is_gathering(about):
            return None
        rule = "narrow" if taking.is_narrow else "stance"
        return Taken(stance, clause, about, taking.holder, rule)

    def _is_gathering(self, about: Iterable[Token]) -> bool:
        """Who does not rule out talks is open to them; who does not rule out war is not."""
        return all(t.lemma_.lower() in self.words.gatherings for t in about)

    def _judged(self, clause: Clause) -> Iterator[Taken]:
        """What the clause calls good or bad."""
        verdict = judged(clause, self.words)
        if verdict is None:
            return
        is_said = clause.lemma == "be"
        about = tuple(t for h in verdict.things for t in self.matters.named(h, is_narrow=is_said))
        if about:
            holder: Holder = "speaker" if is_said else "subject"
            yield Taken(verdict.stance, clause, about, holder, "verdict")

    def _about(self, taking: Taking, clause: Clause, nouns: Sequence[Token]) -> tuple[Token, ...]:
        """What the stance is about, in the first place that names a matter."""
        holders = (
            clause.verb,
            *complement_words(clause),
            *nouns,
            *(() if nouns else clause.objects),
        )
        for place in taking.on:
            match place:
                case "object":
                    heads = tuple(t for o in objects_of(clause) for t in listed(o))
                case "subject":
                    heads = clause.subjects
                case "complement":
                    found = tuple(self._of_complements(taking, clause))
                    if found:
                        return found
                    continue
                case _:
                    heads = tuple(t for pobj in behind_each(place, holders) for t in listed(pobj))
                    heads = (*heads, *self._gerunds(place, holders))
            found = tuple(self._named(taking, heads))
            if found:
                return (*found, *self._named(taking, further(clause, nouns)))
        return ()

    def _named(self, taking: Taking, heads: Iterable[Token]) -> Iterator[Token]:
        seen: set[int] = set()
        for head in heads:
            for token in self.matters.named(
                head, is_narrow=taking.is_narrow, has_states=taking.has_states
            ):
                if token.i not in seen:
                    seen.add(token.i)
                    yield token

    def _gerunds(self, preposition: str, holders: Iterable[Token]) -> Iterator[Token]:
        """What is acted on behind a preposition: "criticised for imposing sanctions"."""
        for holder in holders:
            for prep in holder.children:
                if prep.dep_ != "prep" or prep.lower_ != preposition:
                    continue
                for verb in prep.children:
                    if verb.dep_ == "pcomp":
                        yield from (c for c in verb.children if c.dep_ == "dobj")

    def _of_complements(self, taking: Taking, clause: Clause) -> Iterator[Token]:
        """What the clauses below act on: "push for Russia to release citizens".

        Acts that end something or are done to people are named themselves: "end its build-up".
        """
        wanted = {clause.index}
        for below in self.parse.clauses[clause.index + 1 : clause.index + 8]:
            if below.parent not in wanted or below.relation not in COMPLEMENTS:
                continue
            is_listed = len(wanted) > 1 and below.verb.tag_ == "VBG"
            has_to = infinitive_mark(below.verb) is not None
            if below.relation in ("acl", "advcl") and not has_to and not is_listed:
                continue
            if below.lemma in self.words.telling or is_question(below):
                continue
            if below.relation == "pcomp" or (below.relation == "advcl" and not below.objects):
                wanted.add(below.index)
            found = tuple(self._acted_on(taking, below))
            yield from found
            if found and taking.stance in ("demands", "denies"):
                return

    def _acted_on(self, taking: Taking, below: Clause) -> Iterator[Token]:
        """What one complement acts on."""
        every = [t for o in objects_of(below) for t in listed(o)]
        objects = [t for t in every if t.pos_ != "PRON"]
        is_active = bool(objects) and not below.is_passive
        if below.lemma in self.words.ending and is_active:
            yield below.verb
            return
        others = () if objects else prepositional(below)
        found = tuple(self._named(taking, (*objects, *others)))
        if found:
            yield from found
        elif taking.is_act and below.lemma in self.words.done_to_people and every:
            yield below.verb if is_active else every[0]
        elif taking.stance in ("denies", "demands") and below.relation == "ccomp":
            first = self.matters.first_below(below)
            if first is not None:
                yield first
            elif taking.stance == "denies" and is_active:
                yield below.verb
        elif taking.stance == "denies" and is_active:
            yield below.verb


def _is_denied(clause: Clause) -> bool:
    """Whether it is negated, also by "no longer"; not by "not only"."""
    is_denied = clause.is_negated and not any(
        c.dep_ == "neg" and c.i + 1 < len(c.doc) and c.nbor(1).lower_ == "only"
        for c in clause.verb.children
    )
    return is_denied or any(
        c.lower_ == "longer" and any(part.lower_ == "no" for part in c.lefts)
        for c in clause.verb.children
    )


def _names(clause: Clause) -> tuple[str, ...]:
    """The names of the verb; also "be against" and "be in favour"."""
    names = verb_names(clause)
    if clause.lemma != "be":
        return names
    preps = [c for c in clause.verb.children if c.dep_ == "prep"]
    inner = [
        f"be {prep.lower_} {noun.lemma_.lower()}"
        for prep in preps
        for noun in prep.children
        if noun.dep_ == "pobj"
    ]
    return (*names, *(f"be {p.lower_}" for p in preps), *inner)


def _modals(clause: Clause, parse: Parse) -> Iterator[str]:
    """The clause's modals, "have to", and those of the clause it continues."""
    yield from clause.modals
    if clause.parent is None or clause.relation not in ("xcomp", "conj"):
        return
    above = parse.clauses[clause.parent]
    yield from above.modals
    if above.lemma == "have" and clause.relation == "xcomp":
        yield "must"
    if clause.relation == "xcomp" and any(c.dep_ == "acomp" for c in above.verb.children):
        yield "may"
