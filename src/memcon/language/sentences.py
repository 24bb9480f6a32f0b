"""Sentences: bounds that respect quotes, initials, abbreviations and paragraphs.

Set before the parser runs, which keeps them; where they are left open the parser decides.
"""

from collections.abc import Sequence, Set

from spacy.tokens import Doc

from memcon.lexicon.grammar import GrammarWords

TERMINAL = frozenset({".", "?", "!", "…", "...", "....", "?!", "!!", "??"})
CLOSING_BRACKETS = frozenset({")", "]"})
GOES_ON = frozenset({",", ";", ":", ")", "]"})


def set_bounds(
    doc: Doc, paragraphs: Sequence[tuple[int, int]], closing: Set[int], words: GrammarWords
) -> None:
    """Mark where sentences start; `closing` are the tokens that close a quote."""
    texts = [token.text for token in doc]
    for first, stop in paragraphs:
        for i in range(first, stop):
            if i:
                doc[i].is_sent_start = i == first or _starts_at(i, first, texts, closing, words)


def _starts_at(
    i: int, first: int, texts: Sequence[str], closing: Set[int], words: GrammarWords
) -> bool | None:
    """Whether a sentence starts at token i: yes, no, or (None) let the parser decide."""
    word, last = texts[i], i - 1
    if i in closing or word in GOES_ON or word in TERMINAL:
        return False
    while last > first and (last in closing or texts[last] in CLOSING_BRACKETS):
        last -= 1
    if texts[last] in TERMINAL:
        if word[:1].islower():
            return False
        # «"Why now?" Lavrov asked.»: only the parser can see that the asking goes with the
        # question.
        return None if texts[last] != "." and last < i - 1 else True
    is_abbreviation = len(texts[last]) > 1 and texts[last].endswith(".") and last == i - 1
    return is_abbreviation and word[:1].isupper() and word.lower() in words.openers
