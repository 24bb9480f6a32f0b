"""Evasion: silences of who answered without answering, or gave no answer at all.

«sidestepped the question» and «would say only that …» deflect; who «could not be reached» or «did
not return calls» is unavailable.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from memcon.coding.telling import Children, lemmas, objects, spoken, tells, with_preposition
from memcon.language.clauses import Clause
from memcon.lexicon.speech import SilenceWords
from memcon.record.terms import SilenceKind

STATES = frozenset({"acomp", "oprd", "attr"})


def answers_not(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«did not answer directly», «did not respond to requests», «did not comment»."""
    if clause.modals or not clause.is_negated or clause.is_passive or _is_none(children):
        return None
    if clause.lemma in words.comments and clause.lemma not in words.responding:
        return "unavailable" if _is_at_once(children, words) else "refused"
    if clause.lemma not in words.responding:
        return None
    if any(c.lower_ in words.indirect for c in children):
        return "deflected"
    nouns = tuple(objects(children))
    asked = {noun.lemma_.lower() for noun in nouns}
    is_written = any(c.lower_ in words.written for noun in nouns for c in noun.children)
    if asked & words.requests or (asked & words.questions and is_written):
        return "unavailable"
    if clause.lemma == "answer":
        return "refused"
    is_awaited = not nouns and (_is_at_once(children, words) or is_asked(clause, words))
    return "unavailable" if asked & words.awaiting or is_awaited else None


def _is_none(children: Children) -> bool:
    """As in "replied: no comment", which is an answer of a kind."""
    nouns = (c for c in children if c.pos_ == "NOUN" and c.dep_ not in ("nsubj", "nsubjpass"))
    return any(g.lower_ == "no" for noun in nouns for g in noun.lefts)


def _is_at_once(children: Children, words: SilenceWords) -> bool:
    return any(c.lower_ in words.at_once for c in children)


