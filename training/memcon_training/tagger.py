"""The tagger: which pieces are source, cue and content, and which belong to which cue.

Heads on the encoder's states: a tag for each piece and role; for a cue and a piece, whether the
piece is the cue's source or content: the product of the cue's mean query and the piece's key, and
how far the piece stands from the cue.
"""

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from memcon.models.onnx import BUCKETS, buckets
from memcon_training.attributions import Window
from memcon_training.encoder import Average, Encoder
from memcon_training.progress import Progress

DEPTH = 96
LINKED = (0, 2)  # source and content hang on the cue
# Epochs and learning rate of each round.
ROUNDS = ((2, 3e-4), (1, 1.5e-4))
DECAY = 0.997
NEAR_STEPS = 60
NEAR_WINDOWS = 500
BATCH = 8
WARM = 0.08


class Tagger(nn.Module):
    """Word vectors and mask -> tags [batch, pieces, 3], queries and keys [batch, pieces, 2, 96]."""

    def __init__(self, encoder: Encoder, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.tags = nn.Linear(width, 3)
        self.queries = nn.Linear(width, len(LINKED) * DEPTH)
        self.keys = nn.Linear(width, len(LINKED) * DEPTH)
        self.near = nn.Parameter(torch.zeros(len(LINKED), BUCKETS))

    def forward(self, vectors: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Raw scores; the score of a link is the product of query and key."""
        states = self.encoder(vectors, mask)
        shape = (*states.shape[:2], len(LINKED), DEPTH)
        queries = self.queries(states).view(shape) * DEPTH**-0.5
        return self.tags(states), queries, self.keys(states).view(shape)


def train_tagger(
    tagger: Tagger, words: Tensor, windows: Sequence[Window], seed: int, course: tuple[int, float]
) -> Tagger:
    """The averaged tagger after a round of epochs at a learning rate."""
    epochs, rate = course
    torch.manual_seed(seed)
    chance = random.Random(seed)
    steps = epochs * ((len(windows) + BATCH - 1) // BATCH)
    optimiser = torch.optim.AdamW(tagger.parameters(), lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, rate, total_steps=steps, pct_start=WARM, anneal_strategy="linear"
    )
    average = Average(tagger, DECAY)
    tagger.train()
    progress = Progress("tagger", steps)
    for _ in range(epochs):
        for batch in _batches(windows, chance):
            loss = _loss(tagger, words, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.update(tagger)
            progress.step(loss.item())
    return average.module


def fit_near(tagger: Tagger, words: Tensor, windows: Sequence[Window]) -> Tagger:
    """The tagger with what distance adds to a link fitted alone: so few weights learn slower."""
    scored = [pair for window in windows for pair in _products(tagger, words, window)]
    near = tagger.near.detach().clone().requires_grad_()
    optimiser = torch.optim.Adam([near], lr=0.1)
    for _ in range(NEAR_STEPS):
        losses = [
            functional.binary_cross_entropy_with_logits(product + near[:, places], wanted)
            for product, places, wanted in scored
        ]
        loss = torch.stack(losses).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    with torch.no_grad():
        tagger.near.copy_(near)
    return tagger


def _products(
    tagger: Tagger, words: Tensor, window: Window
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """For each cue of a window: the products with all pieces, their distances, what is right."""
    with torch.no_grad():
        vectors, mask = pad(words, [window.ids])
        _, queries, keys = tagger(vectors, mask)
    for link in window.links:
        cue = list(link[1])
        product = torch.einsum("rd,prd->rp", queries[0, cue].mean(0), keys[0])
        wanted = torch.zeros_like(product)
        for role, of in enumerate(LINKED):
            wanted[role, list(link[of])] = 1.0
        yield product, torch.from_numpy(buckets(len(product[0]), min(cue), max(cue))), wanted


def _batches(windows: Sequence[Window], chance: random.Random) -> Iterator[list[Window]]:
    """Windows of like length together, in random order."""
    order = sorted(windows, key=lambda w: len(w.ids) + 12 * chance.random())
    batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    chance.shuffle(batches)
    yield from batches


def pad(words: Tensor, rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Word vectors [batch, pieces, width] and mask of rows of piece numbers."""
    length = max(map(len, rows))
    ids = torch.ones((len(rows), length), dtype=torch.long)
    mask = torch.zeros((len(rows), length))
    for n, row in enumerate(rows):
        ids[n, : len(row)] = torch.tensor(row)
        mask[n, : len(row)] = 1.0
    return words[ids], mask


def _loss(tagger: Tagger, words: Tensor, batch: Sequence[Window]) -> Tensor:
    """Mean binary cross entropy of tags and of links."""
    vectors, mask = pad(words, [w.ids for w in batch])
    tags, queries, keys = tagger(vectors, mask)
    gold = torch.zeros_like(tags)
    for n, window in enumerate(batch):
        for role, places in enumerate(window.tags):
            gold[n, list(places), role] = 1.0
    each = functional.binary_cross_entropy_with_logits(tags, gold, reduction="none")
    loss = (each * mask[..., None]).sum() / mask.sum() / 3
    links = [(n, link) for n, window in enumerate(batch) for link in window.links]
    if not links:
        return loss
    scores = torch.stack(
        [link_scores(queries[n], keys[n], tagger.near, link[1]) for n, link in links]
    )
    wanted = torch.zeros_like(scores)
    for k, (_, link) in enumerate(links):
        for role, of in enumerate(LINKED):
            wanted[k, role, list(link[of])] = 1.0
    known = torch.stack([mask[n] for n, _ in links])[:, None, :]
    each = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
    return loss + (each * known).sum() / known.sum() / len(LINKED)


def link_scores(queries: Tensor, keys: Tensor, near: Tensor, cue: Sequence[int]) -> Tensor:
    """[role, pieces]: whether each piece is the source, the content of the cue at these places."""
    product = torch.einsum("rd,prd->rp", queries[list(cue)].mean(0), keys)
    return product + near[:, torch.from_numpy(buckets(len(keys), min(cue), max(cue)))]
