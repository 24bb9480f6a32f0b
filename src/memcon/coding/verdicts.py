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
from memcon.models.calibration import Calibration
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
    """`types` and `statuses`: the typer's probabilities; `confidence`: that the coding is right."""

    reading: Reading
    types: Floats
    statuses: Floats
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
    types, statuses = judge.typer.judge(pairs)
    return tuple(
        Verdict(
            reading,
            own := judge.calibration.types(scores),
            judge.calibration.statuses(moods),
            judge.calibration.event_confidence(
                float(own[TYPES.index(folded(reading.type))]),
                float(own[TYPES.index("none")]),
                rules[reading.rule],
                is_paired=bool(reading.candidate.source and reading.candidate.target),
            ),
        )
        for reading, scores, moods in zip(readings, types, statuses, strict=True)
    )


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
