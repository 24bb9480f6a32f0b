"""Traces: what the tagger sees of sources, cues and contents in an article, token by token.

Paragraphs are read once, as many together as fit into a window, as in the tagger's training.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from memcon.language.parse import Parse
from memcon.models.onnx import Tagger, Tags
from memcon.models.vectors import Floats, Piece, Vectors

SOURCE, CUE, CONTENT = range(3)
WINDOW = 192


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `first` up to, without, `stop`; `held[k]` are the pieces of token first + k."""

    first: int
    stop: int
    held: tuple[tuple[int, ...], ...]
    tags: Tags

    def by_token(self, chances: Floats) -> Floats:
        """Values of pieces [pieces, …] as those of tokens [tokens, …]: the mean of its pieces."""
        of = [token for token, held in enumerate(self.held) for _ in held]
        sums = np.zeros((len(self.held), *chances.shape[1:]), np.float32)
        np.add.at(sums, of, chances)
        counts = np.maximum(np.bincount(of, minlength=len(self.held)), 1)
        return (sums / counts[:, None]).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Link:
    """For tokens from `first` on: how probably each is source, is content of a cue."""

    first: int
    sources: Floats
    contents: Floats

    def sources_at(self, tokens: Sequence[int]) -> Floats:
        """The chances of these tokens, of those that the window holds."""
        return self.sources[self._places(tokens)]

    def contents_at(self, tokens: Sequence[int]) -> Floats:
        """The chances of these tokens, of those that the window holds."""
        return self.contents[self._places(tokens)]

    def _places(self, tokens: Sequence[int]) -> list[int]:
        return [t - self.first for t in tokens if 0 <= t - self.first < len(self.sources)]


@dataclass(frozen=True, slots=True)
class Traces:
    """`chances` are [tokens, 3] probabilities of being source, cue and content of a statement."""

    chances: Floats
    windows: tuple[Window, ...]
    window_of: tuple[int, ...]

    def link(self, cue: Sequence[int]) -> Link | None:
        """What belongs to the cue of these tokens; None where none of them could be read."""
        number = self.window_of[cue[0]]
        if number < 0:
            return None
        window = self.windows[number]
        pieces = [
            piece
            for token in cue
            if window.first <= token < window.stop
            for piece in window.held[token - window.first]
        ]
        if not pieces:
            return None
        by_token = window.by_token(window.tags.links(pieces).T)
        return Link(window.first, by_token[:, 0], by_token[:, 1])


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `first` up to `stop` with their pieces, which tell the token's number each."""

    first: int
    stop: int
    pieces: tuple[Piece, ...]
    tokens: tuple[int, ...]


def find_traces(parse: Parse, tagger: Tagger) -> Traces:
    """Read all paragraphs that are coded."""
    stretches = tuple(_packed(_paragraphs(parse, tagger.vectors)))
    tags = tagger.tag([[piece.number for piece in s.pieces] for s in stretches])
    windows = tuple(_window(s, found) for s, found in zip(stretches, tags, strict=True))
    chances = np.zeros((len(parse.starts), 3), np.float32)
    window_of = [-1] * len(parse.starts)
    for number, window in enumerate(windows):
        chances[window.first : window.stop] = window.by_token(window.tags.chances)
        window_of[window.first : window.stop] = [number] * (window.stop - window.first)
    return Traces(chances, windows, tuple(window_of))


def _window(stretch: Stretch, tags: Tags) -> Window:
    held: list[list[int]] = [[] for _ in range(stretch.first, stretch.stop)]
    for place, token in enumerate(stretch.tokens):
        held[token - stretch.first].append(place)
    return Window(stretch.first, stretch.stop, tuple(map(tuple, held)), tags)


def _paragraphs(parse: Parse, vectors: Vectors) -> Iterator[Stretch]:
    """Each coded section with its pieces, which stand for the tokens that they begin in."""
    sentences = parse.sentences
    for number, sentence in enumerate(sentences):
        if number and sentences[number - 1].paragraph == sentence.paragraph:
            continue
        last = number
        while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentence.paragraph:
            last += 1
        first, stop = sentence.first, sentences[last].stop
        start = parse.starts[first]
        pieces = vectors.pieces(parse.text[start : parse.ends[stop - 1]])
        yield Stretch(first, stop, pieces, tuple(_tokens_of(parse, pieces, first, start)))


def _tokens_of(parse: Parse, pieces: Iterable[Piece], token: int, start: int) -> Iterator[int]:
    """The token that each piece begins in."""
    for piece in pieces:
        while parse.ends[token] <= piece.start + start and token + 1 < len(parse.ends):
            token += 1
        yield token


def _packed(paragraphs: Iterable[Stretch]) -> Iterator[Stretch]:
    """Whole paragraphs together up to a window; what is longer is cut between tokens."""
    held: Stretch | None = None
    for paragraph in (part for whole in paragraphs for part in _cut(whole)):
        if held is not None and len(held.pieces) + len(paragraph.pieces) <= WINDOW:
            held = Stretch(
                held.first,
                paragraph.stop,
                held.pieces + paragraph.pieces,
                held.tokens + paragraph.tokens,
            )
            continue
        if held is not None:
            yield held
        held = paragraph
    if held is not None:
        yield held


def _cut(paragraph: Stretch) -> Iterator[Stretch]:
    """A paragraph in parts that fit."""
    at, first = 0, paragraph.first
    while len(paragraph.pieces) - at > WINDOW:
        stop = at + WINDOW
        token = paragraph.tokens[stop]
        while stop > at + 1 and paragraph.tokens[stop - 1] == token:
            stop -= 1
        yield Stretch(first, token, paragraph.pieces[at:stop], paragraph.tokens[at:stop])
        at, first = stop, token
    yield Stretch(first, paragraph.stop, paragraph.pieces[at:], paragraph.tokens[at:])
