"""Topics: the places of a text that name an issue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.complements import objects_of
from memcon.coding.matters import NOUNS, Matters
from memcon.coding.parties import behind
from memcon.coding.phrases import phrase
from memcon.coding.stances import Taken
from memcon.language.clauses import Clause, coordinated, verb_names
from memcon.language.parse import Parse
from memcon.lexicon.affairs import AffairWords
from memcon.record.span import Span


@dataclass(frozen=True, slots=True)
class Topic:
    """One mention of an issue.

    `names` are the proper names in it, `other` its further words that carry meaning.
    """

    head: Token
    span: Span
    names: frozenset[str]
    other: frozenset[str]


def find_topics(
    parse: Parse, cast: Cast, stances: Sequence[Taken], words: AffairWords
) -> tuple[Topic, ...]:
    """Every mention of an issue, in reading order.

    What a stance is towards, what is discussed, what talks, disputes and lists of topics are
    about; nouns that always name an issue ("sanctions"), and those that do so when a page comes
    back to them.
    """
    names = words.topic_verbs | words.narrow_verbs | words.agenda_verbs
    verbs = frozenset(name.partition(" ")[0] for name in names)
    finder = Topics(parse, Matters.of(cast, words), words, verbs)
    pointed = [t for taken in stances for t in taken.about]
    discussed = [t for c in parse.clauses for t in (*finder.discussed(c), *finder.unsaid(c))]
    nouns = [t for t in parse.doc if t.pos_ in NOUNS]
    listed = [t for noun in nouns for t in finder.behind(noun)]
    named: dict[int, Topic] = {}
    for head in (*pointed, *discussed, *listed):
        if head.i not in named and head.pos_ != "PRON":
            named[head.i] = finder.topic(head)
    said = [topic.span for topic in named.values()]
    for head in finder.recurring(nouns):
        where = parse.span(head.i, head.i)
        if head.i not in named and not any(span.covers(where) for span in said):
            named[head.i] = finder.topic(head)
    return tuple(named[i] for i in sorted(named))


def is_asking(clause: Clause) -> bool:
    """Whether a clause is what is asked: "whether", "when", "how many troops"."""
    if clause.relation not in ("ccomp", "pcomp", "advcl"):
        return False
    first = clause.verb.left_edge
    return first.lower_ in ("whether", "if") or first.tag_ in ("WRB", "WDT", "WP")


@dataclass(frozen=True, slots=True)
class Topics:
    """Finds the topics of one article."""

    parse: Parse
    matters: Matters
    words: AffairWords
    verbs: frozenset[str]

    def topic(self, head: Token) -> Topic:
        """The mention whose head is given."""
        span = phrase(head, self.parse, self.words)
        tokens = [
            t for t in self.parse.tokens_in(span) if t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
        ]
        named = (t for t in tokens if t.pos_ == "PROPN" or t.ent_type_ == "NORP")
        names = frozenset(t.lemma_.lower() for t in named)
        other = frozenset(t.lemma_.lower() for t in tokens) - names
        return Topic(head, span, names, other)

    def discussed(self, clause: Clause) -> Iterator[Token]:
        """What a verb of discussing is about; a list of topics gives its members."""
        if clause.lemma.partition(" ")[0] not in self.verbs:
            return
        for name in verb_names(clause):
            is_narrow = name in self.words.narrow_verbs
            is_agenda = name in self.words.agenda_verbs and self._is_agenda(clause)
            if not (is_narrow or is_agenda or name in self.words.topic_verbs):
                continue
            preposition = name.removeprefix(clause.lemma).strip()
            heads = behind(preposition, (clause.verb,)) if preposition else objects_of(clause)
            if clause.lemma == "be":
                holders = [c for c in clause.verb.children if c.dep_ == "acomp"]
                heads = tuple(t for p in self.words.topic_prepositions for t in behind(p, holders))
            for head in heads:
                members = tuple(self._members(head))
                for member in members or coordinated(head):
                    yield from self.matters.named(member, is_narrow=is_narrow, has_states=True)
            return

    def unsaid(self, clause: Clause) -> Iterator[Token]:
        """What somebody would not say: "declined to say whether troops would leave"."""
        if clause.lemma not in self.words.telling:
            return
        above = None if clause.parent is None else self.parse.clauses[clause.parent]
        is_refused = above is not None and above.lemma in self.words.turning
        if not (clause.is_negated or is_refused):
            return
        for below in self.parse.clauses[clause.index + 1 : clause.index + 5]:
            if below.parent == clause.index and is_asking(below):
                found = self.matters.first_below(below)
                if found is not None:
                    yield found
                    return

    def behind(self, noun: Token) -> Iterator[Token]:
        """What "the dispute over", "talks on", "the issue of" are about."""
        lemma = noun.lemma_.lower()
        if lemma not in self.words.topic_nouns:
            return
        prepositions = self.words.topic_prepositions
        if lemma in self.words.vague:
            prepositions = (*prepositions, "of")
        for preposition in prepositions:
            for pobj in behind(preposition, (noun,)):
                for member in coordinated(pobj):
                    yield from self.matters.named(member, is_narrow=True)

    def recurring(self, nouns: list[Token]) -> Iterator[Token]:
        """Nouns that always name an issue; weak ones if in the headline or in three sentences."""
        seen: dict[str, list[Token]] = {}
        for noun in nouns:
            lemma = noun.lemma_.lower()
            if lemma in self.matters.contexts and noun.dep_ != "compound":
                seen.setdefault(lemma, []).append(noun)
        for lemma, found in seen.items():
            sentences = {self.parse.sentence_of[noun.i] for noun in found}
            heads = any(self.parse.sentence(noun).section.kind == "headline" for noun in found)
            if lemma not in self.words.weak or len(sentences) > 2 or heads:
                yield from (n for n in found if any(True for _ in self.matters.named(n)))

    def _is_agenda(self, clause: Clause) -> bool:
        """Whether talks, a visit or an agenda "cover" or "focus on" it."""
        return any(
            s.lemma_.lower() in self.words.gatherings or s.lemma_.lower() in self.words.agendas
            for s in clause.subjects
        )

    def _members(self, head: Token) -> Iterator[Token]:
        """The members of "a range of topics, including A, B and C"."""
        holders = (head, *(t for t in behind("of", (head,))), head.head)
        for holder in holders:
            for opener in holder.children:
                if opener.dep_ != "prep" or opener.i < head.i:
                    continue
                if opener.lower_ in self.words.list_openers:
                    for pobj in opener.children:
                        if pobj.dep_ == "pobj":
                            yield from coordinated(pobj)
