"""Withholding: the kind of silence that a clause tells of.

«declined to say» and «would not say» refuse, «made no mention of it» leaves out; who deflects or is
unavailable is found in `evasion`.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from memcon.coding.evasion import answers_not, evades, is_away, is_only, keeps_silent, turns
from memcon.coding.telling import Children, asserts, lemmas, tells, with_preposition
from memcon.language.clauses import Clause
from memcon.lexicon.speech import SilenceWords
from memcon.record.terms import SilenceKind

REPORTED = frozenset({"ccomp", "csubj"})
Test = Callable[[Clause, Children, SilenceWords], SilenceKind | None]


def kind_of(clause: Clause, words: SilenceWords, in_person: bool) -> SilenceKind | None:
    """The kind of silence, if the clause tells of one.

    `in_person`: somebody speaks of himself: «I have nothing to add».
    """
    children = tuple(clause.verb.children)
    is_condition = any(c.dep_ == "mark" and c.lower_ in words.conditions for c in children)
    if is_condition and clause.relation == "advcl":
        return None
    tests = OWN_WORDS if in_person else TOLD
    return next((kind for test in tests if (kind := test(clause, children, words))), None)


def _refuses(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«declined to say», «refused comment», «refrained from naming»."""
    if clause.is_negated or clause.modals:
        return None
    if clause.lemma in words.refusing:
        told = [c for c in children if c.dep_ in ("xcomp", "ccomp")]
        refused = any(c.dep_ == "dobj" and _is_asked_for(c, words) for c in children)
        return "refused" if refused or any(tells(verb, words) for verb in told) else None
    if clause.lemma in words.refraining:
        gerunds = [g for c in children if c.dep_ == "prep" for g in c.children if g.dep_ == "pcomp"]
        return "refused" if any(tells(verb, words) for verb in gerunds) else None
    withheld = lemmas(children, "dobj") & words.withheld.get(clause.lemma, frozenset())
    is_fifth = any("fifth" in (t.lower_ for t in c.subtree) for c in children if c.dep_ == "dobj")
    return "refused" if withheld or (is_fifth and clause.lemma in words.invoking) else None


def _is_asked_for(noun: Token, words: SilenceWords) -> bool:
    """«comment», «an interview», «a request for an interview»."""
    asked = words.comments | words.interviews
    if noun.lemma_.lower() not in words.requests:
        return noun.lemma_.lower() in asked
    return any(t.lemma_.lower() in asked for t in noun.subtree)


