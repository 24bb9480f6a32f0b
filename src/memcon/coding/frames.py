"""Frame: the form in which a verb reports what was said, and the words that head it.

"said that …", "vowed to …", "accused him of …", "called it a …", "is concerned about …".
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.language.clauses import SUBJECTS, Clause
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords

# Where the parser hangs a reported clause that it has not understood to be one.
LOOSE = frozenset({"advcl", "relcl", "acl", "dep", "conj", "parataxis", "ccomp"})
# Adverbs that make another verb of one, where the parser sees no particle.
ADVERBS = frozenset({"back"})
HELD = frozenset({"pobj", "pcomp"})


@dataclass(frozen=True, slots=True)
class Frame:
    """`rule` names the form, `reported` heads what was said, `last` is the cue's last token."""

    rule: str
    reported: tuple[Token, ...]
    last: int


@dataclass(frozen=True, slots=True)
class Verb:
    """A clause's verb with what depends on it, looked up once."""

    parse: Parse
    clause: Clause
    children: tuple[Token, ...]
    lemma: str

    @classmethod
    def of(cls, parse: Parse, clause: Clause) -> "Verb":
        """A clause's verb; "shot back" and "brushed aside" are verbs of their own."""
        children = tuple(clause.verb.children)
        adverb = next((c.lower_ for c in children if c.i == clause.verb.i + 1), "")
        lemma = f"{clause.lemma} {adverb}" if adverb in ADVERBS else clause.lemma
        return cls(parse, clause, children, lemma)

    def named(self) -> tuple[Token, ...]:
        """Its objects; in a passive, who underwent it."""
        if self.clause.is_passive:
            return self.clause.objects
        return tuple(c for c in self.children if c.dep_ == "dobj")

    def frame(self, rule: str, reported: Sequence[Token], last: int | None = None) -> Frame | None:
        """A frame, if anything is reported."""
        at = self.clause.verb.i if last is None else last
        return Frame(rule, tuple(reported), at) if reported else None


def frame_of(verb: Verb, words: SpeechWords) -> Frame | None:
    """The first form that fits."""
    return next((frame for form in FORMS if (frame := form(verb, words))), None)


def _feeling(verb: Verb, words: SpeechWords) -> Frame | None:
    """«is concerned about the troops»: the adjective carries the report."""
    if verb.lemma not in words.reports.copulas:
        return None
    for child in verb.children:
        if child.dep_ != "acomp" or not words.reports.feelings & {
            child.lower_,
            child.lemma_.lower(),
        }:
            continue
        held = [c for c in child.rights if c.dep_ in ("ccomp", "xcomp")]
        held += [g for c in child.rights if c.dep_ == "prep" for g in c.children if g.dep_ in HELD]
        if held:
            return Frame("feeling", tuple(held), held[0].left_edge.i - 1)
    return None


def _clear(verb: Verb, words: SpeechWords) -> Frame | None:
    """«made it clear that …»."""
    if verb.lemma != words.reports.making:
        return None
    for child in verb.children:
        if child.lower_ in words.reports.clear and child.i > verb.clause.verb.i:
            near = (*child.rights, *verb.clause.verb.rights)
            return verb.frame("clause", [c for c in near if _is_opened(c, words)][:1], child.i)
    return None


def _predicate(verb: Verb, words: SpeechWords) -> Frame | None:
    """«called it a mistake»: "it" and "mistake"."""
    if verb.lemma not in words.reports.predicate:
        return None
    named = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    small = [c for c in verb.children if c.dep_ in ("oprd", "ccomp", "xcomp")]
    if named and not small and named[0].dep_ == "dobj":
        # «called the idea that … a "provocation"»: the quoted words may hang anywhere.
        region = range(named[0].i, verb.clause.verb.right_edge.i)
        quoted = [i for i in region if verb.parse.quote_of[i] >= 0]
        small = [verb.parse.doc[quoted[-1]]] if quoted else []
    return verb.frame("predicate", [*named, *small]) if named and small else None


def _clause(verb: Verb, words: SpeechWords) -> Frame | None:
    """«said that talks failed», also where the parser has the clause hang elsewhere."""
    reports = words.reports
    if verb.lemma not in reports.clause:
        return None
    held = [c for c in verb.children if c.dep_ == "ccomp" and _is_clause(c)]
    if held or verb.lemma not in reports.speech:
        return verb.frame("clause", held)
    return verb.frame("clause", [c for c in _strays(verb, words) if _is_opened(c, words)][:1])


