"""The typer: for a marked pair, the type of the act and its status.

Heads on the mean of the encoder's states joined with the states of the two marks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from memcon.models.marks import STATUSES, TYPES, MarkedPair, mark_pair
from memcon_training.descent import Batching, Course, descend
from memcon_training.encoder import Encoder
from memcon_training.pairs import Pair
from memcon_training.tagger import pad

BATCHING = Batching(size=16, slack=8, warm=0.1)
SMOOTH = 0.05


class Typer(nn.Module):
    """Word vectors, mask, marks [batch, 2] -> types [batch, 16], statuses [batch, 9]."""

    def __init__(self, encoder: Encoder, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.2)
        self.hidden = nn.Linear(3 * width, width)
        self.types = nn.Linear(width, len(TYPES))
        self.statuses = nn.Linear(width, len(STATUSES))

    def forward(self, vectors: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Raw scores."""
        states = self.encoder(vectors, mask)
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        rows = torch.arange(states.shape[0])
        pooled = torch.cat([mean, states[rows, marks[:, 0]], states[rows, marks[:, 1]]], dim=1)
        hidden = torch.tanh(self.hidden(self.drop(pooled)))
        return self.types(self.drop(hidden)), self.statuses(self.drop(hidden))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the typer needs besides itself: word vectors and tokenizer."""

    words: Tensor
    tokenizer: Tokenizer


def train_typer(typer: Typer, reading: Reading, pairs: Sequence[Pair], course: Course) -> Typer:
    """The averaged typer after a course over these pairs."""
    rows = [(mark_pair(pair.sentence, reading.tokenizer), pair) for pair in pairs]
    examples = [(len(row[0].numbers), row) for row in rows]
    return descend(
        typer, examples, lambda own, batch: _loss(own, reading.words, batch), course, BATCHING
    )


def _loss(typer: Typer, words: Tensor, batch: Sequence[tuple[MarkedPair, Pair]]) -> Tensor:
    """The probability of the types that may be, and of the status where it is known."""
    types, statuses = typer(*_stack(words, [marked for marked, _ in batch]))
    may = torch.zeros_like(types)
    for n, (_, pair) in enumerate(batch):
        may[n, list(pair.types)] = 1.0
    chances = types.log_softmax(1)
    right = torch.logsumexp(chances + (may - 1) * 1e4, dim=1)
    loss = -((1 - SMOOTH) * right + SMOOTH * chances.mean(1)).mean()
    known = [(n, pair.status) for n, (_, pair) in enumerate(batch) if pair.status is not None]
    if known:
        numbers, wanted = zip(*known, strict=True)
        loss = loss + 0.3 * nn.functional.cross_entropy(
            statuses[list(numbers)], torch.tensor(wanted)
        )
    return loss


def judge(
    typer: Typer, reading: Reading, sentences: Sequence[str]
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Raw scores of types and of statuses for each marked sentence, in order."""
    typer.eval()
    with torch.no_grad():
        for at in range(0, len(sentences), 32):
            rows = [mark_pair(s, reading.tokenizer) for s in sentences[at : at + 32]]
            types, statuses = typer(*_stack(reading.words, rows))
            yield from zip(types.numpy(), statuses.numpy(), strict=True)


def _stack(words: Tensor, pairs: Sequence[MarkedPair]) -> tuple[Tensor, Tensor, Tensor]:
    """Word vectors, mask and places of the marks."""
    vectors, mask = pad(words, [pair.numbers for pair in pairs])
    return vectors, mask, torch.tensor([(pair.source, pair.target) for pair in pairs])
