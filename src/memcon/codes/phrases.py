"""Phrases: many fixed names at once, found in a text by the longest that fits."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from memcon.codes.spelling import plain

Value = TypeVar("Value")

_WORD = re.compile(r"[^\W_]+")
# A name this long is also looked for in capitals, as headlines and datelines write it.
_SHOUTED = 4


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Value]):
    """`starts`: the first word of a name -> the names that begin with it, the longest first."""

    values: Mapping[str, Value]
    starts: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, Value]]) -> "Phrases[Value]":
        """From names and what they stand for; where a name comes twice, the first holds."""
        values: dict[str, Value] = {}
        for name, value in pairs:
            values.setdefault(plain(name), value)
        for name in tuple(values):
            if len(name) >= _SHOUTED:
                values.setdefault(name.upper(), values[name])
        starts: dict[str, list[str]] = {}
        for name in values:
            first = _WORD.match(name)
            if first is not None:
                starts.setdefault(first.group(), []).append(name)
        ordered = {word: tuple(sorted(names, key=_longest)) for word, names in starts.items()}
        return cls(values=values, starts=ordered)

    def get(self, name: str) -> Value | None:
        """What exactly this name stands for; spacing, accents and a leading article aside."""
        bare = " ".join(plain(name).split())
        if bare not in self.values and bare[:4] in ("the ", "The "):
            bare = bare[4:]
        return self.values.get(bare)

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """(start, end, value) of each name in `text`, in order, none inside another."""
        folded = plain(text)
        done = 0
        for word in _WORD.finditer(folded):
            if word.start() < done:
                continue
            for name in self.starts.get(word.group(), ()):
                done = word.start() + len(name)
                if folded.startswith(name, word.start()) and _is_whole(folded, done):
                    yield word.start(), done, self.values[name]
                    break
            else:
                done = word.start()


def _longest(name: str) -> tuple[int, str]:
    """Sorts long names first."""
    return (-len(name), name)


def _is_whole(text: str, end: int) -> bool:
    """Whether no word goes on at `end`."""
    return end >= len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
