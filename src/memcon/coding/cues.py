"""Cue: the words that report what somebody said, first of all the verbs of saying."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.coding.frames import Verb, frame_of
from memcon.coding.parties import behind
from memcon.language.clauses import Clause, coordinated
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords

COMMAS = frozenset({",", "--", "—", "–", "-"})
CLOSING = frozenset({",", '"', "''"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
WITHIN = frozenset({"compound", "det", "amod", "poss", "nmod", "nummod"})
OWN = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})
# A speaker named further from the verb than this is taken over from elsewhere.
NEAR = 50


@dataclass(frozen=True, slots=True)
class Cue:
    """One report of speech, before its content is cut out.

    `rule` names the form of the report. `first` to `last` are the cue's own tokens, `head` the
    chief of them. `reported` heads what was said; it is empty for a verb that quotes or that
    stands inside the sentence it reports. `speakers` are heads of noun phrases, `source` the
    tokens of the words that name them; `medium` heads the name of who reports at second hand.
    `quotes`: whether it may take words in quotation marks.
    """

    rule: str
    head: Token
    first: int
    last: int
    speakers: tuple[Token, ...]
    source: tuple[int, int] | None
    reported: tuple[Token, ...]
    medium: Token | None = None
    quotes: bool = False

    @property
    def group(self) -> tuple[int, int]:
        """From the first to the last token of the speaker's and the cue's words."""
        if self.source is None or abs(self.source[0] - self.first) > NEAR:
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
    doc, first, last = head.doc, head.left_edge.i, head.right_edge.i
    for child in head.rights:
        is_last = child.dep_ == "relcl" and child.right_edge.i == last
        if is_last and doc[child.left_edge.i - 1].text in COMMAS:
            last = max(child.left_edge.i - 1, head.i)
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while last > head.i and doc[last].is_punct and doc[last].text != ")":
        last -= 1
    return first, last


def _verb(parse: Parse, clause: Clause, words: SpeechWords) -> Cue | None:
    """The cue that a clause's verb is, if it reports."""
    verb = Verb.of(parse, clause)
    behind = min(clause.verb.i + 1, len(parse.doc) - 1)
    is_only = parse.doc[behind].lower_ in words.only
    if clause.relation == "acl" or (not is_only and words.doubtful & {*clause.modals}):
        return None
    frame = frame_of(verb, words)
    if frame is None or not _is_told(verb, words):
        return None
    first, last = _group(verb)
    if clause.lemma in words.asking and frame.reported and _is_question(verb):
        agents = tuple(g for c in verb.children if c.dep_ == "agent" for g in c.children)
        source = phrase(agents[0]) if agents else None
        return Cue("question", clause.verb, first, last, agents, source, frame.reported)
    if _is_mere_infinitive(verb, frame.rule, words):
        return None
    speakers, medium = _speakers(verb, words)
    if not speakers or speakers[0].lower_ in words.readers:
        return None
    return Cue(
        rule=frame.rule,
        head=clause.verb,
        first=first,
        last=max(last, frame.last, behind if is_only else 0),
        speakers=speakers,
        source=phrase(_name(verb, speakers)),
        reported=frame.reported,
        medium=medium,
        quotes=verb.lemma in words.reports.speech,
    )


def _is_told(verb: Verb, words: SpeechWords) -> bool:
    """Whether it was said: not so in "did not say", "without saying", "Did he say …?"."""
    clause = verb.clause
    if clause.relation == "pcomp" and clause.verb.head.lower_ == "without":
        return False
    if clause.relation == "xcomp" and clause.parent is not None:
        above = verb.parse.clauses[clause.parent]
        if above.is_negated or above.lemma in words.silence.refusing:
            return False
    subject = next((c.i for c in verb.children if c.dep_ == "nsubj"), -1)
    auxiliary = next((c.i for c in verb.children if c.dep_ == "aux"), subject)
    if 0 <= auxiliary < subject:
        return False
    return not clause.is_negated or clause.lemma in words.reports.attitudes


def _is_question(verb: Verb) -> bool:
    """«Asked whether …», «was asked about …»: a question, whoever put it."""
    return verb.clause.is_passive or _is_bare_participle(verb)


def _is_bare_participle(verb: Verb) -> bool:
    """A past participle without an auxiliary, as in "asked about it"."""
    has_auxiliary = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return verb.clause.verb.tag_ == "VBN" and not has_auxiliary


def _is_mere_infinitive(verb: Verb, rule: str, words: SpeechWords) -> bool:
    """«hard to imagine that …», «made them feel that …», «free to criticize it»: nobody has."""
    if verb.clause.verb.tag_ != "VB" or verb.clause.relation == "ROOT":
        return False
    if any(c.dep_ == "aux" and c.lemma_ == "do" for c in verb.children):
        return False
    return rule not in ("clause", "speech") or verb.clause.lemma in words.reports.attitudes


def _group(verb: Verb) -> tuple[int, int]:
    """From the verb's first auxiliary or adverb to its particle, as far as they touch."""
    first = last = verb.clause.verb.i
    own = {c.i: c.dep_ for c in verb.children if c.dep_ in OWN}
    while first - 1 in own:
        first -= 1
    return first, last + 1 if own.get(last + 1) == "prt" else last


def _speakers(verb: Verb, words: SpeechWords) -> tuple[tuple[Token, ...], Token | None]:
    """Heads of who speaks, and of who quotes the speaker: «was quoted by Interfax as saying»."""
    clause = verb.clause
    above = None if clause.parent is None else verb.parse.clauses[clause.parent]
    if clause.relation == "pcomp" and above is not None and above.lemma in words.citing:
        medium = (*above.subjects, *behind("by", (clause.verb,)))
        return above.objects, next(iter(medium), None)
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if _is_bare_participle(verb) and not clause.is_passive:
        return tuple(own), None
    if len(own) > 1:
        # «The plane, Reuters reported, was hit»: the nearer one speaks.
        return coordinated(own[-1]), None
    return clause.subjects or _inverted(clause.verb) or _misread(clause.verb), None


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


def _name(verb: Verb, speakers: Sequence[Token]) -> Token:
    """The head of the words that name the speaker here: "who" where a relative clause speaks."""
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    return own[-1] if own else speakers[0]
