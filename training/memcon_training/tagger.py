"""The tagger: which pieces are source, cue and content, and which belong to which cue.

Heads on the encoder's states: a tag for each piece and role; for a cue and a piece, whether the
piece is the cue's source or content: the product of the cue's mean query and the piece's key, and
how far the piece stands from the cue.
"""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from memcon.models.onnx import BUCKETS, buckets
from memcon_training.attributions import Window
from memcon_training.descent import Batching, Course, descend
from memcon_training.encoder import Encoder

DEPTH = 96
LINKED = (0, 2)  # source and content hang on the cue
ROUNDS = (
    Course("tagger", epochs=2, rate=3e-4, seed=1, decay=0.997),
    Course("tagger, again", epochs=1, rate=1.5e-4, seed=1, decay=0.997),
)
NEAR_STEPS = 60
NEAR_WINDOWS = 500
BATCHING = Batching(size=8, slack=12, warm=0.08)


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
    tagger: Tagger, words: Tensor, windows: Sequence[Window], course: Course
) -> Tagger:
    """The averaged tagger after a course over these windows."""
    examples = [(len(window.ids), window) for window in windows]
    return descend(tagger, examples, lambda own, batch: _loss(own, words, batch), course, BATCHING)


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
