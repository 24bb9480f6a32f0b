"""Marks: a pair in its sentence as the typer reads it, and the labels that it answers with.

The source stands between `<s>` and `</s>`, the target between `<t>` and `</t>`; the typer sees them
between brackets and braces, which are pieces of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from memcon.models.vectors import BEGIN, END

# PLOVER's types as the PLV files have them (Hu et al., ACL 2024), and none of them.
TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
    "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD", "none",
)  # fmt: skip
STATUSES = (
    "actual", "ongoing", "planned", "proposed", "possible", "conditional", "alleged", "denied",
    "not-happened",
)  # fmt: skip
COOPERATION = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "SUPPORT", "YIELD"})

SIGNS = (("<s>", " [ "), ("</s>", " ] "), ("<t>", " { "), ("</t>", " } "))
SOURCE, TARGET = "▁[", "▁{"
LONGEST = 128
BEFORE = 30


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Piece numbers of a sentence with its marks, and the places of the source's and target's mark.

    Place 0 is the beginning: it stands for a side that is not marked.
    """

    numbers: tuple[int, ...]
    source: int
    target: int


def mark_pair(sentence: str, tokenizer: Tokenizer) -> MarkedPair:
    """The pieces of a marked sentence; of a long one those around the marks."""
    text = " ".join(sentence.split())
    for mark, sign in SIGNS:
        text = text.replace(mark, sign)
    numbers = tokenizer.encode(text, add_special_tokens=False).ids
    source = _place(numbers, tokenizer.token_to_id(SOURCE))
    target = _place(numbers, tokenizer.token_to_id(TARGET))
    first = min((place for place in (source, target) if place), default=0) - BEFORE
    first = max(0, min(first, len(numbers) - (LONGEST - 2)))
    kept = numbers[first : first + LONGEST - 2]
    return MarkedPair(
        (BEGIN, *kept, END), _moved(source, first, len(kept)), _moved(target, first, len(kept))
    )


def _place(numbers: Sequence[int], sign: int | None) -> int:
    """Where a sign stands, counted from 1; 0 if nowhere."""
    return numbers.index(sign) + 1 if sign in numbers else 0


def _moved(place: int, first: int, length: int) -> int:
    """The place after `first` pieces were cut off; 0 if it was cut off itself."""
    return place - first if first < place <= first + length else 0