def _strays(verb: Verb, words: SpeechWords) -> Iterator[Token]:
    """What stands behind the verb, and behind whom it was said to."""
    right = [c for c in verb.children if c.i > verb.clause.verb.i]
    yield from right
    # "said before the talks that …" may be read as a clause about the talks.
    for child in right:
        if child.dep_ == "prep":
            yield from (t.head for t in child.subtree if t.lower_ in words.openers)
    if verb.lemma in words.reports.told:
        # "told reporters that …" may be read as a clause about the reporters.
        yield from (g for c in right if c.dep_ in ("dobj", "dative") for g in c.rights)


def _infinitive(verb: Verb, words: SpeechWords) -> Frame | None:
    """«urged Moscow to withdraw»: "Moscow" and "withdraw"; «told them to leave»: "leave"."""
    reports = words.reports
    if verb.lemma not in reports.infinitive:
        return None
    held = [c for c in verb.children if c.dep_ == "xcomp" and _has_to(c)]
    if any(_is_anonymity(c, words) for c in held):
        return None
    if not held or verb.lemma in reports.instructing:
        return verb.frame("infinitive", held)
    asked = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i < held[0].i]
    for child in verb.children:
        if child.dep_ == "prep" and verb.lemma in reports.appealing.get(child.lower_, ()):
            asked += [g for g in child.children if g.dep_ == "pobj"]
    return verb.frame("infinitive", [*asked, *held])


def _gerund(verb: Verb, words: SpeechWords) -> Frame | None:
    """«denied sending arms»."""
    if verb.lemma not in words.reports.gerund:
        return None
    return verb.frame(
        "infinitive", [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG"]
    )


def _preposition(verb: Verb, words: SpeechWords) -> Frame | None:
    """«called for restraint».

    Of "accused Moscow of fraud" Moscow is part of what was said, of "told Moscow of it" it is not.
    """
    lemma, reports = verb.lemma, words.reports
    named = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]
    for child in verb.children:
        if child.dep_ not in ("prep", "dative") or lemma not in reports.preposition.get(
            child.lower_, ()
        ):
            continue
        held = [c for c in child.children if c.dep_ in HELD]
        if held and named and named[0].i < child.i:
            return verb.frame("preposition", held if lemma in reports.told else [named[0], child])
        if held:
            return verb.frame("preposition", held, child.i)
    return None


def _likeness(verb: Verb, words: SpeechWords) -> Frame | None:
    """«described it as useful»: "it" and "as"."""
    if verb.lemma not in words.reports.likeness:
        return None
    named = [c for c in verb.children if c.dep_ == "dobj"]
    near = [*verb.children, *(g for c in named for g in c.rights)]
    likeness = [c for c in near if c.dep_ == "prep" and c.lower_ == "as"]
    return verb.frame("likeness", [*named, *likeness]) if likeness else None


def _named(verb: Verb, words: SpeechWords) -> Frame | None:
    """«raised concerns about the troops»."""
    nouns = words.reports.named.get(verb.lemma, frozenset())
    return verb.frame("named", [c for c in verb.named()[:1] if c.lemma_.lower() in nouns])


def _noun(verb: Verb, words: SpeechWords) -> Frame | None:
    """«criticized the move»."""
    if verb.lemma not in words.reports.noun:
        return None
    return verb.frame("noun", verb.named()[:1])


def _as(verb: Verb, words: SpeechWords) -> Frame | None:
    """«as Macron noted»: the clause beside it."""
    if verb.clause.relation != "advcl" or verb.lemma not in words.reports.clause:
        return None
    if not any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children):
        return None
    return verb.frame("as", [verb.clause.verb.head])


def _speech(verb: Verb, words: SpeechWords) -> Frame | None:
    """A verb that quotes, or that stands inside the sentence that it reports."""
    if verb.lemma not in words.reports.speech:
        return None
    return Frame("speech", (), verb.clause.verb.i)


FORMS: tuple[Callable[[Verb, SpeechWords], Frame | None], ...] = (
    _feeling,
    _clear,
    _predicate,
    _clause,
    _infinitive,
    _gerund,
    _preposition,
    _likeness,
    _named,
    _noun,
    _as,
    _speech,
)


def _is_clause(head: Token) -> bool:
    """Whether a complement is a clause that says something."""
    return head.pos_ in ("VERB", "AUX") or any(c.dep_ in SUBJECTS for c in head.children)


def _is_opened(head: Token, words: SpeechWords) -> bool:
    """Whether a clause opens with "that" or "whether"."""
    return head.dep_ in LOOSE and any(c.lower_ in words.openers for c in head.children)


def _is_anonymity(head: Token, words: SpeechWords) -> bool:
    """Whether who speaks asks "not to be named": that is a condition, not what was said."""
    marks = {c.dep_ for c in head.lefts}
    return {"neg", "auxpass"} <= marks and head.lemma_.lower() in words.silence.telling


def _has_to(head: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
