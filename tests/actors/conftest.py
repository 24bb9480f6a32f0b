"""What the tests of the actors' room share: a page's cast by its text, and actors by a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from memcon.actors.cast import Cast
from memcon.language.parse import Parse
from memcon.record.findings import Actor


@dataclass(frozen=True)
class Staged:
    """A text with its cast."""

    parse: Parse
    cast: Cast

    def named(self, name: str) -> Actor:
        """The one actor of this name; AssertionError if there is none or several."""
        found = [a for a in self.cast.actors if a.name == name]
        assert len(found) == 1, f"{name!r} among {[a.name for a in self.cast.actors]}"
        return found[0]

    def names(self) -> tuple[str, ...]:
        """The names of all actors, in order."""
        return tuple(a.name for a in self.cast.actors)

    def at(self, word: str, number: int = 1) -> tuple[str, ...]:
        """The names of those whom the number-th token of this text stands for."""
        return tuple(a.name for a in self.cast.at(self._token(word, number)))

    def acting(self, word: str) -> tuple[str, ...]:
        """The names of those who act when the phrase of this word acts."""
        return tuple(a.name for a in self.cast.acting(self._token(word, 1)))

    def _token(self, word: str, number: int):
        found = [t for t in self.parse.doc if t.text == word]
        return found[number - 1]


@pytest.fixture(scope="session")
def staged(parsed: Callable[..., Parse], cast_of: Callable[[Parse], Cast]) -> Callable[..., Staged]:
    """staged(text, …) -> Staged, with the arguments of `article`."""

    def stage(text: str, **fields: str | None) -> Staged:
        parse = parsed(text, **fields)
        return Staged(parse, cast_of(parse))

    return stage
