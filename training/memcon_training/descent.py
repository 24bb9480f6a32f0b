"""Descent: one course of training, the same for tagger and typer; its weights are averaged."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor, nn

from memcon_training.encoder import Average
from memcon_training.progress import Progress

Example = TypeVar("Example")
Module = TypeVar("Module", bound=nn.Module)


@dataclass(frozen=True, slots=True)
class Course:
    """How to train: rounds over the examples, learning rate, seed, decay of the average."""

    name: str
    epochs: int
    rate: float
    seed: int
    decay: float


@dataclass(frozen=True, slots=True)
class Batching:
    """Examples in a batch, how far their lengths may differ, the share of steps to warm up."""

    size: int
    slack: int
    warm: float


def descend(
    module: Module,
    examples: Sequence[tuple[int, Example]],
    loss_of: Callable[[Module, list[Example]], Tensor],
    course: Course,
    batching: Batching,
) -> Module:
    """The averaged module after training on examples, which come with their lengths."""
    torch.manual_seed(course.seed)
    chance = random.Random(course.seed)
    steps = course.epochs * ((len(examples) + batching.size - 1) // batching.size)
    optimiser = torch.optim.AdamW(module.parameters(), lr=course.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, course.rate, total_steps=steps, pct_start=batching.warm, anneal_strategy="linear"
    )
    average = Average(module, course.decay)
    module.train()
    progress = Progress(course.name, steps)
    for _ in range(course.epochs):
        for batch in _batches(examples, batching, chance):
            loss = loss_of(module, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(module.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.update(module)
            progress.step(loss.item())
    return average.module


def _batches(
    examples: Sequence[tuple[int, Example]], batching: Batching, chance: random.Random
) -> list[list[Example]]:
    """Examples of like length together, in random order."""
    order = sorted(examples, key=lambda pair: pair[0] + batching.slack * chance.random())
    batches = [
        [example for _, example in order[at : at + batching.size]]
        for at in range(0, len(order), batching.size)
    ]
    chance.shuffle(batches)
    return batches
