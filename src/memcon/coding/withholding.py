"""Withholding: the kind of silence that a clause tells of.

«declined to say» and «would not say» refuse, «sidestepped the question» deflects, «made no mention
of it» leaves out, and who «could not be reached» is unavailable.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from memcon.language.clauses import Clause
from memcon.lexicon.speech import SilenceWords
from memcon.record.terms import SilenceKind

REPORTED = frozenset({"ccomp", "csubj"})
STATES = frozenset({"acomp", "oprd", "attr"})
Children = tuple[Token, ...]
Test = Callable[[Clause, Children, SilenceWords], SilenceKind | None]


def kind_of(clause: Clause, words: SilenceWords, in_person: bool) -> SilenceKind | None:
    """The kind of silence, if the clause tells of one.

    `in_person`: somebody speaks of himself: «I have nothing to add».
    """
    children = tuple(clause.verb.children)
    tests = OWN_WORDS if in_person else TOLD
    return next((kind for test in tests if (kind := test(clause, children, words))), None)


def _refuses(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«declined to say», «refused comment», «refrained from naming»."""
    if clause.is_negated or clause.modals:
        return None
    if clause.lemma in words.refusing:
        told = [c for c in children if c.dep_ in ("xcomp", "ccomp")]
        refused = _lemmas(children, "dobj") & words.comments
        return "refused" if refused or any(_tells(verb, words) for verb in told) else None
    if clause.lemma in words.refraining:
        gerunds = [g for c in children if c.dep_ == "prep" for g in c.children if g.dep_ == "pcomp"]
        return "refused" if any(_tells(verb, words) for verb in gerunds) else None
    return None


def _tells(verb: Token, words: SilenceWords) -> bool:
    """Whether the verb is of telling: "comment", "give details", "be drawn", not "be named"."""
    lemma = verb.lemma_.lower()
    children = tuple(verb.children)
    is_passive = any(c.dep_ == "auxpass" for c in children)
    if given := words.giving.get(lemma):
        return bool(_lemmas(children, "dobj") & given)
    if is_passive:
        return lemma in words.drawing
    return lemma in words.telling


