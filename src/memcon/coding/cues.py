"""Cue: the words that report what somebody said, first of all the verbs of saying."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from memcon.language.clauses import SUBJECTS, Clause, coordinated
from memcon.language.parse import Parse
from memcon.language.quotes import DOUBLE
from memcon.lexicon.speech import SpeechWords

COMMAS = frozenset({",", "--", "—", "–", "-"})
CLOSING = frozenset({",", '"', "''"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LOOSE = frozenset({"advcl", "relcl", "acl", "dep", "conj", "parataxis", "ccomp"})
WITHIN = frozenset({"compound", "det", "amod", "poss", "nmod", "nummod"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One report of speech, before its content is cut out.

    `rule` names the form of the report. `first` to `last` are the cue's own tokens, `head` the chief of
    them. `reported` heads what was said; it is empty for a verb that quotes or that stands inside the
    sentence it reports. `speakers` are heads of noun phrases, `source` the tokens of the words that name
    them; `medium` heads the name of who reports at second hand.
    """

    rule: str
    head: Token
    first: int
    last: int
    speakers: tuple[Token, ...]
    source: tuple[int, int] | None
    reported: tuple[Token, ...]
    medium: Token | None = None

    @property
    def group(self) -> tuple[int, int]:
        """From the first to the last token of the speaker's and the cue's words, where they are near."""
        if self.source is None or abs(self.source[0] - self.first) > 50:
            return self.first, self.last
        return min(self.first, self.source[0]), max(self.last, self.source[1])


def find_verbs(parse: Parse, words: SpeechWords) -> Iterator[Cue]:
    """The verbs that report; what stands between quotation marks is not searched."""
    for clause in parse.clauses:
        if not is_quoted(parse, clause.verb.i) and (cue := _verb(parse, clause, words)):
            yield cue


def is_quoted(parse: Parse, index: int) -> bool:
    """Whether the token stands in a quotation, and not in a quoted word or two."""
    quote = parse.quote_at(index)
    return quote is not None and quote.stop - quote.first > 2


def phrase(head: Token) -> tuple[int, int]:
    """The noun phrase of a head, without a relative clause that trails behind a comma."""
    first, last = head.left_edge.i, head.right_edge.i
    for child in head.rights:
        if child.dep_ == "relcl" and child.right_edge.i == last and child.left_edge.i > head.i:
            if head.doc[child.left_edge.i - 1].text in COMMAS:
                last = child.left_edge.i - 1
    doc = head.doc
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while last > head.i and doc[last].is_punct and doc[last].text != ")":
        last -= 1
    return first, last


def _verb(parse: Parse, clause: Clause, words: SpeechWords) -> Cue | None:
    """The cue that a clause's verb is, if it reports."""
    if not _is_told(clause, words):
        return None
    children = tuple(clause.verb.children)
    found = _frame(parse, clause, children, words)
    if found is None:
        return None
    rule, reported, last = found
    if clause.lemma in words.asking and (question := _question(clause, children, found)):
        return question
    if rule not in ("clause", "speech") and clause.verb.tag_ == "VB" and clause.relation != "ROOT":
        return None
    speakers, medium = _speakers(parse, clause, children, words)
    if not speakers or _is_nobody(speakers[0], words) or _is_mere_infinitive(clause, children, words):
        return None
    first, behind = _verb_group(clause.verb, children)
    source = phrase(_named(children, speakers))
    return Cue(rule, clause.verb, first, max(last, behind), speakers, source, reported, medium)


