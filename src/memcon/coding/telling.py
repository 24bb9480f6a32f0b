"""Telling: whether a verb is of telling something, and what it would tell."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from memcon.lexicon.speech import SilenceWords

Children = tuple[Token, ...]


def tells(verb: Token, words: SilenceWords) -> bool:
    """Whether the verb is of telling: "comment", "give details", "be drawn", not "be named"."""
    lemma, children = verb.lemma_.lower(), tuple(verb.children)
    if given := words.giving.get(lemma):
        return bool(lemmas(children, "dobj") & given) and not _is_own_name(verb, words)
    if any(c.dep_ == "auxpass" for c in children):
        return lemma in words.drawing
    if lemma in words.responding and {o.lemma_.lower() for o in objects(children)} & words.demands:
        return False
    return bool({*with_preposition(verb)} & words.telling)


def _is_own_name(verb: Token, words: SilenceWords) -> bool:
    """As in "an official, who declined to give his name": a source that stays unnamed."""
    names = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in words.names]
    is_source = verb.head.dep_ in ("relcl", "advcl", "acl")
    return is_source and any(c.tag_ == "PRP$" for name in names for c in name.children)


def asserts(verb: Token, words: SilenceWords) -> bool:
    """Whether the verb is of saying and has a content that is no question: "say that it failed"."""
    if verb.lemma_.lower() not in words.asserting:
        return False
    contents = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp")]
    return bool(contents) and not any(_is_asked(content, words) for content in contents)


def _is_asked(content: Token, words: SilenceWords) -> bool:
    """Whether a content is a question: "say why", "say if it failed", "say in which town"."""
    before = content.doc[content.left_edge.i : content.i + 1]
    return any(t.tag_[0] == "W" or t.lower_ in words.whether for t in before)


def with_preposition(verb: Token) -> Iterator[str]:
    """The verb's lemma, alone and with each preposition: "get", "get into"."""
    yield verb.lemma_.lower()
    yield from (f"{verb.lemma_.lower()} {c.lower_}" for c in verb.children if c.dep_ == "prep")


def lemmas(tokens: Iterable[Token], *deps: str) -> set[str]:
    """The lemmas of the tokens with these dependencies."""
    return {t.lemma_.lower() for t in tokens if t.dep_ in deps}


def objects(children: Children) -> Iterator[Token]:
    """The direct and the prepositional objects, with those joined to them."""
    for child in children:
        nouns = (child,) if child.dep_ == "dobj" else tuple(_behind(child))
        for noun in nouns:
            yield noun
            yield from (c for c in noun.children if c.dep_ == "conj")


def _behind(child: Token) -> Iterator[Token]:
    """The objects of a preposition; "to interview requests" may be read as an infinitive."""
    if child.dep_ == "prep":
        yield from (c for c in child.children if c.dep_ == "pobj")
    elif child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB":
        yield from (c for c in child.children if c.dep_ == "dobj")


def spoken(token: Token) -> str:
    """The word in lower case, with what a hyphen joins to it: "tight-lipped"."""
    doc, first = token.doc, token.i
    while first > 1 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_:
        first -= 2
    return doc[first : token.i + 1].text.lower()
