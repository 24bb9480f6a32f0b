"""Graphs: the trained encoders with their heads, run by onnxruntime on one core.

`Tagger` marks source, cue and content in windows of text; `Typer` tells what the source of a marked
pair does to its target.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from onnxruntime.capi.onnxruntime_pybind11_state import SessionOptions

from memcon.errors import ModelError
from memcon.models.marks import STATUSES, TYPES, MarkedPair
from memcon.models.vectors import BEGIN, END, Floats, Vectors
from memcon.models.weights import Weights

BATCH = 1
# Pieces between a cue and what may belong to it, as classes of distance on either side.
EDGES = (1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97)
BUCKETS = 2 * len(EDGES) + 1


@dataclass(frozen=True, slots=True)
class Tags:
    """Of one window: [pieces, 3] probabilities of source, cue, content; queries and keys of links.

    `queries` and `keys` are [pieces, 2, 96]: first of each those of sources, then of contents;
    `near` is what the class of its distance adds to a link.
    """

    chances: Floats
    queries: Floats
    keys: Floats
    near: Floats

    def links(self, cue: Sequence[int]) -> Floats:
        """[2, pieces]: how probably each piece is source, is content of the cue at these places."""
        query = self.queries[[*cue]].mean(axis=0)
        product = np.einsum("rd,prd->rp", query, self.keys)
        return _sigmoid(product + self.near[:, buckets(len(self.keys), min(cue), max(cue))])


@dataclass(frozen=True, slots=True)
class Tagger:
    """Windows of pieces -> tags."""

    session: InferenceSession
    vectors: Vectors
    near: Floats

    @classmethod
    def load(cls, weights: Weights, vectors: Vectors) -> "Tagger":
        """The tagger of the weights; ModelError when it is missing or damaged."""
        near = np.load(weights.path("near.npy"))
        return cls(_session(weights.path("tagger.onnx")), vectors, near)

    def tag(self, windows: Sequence[Sequence[int]]) -> tuple[Tags, ...]:
        """The tags of each window of piece numbers, in order."""
        found: list[Tags | None] = [None] * len(windows)
        for batch in _batches([len(window) for window in windows]):
            rows = [(BEGIN, *windows[n], END) for n in batch]
            vectors, mask = self.vectors.stack(rows)
            tags, queries, keys = _run(self.session, {"vectors": vectors, "mask": mask})
            for row, n in enumerate(batch):
                own = slice(1, len(windows[n]) + 1)
                found[n] = Tags(
                    _sigmoid(tags[row, own]), queries[row, own], keys[row, own], self.near
                )
        return tuple(tags for tags in found if tags is not None)


@dataclass(frozen=True, slots=True)
class Typer:
    """Marked pairs -> raw scores of types [pairs, 16] and of statuses [pairs, 9]."""

    session: InferenceSession
    vectors: Vectors

    @classmethod
    def load(cls, weights: Weights, vectors: Vectors) -> "Typer":
        """The typer of the weights; ModelError when it is missing or damaged."""
        return cls.open(weights.path("typer.onnx"), vectors)

    @classmethod
    def open(cls, path: Path, vectors: Vectors) -> "Typer":
        """The typer of a file; ModelError when it is damaged."""
        return cls(_session(path), vectors)

    def judge(self, pairs: Sequence[MarkedPair]) -> tuple[Floats, Floats]:
        """Raw scores for each pair, in order."""
        types = np.zeros((len(pairs), len(TYPES)), np.float32)
        statuses = np.zeros((len(pairs), len(STATUSES)), np.float32)
        for batch in _batches([len(pair.numbers) for pair in pairs]):
            vectors, mask = self.vectors.stack([pairs[n].numbers for n in batch])
            marks = np.array([(pairs[n].source, pairs[n].target) for n in batch])
            feed = {"vectors": vectors, "mask": mask, "marks": marks}
            types[batch], statuses[batch] = _run(self.session, feed)
        return types, statuses


def buckets(length: int, first: int, last: int) -> NDArray[np.int64]:
    """For each of so many places the class of its distance from the places `first` to `last`."""
    places = np.arange(length)
    after = np.searchsorted(EDGES, places - last, side="right")
    before = np.searchsorted(EDGES, first - places, side="right")
    return len(EDGES) + after - before


def _session(path: Path) -> InferenceSession:
    """The graph of a file. One thread: who reads many pages at once starts more processes."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    try:
        return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has no common error of its own
        raise ModelError(f"{path}: {error}") from error


def _run(session: InferenceSession, feed: Mapping[str, NDArray[Any]]) -> Sequence[Floats]:
    """The graph's outputs, in their order."""
    return cast("Sequence[Floats]", session.run(None, dict(feed)))


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Numbers of rows, eight together that are nearly as long."""
    order = sorted(range(len(lengths)), key=lambda n: lengths[n])
    return [order[at : at + BATCH] for at in range(0, len(order), BATCH)]


def _sigmoid(scores: Floats) -> Floats:
    return (1 / (1 + np.exp(-scores))).astype(np.float32)
