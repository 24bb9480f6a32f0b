"""Silence: what somebody refused to say, avoided or left out, or could not be asked."""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.cues import is_quoted
from memcon.language.clauses import Clause
from memcon.language.parse import Parse
from memcon.lexicon.speech import SilenceWords, SpeechWords
from memcon.record.findings import Issue, Silence
from memcon.record.span import Span
from memcon.record.terms import SilenceKind

REPORTED = frozenset({"ccomp", "csubj"})
Test = Callable[[Clause, tuple[Token, ...], SilenceWords], SilenceKind | None]


def find_silences(
    parse: Parse, cast: Cast, issues: Sequence[Issue], words: SpeechWords
) -> tuple[Silence, ...]:
    """Find each silence, in reading order.

    "Lavrov declined to discuss the pipeline" is refused; "did not mention it" is omitted.
    """
    found = []
    for clause in parse.clauses:
        kind = _kind(clause, words)
        if kind is None or is_quoted(parse, clause.verb.i):
            continue
        evidence = _evidence(parse, clause)
        for actor in _silent(parse, cast, clause, words):
            silence = Silence(
                actor=actor,
                about=_about(parse, clause, evidence, issues),
                kind=kind,
                asked_by=_asked_by(parse, cast, clause, words.silence),
                evidence=evidence,
                confidence=words.silence.confidence[kind],
            )
            found.append(silence)
    return tuple(found)


def _kind(clause: Clause, words: SpeechWords) -> SilenceKind | None:
    """The kind of silence that a clause tells of, if it tells of one."""
    if clause.tense == "future" and "would" not in clause.modals and "will" not in clause.modals:
        return None
    children = tuple(clause.verb.children)
    for test in TESTS:
        if kind := test(clause, children, words.silence):
            return kind
    return None


def _refuses(
    clause: Clause, children: tuple[Token, ...], words: SilenceWords
) -> SilenceKind | None:
    """«declined to say», «refused comment», «refrained from naming»."""
    if clause.is_negated or clause.modals:
        return None
    if clause.lemma in words.refusing:
        told = [c for c in children if c.dep_ in ("xcomp", "ccomp")]
        refused = [c for c in children if c.dep_ == "dobj" and c.lemma_.lower() in words.comments]
        return "refused" if refused or any(_tells(verb, words) for verb in told) else None
    if clause.lemma in words.refraining:
        gerunds = [g for c in children if c.dep_ == "prep" for g in c.children if g.dep_ == "pcomp"]
        return "refused" if any(_tells(verb, words) for verb in gerunds) else None
    return None


def _tells(verb: Token, words: SilenceWords) -> bool:
    """Whether the verb is one of telling: "comment", "give details", "be drawn", not "be named"."""
    lemma = verb.lemma_.lower()
    is_passive = any(c.dep_ == "auxpass" for c in verb.children)
    if given := words.giving.get(lemma):
        return any(c.dep_ == "dobj" and c.lemma_.lower() in given for c in verb.children)
    return lemma in words.telling and is_passive == (lemma == "draw")


def _withholds(
    clause: Clause, children: tuple[Token, ...], words: SilenceWords
) -> SilenceKind | None:
    """«would not say», «would not be drawn on», «would neither confirm nor deny»."""
    if not {"will", "would"} & set(clause.modals) or clause.relation in REPORTED:
        return None
    is_negated = clause.is_negated or any(c.lower_ == "neither" for c in children)
    says_no = any(c.lower_ in ("no", "yes") and c.dep_ != "det" for c in children)
    if is_negated and not says_no and clause.lemma in words.withholding:
        return "refused" if _tells(clause.verb, words) else None
    return None


def _omits(clause: Clause, children: tuple[Token, ...], words: SilenceWords) -> SilenceKind | None:
    """«did not mention», «left out», «gave no details», «without naming»."""
    if clause.modals:
        return None
    lemma = clause.lemma
    if lemma in words.leaving:
        return None if clause.is_passive or clause.is_negated else "omitted"
    objects = [c for c in children if c.dep_ in ("dobj", "attr")]
    if lemma in words.omitting and any(c.lemma_.lower() in words.none for c in objects):
        return "omitted"
    is_without = clause.relation == "pcomp" and clause.verb.head.lower_ == "without"
    if not (clause.is_negated or is_without) or clause.is_passive:
        return None
    if given := words.giving.get(lemma):
        return next((_of(c, words) for c in objects if c.lemma_.lower() in given), None)
    return "omitted" if lemma in words.omitting else None


def _of(noun: Token, words: SilenceWords) -> SilenceKind:
    """A comment not given or a question not taken is refused, anything else left out."""
    return "refused" if noun.lemma_.lower() in words.comments | words.questions else "omitted"


def _answers_not(
    clause: Clause, children: tuple[Token, ...], words: SilenceWords
) -> SilenceKind | None:
    """«did not answer directly», «did not respond to requests», «did not comment»."""
    if clause.modals or not clause.is_negated or clause.is_passive:
        return None
    if clause.lemma in words.responding:
        if any(c.lower_ in words.indirect for c in children):
            return "deflected"
        objects = set(_behind(children))
        if objects & words.requests:
            return "unavailable"
        return "refused" if objects & words.questions or clause.lemma == "answer" else None
    return "refused" if clause.lemma in words.comments else None


def _behind(children: tuple[Token, ...]) -> Iterator[str]:
    """The lemmas of the direct and the prepositional objects."""
    for child in children:
        if child.dep_ == "dobj":
            yield child.lemma_.lower()
        elif child.dep_ == "prep":
            yield from (c.lemma_.lower() for c in child.children if c.dep_ == "pobj")