def _withholds(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«would not say», «would not be drawn on», «neither confirmed nor denied»."""
    is_neither = any(c.lower_ == "neither" for c in children)
    if is_neither and clause.lemma in words.confirming:
        return "refused"
    is_told = clause.relation in REPORTED and clause.verb.head.lemma_ not in words.relaying
    if is_told or not {"will", "would"} & {*clause.modals}:
        return None
    if _is_only(clause, words):
        return "deflected"
    says_no = any(c.lower_ in words.yes_and_no and c.dep_ != "det" for c in children)
    if not clause.is_negated or says_no or clause.lemma not in words.withholding | words.drawing:
        return None
    return "refused" if _tells(clause.verb, words) else None


def _omits(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«did not mention», «left out», «gave no details», «said nothing», «without naming»."""
    lemma = clause.lemma
    if clause.modals or clause.is_passive:
        return None
    if lemma in words.leaving:
        return None if clause.is_negated else "omitted"
    if lemma in words.omitting and _lemmas(children, "dobj") & words.none:
        return "omitted"
    is_without = clause.relation == "pcomp" and clause.verb.head.lower_ == "without"
    if not (clause.is_negated or is_without):
        return None
    if given := words.giving.get(lemma):
        lacking = _lemmas(children, "dobj", "attr") & given
        return _of(lacking, words) if lacking else None
    return "omitted" if lemma in words.omitting else None


def _of(nouns: set[str], words: SilenceWords) -> SilenceKind:
    """A comment not given or a question not taken is refused, anything else left out."""
    return "refused" if nouns & (words.comments | words.questions) else "omitted"


def _answers_not(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«did not answer directly», «did not respond to requests», «did not comment»."""
    if clause.modals or not clause.is_negated or clause.is_passive:
        return None
    if clause.lemma not in words.responding:
        return "refused" if clause.lemma in words.comments else None
    if any(c.lower_ in words.indirect for c in children):
        return "deflected"
    nouns = tuple(_objects(children))
    objects = {noun.lemma_.lower() for noun in nouns}
    is_written = any(c.lower_ in words.written for noun in nouns for c in noun.children)
    if objects & words.requests or (objects & words.questions and is_written):
        return "unavailable"
    return "refused" if objects & words.questions or clause.lemma == "answer" else None


def _evades(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«sidestepped the question», «avoided answering», «changed the subject»."""
    if clause.is_negated or clause.modals or clause.is_passive:
        return None
    adverbs = (f"{clause.lemma} {c.lower_}" for c in children if c.dep_ == "advmod")
    lemmas = {clause.lemma, *adverbs}
    objects = {noun.lemma_.lower() for noun in _objects(children)}
    if any(objects & words.turning.get(lemma, frozenset()) for lemma in sorted(lemmas)):
        return "deflected"
    if not lemmas & words.evading:
        return None
    if objects & words.questions:
        return "deflected"
    avoided = [c for c in children if c.dep_ in ("xcomp", "ccomp") and _tells(c, words)]
    is_left_out = any(c.lemma_.lower() not in words.responding for c in avoided)
    return ("omitted" if is_left_out else "deflected") if avoided else None


def _is_away(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«could not be reached», «was not available for comment»."""
    if clause.lemma in words.reaching and clause.is_passive and clause.is_negated:
        return "unavailable" if {"can", "could"} & {*clause.modals} else None
    if clause.lemma != "be":
        return None
    states = {c.lower_ for c in children if c.dep_ in STATES}
    if states & words.unavailable and not clause.is_negated:
        return "unavailable"
    return "unavailable" if states & words.available and clause.is_negated else None


def _keeps_silent(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«remained silent on the strike»; of a text it leaves out."""
    if clause.lemma not in words.staying or clause.is_negated or clause.modals:
        return None
    if not {c.lower_ for c in children if c.dep_ in STATES} & words.silent:
        return None
    is_text = any(s.lemma_.lower() in words.texts for s in clause.subjects)
    return "omitted" if is_text else "refused"


def _lacks(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«There was no comment from Tehran», «there was no mention of it in the statement»."""
    if clause.lemma != "be" or not clause.is_negated or not any(c.dep_ == "expl" for c in children):
        return None
    lacking = _lemmas(children, "attr", "nsubj")
    if lacking & words.comments:
        return "unavailable"
    return "omitted" if lacking & words.mentions else None


def _turns(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«Asked about the arrests, Erdogan instead spoke of the economy»."""
    beside = [*children, *(c for subject in clause.subjects for c in subject.children)]
    is_asked = any(c.dep_ in ("advcl", "acl") and c.lemma_.lower() in words.asking for c in beside)
    is_other = any(c.lower_ in words.instead for c in children) or _is_only(clause, words)
    return "deflected" if is_asked and is_other else None


def _is_only(clause: Clause, words: SilenceWords) -> bool:
    """«said only that …»."""
    behind = clause.verb.doc[clause.verb.i + 1 : clause.verb.i + 2]
    return clause.lemma in words.uttering and any(t.lower_ in words.only for t in behind)


def _says_none(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«"No comment," Peskov said»."""
    if clause.lemma not in words.uttering or any(c.dep_ == "neg" for c in children):
        return None
    said = [c for c in children if c.lemma_.lower() in words.comments]
    is_none = any(g.lower_ == "no" for c in said for g in c.children)
    return "refused" if is_none else None


def _declines(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """In one's own words: «I won't comment», «we are not going to speculate»."""
    told = [c for c in children if c.dep_ in ("xcomp", "ccomp")]
    if not clause.is_negated or clause.is_passive:
        return None
    verbs = told if clause.lemma == "go" else [clause.verb]
    lemmas = {lemma for verb in verbs for lemma in _with_preposition(verb)}
    is_now = clause.tense in ("present", "future") or bool(clause.modals)
    return "refused" if is_now and lemmas & words.declining else None


def _has_none(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """In one's own words: «I have nothing to add», «I don't have anything on that for you»."""
    if clause.lemma == "have":
        nouns = [c for c in children if c.dep_ == "dobj"]
        none = [c for c in nouns if c.lower_ in words.none or clause.is_negated]
        behind = {g.lemma_.lower() for c in (*none, clause.verb) for g in c.rights}
        return "deflected" if none and behind & words.adding else None
    if clause.lemma in words.turning and not clause.is_negated:
        return (
            "deflected" if any(c.lower_ == "you" and c.dep_ == "dobj" for c in children) else None
        )
    return None


def _with_preposition(verb: Token) -> Iterator[str]:
    """The verb's lemma, alone and with each preposition: "get", "get into"."""
    yield verb.lemma_.lower()
    yield from (f"{verb.lemma_.lower()} {c.lower_}" for c in verb.children if c.dep_ == "prep")


def _lemmas(children: Children, *deps: str) -> set[str]:
    return {c.lemma_.lower() for c in children if c.dep_ in deps}


def _objects(children: Children) -> Iterator[Token]:
    """The direct and the prepositional objects."""
    for child in children:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ == "pobj")


OWN_WORDS: tuple[Test, ...] = (_refuses, _declines, _has_none)
TOLD: tuple[Test, ...] = (
    _refuses,
    _withholds,
    _answers_not,
    _omits,
    _evades,
    _is_away,
    _keeps_silent,
    _lacks,
    _turns,
    _says_none,
)
