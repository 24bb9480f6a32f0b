"""Verdicts: what the typer makes of the rules' readings, and how sure both together are.

A reading's source and target are marked where they stand nearest to its trigger.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from memcon.actors.cast import Cast
from memcon.codes.plover import folded
from memcon.coding.readings import Reading
from memcon.language.parse import Parse
from memcon.models.calibration import Calibration, log_odds
from memcon.models.marks import TYPES, mark_pair
from memcon.models.onnx import Typer
from memcon.models.vectors import Floats
from memcon.record.span import Span


@dataclass(frozen=True, slots=True)
class Judge:
    """The typer, and how its scores and the rules' weigh."""

    typer: Typer
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class Verdict:
    """`types` are the typer's probabilities, `confidence` is that the coding is right."""

    reading: Reading
    types: Floats
    confidence: float

    @property
    def best(self) -> tuple[tuple[str, float], ...]:
        """The three likeliest types, the likeliest first."""
        order = np.argsort(-self.types)[:3]
        return tuple((TYPES[n], float(self.types[n])) for n in order)


def find_verdicts(
    readings: Sequence[Reading], cast: Cast, parse: Parse, judge: Judge, rules: dict[str, float]
) -> tuple[Verdict, ...]:
    """A verdict on each reading; `rules` are the shares of right codings of each rule."""
    if not readings:
        return ()
    tokenizer = judge.typer.vectors.tokenizer
    pairs = [mark_pair(marked_sentence(r, cast, parse), tokenizer) for r in readings]
    scores, _ = judge.typer.judge(pairs)
    return tuple(
        _verdict(reading, judge.calibration, row, rules[reading.rule])
        for reading, row in zip(readings, scores, strict=True)
    )


def features(types: Floats, coded: str, share: float, *, is_paired: bool) -> tuple[float, ...]:
    """What a verdict rests on: log odds of the coded type, of none, of the likeliest other type.

    Then those of the rule's share of right codings, and whether both sides are named.
    """
    own, none = TYPES.index(coded), TYPES.index("none")
    other = max(float(p) for n, p in enumerate(types) if n not in (own, none))
    chances = (float(types[own]), float(types[none]), other, share)
    return (*(log_odds(chance) for chance in chances), float(is_paired))


def _verdict(reading: Reading, calibration: Calibration, scores: Floats, share: float) -> Verdict:
    """The verdict on one reading."""
    types = calibration.types(scores)
    is_paired = len(reading.candidate.parties) > 1
    found = features(types, folded(reading.type), share, is_paired=is_paired)
    return Verdict(reading, types, calibration.event_confidence(found))


def marked_sentence(reading: Reading, cast: Cast, parse: Parse) -> str:
    """The sentence of a reading with its source and target marked, where they stand in it."""
    candidate = reading.candidate
    source, target = candidate.source, candidate.target
    if not target and len(source) > 1:
        source, target = source[:1], source[1:]
    sentence = parse.sentence(candidate.trigger).span
    text = parse.text[sentence.start : sentence.end]
    marks: list[tuple[int, int, str]] = []
    for sign, idents in (("s", source), ("t", target)):
        span = _nearest(idents, cast, sentence, parse.starts[candidate.trigger.i])
        if span is not None:
            # Of two marks at one place the closing one comes first.
            marks.append((span.start - sentence.start, 1, f"<{sign}>"))
            marks.append((span.end - sentence.start, 0, f"</{sign}>"))
    for at, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


def _nearest(idents: Sequence[str], cast: Cast, sentence: Span, at: int) -> Span | None:
    """The mention nearest to an offset, of the first of these actors that the sentence names."""
    for ident in idents:
        inside = [m for m in cast.by_id(ident).mentions if sentence.covers(m)]
        if inside:
            return min(inside, key=lambda mention: (abs(mention.start - at), mention.start))
    return None
