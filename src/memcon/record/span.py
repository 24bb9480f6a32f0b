"""Span: where the words are, in Unicode code points of the article's text, half open."""

from collections.abc import Iterable
from typing import Annotated, Self

import msgspec

Offset = Annotated[int, msgspec.Meta(ge=0)]


class Span(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`text[start:end]` is what a finding quotes."""

    start: Offset
    end: Offset

    def words(self, text: str) -> str:
        """The quoted words."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def around(cls, spans: "Iterable[Span]") -> Self:
        """The smallest span around all of `spans`; ValueError if there is none."""
        spans = tuple(spans)
        return cls(start=min(s.start for s in spans), end=max(s.end for s in spans))