def _question(
    clause: Clause, children: Sequence[Token], found: tuple[str, tuple[Token, ...], int]
) -> Cue | None:
    """«Asked whether …», «was asked about …»: a question, whoever put it."""
    rule, reported, last = found
    is_participle = clause.verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in children)
    if not reported or not (clause.is_passive or is_participle) or clause.relation == "acl":
        return None
    agents = tuple(g for c in children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj")
    first, behind = _verb_group(clause.verb, children)
    source = phrase(agents[0]) if agents else None
    return Cue("question", clause.verb, first, max(last, behind), agents, source, reported)


def _is_told(clause: Clause, words: SpeechWords) -> bool:
    """Whether the clause says that something was said: not "might say", "did not say"."""
    if any(modal in words.doubtful for modal in clause.modals) or clause.relation == "acl":
        return False
    return not clause.is_negated or clause.lemma in words.reports.attitudes


def _frame(
    parse: Parse, clause: Clause, children: Sequence[Token], words: SpeechWords
) -> tuple[str, tuple[Token, ...], int] | None:
    """(rule, heads of what is reported, last token of the cue) of a reporting verb."""
    lemma, verb, reports = clause.lemma, clause.verb, words.reports
    if found := _adjective(clause, children, words):
        return found
    told = [c for c in children if c.dep_ == "dobj"]
    if lemma in reports.predicate and (held := _predicate(parse, children)):
        return "predicate", held, verb.i
    if lemma in reports.clause and (held := _clauses(clause, children, words)):
        return "clause", held, verb.i
    if lemma in reports.infinitive and (held := _infinitive(clause, children, words)):
        return "infinitive", held, verb.i
    if lemma in reports.gerund and (held := tuple(c for c in children if c.dep_ == "xcomp" and c.tag_ == "VBG")):
        return "infinitive", held, verb.i
    if found := _prepositional(lemma, children, words):
        return found
    if lemma in reports.likeness and (held := _likeness(children)):
        return "likeness", held, verb.i
    objects = clause.objects if clause.is_passive else tuple(told)
    if lemma in reports.named and told:
        if told[0].lemma_.lower() in reports.named[lemma]:
            return "named", (told[0],), verb.i
    if lemma in reports.noun and objects:
        return "noun", (objects[0],), verb.i
    if lemma in reports.clause and (held := _as_said(clause, children)):
        return "as", held, verb.i
    if lemma in reports.speech:
        return "speech", (), verb.i
    return None


def _as_said(clause: Clause, children: Sequence[Token]) -> tuple[Token, ...]:
    """The clause that «as Macron noted» stands beside."""
    is_as = clause.relation == "advcl" and any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in children)
    return (clause.verb.head,) if is_as else ()


def _adjective(
    clause: Clause, children: Sequence[Token], words: SpeechWords
) -> tuple[str, tuple[Token, ...], int] | None:
    """«is concerned about the troops», «made it clear that …»: the adjective carries the report."""
    for child in children:
        lemma = child.lemma_.lower()
        if child.dep_ in ("acomp", "ccomp", "oprd", "attr") and child.i > clause.verb.i:
            if words.reports.feelings & {lemma, child.lower_} and clause.lemma in words.reports.copulas:
                held = [c for c in child.rights if c.dep_ in ("ccomp", "xcomp")]
                held += [g for c in child.rights if c.dep_ == "prep" for g in c.children if g.dep_ in ("pobj", "pcomp")]
                if held:
                    return "feeling", tuple(held), held[0].left_edge.i - 1
            if clause.lemma == "make" and lemma in words.reports.clear:
                near = [*child.rights, *clause.verb.rights]
                held = [c for c in near if c.dep_ in ("ccomp", "advcl", "acl") and any(g.lower_ in words.openers for g in c.children)]
                if held:
                    return "clause", (held[0],), child.i
    return None


def _clauses(clause: Clause, children: Sequence[Token], words: SpeechWords) -> tuple[Token, ...]:
    """The clauses that a verb of saying reports, also where the parser has them hang elsewhere."""
    held = tuple(c for c in children if c.dep_ == "ccomp" and _is_clause(c))
    if held or clause.lemma not in words.reports.speech:
        return held
    verb = clause.verb
    right = [c for c in children if c.i > verb.i]
    if clause.lemma in words.reports.told:
        # "told reporters that …" may be read as a clause about the reporters.
        right += [g for c in right if c.dep_ in ("dobj", "dative") for g in c.rights]
    for child in right:
        if child.dep_ in LOOSE and any(c.lower_ in words.openers for c in child.children):
            return (child,)
    return ()


def _is_clause(head: Token) -> bool:
    """Whether a complement is a clause that says something."""
    return head.pos_ in ("VERB", "AUX") or any(c.dep_ in SUBJECTS for c in head.children)


def _infinitive(clause: Clause, children: Sequence[Token], words: SpeechWords) -> tuple[Token, ...]:
    """Of "urged Moscow to withdraw": "Moscow" and "withdraw"; of "told them to leave": "leave"."""
    held = tuple(c for c in children if c.dep_ == "xcomp" and _has_to(c))
    if not held or clause.lemma in words.reports.instructing:
        return held
    asked = [c for c in children if c.dep_ in ("dobj", "dative") and c.i < held[0].i]
    asked += [
        g
        for c in children
        if c.dep_ == "prep" and clause.lemma in words.reports.appealing.get(c.lower_, ())
        for g in c.children
        if g.dep_ == "pobj"
    ]
    return (*asked, *held)


def _has_to(head: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)


