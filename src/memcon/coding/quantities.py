"""Quantities: sums of money and counts of people or arms, with their unit."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.lexicon.acts import ActWords
from memcon.record.findings import Quantity
from memcon.record.span import Span

FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class QuantityFinder:
    """The patterns of one lexicon, built once an article."""

    money: re.Pattern[str]
    counts: re.Pattern[str]
    words: ActWords

    @classmethod
    def of(cls, words: ActWords) -> "QuantityFinder":
        """Ready to search."""
        scale = _either(words.scales)
        sign = _either(c for c in words.currencies if not c.isalpha())
        name = _either(c for c in words.currencies if c.isalpha())
        noun = _either(words.counted)
        money = rf"(?P<sign>{sign})\s?(?P<a>{FIGURE})(?:[\s-]?(?P<sa>{scale})\b)?"
        named = rf"(?P<b>{FIGURE})(?:[\s-](?P<sb>{scale}))?[\s-](?P<name>{name})s?\b"
        figure = f"{FIGURE}|{_either(words.numerals)}"
        counts = (
            rf"\b(?P<n>{figure})(?:\s(?P<s>{scale}))?\s(?:[\w.-]+\s){{0,2}}?(?P<noun>{noun})s?\b"
        )
        return cls(re.compile(f"{money}|{named}"), re.compile(counts, re.I), words)

    def within(self, text: str, span: Span) -> tuple[Quantity, ...]:
        """The quantities inside a span, in reading order."""
        found = (*self._sums(text, span), *self._counts(text, span))
        return tuple(sorted(found, key=lambda quantity: quantity.start))

    def _sums(self, text: str, span: Span) -> Iterator[Quantity]:
        for match in self.money.finditer(text, span.start, span.end):
            figure = match["a"] or match["b"]
            value = _number(figure, match["sa"] or match["sb"], self.words)
            unit = self.words.currencies[match["sign"] or match["name"]]
            yield Quantity(value=value, unit=unit, start=match.start(), end=match.end())

    def _counts(self, text: str, span: Span) -> Iterator[Quantity]:
        for match in self.counts.finditer(text, span.start, span.end):
            value = _number(match["n"], match["s"], self.words)
            unit = match["noun"].lower()
            yield Quantity(value=value, unit=unit, start=match.start(), end=match.end())


def _either(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _number(figure: str, scale: str | None, words: ActWords) -> float:
    """From "1,500", "two" or "2.5 million" to a number."""
    value = words.numerals.get(figure.lower())
    value = float(figure.replace(",", "")) if value is None else value
    return value * (words.scales[scale.lower()] if scale else 1.0)
