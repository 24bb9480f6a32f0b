"""Parse: the coded words of an article as sentences, clauses, quotes and tokens.

spaCy reads the coded sections (headline, captions, body) as one Doc, whose text is not the
article's: furniture is left out, and a headline is read in sentence case. So offsets always come
from `span`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from memcon.language.clauses import Clause
from memcon.language.quotes import Quote
from memcon.record.article import Article, Section
from memcon.record.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to, without, `stop`; `paragraph` counts the coded sections from 0."""

    first: int
    stop: int
    section: Section
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Parse:
    """`starts[i]`, `ends[i]`: where token i of `doc` stands in the article's text."""

    article: Article
    doc: Doc
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    clauses: tuple[Clause, ...]
    clause_of: tuple[int, ...]
    quotes: tuple[Quote, ...]
    quote_of: tuple[int, ...]

    @property
    def text(self) -> str:
        """The article's text, which spans quote."""
        return self.article.text

    def span(self, first: int, last: int) -> Span:
        """From token `first` to token `last`, both included."""
        return Span(start=self.starts[first], end=self.ends[last])

    def span_of(self, tokens: Iterable[Token]) -> Span:
        """From the first of `tokens` to the last; ValueError if there is none."""
        where = [token.i for token in tokens]
        return self.span(min(where), max(where))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie wholly inside `span`."""
        first = _first_at(self.starts, span.start)
        stop = first
        while stop < len(self.ends) and self.ends[stop] <= span.end:
            stop += 1
        return tuple(self.doc[first:stop])

    def sentence(self, token: Token | int) -> Sentence:
        """The sentence of a token or of its index."""
        return self.sentences[self.sentence_of[token if isinstance(token, int) else token.i]]

    def clause(self, token: Token | int) -> Clause | None:
        """The innermost clause of a token; None in a sentence without a verb."""
        where = self.clause_of[token if isinstance(token, int) else token.i]
        return None if where < 0 else self.clauses[where]

    def quote_at(self, token: Token | int) -> Quote | None:
        """The quote that a token stands in."""
        where = self.quote_of[token if isinstance(token, int) else token.i]
        return None if where < 0 else self.quotes[where]


def _first_at(starts: tuple[int, ...], offset: int) -> int:
    """The first token that starts at `offset` or behind it."""
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        if starts[middle] < offset:
            low = middle + 1
        else:
            high = middle
    return low
