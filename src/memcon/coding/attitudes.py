"""Attitudes: whether a clause speaks for its subject: in "refused to back" the sense is turned, in
"was urged to back", "might back" or "if it backs" nothing is known of the subject's mind."""

from memcon.language.clauses import Clause, infinitive_mark, is_question, verb_names
from memcon.language.parse import Parse
from memcon.lexicon.affairs import AffairWords

UNSURE = frozenset({"may", "might", "could", "should", "must", "ought"})


def attitude(clause: Clause, parse: Parse, words: AffairWords, depth: int = 0) -> int:
    """1 when the clause tells what its subject holds, -1 the reverse, 0 neither."""
    if is_question(clause) or _is_conditional(clause, words):
        return 0
    if UNSURE & set(clause.modals):
        return 0
    above = None if clause.parent is None else parse.clauses[clause.parent]
    if above is None or depth > 4:
        return 1
    if clause.relation == "conj" and clause.verb.tag_ in ("VB", "VBG"):
        return attitude(above, parse, words, depth + 1)
    if infinitive_mark(clause.verb) is None and clause.verb.tag_ != "VBG":
        return 1
    return _governed(clause, above, parse, words, depth)


def _governed(clause: Clause, above: Clause, parse: Parse, words: AffairWords, depth: int) -> int:
    """The attitude of an infinitive or gerund: that of the verb that governs it, if it keeps it."""
    if clause.verb.tag_ == "VBG" and (
        _is_progressive(clause) or clause.relation in ("advcl", "acl")
    ):
        return 1
    if clause.relation not in ("xcomp", "ccomp"):
        return 0
    names = (*verb_names(above), above.lemma)
    is_bare_be = above.lemma == "be" and not any(c.dep_ == "acomp" for c in above.verb.children)
    if is_bare_be or any(name in words.keeping for name in names):
        sense = 1
    elif any(name in words.turning for name in names):
        sense = -1
    else:
        return 0
    sense = -sense if above.is_negated else sense
    return sense * attitude(above, parse, words, depth + 1)


def _is_progressive(clause: Clause) -> bool:
    """Whether "is backing" stands, not a bare gerund."""
    return any(c.dep_ in ("aux", "auxpass") and c.lemma_ == "be" for c in clause.verb.lefts)


def _is_conditional(clause: Clause, words: AffairWords) -> bool:
    """Whether it stands behind "if" or "unless"."""
    return any(
        c.dep_ in ("mark", "advmod") and c.lower_ in words.conditions for c in clause.verb.lefts
    )
