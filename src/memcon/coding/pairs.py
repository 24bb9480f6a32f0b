"""Pairs: what the source of a marked pair does to its target, when both are given.

The typer's scores and the rules' reading of the sentence, weighed as `calibration` says.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np

from memcon.codes.plover import folded
from memcon.coding.proposals import Proposals, propose
from memcon.coding.readings import Reading
from memcon.errors import PageError
from memcon.models.calibration import Calibration
from memcon.models.marks import COOPERATION, TYPES, mark_pair
from memcon.models.models import Models
from memcon.models.vectors import Floats
from memcon.page.article import take_article
from memcon.page.page import Page

# Whether a reading names both sides of the pair, or one of them.
Fit = Literal["both", "one"]
# A rule's type for a pair, and how well it fits.
Hint = tuple[str, Fit]
Stretch = tuple[int, int]

MARK = re.compile(r"<(/?)([st])>")


def type_pairs(sentences: Sequence[str], models: Models) -> tuple[str, ...]:
    """One of the 15 PLV labels for each sentence with its source and target marked."""
    if not sentences:
        return ()
    tokenizer = models.typer.vectors.tokenizer
    scores, _ = models.typer.judge([mark_pair(s, tokenizer) for s in sentences])
    hints = (find_hint(sentence, models) for sentence in sentences)
    return tuple(
        label_of(own, hint, models.calibration) for own, hint in zip(scores, hints, strict=True)
    )


def label_of(scores: Floats, hint: Hint | None, calibration: Calibration) -> str:
    """The likeliest label but none, after what the rules say.

    First whether it is conflict or cooperation, all types of each together; then of which type.
    """
    chances = np.log(calibration.types(scores))[: TYPES.index("none")]
    if hint is not None:
        label, fit = hint
        chances[TYPES.index(label)] += calibration.hints[fit]
    chances = np.exp(chances)
    is_peaceful = np.array([label in COOPERATION for label in TYPES[: len(chances)]])
    is_peace = chances[is_peaceful].sum() > chances[~is_peaceful].sum()
    return TYPES[int(np.where(is_peaceful == is_peace, chances, 0).argmax())]


def find_hint(sentence: str, models: Models) -> Hint | None:
    """What the rules read of the marked pair in the sentence; None in another language, too."""
    plain, places = _unmarked(sentence)
    page = Page(name="sentence", content=plain)
    words = models.lexicon
    try:
        article = take_article(page, words.page, models.languages, models.offices, models.countries)
    except PageError:
        return None
    if article.language.partition("-")[0] != words.language:
        return None
    proposals = propose(article, models)
    moved = letters_before(plain), letters_before(article.text)
    hints: list[Hint] = [
        (folded(reading.type), fit)
        for reading in proposals.readings
        if (fit := _fit(reading, proposals, places, moved))
    ]
    return next((h for h in hints if h[1] == "both"), next(iter(hints), None))


def _fit(
    reading: Reading,
    proposals: Proposals,
    places: dict[str, list[Stretch]],
    moved: tuple[list[int], list[int]],
) -> Fit | None:
    """How well the parties of a reading fit the marks."""
    candidate = reading.candidate
    is_mutual = candidate.is_mutual or not candidate.target
    source = candidate.parties if is_mutual else candidate.source
    target = candidate.parties if is_mutual else candidate.target
    sides = [
        _named(idents, places[sign], proposals, moved)
        for idents, sign in ((source, "s"), (target, "t"))
    ]
    return "both" if all(sides) else "one" if any(sides) else None


def _named(
    idents: Iterable[str],
    places: Sequence[Stretch],
    proposals: Proposals,
    moved: tuple[list[int], list[int]],
) -> bool:
    """Whether one of these actors is mentioned at one of the places."""
    given, own = moved
    mentions = [m for ident in idents for m in proposals.cast.by_id(ident).mentions]
    return any(
        own[m.start] < given[end] and given[start] < own[m.end]
        for m in mentions
        for start, end in places
    )


def _unmarked(sentence: str) -> tuple[str, dict[str, list[Stretch]]]:
    """The sentence without its marks, and where the marked words stand in it."""
    plain, at, opened = "", 0, {}
    places: dict[str, list[Stretch]] = {"s": [], "t": []}
    for mark in MARK.finditer(sentence):
        plain += sentence[at : mark.start()]
        at = mark.end()
        if not mark[1]:
            opened[mark[2]] = len(plain)
        elif mark[2] in opened:
            places[mark[2]].append((opened.pop(mark[2]), len(plain)))
    return plain + sentence[at:], places


def letters_before(text: str) -> list[int]:
    """For each offset, how many letters stand before it: the same however they are spaced."""
    count, counts = 0, []
    for letter in text:
        counts.append(count)
        count += not letter.isspace()
    return [*counts, count]
