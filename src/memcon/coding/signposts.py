"""Signpost: what is no verb of saying and yet tells whose words these are.

«According to the ministry», «Macron's claim that …», «Her answer was: "…"», «Lavrov: Talks
Were Useful».
"""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Span, Token

from memcon.coding.cues import Cue, is_quoted, phrase
from memcon.language.clauses import Clause
from memcon.language.parse import Parse, Sentence
from memcon.language.quotes import DOUBLE
from memcon.lexicon.speech import SpeechWords

# How many tokens of a sentence a name in front of a colon may take.
NAME = 8
# How often the same name must open a paragraph of what is then a transcript.
TURNS = 2
OWNING = frozenset({"by", "from", "of"})


def find_signposts(parse: Parse, words: SpeechWords) -> Iterator[Cue]:
    """The signposts, kind by kind."""
    for clause in parse.clauses:
        if is_quoted(parse, clause.verb.i):
            continue
        according = _according(parse, clause)
        if cue := according or _equation(parse, clause, words) or _claim(clause, words):
            yield cue
    yield from _colons(parse, words)
    yield from _turns(parse)


def _according(parse: Parse, clause: Clause) -> Cue | None:
    """«According to the ministry, …»."""
    token, doc = clause.verb, parse.doc
    if token.lower_ != "according" or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    source = next((c for c in to.children if c.dep_ == "pobj"), None)
    if source is None:
        return None
    name = phrase(source)
    return Cue("according", token, token.i, to.i, (source,), name, (token.head,), quotes=True)


def _claim(clause: Clause, words: SpeechWords) -> Cue | None:
    """«Macron's claim that the deal was dead»."""
    noun = clause.verb.head
    if clause.relation not in ("acl", "ccomp") or noun.lemma_.lower() not in words.nouns:
        return None
    is_that = any(c.lower_ in words.openers for c in clause.verb.children)
    owner = _owner(noun)
    if not is_that or owner is None or noun.i > clause.verb.i:
        return None
    return Cue("nominal", noun, noun.i, noun.i, (owner,), phrase(owner), (clause.verb,))


def _equation(parse: Parse, clause: Clause, words: SpeechWords) -> Cue | None:
    """«Wang's position was clear: "…"», «her answer was that …»."""
    if clause.lemma != "be" or clause.is_negated:
        return None
    noun = next((c for c in clause.verb.children if c.dep_ == "nsubj"), None)
    if noun is None or noun.lemma_.lower() not in words.answers:
        return None
    owner = _owner(noun)
    if owner is None:
        return None
    said = tuple(c for c in clause.verb.children if c.dep_ == "ccomp" and c.i > clause.verb.i)
    verb = clause.verb
    return Cue("equation", verb, noun.i, verb.i, (owner,), phrase(owner), said, quotes=True)


def _owner(noun: Token) -> Token | None:
    """Whose the noun is: "Macron's claim", "a claim by the ministry"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in OWNING:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _colons(parse: Parse, words: SpeechWords) -> Iterator[Cue]:
    """«Lavrov: Talks Were Useful» in a headline, «Lavrov: "Talks were useful."» anywhere."""
    doc = parse.doc
    for sentence in parse.sentences:
        stop = min(sentence.first + NAME, sentence.stop - 2)
        colon = next((i for i in range(sentence.first + 1, stop) if doc[i].text == ":"), None)
        if colon is None:
            continue
        name = doc[sentence.first : colon]
        is_quoting = doc[colon + 1].text in DOUBLE
        if (sentence.section.kind == "headline" or is_quoting) and _is_name(name, words):
            source = (sentence.first, colon - 1)
            yield Cue("colon", doc[colon], colon, colon, (name.root,), source, ())


def _turns(parse: Parse) -> Iterator[Cue]:
    """The turns of a transcript: paragraphs that begin with who speaks, «MS. PSAKI: …»."""
    found = [cue for sentence in parse.sentences if (cue := _turn(parse, sentence))]
    labels = Counter(cue.head.doc[cue.first - 1].text for cue in found)
    if labels and max(labels.values()) >= TURNS:
        yield from found


def _turn(parse: Parse, sentence: Sentence) -> Cue | None:
    """The name and colon that open a paragraph, in capitals."""
    doc, first = parse.doc, sentence.first
    if first and parse.sentence(first - 1).paragraph == sentence.paragraph:
        return None
    # "MS." may be read as a sentence of its own.
    stop = min(first + NAME, len(doc))
    colon = next((i for i in range(first + 1, stop) if doc[i].text == ":"), None)
    if colon is None or len(doc[colon - 1]) < 2 or is_quoted(parse, colon):
        return None
    if not all(t.is_upper or t.text == "." for t in doc[first:colon]):
        return None
    return Cue("turn", doc[colon], colon, colon, (doc[colon - 1],), (first, colon - 1), ())


def _is_name(tokens: Span, words: SpeechWords) -> bool:
    """Whether the words in front of a colon name somebody, and are no label such as "Analysis"."""
    if any(t.pos_ in ("VERB", "AUX") for t in tokens) or tokens.root.pos_ not in ("PROPN", "NOUN"):
        return False
    return not any(t.lower_ in words.labels for t in tokens)