def _has_nothing(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«had nothing to say about it»."""
    if clause.lemma != "have" or clause.modals:
        return None
    none = (c for c in children if c.dep_ == "dobj" and c.lower_ in words.none)
    is_unsaid = any(g.lemma_.lower() in words.uttering for c in none for g in c.children)
    return "refused" if is_unsaid else None


def _is_unwilling(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«was reluctant to comment», «was not ready to discuss it», «were unable to comment»."""
    if clause.lemma not in words.staying or clause.modals:
        return None
    wanted, faint = (
        (words.willing, words.able) if clause.is_negated else (words.unwilling, words.unable)
    )
    beside = [c for c in children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"]
    for state in _standings(children):
        told = [*beside, *(c for c in state.children if c.dep_ in ("xcomp", "relcl", "acl"))]
        if state.lower_ in wanted and any(tells(verb, words) for verb in told):
            return "refused"
        if state.lower_ in faint and any(_is_discreet(verb, words) for verb in told):
            return "refused"
    return None


def _standings(children: Children) -> Iterator[Token]:
    """The adjectives of a "be", and the nouns of «not in a position», «not at liberty»."""
    for child in children:
        if child.dep_ == "acomp":
            yield child
        elif child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _is_discreet(verb: Token, words: SilenceWords) -> bool:
    """Whether who cannot do it keeps something back: «discuss», «give details», not «say»."""
    kept = lemmas(verb.children, "dobj") & words.kept
    return bool({*with_preposition(verb)} & words.discreet or (kept and tells(verb, words)))


def _is_refusal(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«his refusal to answer questions», «its failure to mention the strike»."""
    if clause.relation != "acl" or not any(c.dep_ == "aux" and c.tag_ == "TO" for c in children):
        return None
    noun = clause.verb.head.lemma_.lower()
    if noun in words.refusals and tells(clause.verb, words):
        return "refused"
    return "omitted" if noun in words.failures and _is_left_out(clause.verb, words) else None


def _fails(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«failed to mention the strike»."""
    if clause.lemma not in words.failing or clause.is_negated or clause.modals:
        return None
    failed = (c for c in children if c.dep_ == "xcomp")
    return "omitted" if any(_is_left_out(verb, words) for verb in failed) else None


def _is_left_out(verb: Token, words: SilenceWords) -> bool:
    """Whether who fails to do it leaves something out: «mention it», «give details»."""
    lemma = verb.lemma_.lower()
    return lemma in words.failed or (lemma in words.giving and tells(verb, words))


def _withholds(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«would not say», «cannot discuss», «isn't saying», «neither confirmed nor denied»."""
    is_neither = any(c.lower_ == "neither" for c in children)
    is_either = clause.is_negated and lemmas(children, "conj") & words.denying
    if clause.lemma in words.confirming and (is_neither or is_either) and not clause.is_passive:
        return "refused"
    if _is_told_of_others(clause, words):
        return None
    is_willed = bool({"will", "would"} & {*clause.modals})
    if is_willed and is_only(clause, words):
        return "deflected"
    says_no = any(c.lower_ in words.yes_and_no and c.dep_ != "det" for c in children)
    if not clause.is_negated or says_no:
        return None
    if {"can", "could"} & {*clause.modals}:
        is_kept = bool({*with_preposition(clause.verb)} & words.discreet) and not clause.is_passive
        return "refused" if is_kept else None
    is_now = is_willed or _is_under_way(clause)
    return "refused" if is_now and _is_withheld(clause, words) else None


def _is_told_of_others(clause: Clause, words: SilenceWords) -> bool:
    """Whether a «would not» is what a speaker reports of somebody else."""
    if clause.relation not in REPORTED or clause.verb.head.lemma_ in words.relaying:
        return False
    return not any(subject.lower_ in words.selves for subject in clause.subjects)


def _is_under_way(clause: Clause) -> bool:
    """As in "isn't saying"."""
    return clause.verb.tag_ == "VBG" and clause.tense == "present"


def _is_withheld(clause: Clause, words: SilenceWords) -> bool:
    """Whether a «would not» with this verb refuses."""
    names = {*with_preposition(clause.verb)} | {clause.lemma}
    is_verb = names & (words.withholding | words.drawing) or clause.lemma in words.giving
    return bool(is_verb) and tells(clause.verb, words)


def _omits(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«did not mention», «left out», «gave no details», «said nothing»."""
    if clause.modals or clause.is_passive:
        return None
    if clause.lemma in words.leaving:
        return None if clause.is_negated else "omitted"
    if clause.lemma in words.omitting and lemmas(children, "dobj") & words.none:
        return "omitted"
    if not clause.is_negated:
        return None
    # Who gives a reason why he tells nothing has refused: «citing security, gave no details».
    is_reasoned = bool(lemmas(children, "advcl") & words.citing)
    if given := words.giving.get(clause.lemma):
        lacking = [c for c in children if c.dep_ in ("dobj", "attr") and c.lemma_.lower() in given]
        return _of(lacking, is_reasoned, words) if lacking else None
    if clause.lemma not in words.omitting or asserts(clause.verb, words):
        return None
    return "refused" if is_reasoned else "omitted"


def _of(nouns: list[Token], is_reasoned: bool, words: SilenceWords) -> SilenceKind:
    """A comment not given or a question not taken is refused, anything else left out."""
    asked = [noun for noun in nouns if noun.lemma_.lower() in words.comments | words.questions]
    if any(c.lower_ in words.at_once for noun in asked for c in noun.children):
        return "unavailable"
    return "refused" if asked or is_reasoned else "omitted"


def _goes_without(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«without naming them», «said without further comment»."""
    if clause.relation == "pcomp" and clause.verb.head.lower_ == "without":
        asked = lemmas(children, "dobj") & words.questions
        return ("refused" if asked else "omitted") if tells(clause.verb, words) else None
    if clause.lemma not in words.uttering:
        return None
    nouns = (g for c in children if c.lower_ == "without" for g in c.children if g.dep_ == "pobj")
    return "omitted" if any(noun.lemma_.lower() in words.unsaid for noun in nouns) else None


def _is_unsaid(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«No mention was made by Tehran», «was not named by the police»: only where the agent is."""
    if not clause.is_passive or not clause.is_negated or clause.modals or not clause.subjects:
        return None
    given = words.giving.get(clause.lemma, frozenset())
    is_given = bool(lemmas(children, "nsubjpass") & given)
    return "omitted" if is_given or clause.lemma in words.omitting else None


def _lacks(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«There was no comment from Tehran», «there was no mention of it in the statement»."""
    if clause.lemma != "be" or not clause.is_negated or not any(c.dep_ == "expl" for c in children):
        return None
    lacking = lemmas(children, "attr", "nsubj")
    if lacking & words.comments:
        return "unavailable"
    return "omitted" if lacking & words.mentions else None


def _says_none(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """«"No comment," Peskov said»."""
    if clause.lemma not in words.uttering or any(c.dep_ == "neg" for c in children):
        return None
    said = [c for c in children if c.lemma_.lower() in words.comments]
    is_none = any(g.lower_ == "no" for c in said for g in c.children)
    return "refused" if is_none else None


def _declines(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """In one's own words: «I won't comment», «we are not going to speculate»."""
    if not clause.is_negated or clause.is_passive:
        return None
    told = [c for c in children if c.dep_ in ("xcomp", "ccomp")]
    verbs = told if clause.lemma == "go" else [clause.verb]
    is_unable = {"can", "could"} & {*clause.modals}
    named = words.discreet if is_unable else words.declining
    is_now = clause.tense in ("present", "future") or bool(clause.modals)
    is_kept = any({*with_preposition(v)} & named and not asserts(v, words) for v in verbs)
    return "refused" if is_now and is_kept else None


def _has_none(clause: Clause, children: Children, words: SilenceWords) -> SilenceKind | None:
    """In one's own words: «I have nothing to add», «I don't have anything on that for you»."""
    if clause.lemma == "have":
        nouns = [c for c in children if c.dep_ == "dobj"]
        if clause.is_negated and any(noun.lemma_.lower() in words.comments for noun in nouns):
            return "refused"
        none = [c for c in nouns if c.lower_ in words.none or clause.is_negated]
        behind = {g.lemma_.lower() for c in (*none, clause.verb) for g in c.rights}
        return "deflected" if none and behind & words.adding else None
    if clause.lemma in words.turning and not clause.is_negated:
        return (
            "deflected" if any(c.lower_ == "you" and c.dep_ == "dobj" for c in children) else None
        )
    return None


OWN_WORDS: tuple[Test, ...] = (_refuses, _is_unwilling, _declines, _has_none)
TOLD: tuple[Test, ...] = (
    _refuses,
    _is_unwilling,
    _is_refusal,
    _has_nothing,
    _withholds,
    answers_not,
    _goes_without,
    _omits,
    _is_unsaid,
    _fails,
    evades,
    is_away,
    keeps_silent,
    _lacks,
    turns,
    _says_none,
)