def _predicate(parse: Parse, children: Sequence[Token]) -> tuple[Token, ...]:
    """Of "called it a mistake": "it" and "mistake"."""
    small = [c for c in children if c.dep_ in ("oprd", "ccomp", "xcomp")]
    named = [c for c in children if c.dep_ in ("dobj", "nsubjpass")]
    if named and not small and named[0].dep_ == "dobj":
        # «called the idea that … a "provocation"»: the quoted words may hang anywhere.
        quoted = [i for i in range(named[0].i, named[0].head.right_edge.i) if parse.quote_of[i] >= 0]
        small = [named[0].doc[quoted[-1]]] if quoted else []
    return (*named, *small) if small and named else ()


def _likeness(children: Sequence[Token]) -> tuple[Token, ...]:
    """Of "described it as useful": "it" and "as"."""
    named = [c for c in children if c.dep_ == "dobj"]
    near = [*children, *(g for c in named for g in c.rights)]
    likeness = [c for c in near if c.dep_ == "prep" and c.lower_ == "as"]
    return (*named, *likeness) if likeness else ()


def _prepositional(
    lemma: str, children: Sequence[Token], words: SpeechWords
) -> tuple[str, tuple[Token, ...], int] | None:
    """A verb that reports what stands behind its preposition: "called for restraint".

    Of "accused Moscow of fraud" Moscow is part of what was said, of "told Moscow of it" it is not.
    """
    named = [c for c in children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]
    for child in children:
        if child.dep_ in ("prep", "dative") and lemma in words.reports.preposition.get(child.lower_, ()):
            held = tuple(c for c in child.children if c.dep_ in ("pobj", "pcomp"))
            if held and named and named[0].i < child.i:
                cue = child.head.i
                return "preposition", held if lemma in words.reports.told else (named[0], child), cue
            if held:
                return "preposition", held, child.i
    return None


def _is_nobody(speaker: Token, words: SpeechWords) -> bool:
    """Whether the speaker is the reader: "you know"."""
    return speaker.lower_ in words.readers


def _is_mere_infinitive(clause: Clause, children: Sequence[Token], words: SpeechWords) -> bool:
    """«It is hard to imagine that …», «made them feel that …»: nobody is said to think so."""
    is_bare = clause.verb.tag_ == "VB" and clause.relation != "ROOT"
    has_auxiliary = any(c.dep_ == "aux" and c.lemma_ == "do" for c in children)
    return is_bare and not has_auxiliary and clause.lemma in words.reports.attitudes


def _verb_group(verb: Token, children: Sequence[Token]) -> tuple[int, int]:
    """From the verb's first auxiliary or adverb to its particle, as far as they touch."""
    first, last = verb.i, verb.i
    own = {c.i for c in children if c.dep_ in ("aux", "auxpass", "neg", "prt", "advmod")}
    while first - 1 in own:
        first -= 1
    if last + 1 in own and verb.doc[last + 1].dep_ == "prt":
        last += 1
    return first, last


def _speakers(
    parse: Parse, clause: Clause, children: Sequence[Token], words: SpeechWords
) -> tuple[tuple[Token, ...], Token | None]:
    """Heads of who speaks, and of who quotes the speaker: «was quoted by Interfax as saying»."""
    verb = clause.verb
    above = None if clause.parent is None else parse.clauses[clause.parent]
    if clause.relation == "pcomp" and above is not None and above.lemma in words.citing:
        return above.objects, next(iter(above.subjects), None)
    is_participle = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in children)
    if is_participle and clause.relation in ("advcl", "ROOT", "ccomp", "conj") and not clause.is_passive:
        own = [c for c in children if c.dep_ == "nsubj"]
        return tuple(own), None
    own = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if len(own) > 1:
        # «The plane, Reuters reported, was hit»: the nearer one speaks.
        return coordinated(own[-1]), None
    return clause.subjects or _inverted(verb) or _misread(verb), None


def _inverted(verb: Token) -> tuple[Token, ...]:
    """Who speaks in «"…," said a minister who …», where the parser has lost the subject."""
    doc = verb.doc
    if verb.i + 1 >= len(doc) or doc[verb.i - 1].text not in CLOSING or verb.tag_ not in FINITE:
        return ()
    head = doc[verb.i + 1]
    while head.dep_ in WITHIN and head.head.i > head.i:
        head = head.head
    return (head,) if head.pos_ in ("NOUN", "PROPN", "PRON") else ()


def _misread(verb: Token) -> tuple[Token, ...]:
    """The name right before a finite verb that the parser took for an adverb."""
    left = [c for c in verb.lefts if c.pos_ in ("PROPN", "NOUN")]
    if verb.tag_ in FINITE and left and left[-1].i == verb.i - 1:
        return (left[-1],)
    return ()


def _named(children: Sequence[Token], speakers: Sequence[Token]) -> Token:
    """The head of the words that name the speaker here: "who" where a relative clause speaks."""
    own = [c for c in children if c.dep_ == "nsubj"]
    return own[-1] if own else speakers[0]
