"""Issues: what is talked about, as the page names it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from memcon.coding.parties import behind
from memcon.coding.phrases import phrase
from memcon.coding.stances import find_stances
from memcon.language.clauses import Clause, coordinated, verb_names
from memcon.language.parse import Parse
from memcon.lexicon.affairs import AffairWords
from memcon.record.findings import Issue
from memcon.record.span import Span

NOUNS = frozenset({"NOUN", "PROPN", "VERB"})


@dataclass(frozen=True, slots=True)
class Topic:
    """One mention of an issue."""

    head: Token
    span: Span
    lemmas: frozenset[str]


def find_issues(parse: Parse, words: AffairWords) -> tuple[Issue, ...]:
    """Each issue once with all its mentions, in reading order.

    Found as what is discussed, what a list of topics names, what concerns, talks or disputes are
    about, what stances are taken towards, and by nouns that always name one ("sanctions").
    """
    context_of = {noun: context for context, nouns in words.issues.items() for noun in nouns}
    topics = _topics(parse, words, context_of)
    groups: list[list[Topic]] = []
    for topic in topics:
        group = next((g for g in groups if _is_same(g, topic, words)), None)
        if group is None:
            groups.append([topic])
        else:
            group.append(topic)
    return tuple(
        Issue(
            id=f"i{number}",
            name=_name(group, parse.text),
            context=_context(group, context_of),
            mentions=tuple(topic.span for topic in group),
        )
        for number, group in enumerate(groups, 1)
    )


def _topics(
    parse: Parse, words: AffairWords, context_of: Mapping[str, str]
) -> tuple[Topic, ...]:
    """Every mention, each head once, in reading order."""
    named: dict[int, Topic] = {}
    pointed = [t for taken in find_stances(parse, words) for t in taken.about]
    discussed = [t for clause in parse.clauses for t in _discussed(clause, words)]
    listed = [t for token in parse.doc for t in _behind_topic_noun(token, words)]
    always = [t for t in parse.doc if t.pos_ in NOUNS and t.lemma_.lower() in context_of]
    explicit = {t.i for t in pointed}
    for head in (*pointed, *discussed, *listed, *always):
        if head.i in named or head.pos_ not in NOUNS or head.dep_ == "compound":
            continue
        if _is_generic(head, words) and head.i not in explicit:
            continue
        if head.pos_ == "VERB" or head.lemma_.lower() in words.never:
            continue
        span = phrase(head, parse, words.generic)
        named[head.i] = Topic(head, span, _lemmas(parse.tokens_in(span)))
    return tuple(named[i] for i in sorted(named))


def _discussed(clause: Clause, words: AffairWords) -> Iterator[Token]:
    """The objects of a verb of discussing; a list of topics gives its members."""
    for name in verb_names(clause):
        if name not in words.topic_verbs:
            continue
        preposition = name.removeprefix(clause.lemma).strip()
        heads = behind(preposition, (clause.verb,)) if preposition else clause.objects
        for head in heads:
            members = tuple(_members(head, words))
            yield from members or coordinated(head)
        return


def _members(head: Token, words: AffairWords) -> Iterator[Token]:
    """The members of "a range of topics, including A, B and C"."""
    holders = (head, *(t for t in behind("of", (head,))), head.head)
    for holder in holders:
        for opener in holder.children:
            if opener.dep_ == "prep" and opener.lower_ in words.list_openers and opener.i > head.i:
                for pobj in opener.children:
                    if pobj.dep_ == "pobj":
                        yield from coordinated(pobj)


def _behind_topic_noun(token: Token, words: AffairWords) -> Iterator[Token]:
    """What "the dispute over", "talks on", "the issue of" are about."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in words.topic_nouns:
        return
    for preposition in words.topic_prepositions:
        for pobj in behind(preposition, (token,)):
            yield from coordinated(pobj)
    if token.lemma_.lower() in words.generic:
        for pobj in behind("of", (token,)):
            yield from coordinated(pobj)


def _is_generic(head: Token, words: AffairWords) -> bool:
    return head.lemma_.lower() in words.generic or head.pos_ == "PRON"


def _lemmas(tokens: Sequence[Token]) -> frozenset[str]:
    """The words that carry meaning."""
    return frozenset(t.lemma_.lower() for t in tokens if t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"))


def _is_same(group: Sequence[Topic], topic: Topic, words: AffairWords) -> bool:
    """Same head, and other words that do not speak against it."""
    lemma = topic.head.lemma_.lower()
    for member in group:
        if member.head.lemma_.lower() != lemma:
            continue
        if member.lemmas <= topic.lemmas or topic.lemmas <= member.lemmas:
            return True
        if lemma not in words.loose and len(member.lemmas & topic.lemmas) > 1:
            return True
    return False


def _name(group: Sequence[Topic], text: str) -> str:
    """The fullest mention that is still a name."""
    names = [topic.span.words(text) for topic in group]
    return max(names, key=lambda name: min(len(name), 60))


def _context(group: Sequence[Topic], context_of: Mapping[str, str]) -> str | None:
    """The PLOVER context of the head, or of another word."""
    for topic in group:
        for lemma in (topic.head.lemma_.lower(), *sorted(topic.lemmas)):
            if lemma in context_of:
                return context_of[lemma]
    return None
