"""The encoder in PyTorch: BERT's layers over given word vectors, as many as are asked for.

Word vectors stay outside and frozen: they are most of the weights, and both encoders share them.
"""

import copy
from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from memcon_training.pretrained import Pretrained

DROPOUT = 0.1


class Layer(nn.Module):
    """Self-attention and feed-forward, each added to its input and normalised (Devlin et al.)."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.attend = nn.Linear(width, 3 * width)
        self.merge = nn.Linear(width, width)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.first = nn.LayerNorm(width, epsilon)
        self.second = nn.LayerNorm(width, epsilon)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """[batch, pieces, width] -> the same."""
        batch, length, width = states.shape
        split = self.attend(states).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        scores = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias
        mixed = (
            (self.drop(scores.softmax(-1)) @ value).transpose(1, 2).reshape(batch, length, width)
        )
        states = self.first(states + self.drop(self.merge(mixed)))
        return self.second(states + self.drop(self.narrow(functional.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """Word vectors [batch, pieces, width] and mask [batch, pieces] -> states of the same shape."""

    def __init__(self, sizes: Pretrained, layers: int) -> None:
        super().__init__()
        self.positions = nn.Embedding(512, sizes.width)
        self.norm = nn.LayerNorm(sizes.width, sizes.epsilon)
        self.drop = nn.Dropout(DROPOUT)
        shape = (sizes.width, sizes.heads, sizes.inner, sizes.epsilon)
        self.layers = nn.ModuleList(Layer(*shape) for _ in range(layers))

    def forward(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """States of the last layer."""
        bias = (1.0 - mask[:, None, None, :]) * -1e4
        states = vectors + self.positions.weight[: vectors.shape[1]]
        states = self.drop(self.norm(states))
        for layer in self.layers:
            states = layer(states, bias)
        return states


def start_encoder(pretrained: Pretrained, kept: tuple[int, ...]) -> Encoder:
    """An encoder of the pretrained layers with these numbers."""
    encoder = Encoder(pretrained, len(kept))
    tensors = pretrained.tensors
    # One token type only: its vector is part of every position's.
    positions = tensors["emb.pos"].reshape(512, -1) + tensors["emb.type"][: pretrained.width]
    state = {
        "positions.weight": positions,
        "norm.weight": tensors["emb.ln.w"],
        "norm.bias": tensors["emb.ln.b"],
    }
    for place, number in enumerate(kept):
        state |= {f"layers.{place}.{k}": v for k, v in _layer(tensors, f"l{number}.").items()}
    encoder.load_state_dict(
        {
            name: torch.from_numpy(np.ascontiguousarray(value)).view_as(encoder.state_dict()[name])
            for name, value in state.items()
        }
    )
    return encoder


def _layer(tensors: Mapping[str, np.ndarray], at: str) -> dict[str, np.ndarray]:
    """One layer's tensors under our names."""
    state = {}
    for kind, end in (("w", "weight"), ("b", "bias")):
        parts = [tensors[f"{at}{name}.{kind}"] for name in "qkv"]
        state[f"attend.{end}"] = np.concatenate(parts)
        for ours, theirs in (
            ("merge", "ao"),
            ("widen", "fi"),
            ("narrow", "fo"),
            ("first", "aln"),
            ("second", "oln"),
        ):
            state[f"{ours}.{end}"] = tensors[f"{at}{theirs}.{kind}"]
    return state


class Average:
    """The exponential average of a module's weights over training, which generalises better."""

    def __init__(self, module: nn.Module, decay: float) -> None:
        self.module = copy.deepcopy(module).eval()
        self.decay = decay
        self.steps = 0

    def update(self, module: nn.Module) -> None:
        """Move towards the module's weights; faster in the first steps."""
        self.steps += 1
        rate = 1 - min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for own, new in zip(self.module.parameters(), module.parameters(), strict=True):
                own.lerp_(new, rate)