def evades(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«sidestepped the question», «avoided answering», «changed the subject», «demurred»."""
    if clause.is_negated or clause.modals or clause.is_passive:
        return None
    adverbs = (f"{clause.lemma} {c.lower_}" for c in children if c.dep_ == "advmod")
    names = {clause.lemma, *adverbs}
    evaded = {noun.lemma_.lower() for noun in objects(children)}
    if any(evaded & words.turning.get(name, frozenset()) for name in sorted(names)):
        return "deflected"
    if names & words.demurring and not lemmas(children, "dobj"):
        return "deflected"
    return _avoids(children, evaded, words) if names & words.evading else None


def _avoids(children: Children, evaded: set[str], words: SilenceWords) -> SilenceKind | None:
    """A question is evaded, a mention left out."""
    if evaded & words.questions:
        return "deflected"
    if evaded & words.mentions:
        return "omitted"
    avoided = [c for c in children if c.dep_ in ("xcomp", "ccomp") and tells(c, words)]
    is_left_out = any(c.lemma_.lower() not in words.responding for c in avoided)
    return ("omitted" if is_left_out else "deflected") if avoided else None


def turns(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«Asked about the arrests, Erdogan instead spoke of the economy», «said evasively»."""
    if clause.lemma in words.uttering and any(c.lower_ in words.evasively for c in children):
        return "deflected"
    if clause.lemma in words.shifting and _is_talk_behind(children, words):
        return "deflected"
    if clause.relation == "advcl" and clause.verb.tag_ == "VBG" and is_only(clause, words):
        return "deflected"
    is_other = any(c.lower_ in words.instead for c in children) or is_only(clause, words)
    return "deflected" if is_other and is_asked(clause, words) else None


def _is_talk_behind(children: Children, words: SilenceWords) -> bool:
    """As in "pivoted to talking about trade", not "pivoted to video"."""
    below = [*children, *(g for c in children for g in c.children)]
    verbs = (t for t in below if t.dep_ in ("pcomp", "xcomp", "advcl", "relcl"))
    return any({*with_preposition(verb)} & words.talking for verb in verbs)


def is_asked(clause: Clause, words: SilenceWords) -> bool:
    """Whether the clause tells what followed a question: «Asked about it, he …»."""
    subjects = (g for subject in clause.subjects for g in subject.children)
    beside = (*clause.verb.children, *subjects)
    return any(c.dep_ in ("advcl", "acl") and c.lemma_.lower() in words.asking for c in beside)


def is_only(clause: Clause, words: SilenceWords) -> bool:
    """«said only that …», «would only say that …»."""
    if clause.lemma not in words.uttering:
        return False
    behind = clause.verb.doc[clause.verb.i + 1 : clause.verb.i + 2]
    is_before = clause.modals and any(c.lower_ in words.only for c in clause.verb.lefts)
    return bool(is_before) or any(t.lower_ in words.only for t in behind)


def is_away(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«could not be reached», «was not available for comment», «efforts to reach him failed»."""
    if clause.is_passive:
        is_reached = clause.lemma in words.reaching and {"can", "could"} & {*clause.modals}
        is_missed = is_reached or called(clause, words)
        return "unavailable" if clause.is_negated and is_missed else None
    if sought(clause, words):
        return "unavailable"
    if clause.lemma != "be":
        return None
    states = {c.lower_ for c in children if c.dep_ in STATES}
    if states & words.unavailable and not clause.is_negated:
        return "unavailable"
    return "unavailable" if states & words.available and clause.is_negated else None


def called(clause: Clause, words: SilenceWords) -> tuple[Token, ...]:
    """Who was called, in «Calls to his office were not returned»."""
    if clause.lemma not in words.responding or not clause.is_passive:
        return ()
    calls = [c for c in clause.verb.children if c.dep_ == "nsubjpass"]
    if not any(_is_request(call, words) for call in calls):
        return ()
    return clause.subjects or tuple(_with_owners(_aims(calls)))


def _is_request(noun: Token, words: SilenceWords) -> bool:
    """Whether the noun is a request; «Calls» in front may be taken for a verb."""
    return bool({noun.lemma_.lower(), noun.lower_.removesuffix("s")} & words.requests)


def _aims(nouns: list[Token]) -> Iterator[Token]:
    """Whom calls are to, messages for, questions put to."""
    for noun in nouns:
        near = [*noun.children, *(g for c in noun.children if c.dep_ == "acl" for g in c.children)]
        preps = (c for c in near if c.dep_ in ("prep", "dative"))
        yield from (g for p in preps if p.lower_ in ("to", "for", "with") for g in p.children)


def _with_owners(nouns: Iterator[Token]) -> Iterator[Token]:
    """The owners of what is owned, first: «his office»."""
    for noun in nouns:
        owners = [c for c in noun.children if c.dep_ == "poss"]
        yield from owners or (noun,)


def sought(clause: Clause, words: SilenceWords) -> tuple[Token, ...]:
    """Who was sought, in «Efforts to reach him were unsuccessful»."""
    states = {c.lower_ for c in clause.verb.children if c.dep_ in STATES}
    if clause.lemma not in words.failing and not states & words.unsuccessful:
        return ()
    subjects = [c for c in clause.verb.children if c.dep_ == "nsubj"]
    efforts = [s for s in subjects if s.lemma_.lower() in words.efforts]
    verbs = (c for effort in efforts for c in effort.children if c.lemma_ in words.reaching)
    return tuple(g for verb in verbs for g in verb.children if g.dep_ == "dobj")


def keeps_silent(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«remained silent on the strike», «was evasive»; of a text the first leaves out."""
    if clause.lemma not in words.staying or clause.is_negated or clause.modals:
        return None
    subjects = {subject.lemma_.lower() for subject in clause.subjects}
    states = [c for c in children if c.dep_ in STATES]
    if not subjects & (words.texts | words.documents) and any(
        spoken(c) in words.evasive for c in states
    ):
        return "deflected"
    is_silent = any(spoken(c) in words.silent for c in states)
    if not (is_silent or any(spoken(c) in words.quiet and _is_on_something(c) for c in states)):
        return None
    return "omitted" if subjects & words.texts else "refused"


def _is_on_something(state: Token) -> bool:
    """As in "kept quiet about it", not "was quiet on Monday"."""
    near = (*state.children, *state.head.children)
    return any(c.dep_ == "prep" and c.lower_ in ("about", "on") for c in near) and not any(
        g.ent_type_ in ("DATE", "TIME") for c in near if c.dep_ == "prep" for g in c.children
    )