def _evades(clause: Clause, children: tuple[Token, ...], words: SilenceWords) -> SilenceKind | None:
    """«sidestepped the question», «avoided answering»."""
    lemmas = {clause.lemma, *(f"{clause.lemma} {c.lower_}" for c in children if c.dep_ == "advmod")}
    if clause.is_negated or clause.modals or not lemmas & words.evading:
        return None
    if set(_behind(children)) & words.questions:
        return "deflected"
    avoided = [c for c in children if c.dep_ in ("xcomp", "ccomp")]
    return "deflected" if any(_tells(verb, words) for verb in avoided) else None


def _is_away(
    clause: Clause, children: tuple[Token, ...], words: SilenceWords
) -> SilenceKind | None:
    """«could not be reached», «was not available for comment»."""
    if clause.lemma in words.reaching and clause.is_passive and clause.is_negated:
        return "unavailable" if "could" in clause.modals or "can" in clause.modals else None
    if clause.lemma != "be":
        return None
    states = {c.lower_ for c in children if c.dep_ in ("acomp", "attr")}
    if states & words.unavailable and not clause.is_negated:
        return "unavailable"
    return "unavailable" if states & words.available and clause.is_negated else None


def _keeps_silent(
    clause: Clause, children: tuple[Token, ...], words: SilenceWords
) -> SilenceKind | None:
    """«remained silent on the strike»."""
    if clause.lemma not in words.staying or clause.is_negated or clause.modals:
        return None
    states = {c.lower_ for c in children if c.dep_ in ("acomp", "oprd", "attr")}
    return "refused" if states & words.silent else None


def _lacks(clause: Clause, children: tuple[Token, ...], words: SilenceWords) -> SilenceKind | None:
    """«There was no comment from Tehran», «there was no mention of it in the statement»."""
    if clause.lemma != "be" or not clause.is_negated or not any(c.dep_ == "expl" for c in children):
        return None
    lacking = {c.lemma_.lower() for c in children if c.dep_ in ("attr", "nsubj")}
    if lacking & words.comments:
        return "unavailable"
    return "omitted" if lacking & words.giving.get("make", frozenset()) else None


def _turns(clause: Clause, children: tuple[Token, ...], words: SilenceWords) -> SilenceKind | None:
    """«Asked about the arrests, Erdogan instead spoke of the economy»."""
    beside = [*children, *(c for subject in clause.subjects for c in subject.children)]
    is_asked = any(c.dep_ in ("advcl", "acl") and c.lemma_.lower() in words.asking for c in beside)
    return "deflected" if is_asked and any(c.lower_ in words.instead for c in children) else None


def _says_none(
    clause: Clause, children: tuple[Token, ...], words: SilenceWords
) -> SilenceKind | None:
    """«"No comment," Peskov said»."""
    if clause.lemma not in words.uttering or any(c.dep_ == "neg" for c in children):
        return None
    said = [
        c
        for c in children
        if c.lemma_.lower() == "comment" and any(g.lower_ == "no" for g in c.children)
    ]
    return "refused" if said else None


TESTS: tuple[Test, ...] = (
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


def _silent(parse: Parse, cast: Cast, clause: Clause, words: SpeechWords) -> tuple[str, ...]:
    """The actors who were silent."""
    heads = clause.objects if clause.is_passive else clause.subjects
    if any(c.dep_ == "expl" for c in clause.verb.children):
        # «no comment from Tehran», «no mention of it in the statement»
        lacking = [c for c in clause.verb.children if c.dep_ in ("attr", "nsubj")]
        near = [p for c in (*lacking, clause.verb) for p in c.children if p.dep_ == "prep"]
        heads = tuple(g for p in near if p.lower_ in ("from", "by", "in") for g in p.children)
    found = [a for head in heads for a in cast.at(head) or cast.acting(head)]
    is_text = any(head.lemma_.lower() in words.silence.texts for head in heads)
    if is_text and all(actor.kind == "document" for actor in found):
        return _issuer(parse, cast, clause, words) or tuple(actor.id for actor in found)
    return tuple(dict.fromkeys(actor.id for actor in found))


def _issuer(parse: Parse, cast: Cast, clause: Clause, words: SpeechWords) -> tuple[str, ...]:
    """Whose «the statement» is that nobody owns: of who spoke last before it."""
    for before in reversed(parse.clauses[: clause.index]):
        if before.lemma in words.reports.clause and before.subjects:
            actors = cast.at(before.subjects[0])
            if actors and not is_quoted(parse, before.verb.i):
                return (actors[0].id,)
    return ()


def _evidence(parse: Parse, clause: Clause) -> Span:
    """The clause with its subject, without what only stands beside it."""
    return parse.sentence(clause.verb).span


def _about(parse: Parse, clause: Clause, evidence: Span, issues: Sequence[Issue]) -> str | None:
    """The issue named in the clause, first of what comes behind its verb."""
    verb = parse.starts[clause.verb.i]
    mentions = [
        (m.start < verb, m.start, issue.id)
        for issue in issues
        for m in issue.mentions
        if clause.span.overlaps(m)
    ]
    return min(mentions)[2] if mentions else None


def _asked_by(parse: Parse, cast: Cast, clause: Clause, words: SilenceWords) -> str | None:
    """Who asked: «asked by Reuters», «a request from Reuters»."""
    sentence = parse.sentence(clause.verb)
    asking = False
    for token in parse.doc[sentence.first : sentence.stop]:
        asking = asking or token.lemma_.lower() in words.asking | words.requests
        if asking and token.lower_ in ("by", "from"):
            for noun in token.children:
                if noun.dep_ == "pobj" and (actors := cast.at(noun)):
                    return actors[0].id
    return None
