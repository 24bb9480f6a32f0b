"""Silence: what somebody refused to say, avoided or left out, or could not be asked."""

from collections.abc import Sequence

from spacy.tokens import Token

from memcon.actors.cast import Cast
from memcon.coding.cues import is_quoted
from memcon.coding.evasion import called, sought
from memcon.coding.speakers import actors_of, named_by
from memcon.coding.statements import cues_of_quotes
from memcon.coding.withholding import kind_of
from memcon.language.clauses import Clause
from memcon.language.parse import Parse
from memcon.lexicon.speech import SilenceWords, SpeechWords
from memcon.record.findings import Actor, Issue, Silence

PERSONS = frozenset({"person", "unnamed"})


def find_silences(
    parse: Parse, cast: Cast, issues: Sequence[Issue], words: SpeechWords
) -> tuple[Silence, ...]:
    """Find each silence, in reading order.

    "Lavrov declined to discuss the pipeline" is refused; "did not mention it" is omitted.
    """
    # Who is quoted need only be known where somebody speaks of himself.
    own = {c.index for c in parse.clauses if _is_own(c, words)}
    quoted = cues_of_quotes(parse, words) if own else {}
    found = []
    for clause in parse.clauses:
        cue = quoted.get(clause.verb.i)
        is_own = cue is not None and clause.index in own
        if not is_own and (cue or is_quoted(parse, clause.verb.i)):
            continue
        kind = kind_of(clause, words.silence, is_own)
        if kind is None:
            continue
        actors = (
            named_by(parse, cast, cue) if cue and is_own else _silent(parse, cast, clause, words)
        )
        for actor in actors:
            silence = Silence(
                actor=actor.id,
                about=_about(parse, clause, issues),
                kind=kind,
                asked_by=_asked_by(parse, cast, clause, words.silence),
                evidence=parse.sentence(clause.verb).span,
                confidence=words.silence.confidence[kind],
            )
            found.append(silence)
    return tuple(found)


def _is_own(clause: Clause, words: SpeechWords) -> bool:
    """Whether a clause is a silence in one's own words: «I have nothing to add»."""
    is_first_person = any(subject.lower_ in words.writers for subject in clause.subjects)
    return is_first_person and kind_of(clause, words.silence, in_person=True) is not None


def _silent(parse: Parse, cast: Cast, clause: Clause, words: SpeechWords) -> tuple[Actor, ...]:
    """The actors who were silent."""
    heads = _heads(parse, clause, words)
    texts = [head for head in heads if head.lemma_.lower() in words.silence.texts]
    owners = [c for text in texts for c in text.children if c.dep_ == "poss"]
    found = actors_of(cast, owners) or actors_of(cast, heads)
    # «It did not say …» is of who or what spoke, and of no person.
    is_it = any(head.lower_ in words.things for head in heads)
    if is_it and any(actor.kind == "person" for actor in found):
        found = ()
    if found:
        return found
    if texts or is_it:
        return _issuer(parse, cast, clause, words)
    named = any(head.lower_ in words.pronouns for head in heads)
    return _last_person(parse, cast, clause) if named else ()


def _heads(parse: Parse, clause: Clause, words: SpeechWords) -> tuple[Token, ...]:
    """The heads of the noun phrases that name who was silent."""
    verb, doc = clause.verb, parse.doc
    if any(c.dep_ == "expl" for c in verb.children):
        # «no comment from Tehran», «no mention of it in the statement»
        lacking = [c for c in verb.children if c.dep_ in ("attr", "nsubj")]
        near = [p for c in (*lacking, verb) for p in c.children if p.dep_ == "prep"]
        return tuple(g for p in near if p.lower_ in ("from", "by", "in") for g in p.children)
    if sided := called(clause, words.silence) or sought(clause, words.silence):
        return sided
    nouns = words.silence.refusals | words.silence.failures
    if clause.relation == "acl" and verb.head.lemma_.lower() in nouns:
        return _owners(verb.head)
    before = parse.clause(max(verb.head.i - 2, 0))
    is_without = clause.relation == "pcomp" and verb.head.i > 1 and doc[verb.head.i - 1].text == ","
    if is_without and before is not None and before.verb.i == verb.head.i - 2:
        # «There were three, he said, without naming them»: he named none.
        return before.subjects if before.lemma in words.reports.speech else clause.subjects
    if clause.is_passive:
        # «was not named by the police», «could not be reached by reporters»
        is_reached = clause.lemma in words.silence.reaching | words.silence.drawing
        return clause.objects if is_reached else clause.subjects or clause.objects
    return clause.subjects or _shared(verb)


def _owners(noun: Token) -> tuple[Token, ...]:
    """Whose it is: «his refusal», «the refusal of Tehran», or else the noun itself."""
    owners = tuple(c for c in noun.children if c.dep_ == "poss")
    preps = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "of"))
    return owners or tuple(g for prep in preps for g in prep.children) or (noun,)


def _shared(verb: Token) -> tuple[Token, ...]:
    """The subject of what a verb without one is joined to, if the parser takes that for no verb."""
    while verb.dep_ == "conj":
        verb = verb.head
        if subjects := tuple(c for c in verb.children if c.dep_ == "nsubj"):
            return subjects
    return ()


def _issuer(parse: Parse, cast: Cast, clause: Clause, words: SpeechWords) -> tuple[Actor, ...]:
    """Whose «the statement» is that nobody owns: of who spoke last before it."""
    for before in reversed(parse.clauses[: clause.index]):
        if before.lemma in words.reports.clause and before.subjects:
            actors = actors_of(cast, before.subjects[:1])
            if actors and not is_quoted(parse, before.verb.i):
                return actors[:1]
    return ()


def _last_person(parse: Parse, cast: Cast, clause: Clause) -> tuple[Actor, ...]:
    """Whose a pronoun may be that is nobody's: who acted last, at most a sentence before."""
    here = parse.sentence_of[clause.verb.i]
    for before in reversed(parse.clauses[: clause.index]):
        if here - parse.sentence_of[before.verb.i] > 1:
            break
        actors = [a for a in actors_of(cast, before.subjects[:1]) if a.kind in PERSONS]
        if actors and not is_quoted(parse, before.verb.i):
            return (actors[0],)
    return ()


def _about(parse: Parse, clause: Clause, issues: Sequence[Issue]) -> str | None:
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
    is_asking = False
    for token in parse.doc[sentence.first : sentence.stop]:
        is_asking = is_asking or token.lemma_.lower() in words.asking | words.requests
        if is_asking and token.lower_ in ("by", "from"):
            for noun in token.children:
                if noun.dep_ == "pobj" and (actors := cast.at(noun)):
                    return actors[0].id
    return None
