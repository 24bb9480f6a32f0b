"""Vectors: text -> pieces, and the word vector of each; shared by all encoders.

The pieces are those of multilingual-e5-small (Wang et al., 2024), cut to what memcon reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from memcon.models.weights import Weights

BEGIN, PAD, END = 0, 1, 2
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece's number, and where it stands in its text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Vectors:
    """The tokenizer, and for each piece 384 bytes with a scale."""

    tokenizer: Tokenizer
    words: NDArray[np.int8]
    scales: Floats

    @classmethod
    def load(cls, weights: Weights) -> "Vectors":
        """Read from the weights; the large table stays on disk until its rows are asked for."""
        return cls(
            tokenizer=Tokenizer.from_file(str(weights.path("tokenizer.json"))),
            words=np.load(weights.path("words.npy"), mmap_mode="r"),
            scales=np.load(weights.path("scales.npy")),
        )

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The pieces of a text, each without the space that it may begin with."""
        found = self.tokenizer.encode(text, add_special_tokens=False)
        return tuple(
            Piece(number, start + (end > start and text[start].isspace()), end)
            for number, (start, end) in zip(found.ids, found.offsets, strict=True)
        )

    def stack(self, rows: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
        """Word vectors [rows, longest, 384] and mask [rows, longest] of rows of numbers."""
        ids = np.full((len(rows), max(map(len, rows))), PAD)
        mask = np.zeros(ids.shape, np.float32)
        for place, row in enumerate(rows):
            ids[place, : len(row)] = row
            mask[place, : len(row)] = 1
        return self.words[ids].astype(np.float32) * self.scales[ids], mask
