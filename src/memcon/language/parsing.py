"""From an Article to its Parse: a Doc of the coded sections, then sentences, clauses, quotes."""

from bisect import bisect_right
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from memcon.language.casing import is_title_case, lower_words, sentence_case, straighten
from memcon.language.clauses import find_clauses
from memcon.language.parse import Parse, Sentence
from memcon.language.quotes import Quote, find_quotes
from memcon.language.sentences import set_bounds
from memcon.lexicon.grammar import GrammarWords
from memcon.record.article import Article, Section
from memcon.record.span import Span

CODED = frozenset({"headline", "caption", "body"})


def parse_article(article: Article, nlp: Language, words: GrammarWords) -> Parse:
    """Parse the headline, captions and body of an article."""
    sections = tuple(s for s in article.sections if s.kind in CODED)
    joined, begins = _joined(article.text, sections)
    doc = nlp.make_doc(joined)
    starts, ends, paragraphs = _offsets(doc, sections, begins)
    quotes = find_quotes(article.text, starts, ends, paragraphs)
    closing = frozenset(quote.stop for quote in quotes if not quote.is_open)
    set_bounds(doc, paragraphs, closing, words)
    if len(doc):
        doc = nlp(doc)
        _mend_lemmas(doc, words)

    def span(first: int, last: int) -> Span:
        return Span(start=starts[first], end=ends[last])

    clauses, clause_of = find_clauses(doc, words, span)
    sentences = _sentences(doc, sections, paragraphs, starts, ends)
    sentence_of = tuple(n for n, s in enumerate(sentences) for _ in range(s.first, s.stop))
    return Parse(
        article=article,
        doc=doc,
        starts=starts,
        ends=ends,
        sentences=sentences,
        sentence_of=sentence_of,
        clauses=clauses,
        clause_of=clause_of,
        quotes=quotes,
        quote_of=_quote_of(quotes, len(doc)),
    )


def _mend_lemmas(doc: Doc, words: GrammarWords) -> None:
    """Give verbs that the parser takes for others their lemma: "hoped" is of hope, not of hop."""
    for token in doc:
        if token.pos_ in ("VERB", "NOUN") and token.lower_ in words.lemmas:
            token.lemma_ = words.lemmas[token.lower_]


def _joined(text: str, sections: tuple[Section, ...]) -> tuple[str, tuple[int, ...]]:
    """The text that spaCy reads, and where each section begins in it."""
    body = " ".join(s.words(text) for s in sections if s.kind != "headline")
    lower = lower_words(body)
    pieces, begins, at = [], [], 0
    for section in sections:
        piece = section.words(text)
        if section.kind == "headline" and is_title_case(piece):
            piece = sentence_case(piece, lower)
        begins.append(at)
        pieces.append(straighten(piece))
        at += len(piece) + 1
    return " ".join(pieces), tuple(begins)


def _offsets(
    doc: Doc, sections: tuple[Section, ...], begins: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, int], ...]]:
    """Where each token starts and ends in the article, and each section's tokens."""
    starts, ends = [], []
    firsts: list[int] = []
    for token in doc:
        number = bisect_right(begins, token.idx) - 1
        shift = sections[number].start - begins[number]
        if number >= len(firsts):
            firsts.extend([token.i] * (number + 1 - len(firsts)))
        starts.append(token.idx + shift)
        ends.append(token.idx + shift + len(token))
    bounds = [*firsts, len(doc)]
    paragraphs = tuple(pairwise(bounds))
    return tuple(starts), tuple(ends), paragraphs


def _sentences(
    doc: Doc,
    sections: tuple[Section, ...],
    paragraphs: tuple[tuple[int, int], ...],
    starts: tuple[int, ...],
    ends: tuple[int, ...],
) -> tuple[Sentence, ...]:
    """The sentences, each with the section it stands in."""
    firsts = [first for first, _ in paragraphs]
    found = []
    for sent in doc.sents:
        paragraph = bisect_right(firsts, sent.start) - 1
        span = Span(start=starts[sent.start], end=ends[sent.end - 1])
        found.append(Sentence(sent.start, sent.end, sections[paragraph], paragraph, span))
    return tuple(found)


def _quote_of(quotes: tuple[Quote, ...], length: int) -> tuple[int, ...]:
    """For each token the index of the quote it stands in, or -1."""
    found = [-1] * length
    for number, quote in enumerate(quotes):
        found[quote.first : quote.stop] = [number] * (quote.stop - quote.first)
    return tuple(found)
